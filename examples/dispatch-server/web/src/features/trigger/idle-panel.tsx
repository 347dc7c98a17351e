import { Headphones } from "lucide-react";
import { EmptyState } from "@/components/empty-state";

const TRIES = [
  {
    title: "Everything at once",
    line: "I'm on I-80 by Davenport, should be there around four thirty, traffic cost me forty minutes",
  },
  { title: "A correction", line: "no wait, make that five fifteen" },
  { title: "An emergency", line: "I just blew a steer tire and I'm on the shoulder" },
  { title: "A person, please", line: "can I talk to somebody in dispatch" },
  { title: "At the dock", line: "I'm backed into door seventeen, still waiting on the lumper" },
];

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
