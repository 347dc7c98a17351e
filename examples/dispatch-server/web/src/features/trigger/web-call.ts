import { ApiProblem } from "@/api/problem";
import type { Info, StartedCall } from "@/api/types";
import { HUMAN } from "./form-schema";
import { GatewayTransport, RetellTransport } from "./retell-transport";
import { SimTransport } from "./sim-transport";
import { TransportProblem, type WebCallTransport } from "./transport";

export type JoinState =
  | { step: "watching" }
  | { step: "joining" }
  | { step: "joined" }
  | { step: "failed"; message: string; nextStep: string };

/** Who takes the browser's part in this call; nobody for phone calls and for personas. */
export function transportFor(
  info: Info | undefined,
  started: StartedCall,
  callType: "web" | "phone",
  persona: string,
): WebCallTransport | null {
  const { call_id: callId, access_token: token, transport } = started.retell;
  if (callType === "phone" || !token) return null;
  if (info?.mode === "demo") return persona === HUMAN ? new SimTransport(callId, token) : null;
  return transport === "gateway" ? new GatewayTransport() : new RetellTransport(token);
}

function failure(error: unknown): JoinState {
  if (error instanceof TransportProblem) {
    return { step: "failed", message: error.message, nextStep: error.nextStep };
  }
  if (error instanceof ApiProblem) {
    return { step: "failed", message: error.message, nextStep: "Start a new call." };
  }
  return {
    step: "failed",
    message: "The call could not be joined.",
    nextStep: "Check the network, then start a new call.",
  };
}

/** The browser's part in one call, from joining to leaving. */
export class WebCall {
  readonly #transport: WebCallTransport | null;
  readonly #listeners = new Set<() => void>();
  #state: JoinState;

  constructor(transport: WebCallTransport | null) {
    this.#transport = transport;
    this.#state = transport ? { step: "joining" } : { step: "watching" };
  }

  /** A call that was joined before the page was loaded again. */
  static joined(transport: WebCallTransport): WebCall {
    const call = new WebCall(transport);
    call.#state = { step: "joined" };
    return call;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  state = (): JoinState => this.#state;

  get canSay(): boolean {
    return this.#transport?.say !== undefined;
  }

  async join(): Promise<void> {
    if (!this.#transport) return;
    try {
      await this.#transport.join();
      this.#set({ step: "joined" });
    } catch (error) {
      this.#set(failure(error));
    }
  }

  async say(text: string): Promise<void> {
    await this.#transport?.say?.(text);
  }

  /** True when the browser was in the call and left it; otherwise the server has to hang up. */
  async hangUp(): Promise<boolean> {
    if (!this.#transport || this.#state.step !== "joined") return false;
    await this.#transport.hangUp();
    return true;
  }

  #set(state: JoinState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
