import { describe, expect, it } from "vitest";
import {
  formatAgo,
  formatDuration,
  formatLatency,
  formatMinutes,
  formatPayload,
  formatPhone,
  formatValue,
  headline,
  humanize,
} from "./format";

describe("format", () => {
  it.each([
    [0, "0:00"],
    [75_400, "1:15"],
    [3_722_000, "1:02:02"],
    [-1, "—"],
    [null, "—"],
    [Number.NaN, "—"],
  ])("duration %s", (ms, text) => expect(formatDuration(ms)).toBe(text));

  it.each([
    [0.44, "0.4 ms"],
    [85.4, "85 ms"],
    [1_240, "1.24 s"],
    [undefined, "—"],
  ])("latency %s", (ms, text) => expect(formatLatency(ms)).toBe(text));

  it.each([
    [45, "45 min"],
    [60, "1 h"],
    [68.3, "1 h 8 min"],
    [null, "—"],
  ])("minutes %s", (minutes, text) => expect(formatMinutes(minutes)).toBe(text));

  it("how long ago", () => {
    const now = Date.parse("2026-11-20T12:00:00Z");
    expect(formatAgo("2026-11-20T11:59:56Z", now)).toBe("just now");
    expect(formatAgo("2026-11-20T11:55:00Z", now)).toMatch(/5\s?m/);
    expect(formatAgo("nonsense", now)).toBe("—");
  });

  it.each([
    ["pod_reminder_acknowledged", "false", "No"],
    ["unloading_status", "N/A", "—"],
    ["current_location", "receiver", "Receiver"],
    ["location.text", "i eighty by davenport", "i eighty by davenport"],
    ["eta_minutes", 75, "1 h 15 min"],
    ["load_secure", true, "Yes"],
  ])("result %s: %s", (key, value, text) => expect(formatPayload(key, value)).toBe(text));

  it("a moment in the result is in the desk's zone, whatever the reader's", () => {
    expect(formatPayload("eta_at", "2026-11-19T19:08:24-06:00")).toMatch(/19.*7:08/);
    expect(formatPayload("eta_at", "soon")).toBe("Soon");
  });

  it("names and values", () => {
    expect(humanize("delay_reason")).toBe("Delay reason");
    expect(humanize("pod_reminder_acknowledged")).toBe("POD reminder acknowledged");
    expect(humanize("location.mile_marker")).toBe("Location mile marker");
    expect(formatValue({ text: "I-80 near Davenport", city: "Davenport" })).toBe(
      "I-80 near Davenport",
    );
    expect(formatValue({ hours: 2, minutes: null })).toBe("hours 2");
    expect(formatValue(["a", true, null])).toBe("a, Yes, —");
    expect(formatValue([])).toBe("—");
    expect(formatPhone("+13125550142")).toBe("+1 312 555 0142");
    expect(formatPhone("+442071838750")).toBe("+442071838750");
  });

  it("a headline has no full stop, several sentences keep theirs", () => {
    expect(headline("There is no such call here.")).toBe("There is no such call here");
    expect(headline("Over. Try again.")).toBe("Over. Try again.");
    expect(headline("Did it end?")).toBe("Did it end?");
  });
});
