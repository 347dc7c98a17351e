import type { Agent, Analytics, CallDetail, CallRow, Info, Metrics } from "@/api/types";

export function callRow(change: Partial<CallRow> = {}): CallRow {
  return {
    id: "c1",
    provider_call_id: "call_1",
    driver_name: "Maria Alvarez",
    driver_phone: "+13125550142",
    load_number: "LD-100",
    call_type: "web",
    status: "ended",
    call_outcome: "In-Transit Update",
    driver_status: "Driving",
    scenario: "Dispatch",
    current_location: "I-80 near Davenport",
    eta: "4:30 PM",
    delay_reason: "None",
    delay_minutes: null,
    disconnection_reason: "agent_hangup",
    live: false,
    created_at: "2026-11-19T15:00:00Z",
    started_at: "2026-11-19T15:00:02Z",
    ended_at: "2026-11-19T15:01:17Z",
    duration_ms: 75_000,
    has_recording: true,
    simulated: true,
    ...change,
  };
}

export function callDetail(change: Partial<CallDetail> = {}): CallDetail {
  return {
    ...callRow(),
    agent_id: "a1",
    variables: { driver_name: "Maria Alvarez", load_number: "LD-100", origin: "Joliet, IL" },
    transcript: [
      { role: "agent", content: "How is the trip going?", start: 0, end: 2 },
      { role: "user", content: "rolling on i eighty by davenport", start: 3, end: 6 },
    ],
    structured_payload: { call_outcome: "In-Transit Update", current_location: "Davenport" },
    conflicts: [],
    turns: [
      {
        response_id: 0,
        kind: "begin",
        at: "2026-11-19T15:00:02Z",
        first_chunk_ms: 0.6,
        completed_ms: 1.1,
        chunks: 1,
        superseded: false,
        fallback: false,
        asked: ["driver_status"],
      },
    ],
    failure: null,
    end_reason: { sentence: "The agent ended the call.", next_step: "Nothing to do." },
    call_analysis: null,
    live_state: null,
    ...change,
  };
}

export const metrics: Metrics = {
  total_calls: 204,
  arrivals: 37,
  delays: 36,
  emergencies: 18,
  avg_delay_minutes: 68.3,
  live_calls: 1,
};

export const analytics: Analytics = {
  days: [
    { date: "2026-11-18", calls: 5, arrivals: 2, delays: 1, emergencies: 0 },
    { date: "2026-11-19", calls: 7, arrivals: 1, delays: 2, emergencies: 1 },
  ],
  outcomes: [{ name: "In-Transit Update", count: 9 }],
  delay_reasons: [{ name: "Heavy Traffic", count: 3 }],
  end_reasons: [{ name: "agent_hangup", count: 12 }],
  duration_ms: { p50: 84_000, p90: 141_000, p99: 178_000, count: 12 },
  turn_latency_ms: { p50: 0.7, p90: 1.6, p99: 4.2, count: 80 },
};

export const agent: Agent = {
  id: "a1",
  provider_agent_id: "agent_1",
  name: "Dispatch check call",
  company_name: "Northline Freight",
  timezone: "America/Chicago",
  transfer_number: "+13125550199",
  reminder_trigger_ms: 10_000,
  reminder_max_count: 3,
  is_default: true,
  updated_at: "2026-11-19T15:00:00Z",
};

export const info: Info = {
  mode: "demo",
  version: "0.1.0",
  llm_websocket_url: "ws://127.0.0.1:8080/api/v1/retell/llm-webhook",
  webhook_url: "http://127.0.0.1:8080/api/v1/retell/webhook",
  sim: {
    personas: [
      { id: "human", name: "You", description: "You type." },
      { id: "emergency", name: "Emergency", description: "Had a crash." },
    ],
  },
};

export function conversations(items: CallRow[], change: Record<string, number> = {}) {
  return { items, page: 1, limit: 25, total: items.length, ...change };
}
