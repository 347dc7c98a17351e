import { Link } from "@tanstack/react-router";
import { ShieldCheck } from "lucide-react";
import type { CallRow } from "@/api/types";
import { Section } from "@/components/section";
import { OutcomeChip } from "@/components/status";
import { Ago } from "@/components/time";
import { attentionReason, isEmergency } from "@/features/call/next-step";

const SHOWN = 8;

export function NeedsAttention({ calls }: { calls: CallRow[] }) {
  const entries = calls
    .map((call) => ({ call, reason: attentionReason(call) }))
    .filter((entry) => entry.reason !== null)
    .sort((a, b) => Number(isEmergency(b.call)) - Number(isEmergency(a.call)));
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
