import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import type { Day } from "@/api/types";

const tick = { fill: "var(--muted)", fontSize: 12 };
const short = new Intl.DateTimeFormat(undefined, {
  month: "short",
  day: "numeric",
  timeZone: "UTC",
});

function label(day: unknown): string {
  const date = new Date(`${String(day)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? String(day) : short.format(date);
}

/** Calls as bars; what they were about as lines of different dash, so colour is not needed. */
export default function VolumeChart({ days }: { days: Day[] }) {
  return (
    <div className="h-64" role="img" aria-label="Chart of calls by day; the table has the numbers">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={days}
          margin={{ top: 4, right: 4, bottom: 0, left: -18 }}
          accessibilityLayer={false}
        >
          <CartesianGrid stroke="var(--line)" vertical={false} />
          <XAxis
            dataKey="date"
            tickFormatter={label}
            tick={tick}
            tickLine={false}
            axisLine={false}
            minTickGap={28}
          />
          <YAxis allowDecimals={false} tick={tick} tickLine={false} axisLine={false} />
          <Tooltip
            labelFormatter={label}
            cursor={{ fill: "var(--sunken)" }}
            contentStyle={{
              background: "var(--surface)",
              border: "1px solid var(--line)",
              borderRadius: 6,
              color: "var(--ink)",
            }}
          />
          <Legend
            itemSorter={null}
            formatter={(name: string) => <span className="text-ink">{name}</span>}
          />
          <Bar
            dataKey="calls"
            name="Calls"
            fill="color-mix(in srgb, var(--chart-1) 35%, var(--surface))"
            radius={[2, 2, 0, 0]}
            isAnimationActive={false}
          />
          <Line
            dataKey="arrivals"
            name="Arrivals"
            stroke="var(--chart-4)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="delays"
            name="Delays"
            stroke="var(--chart-2)"
            strokeWidth={2}
            strokeDasharray="6 3"
            dot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="emergencies"
            name="Emergencies"
            stroke="var(--chart-3)"
            strokeWidth={2}
            strokeDasharray="2 3"
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
