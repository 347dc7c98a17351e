import { createFileRoute, type SearchSchemaInput } from "@tanstack/react-router";
import { AnalyticsPage } from "@/features/analytics/analytics-page";
import { rangeSchema, type RangeSearch } from "@/features/analytics/range";

export const Route = createFileRoute("/analytics")({
  validateSearch: (search: RangeSearch & SearchSchemaInput): RangeSearch =>
    rangeSchema.parse(search),
  component: AnalyticsPage,
});
