import type { CallRow } from "@/api/types";

/** Old news is no alarm: a row may change long after its call. */
const FRESH_MS = 10 * 60_000;

/** Says once per call that it is an emergency. */
export class EmergencyWatch {
  readonly #known = new Set<string>();

  isNew(call: CallRow, now = Date.now()): boolean {
    const emergency = call.scenario === "Emergency" || call.call_outcome === "Emergency Escalation";
    if (!emergency || this.#known.has(call.id)) return false;
    this.#known.add(call.id);
    return call.live || now - Date.parse(call.ended_at ?? call.created_at) < FRESH_MS;
  }
}
