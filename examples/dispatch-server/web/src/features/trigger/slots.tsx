import { SlotList } from "@/features/call/slot-list";
import type { LiveSlot } from "@/live/call-store";

interface Props {
  slots: LiveSlot[];
  ended: boolean;
}

/** What the agent has understood, each fact with the driver's own words for it. */
export function Slots({ slots, ended }: Props) {
  return (
    <div className="min-w-0 border-t border-line xl:border-t-0">
      <h3 className="px-4 pt-3 pb-1 text-xs font-semibold text-muted">
        {ended ? "Understood" : "Understood so far"}
      </h3>
      {slots.length === 0 ? (
        <p className="px-4 pb-4 text-muted">
          {ended ? "Nothing was understood." : "Facts appear here with the driver's words."}
        </p>
      ) : (
        <SlotList slots={slots} />
      )}
    </div>
  );
}
