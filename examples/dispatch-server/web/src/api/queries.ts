import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "./client";
import type { Agent } from "./types";

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

export type ConversationQuery = Record<string, string | number | undefined>;

export function conversationsQuery(query: ConversationQuery) {
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

export function analyticsQuery(query: { date_from?: string; date_to?: string }) {
  return queryOptions({
    queryKey: [...keys.analytics, query],
    queryFn: ({ signal }) => api.analytics(query, signal),
    placeholderData: keepPreviousData,
  });
}

export const agentsQuery = queryOptions({
  queryKey: keys.agents,
  queryFn: async ({ signal }): Promise<Agent[]> => {
    const answer = await api.agents(signal);
    return Array.isArray(answer) ? answer : ((answer as { items?: Agent[] } | null)?.items ?? []);
  },
});
