import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, type ConversationFilter, type DateRange } from "./client";

/** Every key begins with the thing it is about, so that live events can find it. */
export const keys = {
  info: ["info"] as const,
  metrics: ["metrics"] as const,
  conversations: ["conversations"] as const,
  call: (id: string) => ["call", id] as const,
  analytics: ["analytics"] as const,
  agents: ["agents"] as const,
};

export const infoQuery = queryOptions({
  queryKey: keys.info,
  queryFn: ({ signal }) => api.info(signal),
  staleTime: 60_000,
});

export const metricsQuery = queryOptions({
  queryKey: keys.metrics,
  queryFn: ({ signal }) => api.metrics(signal),
});

export function conversationsQuery(query: ConversationFilter) {
  return queryOptions({
    queryKey: [...keys.conversations, query],
    queryFn: ({ signal }) => api.conversations(query, signal),
    placeholderData: keepPreviousData,
  });
}

export function callQuery(id: string) {
  return queryOptions({
    queryKey: keys.call(id),
    queryFn: ({ signal }) => api.call(id, signal),
  });
}

export function analyticsQuery(query: DateRange) {
  return queryOptions({
    queryKey: [...keys.analytics, query],
    queryFn: ({ signal }) => api.analytics(query, signal),
    placeholderData: keepPreviousData,
  });
}

export const agentsQuery = queryOptions({
  queryKey: keys.agents,
  queryFn: async ({ signal }) => (await api.agents(signal)).items,
});
