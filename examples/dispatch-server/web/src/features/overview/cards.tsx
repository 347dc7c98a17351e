import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { analyticsQuery } from "@/api/queries";
import type { Metrics } from "@/api/types";
import { Problem } from "@/components/problem";
import { Skeleton } from "@/components/skeleton";
import type { ConversationSearch } from "@/features/conversations/search";
import { formatCount, formatMinutes } from "@/lib/format";
import { Sparkline } from "./sparkline";
import { type TrendField, trendOf, trendText, twoWeeksAgo } from "./trend";

interface CardSpec {
  label: string;
  value: (metrics: Metrics) => string;
  search: Partial<ConversationSearch>;
  field?: TrendField;
  note?: string;
}

const CARDS: CardSpec[] = [
  { label: "Total calls", value: (m) => formatCount(m.total_calls), search: {}, field: "calls" },
  {
    label: "Arrivals",
    value: (m) => formatCount(m.arrivals),
    search: { q: "Arrival Confirmation" },
    field: "arrivals",
  },
  {
    label: "Delays",
    value: (m) => formatCount(m.delays),
    search: { status: "delays" },
    field: "delays",
  },
  {
    label: "Emergencies",
    value: (m) => formatCount(m.emergencies),
    search: { q: "Emergency Escalation" },
    field: "emergencies",
  },
  {
    label: "Average delay",
    value: (m) => formatMinutes(m.avg_delay_minutes),
    search: { status: "delays" },
    note: "where a delay was given",
  },
];

function CardFrame({ children }: { children: ReactNode }) {
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-5 max-sm:[&>li:first-child]:col-span-2">
      {children}
    </ul>
  );
}

export function Cards({ metrics }: { metrics: UseQueryResult<Metrics> }) {
  const trends = useQuery(analyticsQuery({ date_from: twoWeeksAgo() }));

  if (metrics.isPending) {
    return (
      <CardFrame>
        {CARDS.map((card) => (
          <li key={card.label} className="card space-y-3 p-4">
            <Skeleton className="w-20" />
            <Skeleton className="h-7 w-16" />
          </li>
        ))}
      </CardFrame>
    );
  }
  if (metrics.isError) {
    return <Problem error={metrics.error} onRetry={() => void metrics.refetch()} />;
  }
  return (
    <CardFrame>
      {CARDS.map((card) => {
        const trend = card.field && trends.data ? trendOf(trends.data.days, card.field) : null;
        return (
          <li key={card.label} className="card relative p-4 hover:border-line-strong">
            <Link
              to="/conversations"
              search={card.search}
              className="font-medium text-muted after:absolute after:inset-0 hover:text-ink"
            >
              {card.label}
            </Link>
            <div className="flex items-end justify-between gap-2">
              <p className="num text-2xl leading-9 font-semibold tracking-tight">
                {card.value(metrics.data)}
              </p>
              {trend && <Sparkline values={trend.values} />}
            </div>
            <p className="text-xs text-muted">
              {trend ? trendText(trend) : (card.note ?? "\u00a0")}
            </p>
          </li>
        );
      })}
    </CardFrame>
  );
}
