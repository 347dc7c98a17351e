import { PRESETS, presetOf, rangeOf, type RangeSearch } from "./range";

interface Props {
  search: RangeSearch;
  onChange: (search: RangeSearch) => void;
}

export function RangePicker({ search, onChange }: Props) {
  const preset = presetOf(search);
  const range = rangeOf(search);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div
        role="group"
        aria-label="Range"
        className="inline-flex rounded-md border border-line bg-surface p-0.5"
      >
        {PRESETS.map(({ days, label }) => (
          <button
            key={days}
            type="button"
            aria-pressed={preset === days}
            onClick={() => onChange({ days })}
            className="h-7 rounded px-2.5 font-medium text-muted hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            {label}
          </button>
        ))}
      </div>
      <label className="flex items-center gap-1.5 text-muted">
        From
        <input
          type="date"
          className="field !w-auto"
          value={range.date_from ?? ""}
          max={range.date_to}
          onChange={(event) =>
            onChange({ date_from: event.target.value || undefined, date_to: range.date_to })
          }
        />
      </label>
      <label className="flex items-center gap-1.5 text-muted">
        to
        <input
          type="date"
          className="field !w-auto"
          value={range.date_to ?? ""}
          min={range.date_from}
          onChange={(event) =>
            onChange({ date_from: range.date_from, date_to: event.target.value || undefined })
          }
        />
      </label>
    </div>
  );
}
