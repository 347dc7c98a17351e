import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { keys } from "@/api/queries";
import { callDetail, callRow, conversations } from "@/test/fixtures";
import { applyCall, makeRefresher, resync } from "./cache";
import { LiveCallStore } from "./call-store";
import { decodeEvent } from "./events";

describe("live events", () => {
  it("a changed row replaces itself in every cached list and in the detail", () => {
    const client = new QueryClient();
    client.setQueryData([...keys.conversations, {}], conversations([callRow()]));
    client.setQueryData(keys.call("call_1"), callDetail());
    applyCall(client, callRow({ call_outcome: "Arrival Confirmation" }));
    expect(client.getQueryData([...keys.conversations, {}])).toMatchObject({
      items: [{ call_outcome: "Arrival Confirmation" }],
    });
    expect(client.getQueryData(keys.call("call_1"))).toMatchObject({
      call_outcome: "Arrival Confirmation",
      transcript: [{}, {}],
    });
    expect(client.getQueryState(keys.call("call_1"))?.isInvalidated).toBe(true);
  });

  it("a burst refreshes lists and numbers once", () => {
    vi.useFakeTimers();
    const client = new QueryClient();
    const invalidate = vi.spyOn(client, "invalidateQueries");
    const refresh = makeRefresher(client, 400);
    for (let event = 0; event < 20; event += 1) refresh();
    vi.advanceTimersByTime(400);
    expect(invalidate).toHaveBeenCalledTimes(3);
    vi.useRealTimers();
  });

  it("resync distrusts everything", () => {
    const client = new QueryClient();
    client.setQueryData(keys.info, {});
    resync(client);
    expect(client.getQueryState(keys.info)?.isInvalidated).toBe(true);
  });

  it("turns are kept in order and replaced by the same place", () => {
    const store = new LiveCallStore();
    const turn = (seq: number, content: string) =>
      store.turn("c1", { seq, role: "agent", content, final: false });
    turn(1, "second");
    turn(0, "first");
    turn(1, "second, longer");
    expect(store.get("c1").turns.map((entry) => entry.content)).toEqual([
      "first",
      "second, longer",
    ]);
  });

  it("unknown events and bad data are ignored", () => {
    expect(decodeEvent({ event: "news", data: "{}", id: null })).toBeNull();
    expect(decodeEvent({ event: "call", data: "{", id: null })).toBeNull();
    expect(decodeEvent({ event: "turn", data: "null", id: null })).toBeNull();
    expect(decodeEvent({ event: "resync", data: "", id: null })).toEqual({ kind: "resync" });
  });
});
