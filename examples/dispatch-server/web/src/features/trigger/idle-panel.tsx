import { Headphones } from "lucide-react";
import { EmptyState } from "@/components/empty-state";
import { TRIES } from "./tries";

/** Before a call: what will be here, and in demo mode what is worth saying. */
export function IdlePanel({ demo }: { demo: boolean }) {
  return (
    <div className="card">
      <EmptyState
        icon={Headphones}
        title="No call is on"
        text="Fill in the form. The conversation and the facts appear here while the driver speaks."
      />
      {demo && (
        <div className="border-t border-line px-4 py-4 sm:px-6">
          <h2 className="font-semibold">Playing the driver, try</h2>
          <dl className="mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-2">
            {TRIES.map(({ title, line }) => (
              <div key={title}>
                <dt className="text-xs text-muted">{title}</dt>
                <dd>“{line}”</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}
