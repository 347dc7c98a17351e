import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { conversationsQuery } from "@/api/queries";
import type { CallRow } from "@/api/types";
import { Problem } from "@/components/problem";
import { Section } from "@/components/section";
import { Skeleton } from "@/components/skeleton";
import { DriverChip } from "@/components/status";
import { Elapsed } from "@/components/time";
import { formatPhase } from "@/lib/format";
import { useLiveCall, usePollInterval } from "@/live/context";

export function LiveNow() {
  const refetchInterval = usePollInterval();
  const live = useQuery({
    ...conversationsQuery({ status: "live", limit: 20 }),
    refetchInterval,
  });
  const calls = live.data?.items.filter((call) => call.live) ?? [];

  return (
    <Section
      title="Live now"
      aside={<span className="num text-muted">{live.isSuccess ? calls.length : ""}</span>}
      flush
    >
      {live.isPending ? (
        <div className="p-4">
          <Skeleton className="w-64" />
        </div>
      ) : live.isError ? (
        <div className="p-3">
          <Problem error={live.error} onRetry={() => void live.refetch()} />
        </div>
      ) : calls.length === 0 ? (
        <p className="px-4 py-5 text-muted">
          Nobody is on the phone.{" "}
          <Link to="/call" className="link">
            Start a call
          </Link>
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {calls.map((call) => (
            <LiveRow key={call.id} call={call} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function LiveRow({ call }: { call: CallRow }) {
  const { turns, phase } = useLiveCall(call.id);
  const last = turns.at(-1);
  return (
    <li className="relative grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 px-4 py-3 hover:bg-sunken">
      <p className="min-w-0 truncate">
        <Link
          to="/calls/$id"
          params={{ id: call.id }}
          className="font-medium after:absolute after:inset-0"
        >
          {call.driver_name || "Unknown driver"}
        </Link>
        <span className="text-muted"> · {call.load_number || "no load"}</span>
        {phase && <span className="text-muted"> · {formatPhase(phase)}</span>}
      </p>
      <p className="flex items-center gap-3 text-muted">
        {call.driver_status && <DriverChip status={call.driver_status} />}
        <Elapsed since={call.started_at ?? call.created_at} />
      </p>
      <p className="col-span-2 truncate text-muted">
        {last ? (
          <>
            <span className="font-medium">{last.role === "agent" ? "Agent" : "Driver"}:</span>{" "}
            {last.content}
          </>
        ) : (
          "Waiting for the first words"
        )}
      </p>
    </li>
  );
}
