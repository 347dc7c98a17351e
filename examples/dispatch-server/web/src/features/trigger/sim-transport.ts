import { problemFrom, unreachable } from "@/api/problem";
import type { WebCallTransport } from "./transport";

/** The driver's side of a simulated call: what would be speech is typed. */
export class SimTransport implements WebCallTransport {
  readonly #base: string;
  readonly #token: string;

  constructor(callId: string, accessToken: string) {
    this.#base = `/sim/calls/${encodeURIComponent(callId)}`;
    this.#token = accessToken;
  }

  join(): Promise<void> {
    return this.#post("join", {});
  }

  say(text: string): Promise<void> {
    return this.#post("say", { text });
  }

  hangUp(): Promise<void> {
    return this.#post("hangup", {});
  }

  async #post(action: string, body: unknown): Promise<void> {
    const response = await fetch(`${this.#base}/${action}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${this.#token}`,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    }).catch(() => {
      throw unreachable();
    });
    if (response.ok) return;
    throw problemFrom(response.status, await response.json().catch(() => null));
  }
}
