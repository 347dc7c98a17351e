import { describe, expect, it } from "vitest";
import { EventStreamParser } from "./parser";

describe("EventStreamParser", () => {
  it("reads name, id and several lines of data", () => {
    const parser = new EventStreamParser();
    expect(parser.push("id: 7\nevent: call\ndata: {\ndata: }\n\n")).toEqual([
      { event: "call", data: "{\n}", id: "7" },
    ]);
  });

  it("gives the same messages wherever the text is cut", () => {
    const text = ": hi\r\nid: 1\r\nevent: a\r\ndata: x\r\n\r\nevent: b\ndata:y\n\ndata: z\n\n";
    const whole = new EventStreamParser().push(text);
    expect(whole.map((message) => message.event)).toEqual(["a", "b", "message"]);
    for (let cut = 0; cut <= text.length; cut += 1) {
      const parser = new EventStreamParser();
      const parts = [...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))];
      expect(parts).toEqual(whole);
    }
  });

  it("keeps the last id and drops events without data", () => {
    const parser = new EventStreamParser();
    expect(parser.push("id: 3\n\n")).toEqual([]);
    expect(parser.push("data: x\n\n")).toEqual([{ event: "message", data: "x", id: "3" }]);
  });
});
