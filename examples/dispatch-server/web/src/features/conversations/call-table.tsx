import { Link, useNavigate } from "@tanstack/react-router";
import { Globe, Phone } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { CallRow } from "@/api/types";
import { DriverChip, OutcomeChip } from "@/components/status";
import { Elapsed } from "@/components/time";
import { formatDateTime, formatDuration, formatFullDateTime, formatPlace } from "@/lib/format";
import { isPlainKey } from "@/lib/keys";
import { compact, type ConversationSearch } from "./search";

interface Props {
  calls: CallRow[];
  search: ConversationSearch;
}

export function CallTable({ calls, search }: Props) {
  const marked = useRowKeys(calls, search);
  return (
    <>
      <div className="card hidden overflow-x-auto md:block">
        <table className="table">
          <caption className="sr-only">Calls, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Driver</th>
              <th scope="col">Load</th>
              <th scope="col">Result</th>
              <th scope="col">Driver status</th>
              <th scope="col">Location</th>
              <th scope="col">ETA</th>
              <th scope="col">Started</th>
              <th scope="col" className="!text-right">
                Length
              </th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call, at) => (
              <tr
                key={call.id}
                data-row={at}
                data-marked={at === marked || undefined}
                className="relative hover:bg-sunken data-marked:bg-accent-soft data-marked:hover:bg-accent-soft"
              >
                <td className="max-w-52">
                  <span className="flex items-center gap-2">
                    <TypeIcon type={call.call_type} />
                    <CallLink call={call} search={search} />
                  </span>
                </td>
                <td className="max-w-36 truncate font-mono text-xs">{call.load_number || "—"}</td>
                <td>
                  <OutcomeChip row={call} />
                </td>
                <td>
                  <DriverChip status={call.driver_status} />
                </td>
                <td className="max-w-48 truncate" title={call.current_location ?? undefined}>
                  {formatPlace(call.current_location)}
                </td>
                <td className="max-w-32 truncate" title={call.eta ?? undefined}>
                  {formatPlace(call.eta)}
                </td>
                <td className="num whitespace-nowrap">
                  <Started call={call} />
                </td>
                <td className="num text-right">
                  <Length call={call} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="space-y-2 md:hidden">
        {calls.map((call) => (
          <li key={call.id} className="card relative space-y-1.5 p-3">
            <p className="flex items-center gap-2">
              <TypeIcon type={call.call_type} />
              <CallLink call={call} search={search} />
              <span className="num ml-auto text-muted">
                <Length call={call} />
              </span>
            </p>
            <p className="flex flex-wrap gap-2">
              <OutcomeChip row={call} />
              {call.driver_status && call.driver_status !== "Unknown" && (
                <DriverChip status={call.driver_status} />
              )}
            </p>
            <p className="flex justify-between gap-3 text-xs text-muted">
              <span className="truncate">
                {call.load_number || "no load"}
                {formatPlace(call.current_location) !== "—" &&
                  ` · ${formatPlace(call.current_location)}`}
              </span>
              <span className="shrink-0">
                <Started call={call} />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function CallLink({ call, search }: { call: CallRow; search: ConversationSearch }) {
  return (
    <Link
      to="/calls/$id"
      params={{ id: call.id }}
      search={compact(search)}
      className="truncate font-medium after:absolute after:inset-0"
    >
      {call.driver_name || "Unknown driver"}
    </Link>
  );
}

function TypeIcon({ type }: { type: CallRow["call_type"] }) {
  const Icon = type === "phone" ? Phone : Globe;
  return (
    <Icon
      role="img"
      aria-label={type === "phone" ? "Phone call" : "Web call"}
      className="size-3.5 shrink-0 text-muted"
    />
  );
}

function Started({ call }: { call: CallRow }) {
  const at = call.started_at ?? call.created_at;
  return (
    <time dateTime={at} title={formatFullDateTime(at)}>
      {formatDateTime(at)}
    </time>
  );
}

function Length({ call }: { call: CallRow }) {
  return call.live ? (
    <Elapsed since={call.started_at ?? call.created_at} />
  ) : (
    formatDuration(call.duration_ms)
  );
}

/** `j` and `k` move a mark over the rows, Enter opens the marked one. */
function useRowKeys(calls: CallRow[], search: ConversationSearch): number {
  const [marked, setMarked] = useState(-1);
  const navigate = useNavigate();
  const now = useRef({ calls, search, marked });
  useEffect(() => {
    now.current = { calls, search, marked };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isPlainKey(event)) return;
      const { calls: rows, marked: at } = now.current;
      if (event.key === "j" || event.key === "k") {
        const next = Math.max(0, Math.min(rows.length - 1, at + (event.key === "j" ? 1 : -1)));
        setMarked(next);
        document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: "nearest" });
      } else if (event.key === "Enter") {
        // A focused link or button has its own Enter.
        if (event.target instanceof Element && event.target.closest("a,button")) return;
        const row = rows[at];
        if (row) {
          void navigate({
            to: "/calls/$id",
            params: { id: row.id },
            search: compact(now.current.search),
          });
        }
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [navigate]);
  return Math.min(marked, calls.length - 1);
}
