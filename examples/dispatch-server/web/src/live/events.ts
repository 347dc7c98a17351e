import type { CallRow } from "@/api/types";
import type { LiveSlot, LiveTurn } from "./call-store";
import type { StreamMessage } from "./parser";

/** The server's events, decoded; an unknown name or bad data is nothing to act on. */
export type LiveEvent =
  | { kind: "resync" }
  | { kind: "call"; call: CallRow }
  | { kind: "turn"; id: string; turn: LiveTurn }
  | {
      kind: "slots";
      id: string;
      slots: LiveSlot[];
      payload: Record<string, unknown>;
      phase: string;
    };

interface SlotsData {
  id: string;
  slots: LiveSlot[];
  payload: Record<string, unknown>;
  phase: string;
}

export function decodeEvent(message: StreamMessage): LiveEvent | null {
  if (message.event === "resync") return { kind: "resync" };
  let data: unknown;
  try {
    data = JSON.parse(message.data);
  } catch {
    return null;
  }
  if (typeof data !== "object" || data === null) return null;
  switch (message.event) {
    case "call": {
      const { call } = data as { call?: CallRow };
      return call ? { kind: "call", call } : null;
    }
    case "turn": {
      const { id, seq, role, content, final } = data as LiveTurn & { id?: string };
      return id ? { kind: "turn", id, turn: { seq, role, content, final } } : null;
    }
    case "slots": {
      const { id, slots, payload, phase } = data as SlotsData;
      return id
        ? { kind: "slots", id, slots: slots ?? [], payload: payload ?? {}, phase: phase ?? "" }
        : null;
    }
    default:
      return null;
  }
}
