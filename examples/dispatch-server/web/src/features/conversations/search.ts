import * as z from "zod/mini";

/** The filters of the list, as they stand in the URL. Whatever is not usable falls back. */
const day = z.catch(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), "");
const words = (max: number) =>
  z.catch(
    z.pipe(
      z.string(),
      z.transform((text: string) => text.slice(0, max)),
    ),
    "",
  );
const whole = (fallback: number, max: number) =>
  z.catch(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(max)), fallback);

export const searchSchema = z.object({
  q: words(200),
  driver_name: words(120),
  load_number: words(64),
  status: words(40),
  date_from: day,
  date_to: day,
  page: whole(1, 1_000_000),
  limit: whole(25, 200),
});

export type ConversationSearch = z.infer<typeof searchSchema>;

export const SEARCH_DEFAULTS: ConversationSearch = searchSchema.parse({});

const FILTERS = ["q", "driver_name", "load_number", "status", "date_from", "date_to"] as const;

export function hasFilters(search: ConversationSearch): boolean {
  return FILTERS.some((name) => search[name] !== "");
}

/** A changed filter goes back to the first page; page and size keep the filters. */
export function withFilter(
  search: ConversationSearch,
  change: Partial<ConversationSearch>,
): ConversationSearch {
  return { ...search, page: 1, ...change };
}

/** Whether words are only being typed on: half words have no place in the history, filters do. */
export function refines(search: ConversationSearch, change: Partial<ConversationSearch>): boolean {
  return FILTERS.every(
    (name) =>
      !(name in change) || (name !== "status" && search[name] !== "" && change[name] !== ""),
  );
}

/** What is not the default, for the URL, the query and the CSV link alike. */
export function compact(search: ConversationSearch): Partial<ConversationSearch> {
  return Object.fromEntries(
    Object.entries(search).filter(
      ([name, value]) => value !== SEARCH_DEFAULTS[name as keyof ConversationSearch],
    ),
  );
}

/** The filters alone, as the CSV download takes them. */
export function filtersOnly(search: ConversationSearch): Record<string, string> {
  return Object.fromEntries(
    FILTERS.filter((name) => search[name] !== "").map((name) => [name, search[name]]),
  );
}
