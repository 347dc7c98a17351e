import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { attentionReason, nextStep } from "@/features/call/next-step";
import { callDetail, callRow } from "@/test/fixtures";
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
      "The driver was not reached; try again later",
    ],
    [
      { call_outcome: null, disconnection_reason: "dial_failed" },
      "The call did not go through; try again",
    ],
  ])("%o", (change, reason) => expect(attentionReason(callRow(change))).toBe(reason));
});

describe("what to do after a call", () => {
  const quiet = { sentence: "The agent ended the call.", next_step: "Nothing to do." };

  it("nothing, when the facts are in", () => {
    expect(nextStep(callDetail({ end_reason: quiet }))).toBe("Nothing to do.");
  });

  it("what the server says, when there is something to do", () => {
    const next_step = "Call the driver back at the time they asked for.";
    const call = callDetail({
      call_outcome: "Callback Requested",
      end_reason: { ...quiet, next_step },
    });
    expect(nextStep(call)).toBe(next_step);
  });

  it("never nothing after an emergency or a long delay", () => {
    const emergency = callDetail({ scenario: "Emergency", end_reason: quiet });
    expect(nextStep(emergency)).toMatch(/Emergency/);
    expect(nextStep(callDetail({ delay_minutes: 90, end_reason: quiet }))).toMatch(
      /tell the receiver/,
    );
  });
});
