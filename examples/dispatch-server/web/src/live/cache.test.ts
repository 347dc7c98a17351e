import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { keys } from "@/api/queries";
import { mergeTranscript } from "@/features/call/transcript";
import { callDetail, callRow, conversations } from "@/test/fixtures";
import { applyCall, makeRefresher, resync } from "./cache";
import { LiveCallStore } from "./call-store";
import { EmergencyWatch } from "./emergency";
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

  it("an answer stays whole while it is spoken, and is cut when the driver breaks in", () => {
    const store = new LiveCallStore();
    const say = (content: string, final = false) =>
      store.turn("c1", { seq: 0, role: "agent", content, final });
    const text = () => store.get("c1").turns[0]?.content;
    say("Got it. Where are you?");
    say("Got");
    say("Got it.");
    expect(text()).toBe("Got it. Where are you?");
    say("Got it.", true);
    expect(text()).toBe("Got it.");
    say("Something else");
    expect(text()).toBe("Something else");
  });

  it("an emergency is news once, and only while it is fresh", () => {
    const watch = new EmergencyWatch();
    const now = Date.parse("2026-11-19T15:02:00Z");
    const call = callRow({ scenario: "Emergency" });
    expect(watch.isNew(callRow(), now)).toBe(false);
    expect(watch.isNew(call, now)).toBe(true);
    expect(watch.isNew(call, now)).toBe(false);
    expect(watch.isNew({ ...call, id: "c9" }, now + 3_600_000)).toBe(false);
  });

  it("live turns stand in their places until the record has come", () => {
    const record = [{ role: "agent", content: "Hello" }];
    const live = [
      { seq: 0, role: "agent" as const, content: "Hello there", final: true },
      { seq: 3, role: "user" as const, content: "yep", final: false },
    ];
    expect(mergeTranscript(record, live, false).map((line) => line.content)).toEqual([
      "Hello there",
      "yep",
    ]);
    expect(mergeTranscript(record, live, true)).toEqual(record);
    expect(mergeTranscript([], live, true)).toHaveLength(2);
  });

  it("unknown events and bad data are ignored", () => {
    expect(decodeEvent({ event: "news", data: "{}", id: null })).toBeNull();
    expect(decodeEvent({ event: "call", data: "{", id: null })).toBeNull();
    expect(decodeEvent({ event: "turn", data: "null", id: null })).toBeNull();
    expect(decodeEvent({ event: "resync", data: "", id: null })).toEqual({ kind: "resync" });
  });
});
