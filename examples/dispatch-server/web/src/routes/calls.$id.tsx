import { createFileRoute, type SearchSchemaInput, stripSearchParams } from "@tanstack/react-router";
import { CallPage } from "@/features/call/call-page";
import {
  type ConversationSearch,
  SEARCH_DEFAULTS,
  searchSchema,
} from "@/features/conversations/search";

/** The list's filters travel along, so that previous and next stay within them. */
export const Route = createFileRoute("/calls/$id")({
  validateSearch: (search: Partial<ConversationSearch> & SearchSchemaInput): ConversationSearch =>
    searchSchema.parse(search),
  search: { middlewares: [stripSearchParams(SEARCH_DEFAULTS)] },
  component: CallPage,
});
