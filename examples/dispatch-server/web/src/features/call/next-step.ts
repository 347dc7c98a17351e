import type { CallDetail, CallRow } from "@/api/types";
import { failureOf } from "@/components/status";
import { formatMinutes, formatPlace } from "@/lib/format";

/** The server's words when nothing follows from how the call ended. */
const NOTHING = "Nothing to do.";

export function isEmergency(call: CallRow): boolean {
  return call.scenario === "Emergency" || call.call_outcome === "Emergency Escalation";
}

/** Why a person should look at this call; null when nobody needs to. */
export function attentionReason(call: CallRow): string | null {
  if (call.live) return null;
  if (isEmergency(call)) {
    return formatPlace(call.current_location) === "—"
      ? "Emergency reported; call the driver"
      : `Emergency: ${formatPlace(call.current_location)}`;
  }
  const failed = failureOf(call);
  if (failed) {
    return failed.tone === "danger"
      ? "The call did not go through; try again"
      : "The driver was not reached; try again later";
  }
  switch (call.call_outcome) {
    case "No Response":
    case "Voicemail":
      return "The driver was not reached; try again later";
    case "Wrong Contact":
      return "Check the driver's number";
    case "Callback Requested":
      return "The driver asked to be called back";
    case "Poor Connection":
    case "Uncooperative Driver":
    case "Incomplete":
      return "The update is missing; call by hand";
    default:
      break;
  }
  return call.delay_minutes !== null && call.delay_minutes >= 60
    ? `Late by ${formatMinutes(call.delay_minutes)}; tell the receiver`
    : null;
}

/** What to do after this call: the server's advice, and who else wants to know of a long delay. */
export function nextStep(call: CallDetail): string | null {
  const said = call.end_reason?.next_step;
  if (said && said !== NOTHING) return said;
  const reason = attentionReason(call);
  return reason ? `${reason}.` : (said ?? null);
}
