import type { WebCall } from "./web-call";

/** The call this browser tab started last; it outlives a look at another page. */
export interface ActiveCall {
  id: string;
  driver: string;
  load: string;
  web: WebCall;
}

export class ActiveCallStore {
  readonly #listeners = new Set<() => void>();
  #call: ActiveCall | null = null;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get = (): ActiveCall | null => this.#call;

  set(call: ActiveCall): void {
    this.#call = call;
    for (const listener of this.#listeners) listener();
  }
}
