import { LoaderCircle, TriangleAlert } from "lucide-react";
import type { JoinState } from "./web-call";

/** What the browser is doing about the call, until somebody speaks. */
export function JoinNotice({ join, lines }: { join: JoinState; lines: number }) {
  if (join.step === "failed") {
    return (
      <div role="alert" className="flex gap-2 rounded-md border border-danger bg-danger-soft p-3">
        <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
        <div>
          <p className="font-medium">{join.message}</p>
          <p className="text-muted">{join.nextStep}</p>
        </div>
      </div>
    );
  }
  if (lines > 0) return null;
  const text =
    join.step === "joining"
      ? "Joining the call"
      : join.step === "joined"
        ? "Joined; the agent is about to speak"
        : "Ringing; waiting for the driver to answer";
  return (
    <p role="status" className="flex items-center gap-2 text-muted">
      <LoaderCircle aria-hidden="true" className="size-4 animate-spin" />
      {text}
    </p>
  );
}
