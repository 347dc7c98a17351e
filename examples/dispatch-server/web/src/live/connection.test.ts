import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LiveConnection, type LiveState } from "./connection";

/** A server in the test's hand: each connection is a stream it writes to, ends or never opens. */
function harness() {
  const requests: { lastId: string | null; send: (text: string) => void; end: () => void }[] = [];
  const states: LiveState[] = [];
  const events: string[] = [];
  let status = 200;
  const fetch = (_: RequestInfo | URL, init?: RequestInit) => {
    const encoder = new TextEncoder();
    let stream: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void (stream = controller),
    });
    init?.signal?.addEventListener("abort", () => {
      try {
        stream.error(new DOMException("aborted", "AbortError"));
      } catch {
        // Ended already.
      }
    });
    requests.push({
      lastId: new Headers(init?.headers).get("last-event-id"),
      send: (text) => stream.enqueue(encoder.encode(text)),
      end: () => stream.close(),
    });
    return Promise.resolve(new Response(status === 200 ? body : null, { status }));
  };
  const connection = new LiveConnection({
    url: "/events",
    fetch: fetch as typeof globalThis.fetch,
    onState: (state) => states.push(state),
    onMessage: (message) => events.push(message.event),
    random: () => 1,
    silenceMs: 40_000,
  });
  return { connection, requests, states, events, fail: (code: number) => void (status = code) };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe("LiveConnection", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("says live only after a real event", async () => {
    const { connection, requests, states } = harness();
    connection.open();
    await settle();
    expect(states).toEqual(["connecting"]);
    requests[0]?.send(": a comment is no event\n\n");
    await settle();
    expect(states).toEqual(["connecting"]);
    requests[0]?.send("event: hello\ndata: {}\n\n");
    await settle();
    expect(states.at(-1)).toBe("live");
    connection.close();
  });

  it("dials again with the last id, and is not live until the next event", async () => {
    const { connection, requests, states, events } = harness();
    connection.open();
    await settle();
    requests[0]?.send("id: 41\nevent: call\ndata: {}\n\nid: 42\nevent: call\ndata: {}\n\n");
    await settle();
    requests[0]?.end();
    await settle();
    expect(states.at(-1)).toBe("offline");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(requests).toHaveLength(2);
    expect(requests[1]?.lastId).toBe("42");
    expect(states.at(-1)).toBe("offline");
    requests[1]?.send("id: 43\nevent: resync\ndata: {}\n\n");
    await settle();
    expect(states.at(-1)).toBe("live");
    expect(events).toEqual(["call", "call", "resync"]);
    connection.close();
  });

  it("waits longer after each failure, at most the cap", async () => {
    const { connection, requests, fail } = harness();
    fail(503);
    connection.open();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 7; attempt += 1) {
      await settle();
      const before = requests.length;
      let waited = 0;
      while (requests.length === before) {
        await vi.advanceTimersByTimeAsync(500);
        waited += 500;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    connection.close();
  });

  it("gives up a connection that has gone silent", async () => {
    const { connection, requests, states } = harness();
    connection.open();
    await settle();
    requests[0]?.send("event: hello\ndata: {}\n\n");
    await vi.advanceTimersByTimeAsync(39_000);
    expect(states.at(-1)).toBe("live");
    await vi.advanceTimersByTimeAsync(1_500);
    expect(states.at(-1)).toBe("offline");
    connection.close();
  });

  it("stays closed once closed", async () => {
    const { connection, requests, states } = harness();
    connection.open();
    await settle();
    connection.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(1);
    expect(states).toEqual(["connecting"]);
  });
});
