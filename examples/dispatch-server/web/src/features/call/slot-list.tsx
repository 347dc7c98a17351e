import { Quote } from "lucide-react";
import { formatPayload, humanize, formatValue } from "@/lib/format";
import type { LiveSlot } from "@/live/call-store";

/** Facts, each with the driver's own words for it; a new or changed one lights up. */
export function SlotList({ slots }: { slots: LiveSlot[] }) {
  return (
    <ul className="divide-y divide-line" data-testid="slots" aria-live="polite">
      {slots.map((slot) => (
        <li key={`${slot.name}:${formatValue(slot.value)}`} className="arrived px-4 py-2">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className="text-muted">{humanize(slot.name)}</span>
            <span className="font-medium break-words">{formatPayload(slot.name, slot.value)}</span>
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
  );
}
