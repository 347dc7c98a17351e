import { EventStreamParser, type StreamMessage } from "./parser";

/** `live` only after a real event has arrived on the present connection. */
export type LiveState = "connecting" | "live" | "offline";

export interface ConnectionOptions {
  url: string;
  onMessage: (message: StreamMessage) => void;
  onState: (state: LiveState) => void;
  /** No byte for so long means a dead connection; the server's heartbeat comes every 15 s. */
  silenceMs?: number;
  firstRetryMs?: number;
  maxRetryMs?: number;
  fetch?: typeof fetch;
  random?: () => number;
}

/**
 * Keeps one event stream open: reads it with fetch, so that the last event id goes with every
 * reconnect, silence is noticed, and an HTTP error is retried rather than final.
 */
export class LiveConnection {
  readonly #options: Required<ConnectionOptions>;
  #abort: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastId: string | null = null;
  #failures = 0;
  #closed = true;

  constructor(options: ConnectionOptions) {
    this.#options = {
      silenceMs: 40_000,
      firstRetryMs: 1_000,
      maxRetryMs: 30_000,
      fetch: (input, init) => fetch(input, init),
      random: Math.random,
      ...options,
    };
  }

  open(): void {
    if (!this.#closed) return;
    this.#closed = false;
    this.#options.onState("connecting");
    void this.#run();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }

  /** Reconnects at once, for example when the network came back. */
  retryNow(): void {
    if (this.#closed || this.#abort) return;
    clearTimeout(this.#timer);
    void this.#run();
  }

  async #run(): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    try {
      await this.#read(abort);
    } catch {
      // Whatever broke the stream, the answer is the same: wait and dial again.
    } finally {
      abort.abort();
      this.#abort = null;
    }
    if (this.#closed) return;
    this.#options.onState("offline");
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.#run(), this.#delay());
  }

  #delay(): number {
    const { firstRetryMs, maxRetryMs, random } = this.#options;
    const cap = Math.min(maxRetryMs, firstRetryMs * 2 ** Math.min(this.#failures - 1, 10));
    return cap / 2 + (cap / 2) * random();
  }

  async #read(abort: AbortController): Promise<void> {
    const { url, onMessage, onState, silenceMs } = this.#options;
    let watchdog = setTimeout(() => abort.abort(), silenceMs);
    try {
      const headers: Record<string, string> = { accept: "text/event-stream" };
      if (this.#lastId !== null) headers["last-event-id"] = this.#lastId;
      const response = await this.#options.fetch(url, {
        headers,
        cache: "no-store",
        signal: abort.signal,
      });
      if (!response.ok || !response.body) throw new Error(`event stream: ${response.status}`);
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      const parser = new EventStreamParser();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => abort.abort(), silenceMs);
        for (const message of parser.push(decoder.decode(value, { stream: true }))) {
          if (message.id !== null) this.#lastId = message.id;
          this.#failures = 0;
          onState("live");
          onMessage(message);
        }
      }
    } finally {
      clearTimeout(watchdog);
    }
  }
}
