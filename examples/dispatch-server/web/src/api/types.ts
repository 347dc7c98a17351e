/** The shapes of the HTTP API that the pages use. */
export type CallStatus = "initiated" | "updated" | "ended";
export type CallType = "web" | "phone";

export interface CallRow {
  id: string;
  provider_call_id: string | null;
  driver_name: string;
  driver_phone: string | null;
  load_number: string;
  call_type: CallType;
  status: CallStatus;
  call_outcome: string | null;
  driver_status: string | null;
  scenario: string | null;
  current_location: string | null;
  eta: string | null;
  delay_reason: string | null;
  delay_minutes: number | null;
  disconnection_reason: string | null;
  live: boolean;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
  duration_ms: number | null;
  has_recording: boolean;
  simulated: boolean;
}

export interface Utterance {
  role: string;
  content: string;
  start?: number | null;
  end?: number | null;
}

export interface Conflict {
  slot: string;
  kind: string;
  values: unknown[];
  turns: number[];
  resolved: boolean;
}

export interface TurnRow {
  response_id: number;
  kind: string;
  at: string;
  first_chunk_ms: number | null;
  completed_ms: number | null;
  chunks: number;
  superseded: boolean;
  fallback: boolean;
  asked: string[];
}

export interface CallDetail extends CallRow {
  agent_id: string | null;
  variables: Record<string, string>;
  transcript: Utterance[];
  structured_payload: Record<string, unknown> | null;
  conflicts: Conflict[];
  turns: TurnRow[];
  failure: string | null;
  end_reason: { sentence: string; next_step?: string | null } | null;
  call_analysis: Record<string, unknown> | null;
}

export interface ConversationsPage {
  items: CallRow[];
  page: number;
  limit: number;
  total: number;
}

export interface Metrics {
  total_calls: number;
  arrivals: number;
  delays: number;
  emergencies: number;
  avg_delay_minutes: number | null;
  live_calls: number;
}

export interface Percentiles {
  p50: number;
  p90: number;
  p99: number;
  count: number;
}

export interface NamedCount {
  name: string;
  count: number;
}

export interface Day {
  date: string;
  calls: number;
  arrivals: number;
  delays: number;
  emergencies: number;
}

export interface Analytics {
  days: Day[];
  outcomes: NamedCount[];
  delay_reasons: NamedCount[];
  end_reasons: NamedCount[];
  duration_ms: Percentiles | null;
  turn_latency_ms: Percentiles | null;
}

export interface Agent {
  id: string;
  provider_agent_id: string | null;
  name: string;
  company_name: string;
  timezone: string;
  transfer_number: string | null;
  reminder_trigger_ms: number;
  reminder_max_count: number;
  is_default: boolean;
  updated_at: string;
}

export interface Persona {
  id: string;
  name: string;
  description: string;
}

export interface Info {
  mode: "demo" | "live";
  version: string;
  llm_websocket_url: string;
  webhook_url: string;
  sim: { personas: Persona[] } | null;
}

export interface StartCall {
  driver_name: string;
  driver_phone?: string;
  from_number?: string;
  load_number: string;
  call_type: CallType;
  agent_id?: string;
  variables?: Record<string, string | number | boolean>;
}

export interface StartedCall {
  id: string;
  provider_call_id: string;
  retell: { call_id: string; access_token?: string | null; transport?: string | null };
}
