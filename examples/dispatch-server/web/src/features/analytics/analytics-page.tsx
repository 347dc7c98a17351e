import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ChartNoAxesColumn } from "lucide-react";
import { analyticsQuery } from "@/api/queries";
import type { Analytics } from "@/api/types";
import { EmptyState } from "@/components/empty-state";
import { Page } from "@/components/page";
import { Problem } from "@/components/problem";
import { PageSkeleton } from "@/components/skeleton";
import { formatDuration, formatLatency, humanize } from "@/lib/format";
import { usePollInterval } from "@/live/context";
import { Distribution } from "./distribution";
import { PercentileCard } from "./percentile-card";
import { rangeOf } from "./range";
import { RangePicker } from "./range-picker";
import { Volume } from "./volume";

const route = getRouteApi("/analytics");

export function AnalyticsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const refetchInterval = usePollInterval();
  const query = useQuery({ ...analyticsQuery(rangeOf(search)), refetchInterval });

  const longest = search.days === 90;
  return (
    <Page
      title="Analytics"
      intro="How the calls went, and how fast the agent answered."
      actions={<RangePicker search={search} onChange={(next) => void navigate({ search: next })} />}
    >
      {query.isPending ? (
        <PageSkeleton />
      ) : query.isError ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data.days.every((day) => day.calls === 0) ? (
        <div className="card">
          <EmptyState
            icon={ChartNoAxesColumn}
            title="No calls in these days"
            text={longest ? "Start a call, or choose other days." : "Choose a longer range."}
            action={
              longest ? (
                <Link to="/call" className="btn">
                  Start a call
                </Link>
              ) : (
                <button
                  type="button"
                  className="btn"
                  onClick={() => void navigate({ search: { days: 90 } })}
                >
                  Show 90 days
                </button>
              )
            }
          />
        </div>
      ) : (
        <Charts data={query.data} stale={query.isPlaceholderData} />
      )}
    </Page>
  );
}

function Charts({ data, stale }: { data: Analytics; stale: boolean }) {
  return (
    <div className={`space-y-5 ${stale ? "opacity-60" : ""}`} aria-busy={stale}>
      <Volume days={data.days} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <PercentileCard
          title="Turn latency"
          hint="until the agent's first words"
          data={data.turn_latency_ms ?? null}
          format={formatLatency}
          unit="turns"
        />
        <PercentileCard
          title="Call length"
          hint="of calls that ended"
          data={data.duration_ms ?? null}
          format={formatDuration}
          unit="calls"
        />
      </div>
      <div className="grid items-start gap-5 md:grid-cols-2 xl:grid-cols-3">
        <Distribution title="Outcomes" data={data.outcomes} column="Outcome" />
        <Distribution
          title="Delay reasons"
          data={data.delay_reasons}
          column="Reason"
          empty="No driver was late."
        />
        <Distribution
          title="End reasons"
          data={data.end_reasons}
          column="Reason"
          label={humanize}
        />
      </div>
    </div>
  );
}
