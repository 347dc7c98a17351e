import type { CallDetail } from "@/api/types";

/** What the events tell about calls that are on: turns, slots and phase by call id. */
export interface LiveTurn {
  seq: number;
  role: "agent" | "user";
  content: string;
  final: boolean;
}

export interface LiveSlot {
  name: string;
  value: unknown;
  words: string | null;
  turn: number | null;
}

export interface LiveCall {
  turns: LiveTurn[];
  slots: LiveSlot[];
  payload: Record<string, unknown>;
  phase: string | null;
}

type ServerState = NonNullable<CallDetail["live_state"]>;

export const EMPTY_LIVE_CALL: LiveCall = { turns: [], slots: [], payload: {}, phase: null };

/** Calls kept at once; the oldest are forgotten, their record is on the server. */
const KEPT = 50;

export class LiveCallStore {
  readonly #calls = new Map<string, LiveCall>();
  readonly #listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get(id: string): LiveCall {
    return this.#calls.get(id) ?? EMPTY_LIVE_CALL;
  }

  turn(id: string, heard: LiveTurn): void {
    const call = this.get(id);
    // An answer is known whole before it is spoken, and then told again as it is spoken word by
    // word: it stays whole, until it is final (a driver who breaks in makes it shorter).
    const known = call.turns.find(({ seq, role }) => seq === heard.seq && role === heard.role);
    const growing = known && !heard.final && known.content.startsWith(heard.content);
    const turn = growing ? { ...heard, content: known.content } : heard;
    const turns = call.turns.filter(({ seq }) => seq !== turn.seq);
    const at = turns.findIndex(({ seq }) => seq > turn.seq);
    turns.splice(at < 0 ? turns.length : at, 0, turn);
    this.#put(id, { ...call, turns });
  }

  slots(id: string, slots: LiveSlot[], payload: Record<string, unknown>, phase: string): void {
    this.#put(id, { ...this.get(id), slots, payload, phase });
  }

  /** What the server says about a call whose events came before this page was opened. */
  catchUp(id: string, { slots, payload, phase }: ServerState): void {
    if (this.get(id).phase === null) this.slots(id, slots, payload, phase);
  }

  #put(id: string, call: LiveCall): void {
    this.#calls.delete(id);
    this.#calls.set(id, call);
    const oldest = this.#calls.keys().next().value;
    if (this.#calls.size > KEPT && oldest !== undefined) this.#calls.delete(oldest);
    for (const listener of this.#listeners) listener();
  }
}
