import { Search, SlidersHorizontal, X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { isPlainKey } from "@/lib/keys";
import { type ConversationSearch, hasFilters } from "./search";
import { useDraft } from "./use-draft";

interface Props {
  search: ConversationSearch;
  onChange: (change: Partial<ConversationSearch>) => void;
  onClear: () => void;
}

const STATUSES = [
  {
    label: "Call",
    options: [
      ["live", "On the call"],
      ["initiated", "Starting"],
      ["updated", "Connected"],
      ["ended", "Ended"],
    ],
  },
  {
    label: "Driver",
    options: [
      ["delays", "Late, however said"],
      ["Driving", "Driving"],
      ["Delayed", "Delayed"],
      ["Arrived", "Arrived"],
      ["Unloading", "Unloading"],
      ["Unknown", "Unknown"],
    ],
  },
] as const;

export function Filters({ search, onChange, onClear }: Props) {
  const [more, setMore] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const [q, setQ] = useDraft(search.q, (text) => onChange({ q: text }));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || !isPlainKey(event)) return;
      event.preventDefault();
      box.current?.focus();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return (
    <div role="search" className="card flex flex-wrap items-end gap-3 p-3">
      <div className="relative min-w-48 flex-[1_1_200px]">
        <label htmlFor="search-q" className="mb-1 block text-xs font-medium text-muted">
          Search
        </label>
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute bottom-[9px] left-2.5 size-4 text-muted"
        />
        <input
          ref={box}
          id="search-q"
          type="search"
          className="field pl-8"
          placeholder="Driver, load, outcome, words said"
          maxLength={200}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      <button
        type="button"
        className="btn btn-icon md:hidden"
        aria-label="More filters"
        aria-expanded={more}
        aria-controls="more-filters"
        onClick={() => setMore(!more)}
      >
        <SlidersHorizontal aria-hidden="true" className="size-4" />
      </button>
      <div
        id="more-filters"
        className={`${more ? "flex" : "hidden"} flex-[1_1_700px] flex-wrap items-end gap-3 md:flex`}
      >
        <TextFilter
          label="Driver"
          value={search.driver_name}
          maxLength={120}
          onChange={(driver_name) => onChange({ driver_name })}
        />
        <TextFilter
          label="Load"
          value={search.load_number}
          maxLength={64}
          onChange={(load_number) => onChange({ load_number })}
        />
        <div className="flex-[1_1_130px]">
          <label htmlFor="search-status" className="mb-1 block text-xs font-medium text-muted">
            Status
          </label>
          <select
            id="search-status"
            className="field"
            value={search.status}
            onChange={(event) => onChange({ status: event.target.value })}
          >
            <option value="">Any</option>
            {STATUSES.map((group) => (
              <optgroup key={group.label} label={group.label}>
                {group.options.map(([value, label]) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        <DateFilter
          label="From"
          value={search.date_from}
          max={search.date_to}
          onChange={(date_from) => onChange({ date_from })}
        />
        <DateFilter
          label="To"
          value={search.date_to}
          min={search.date_from}
          onChange={(date_to) => onChange({ date_to })}
        />
      </div>
      {hasFilters(search) && (
        <button type="button" className="btn btn-quiet" onClick={onClear}>
          <X aria-hidden="true" className="size-4" /> Clear
        </button>
      )}
    </div>
  );
}

interface TextProps {
  label: string;
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
}

function TextFilter({ label, value, maxLength, onChange }: TextProps) {
  const id = useId();
  const [draft, setDraft] = useDraft(value, onChange);
  return (
    <div className="min-w-28 flex-[1_1_120px]">
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-muted">
        {label}
      </label>
      <input
        id={id}
        className="field"
        maxLength={maxLength}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
    </div>
  );
}

interface DateProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChange: (value: string) => void;
}

function DateFilter({ label, value, min, max, onChange }: DateProps) {
  const id = useId();
  return (
    <div className="flex-[1_1_136px]">
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-muted">
        {label}
      </label>
      <input
        id={id}
        type="date"
        className="field"
        value={value}
        min={min || undefined}
        max={max || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
