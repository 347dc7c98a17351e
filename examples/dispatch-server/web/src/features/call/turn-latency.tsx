import type { TurnRow } from "@/api/types";
import { Section } from "@/components/section";
import { formatLatency, humanize } from "@/lib/format";

const KINDS: Record<string, string> = {
  begin: "Greeting",
  response: "Answer",
  reminder: "Reminder",
};

/** `status`, but `ETA`. */
function slotName(slot: string): string {
  if (slot === "confirm") return "a confirmation";
  const name = humanize(slot);
  return /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

function notes(turn: TurnRow): string {
  return [
    turn.superseded && "driver went on speaking",
    turn.fallback && "fallback phrase",
    turn.asked.length > 0 && `asked for ${turn.asked.map(slotName).join(", ")}`,
  ]
    .filter(Boolean)
    .join("; ");
}

/** How fast the agent answered, turn by turn: bars with their numbers, in one table. */
export function TurnLatency({ turns }: { turns: TurnRow[] }) {
  if (turns.length === 0) return null;
  const top = Math.max(...turns.map((turn) => turn.first_chunk_ms ?? 0), 0.001);
  return (
    <Section
      title="Turn latency"
      aside={<span className="text-xs text-muted">until the agent's first words</span>}
      flush
    >
      <div className="overflow-x-auto">
        <table className="table">
          <caption className="sr-only">Latency of every turn of the agent</caption>
          <thead>
            <tr>
              <th scope="col">Turn</th>
              <th scope="col" className="w-[36%]">
                First words
              </th>
              <th scope="col">Notes</th>
            </tr>
          </thead>
          <tbody>
            {turns.map((turn, at) => (
              <tr key={at}>
                <td className="whitespace-nowrap">
                  <span className="num">{turn.response_id}</span>{" "}
                  <span className="text-muted">{KINDS[turn.kind] ?? turn.kind}</span>
                </td>
                <td>
                  <div className="flex items-center gap-2">
                    <svg
                      aria-hidden="true"
                      viewBox="0 0 100 8"
                      preserveAspectRatio="none"
                      className="h-2 w-full min-w-12"
                    >
                      <rect width="100" height="8" rx="1" fill="var(--sunken)" />
                      <rect
                        width={Math.max(1, ((turn.first_chunk_ms ?? 0) / top) * 100)}
                        height="8"
                        rx="1"
                        fill="var(--chart-1)"
                      />
                    </svg>
                    <span className="num shrink-0 text-right whitespace-nowrap">
                      {formatLatency(turn.first_chunk_ms)}
                    </span>
                  </div>
                </td>
                <td className="text-xs text-muted">{notes(turn) || "—"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
