import { Quote } from "lucide-react";
import { PayloadTable } from "@/features/call/payload-table";
import type { LiveSlot } from "@/live/call-store";
import { formatValue, humanize } from "@/lib/format";

interface Props {
  slots: LiveSlot[];
  payload: Record<string, unknown>;
  ended: boolean;
}

/** What the agent has understood, each fact with the driver's own words for it. */
export function Slots({ slots, payload, ended }: Props) {
  return (
    <div className="min-w-0 border-t border-line xl:border-t-0">
      <h3 className="px-4 pt-3 pb-1 text-xs font-semibold text-muted">Understood so far</h3>
      {slots.length === 0 ? (
        <p className="px-4 pb-4 text-muted">
          {ended ? "Nothing was understood." : "Facts appear here with the driver's words."}
        </p>
      ) : (
        <ul className="divide-y divide-line" data-testid="slots" aria-live="polite">
          {slots.map((slot) => (
            <li key={`${slot.name}:${formatValue(slot.value)}`} className="arrived px-4 py-2">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span className="text-muted">{humanize(slot.name)}</span>
                <span className="font-medium break-words">{formatValue(slot.value)}</span>
              </p>
              {slot.words && (
                <p className="mt-0.5 flex gap-1.5 text-xs text-muted">
                  <Quote aria-hidden="true" className="mt-0.5 size-3 shrink-0" />
                  <span className="break-words">
                    {slot.words}
                    {slot.turn !== null && <span className="num"> (turn {slot.turn})</span>}
                  </span>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {ended && Object.keys(payload).length > 0 && (
        <div className="border-t border-line">
          <h3 className="px-4 pt-3 pb-1 text-xs font-semibold text-muted">Result</h3>
          <PayloadTable payload={payload} />
        </div>
      )}
    </div>
  );
}
