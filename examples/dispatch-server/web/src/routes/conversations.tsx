import { createFileRoute, type SearchSchemaInput, stripSearchParams } from "@tanstack/react-router";
import { ConversationsPage } from "@/features/conversations/conversations-page";
import {
  type ConversationSearch,
  SEARCH_DEFAULTS,
  searchSchema,
} from "@/features/conversations/search";

export const Route = createFileRoute("/conversations")({
  validateSearch: (search: Partial<ConversationSearch> & SearchSchemaInput): ConversationSearch =>
    searchSchema.parse(search),
  search: { middlewares: [stripSearchParams(SEARCH_DEFAULTS)] },
  component: ConversationsPage,
});
