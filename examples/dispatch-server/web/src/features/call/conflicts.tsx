import { CircleCheck, TriangleAlert } from "lucide-react";
import type { Conflict } from "@/api/types";
import { Chip } from "@/components/chip";
import { Section } from "@/components/section";
import { formatValue, humanize } from "@/lib/format";

const KINDS: Record<string, string> = {
  correction: "The driver corrected himself",
  gps: "The GPS position and the driver's words differ",
  status: "The stated status and the facts differ",
  retraction: "The driver took it back",
};

export function Conflicts({ conflicts }: { conflicts: Conflict[] }) {
  if (conflicts.length === 0) return null;
  return (
    <Section title="Conflicts" flush>
      <ul className="divide-y divide-line">
        {conflicts.map((conflict, at) => (
          <li key={at} className="px-4 py-3">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-medium">{humanize(conflict.slot)}</span>
              {conflict.resolved ? (
                <Chip tone="ok" icon={CircleCheck}>
                  Settled
                </Chip>
              ) : (
                <Chip tone="warn" icon={TriangleAlert}>
                  Open
                </Chip>
              )}
            </div>
            <p className="text-muted">{KINDS[conflict.kind] ?? humanize(conflict.kind)}</p>
            <p className="mt-1">{conflict.values.map(formatValue).join(" → ")}</p>
            {conflict.turns.length > 0 && (
              <p className="text-xs text-muted">
                {conflict.turns.length === 1 ? "Turn" : "Turns"} {conflict.turns.join(", ")}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
