import { useEffect, useState } from "react";
import { formatAgo, formatDuration, formatFullDateTime } from "@/lib/format";

function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** "3 min ago", with the exact time behind it. */
export function Ago({ at }: { at: string | null }) {
  const now = useNow(15_000);
  if (!at) return <span>—</span>;
  return (
    <time dateTime={at} title={formatFullDateTime(at)}>
      {formatAgo(at, now)}
    </time>
  );
}

/** A running clock since the call connected. */
export function Elapsed({ since }: { since: string | null }) {
  const now = useNow(1_000);
  const start = since ? Date.parse(since) : Number.NaN;
  if (Number.isNaN(start)) return <span>0:00</span>;
  return <span className="num">{formatDuration(Math.max(0, now - start))}</span>;
}
