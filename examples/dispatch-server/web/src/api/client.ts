import { problemFrom } from "./problem";
import type {
  Agent,
  Analytics,
  CallDetail,
  ConversationsPage,
  Info,
  Metrics,
  StartCall,
  StartedCall,
} from "./types";

type Query = Record<string, string | number | undefined>;

/** `?a=1&b=2` of what is set, or nothing. */
export function queryString(query: Query): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") params.set(key, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : "";
}

async function request<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, {
    ...init,
    headers: { accept: "application/json", ...init?.headers },
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemFrom(response.status, body);
  return body as T;
}

function send<T>(method: string, path: string, body: unknown, headers: HeadersInit = {}) {
  return request<T>(path, {
    method,
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
}

const id = encodeURIComponent;

export const api = {
  info: (signal?: AbortSignal) => request<Info>("/api/v1/info", { signal }),
  metrics: (signal?: AbortSignal) => request<Metrics>("/api/v1/metrics", { signal }),
  conversations: (query: Query, signal?: AbortSignal) =>
    request<ConversationsPage>(`/api/v1/conversations${queryString(query)}`, { signal }),
  call: (callId: string, signal?: AbortSignal) =>
    request<CallDetail>(`/api/v1/calls/${id(callId)}`, { signal }),
  analytics: (query: Query, signal?: AbortSignal) =>
    request<Analytics>(`/api/v1/analytics${queryString(query)}`, { signal }),
  agents: (signal?: AbortSignal) => request<unknown>("/api/v1/agents", { signal }),
  startCall: (body: StartCall, idempotencyKey: string) =>
    send<StartedCall>("POST", "/api/v1/calls/start", body, { "idempotency-key": idempotencyKey }),
  endCall: (callId: string) => send<unknown>("POST", `/api/v1/calls/${id(callId)}/end`, {}),
  saveAgent: (agentId: string, body: unknown) =>
    send<Agent>("PUT", `/api/v1/agents/${id(agentId)}`, body),
  verifyAgent: (agentId: string) =>
    send<unknown>("POST", `/api/v1/agents/${id(agentId)}/verify`, {}),
};

export function recordingUrl(callId: string): string {
  return `/api/v1/calls/${id(callId)}/recording`;
}
