import { describe, expect, it } from "vitest";
import { parseSearch, stringifySearch } from "@/lib/search-params";
import { compact, filtersOnly, SEARCH_DEFAULTS, searchSchema, withFilter } from "./search";

const fromUrl = (text: string) => searchSchema.parse(parseSearch(text));

describe("filters and the URL", () => {
  it("an empty address is the defaults, and the defaults an empty address", () => {
    expect(fromUrl("")).toEqual(SEARCH_DEFAULTS);
    expect(stringifySearch(compact(SEARCH_DEFAULTS))).toBe("");
  });

  it("goes round", () => {
    const search = {
      ...SEARCH_DEFAULTS,
      q: "steer tire & flat",
      load_number: "7891",
      status: "Delayed",
      date_from: "2026-11-01",
      page: 3,
      limit: 50,
    };
    const url = stringifySearch(compact(search));
    expect(url).toContain("load_number=7891");
    expect(fromUrl(url)).toEqual(search);
  });

  it("what is not usable falls back instead of breaking the page", () => {
    expect(fromUrl("?page=0&limit=9999&date_from=yesterday&q=x")).toEqual({
      ...SEARCH_DEFAULTS,
      q: "x",
    });
    expect(fromUrl("?page=two").page).toBe(1);
    expect(fromUrl(`?q=${"x".repeat(500)}`).q).toHaveLength(200);
  });

  it("a changed filter goes back to the first page", () => {
    expect(withFilter({ ...SEARCH_DEFAULTS, page: 7 }, { status: "Arrived" })).toMatchObject({
      page: 1,
      status: "Arrived",
    });
  });

  it("the CSV takes the filters but no page", () => {
    expect(filtersOnly({ ...SEARCH_DEFAULTS, q: "flat", page: 4, limit: 50 })).toEqual({
      q: "flat",
    });
  });
});
