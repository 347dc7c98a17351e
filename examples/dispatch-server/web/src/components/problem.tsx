import { CircleAlert, RotateCw } from "lucide-react";
import { asProblem } from "@/api/problem";
import { headline, humanize } from "@/lib/format";

/** A failed request: what happened, what to do, the id for the log, and a way to try again. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = asProblem(error);
  // A form marks its own fields; a filter in the address has nowhere else to be named.
  const filters = problem.errors.filter(({ pointer }) => pointer.startsWith("?"));
  return (
    <div role="alert" className="card flex gap-3 border-danger p-4">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-danger" />
      <div className="min-w-0 space-y-1">
        <p className="font-semibold">{headline(problem.title)}</p>
        {problem.detail && problem.detail !== problem.title && <p>{problem.detail}</p>}
        {filters.map(({ pointer, detail }) => (
          <p key={pointer}>
            {humanize(pointer.slice(1))}: {detail}
          </p>
        ))}
        <p className="text-muted">
          {filters.length > 0 ? "Change or clear the filter." : problem.nextStep}
        </p>
        {problem.traceId && (
          <p className="text-muted">
            Trace id <code className="font-mono select-all">{problem.traceId}</code>
          </p>
        )}
        {onRetry && (
          <button type="button" className="btn mt-2" onClick={onRetry}>
            <RotateCw aria-hidden="true" className="size-4" /> Retry
          </button>
        )}
      </div>
    </div>
  );
}
