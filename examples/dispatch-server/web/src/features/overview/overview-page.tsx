import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PhoneOutgoing } from "lucide-react";
import { conversationsQuery, metricsQuery } from "@/api/queries";
import { EmptyState } from "@/components/empty-state";
import { Page } from "@/components/page";
import { Problem } from "@/components/problem";
import { TableSkeleton } from "@/components/skeleton";
import { usePollInterval } from "@/live/context";
import { Cards } from "./cards";
import { LiveNow } from "./live-now";
import { NeedsAttention } from "./needs-attention";
import { RecentActivity } from "./recent-activity";

export function OverviewPage() {
  const refetchInterval = usePollInterval();
  const recent = useQuery({ ...conversationsQuery({ limit: 50 }), refetchInterval });

  const metrics = useQuery({ ...metricsQuery, refetchInterval });
  // One cause, one message: when nothing answers, the cards do not repeat it.
  const allDown = recent.isError && metrics.isError;

  function retry() {
    void recent.refetch();
    if (metrics.isError) void metrics.refetch();
  }

  return (
    <Page
      title="Overview"
      intro="Check calls to drivers, as they happen."
      actions={
        <Link to="/call" className="btn btn-primary">
          <PhoneOutgoing aria-hidden="true" className="size-4" /> Start a call
        </Link>
      }
    >
      {!allDown && <Cards metrics={metrics} />}
      {recent.isPending ? (
        <TableSkeleton />
      ) : recent.isError ? (
        <Problem error={recent.error} onRetry={retry} />
      ) : recent.data.total === 0 ? (
        <div className="card">
          <EmptyState
            icon={PhoneOutgoing}
            title="No calls yet"
            text="Start the first check call; it appears here while it is on."
            action={
              <Link to="/call" className="btn">
                Start a call
              </Link>
            }
          />
        </div>
      ) : (
        <div className="grid gap-5 xl:grid-cols-[minmax(0,2fr)_minmax(300px,1fr)]">
          <div className="min-w-0 space-y-5">
            <LiveNow />
            <RecentActivity calls={recent.data.items.slice(0, 10)} />
          </div>
          <NeedsAttention calls={recent.data.items} />
        </div>
      )}
    </Page>
  );
}
