import { Link } from "@tanstack/react-router";
import { ShieldCheck } from "lucide-react";
import type { CallRow } from "@/api/types";
import { Section } from "@/components/section";
import { failureOf, OutcomeChip } from "@/components/status";
import { Ago } from "@/components/time";
import { formatMinutes, formatPlace } from "@/lib/format";

const SHOWN = 8;

/** Why a person should look at this call; null when nobody needs to. */
export function attentionReason(call: CallRow): string | null {
  if (call.live) return null;
  if (call.scenario === "Emergency" || call.call_outcome === "Emergency Escalation") {
    return call.current_location && call.current_location !== "N/A"
      ? `Emergency: ${formatPlace(call.current_location)}`
      : "Emergency reported; call the driver";
  }
  if (failureOf(call)) return "The call did not go through; try again";
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

function urgency(call: CallRow): number {
  return call.scenario === "Emergency" || call.call_outcome === "Emergency Escalation" ? 0 : 1;
}

export function NeedsAttention({ calls }: { calls: CallRow[] }) {
  const entries = calls
    .map((call) => ({ call, reason: attentionReason(call) }))
    .filter((entry) => entry.reason !== null)
    .sort((a, b) => urgency(a.call) - urgency(b.call));
  return (
    <div className="self-start">
      <Section
        title="Needs attention"
        aside={<span className="text-xs text-muted">last {calls.length} calls</span>}
        flush
      >
        {entries.length === 0 ? (
          <p className="flex items-center gap-2 px-4 py-5 text-muted">
            <ShieldCheck aria-hidden="true" className="size-4.5 text-ok" />
            Nothing is waiting for a person.
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {entries.slice(0, SHOWN).map(({ call, reason }) => (
              <li key={call.id} className="relative space-y-1 px-4 py-3 hover:bg-sunken">
                <div className="flex flex-wrap items-center justify-between gap-2">
                  <OutcomeChip row={call} />
                  <span className="text-xs text-muted">
                    <Ago at={call.ended_at ?? call.created_at} />
                  </span>
                </div>
                <p className="truncate">
                  <Link
                    to="/calls/$id"
                    params={{ id: call.id }}
                    className="font-medium after:absolute after:inset-0"
                  >
                    {call.driver_name || "Unknown driver"}
                  </Link>
                  <span className="text-muted"> · {call.load_number || "no load"}</span>
                </p>
                <p className="text-muted">{reason}</p>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
