import createClient from "openapi-fetch";
import { stringifySearch } from "@/lib/search-params";
import { problemFrom, unreachable } from "./problem";
import type { paths } from "./schema";
import type { AgentSettings, StartCall } from "./types";

const client = createClient<paths>({
  baseUrl: window.location.origin,
  // Looked up at each call, so that a test may replace it.
  fetch: (request) => globalThis.fetch(request),
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data, or the problem thrown; an answer that is not JSON counts as a problem too. */
async function unwrap<T>(pending: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await pending;
  } catch (error) {
    if (error instanceof SyntaxError) throw problemFrom(502, { detail: "The answer is not JSON." });
    // Fetch tells of a network failure with a TypeError, and of a cancelled request otherwise.
    if (error instanceof TypeError) throw unreachable();
    throw error;
  }
  if (!answer.response.ok) throw problemFrom(answer.response.status, answer.error);
  return answer.data as T;
}

export interface ConversationFilter {
  q?: string;
  driver_name?: string;
  load_number?: string;
  status?: string;
  date_from?: string;
  date_to?: string;
  page?: number;
  limit?: number;
}

export interface DateRange {
  date_from?: string;
  date_to?: string;
}

// Sent without a body too: the server takes it as a sign that no foreign form sent the request.
const json = { "Content-Type": "application/json" };

const byId = (id: string) => ({ path: { id } });

export const api = {
  info: (signal?: AbortSignal) => unwrap(client.GET("/api/v1/info", { signal })),
  metrics: (signal?: AbortSignal) => unwrap(client.GET("/api/v1/metrics", { signal })),
  conversations: (query: ConversationFilter, signal?: AbortSignal) =>
    unwrap(client.GET("/api/v1/conversations", { params: { query }, signal })),
  call: (id: string, signal?: AbortSignal) =>
    unwrap(client.GET("/api/v1/calls/{id}", { params: byId(id), signal })),
  analytics: (query: DateRange, signal?: AbortSignal) =>
    unwrap(client.GET("/api/v1/analytics", { params: { query }, signal })),
  agents: (signal?: AbortSignal) => unwrap(client.GET("/api/v1/agents", { signal })),
  startCall: (body: StartCall, idempotencyKey: string) =>
    unwrap(
      client.POST("/api/v1/calls/start", {
        body,
        params: { header: { "Idempotency-Key": idempotencyKey } },
      }),
    ),
  endCall: (id: string) =>
    unwrap(client.POST("/api/v1/calls/{id}/end", { params: byId(id), headers: json })),
  saveAgent: (id: string, body: AgentSettings) =>
    unwrap(client.PUT("/api/v1/agents/{id}", { params: byId(id), body })),
  verifyAgent: (id: string) =>
    unwrap(client.POST("/api/v1/agents/{id}/verify", { params: byId(id), headers: json })),
};

export function recordingUrl(id: string): string {
  return `/api/v1/calls/${encodeURIComponent(id)}/recording`;
}

export function csvUrl(filter: Record<string, string>): string {
  return `/api/v1/conversations/export.csv${stringifySearch(filter)}`;
}
