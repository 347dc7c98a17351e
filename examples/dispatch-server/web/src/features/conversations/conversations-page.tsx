import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Download, SearchX } from "lucide-react";
import { csvUrl } from "@/api/client";
import { conversationsQuery } from "@/api/queries";
import { EmptyState } from "@/components/empty-state";
import { Page } from "@/components/page";
import { Problem } from "@/components/problem";
import { TableSkeleton } from "@/components/skeleton";
import { formatCount } from "@/lib/format";
import { usePollInterval } from "@/live/context";
import { CallTable } from "./call-table";
import { Filters } from "./filters";
import { Pager } from "./pager";
import {
  compact,
  type ConversationSearch,
  filtersOnly,
  hasFilters,
  SEARCH_DEFAULTS,
  refines,
  withFilter,
} from "./search";

const route = getRouteApi("/conversations");

export function ConversationsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const refetchInterval = usePollInterval();
  const query = useQuery({ ...conversationsQuery(compact(search)), refetchInterval });
  const total = query.data?.total ?? 0;

  function filter(change: Partial<ConversationSearch>) {
    void navigate({ search: withFilter(search, change), replace: refines(search, change) });
  }

  return (
    <Page
      title="Conversations"
      intro="Every call, newest first. The address of this page holds the filter."
      actions={
        total > 0 && (
          <a className="btn" href={csvUrl(filtersOnly(search))} download>
            <Download aria-hidden="true" className="size-4" />
            CSV of {total === 1 ? "1 call" : `all ${formatCount(total)} calls`}
          </a>
        )
      }
    >
      <Filters
        search={search}
        onChange={filter}
        onClear={() => void navigate({ search: { ...SEARCH_DEFAULTS, limit: search.limit } })}
      />
      <p role="status" className="sr-only">
        {query.isSuccess ? `${formatCount(total)} calls found` : ""}
      </p>
      {query.isPending ? (
        <TableSkeleton rows={10} />
      ) : query.isError ? (
        <Problem error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data.items.length === 0 ? (
        <div className="card">
          {hasFilters(search) || search.page > 1 ? (
            <EmptyState
              icon={SearchX}
              title="No call matches"
              text="Loosen or clear the filters."
              action={
                <button
                  type="button"
                  className="btn"
                  onClick={() => void navigate({ search: SEARCH_DEFAULTS })}
                >
                  Clear the filters
                </button>
              }
            />
          ) : (
            <EmptyState
              icon={SearchX}
              title="No conversations yet"
              text="Calls appear here as soon as they are started."
              action={
                <Link to="/call" className="btn btn-primary">
                  Start a call
                </Link>
              }
            />
          )}
        </div>
      ) : (
        <div
          aria-busy={query.isPlaceholderData}
          className={query.isPlaceholderData ? "opacity-60" : ""}
        >
          <CallTable calls={query.data.items} search={search} />
          <Pager
            page={query.data.page}
            limit={query.data.limit}
            total={total}
            onPage={(page) => void navigate({ search: { ...search, page } })}
            onLimit={(limit) => void navigate({ search: { ...search, limit, page: 1 } })}
          />
        </div>
      )}
    </Page>
  );
}
