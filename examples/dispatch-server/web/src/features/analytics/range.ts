import * as z from "zod/mini";

/** The range in the URL: a number of days back, or two days of one's own. */
export const PRESETS = [
  { days: 7, label: "7 days" },
  { days: 28, label: "4 weeks" },
  { days: 90, label: "90 days" },
] as const;

const day = z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined);

export const rangeSchema = z.object({
  days: z.catch(
    z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(366))),
    undefined,
  ),
  date_from: day,
  date_to: day,
});

export type RangeSearch = z.infer<typeof rangeSchema>;

const DEFAULT_DAYS = 28;

export function dayText(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, "0");
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, "0")}`;
}

/** Which preset is on; null when the days were chosen by hand. */
export function presetOf(search: RangeSearch): number | null {
  if (search.date_from || search.date_to) return null;
  return search.days ?? DEFAULT_DAYS;
}

/** The first and last day to ask for. */
export function rangeOf(search: RangeSearch, today = new Date()) {
  const preset = presetOf(search);
  if (preset === null) return { date_from: search.date_from, date_to: search.date_to };
  const from = new Date(today);
  from.setDate(from.getDate() - (preset - 1));
  return { date_from: dayText(from), date_to: dayText(today) };
}
