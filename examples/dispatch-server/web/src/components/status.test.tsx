import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { attentionReason } from "@/features/overview/needs-attention";
import { callRow } from "@/test/fixtures";
import { OutcomeChip } from "./status";

describe("where a call stands", () => {
  it.each([
    [{ live: true, status: "updated" as const, call_outcome: null }, "On the call"],
    [{ status: "initiated" as const, call_outcome: null }, "Starting"],
    [{ status: "updated" as const, call_outcome: null }, "Connecting"],
    [{}, "In-Transit Update"],
    [{ call_outcome: "Something New" }, "Something New"],
    [{ call_outcome: null, disconnection_reason: "dial_no_answer" }, "No answer"],
    [{ call_outcome: null, disconnection_reason: "error_unknown" }, "Failed"],
    [{ call_outcome: null, disconnection_reason: null }, "Failed"],
    [{ call_outcome: "Incomplete", disconnection_reason: "error_asr" }, "Incomplete"],
  ])("%o is %s", (change, words) => {
    render(<OutcomeChip row={callRow(change)} />);
    expect(screen.getByText(words)).toBeInTheDocument();
  });
});

describe("what needs a person", () => {
  it.each([
    [{}, null],
    [{ scenario: "Emergency" as const }, "Emergency: I-80 near Davenport"],
    [
      { call_outcome: "Emergency Escalation", current_location: "N/A" },
      "Emergency reported; call the driver",
    ],
    [{ delay_minutes: 59 }, null],
    [{ delay_minutes: 75 }, "Late by 1 h 15 min; tell the receiver"],
    [{ live: true, scenario: "Emergency" as const }, null],
    [{ call_outcome: "Wrong Contact" }, "Check the driver's number"],
    [
      { call_outcome: null, disconnection_reason: "dial_busy" },
      "The call did not go through; try again",
    ],
  ])("%o", (change, reason) => expect(attentionReason(callRow(change))).toBe(reason));
});
