import { Link } from "@tanstack/react-router";
import type { CallRow } from "@/api/types";
import { Section } from "@/components/section";
import { DriverChip, OutcomeChip } from "@/components/status";
import { Ago } from "@/components/time";
import { formatPlace } from "@/lib/format";

export function RecentActivity({ calls }: { calls: CallRow[] }) {
  return (
    <Section
      title="Recent activity"
      aside={
        <Link to="/conversations" className="link">
          All conversations
        </Link>
      }
      flush
    >
      <ul className="divide-y divide-line">
        {calls.map((call) => (
          <li
            // A changed row is a new element, so that it lights up for a moment.
            key={`${call.id}:${call.status}:${call.call_outcome ?? ""}`}
            className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 px-4 py-2.5 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_auto_4.5rem]"
          >
            <div className="min-w-0">
              <Link
                to="/calls/$id"
                params={{ id: call.id }}
                className="block truncate font-medium after:absolute after:inset-0"
              >
                {call.driver_name || "Unknown driver"}
              </Link>
              <p className="truncate text-xs text-muted">
                {call.load_number || "no load"}
                {call.current_location && call.current_location !== "N/A"
                  ? ` · ${formatPlace(call.current_location)}`
                  : ""}
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-2 max-sm:order-last max-sm:col-span-2">
              {call.driver_status && call.driver_status !== "Unknown" && (
                <DriverChip status={call.driver_status} />
              )}
              <OutcomeChip row={call} />
            </div>
            <p className="num text-right text-xs whitespace-nowrap text-muted">
              <Ago at={call.ended_at ?? call.started_at ?? call.created_at} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
