import { SimTransport } from "./sim-transport";
import { WebCall } from "./web-call";

/** The call this browser tab started last; it outlives a look at another page, and a reload. */
export interface ActiveCall {
  id: string;
  driver: string;
  load: string;
  web: WebCall;
  /** What a reloaded page needs to go on speaking for a simulated driver. */
  typed?: { callId: string; token: string };
}

const KEY = "active-call";

/** Storage may be switched off; the call then lives as long as the page. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

function restore(): ActiveCall | null {
  try {
    const kept = JSON.parse(storage()?.getItem(KEY) ?? "null") as Omit<ActiveCall, "web"> | null;
    if (!kept?.id) return null;
    const { typed } = kept;
    // Words can be typed again; a microphone is gone with the page it belonged to.
    const web = typed
      ? WebCall.joined(new SimTransport(typed.callId, typed.token))
      : new WebCall(null);
    return { ...kept, web };
  } catch {
    return null;
  }
}

export class ActiveCallStore {
  readonly #listeners = new Set<() => void>();
  #call: ActiveCall | null = restore();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get = (): ActiveCall | null => this.#call;

  set(call: ActiveCall): void {
    this.#call = call;
    const { id, driver, load, typed } = call;
    storage()?.setItem(KEY, JSON.stringify({ id, driver, load, typed }));
    for (const listener of this.#listeners) listener();
  }

  /** The call is over: this page still shows it, the next one starts afresh. */
  over(id: string): void {
    if (this.#call?.id === id) storage()?.removeItem(KEY);
  }
}
