import type { Day } from "@/api/types";

export type TrendField = "calls" | "arrivals" | "delays" | "emergencies";

export interface Trend {
  values: number[];
  week: number;
  before: number;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The last seven days against the seven before; null when there is less than two weeks. */
export function trendOf(days: Day[], field: TrendField): Trend | null {
  const values = days.slice(-14).map((day) => day[field]);
  if (values.length < 14) return null;
  return { values, week: sum(values.slice(7)), before: sum(values.slice(0, 7)) };
}

export function trendText({ week, before }: Trend): string {
  if (week === 0 && before === 0) return "None in two weeks";
  const change = week - before;
  const sign = change > 0 ? "+" : "−";
  return change === 0
    ? `${week} this week, as before`
    : `${week} this week, ${sign}${Math.abs(change)}`;
}

/** Fourteen days back, as the API takes a day. */
export function twoWeeksAgo(now = new Date()): string {
  const start = new Date(now);
  start.setDate(start.getDate() - 13);
  const month = String(start.getMonth() + 1).padStart(2, "0");
  return `${start.getFullYear()}-${month}-${String(start.getDate()).padStart(2, "0")}`;
}
