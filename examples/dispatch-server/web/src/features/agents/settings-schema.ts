import * as z from "zod/mini";
import type { Agent, AgentSettings } from "@/api/types";
import { toE164 } from "@/lib/phone";

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return name.trim() !== "";
  } catch {
    return false;
  }
}

const text = (what: string) =>
  z
    .string()
    .check(z.trim(), z.minLength(1, `Enter ${what}.`), z.maxLength(120, "At most 120 characters."));
const whole = (low: number, high: number) =>
  z.coerce
    .number()
    .check(
      z.refine((n) => Number.isInteger(n) && n >= low && n <= high, `From ${low} to ${high}.`),
    );

export const settingsSchema = z.object({
  name: text("a name"),
  company_name: text("the company's name"),
  timezone: z
    .string()
    .check(z.refine(isTimeZone, "Not a time zone. Write it like America/Chicago.")),
  transfer_number: z
    .string()
    .check(
      z.refine(
        (number) => number.trim() === "" || toE164(number) !== null,
        "Not a phone number. Write it with the country code, like +1 312 555 0142.",
      ),
    ),
  reminder_seconds: whole(1, 60),
  reminder_max_count: whole(3, 10),
});

export type SettingsForm = z.infer<typeof settingsSchema>;

export function toForm(agent: Agent): SettingsForm {
  return {
    name: agent.name,
    company_name: agent.company_name,
    timezone: agent.timezone,
    transfer_number: agent.transfer_number ?? "",
    reminder_seconds: Math.round(agent.reminder_trigger_ms / 1000),
    reminder_max_count: agent.reminder_max_count,
  };
}

export function toSettings(form: SettingsForm): AgentSettings {
  return {
    name: form.name.trim(),
    company_name: form.company_name.trim(),
    timezone: form.timezone.trim(),
    transfer_number: toE164(form.transfer_number),
    reminder_trigger_ms: Number(form.reminder_seconds) * 1000,
    reminder_max_count: Number(form.reminder_max_count),
  };
}

export const LABELS: Record<keyof AgentSettings, string> = {
  provider_agent_id: "Retell's agent id",
  name: "Name",
  company_name: "Company",
  timezone: "Time zone",
  transfer_number: "Transfer number",
  reminder_trigger_ms: "Silence before a reminder",
  reminder_max_count: "Reminders",
};

export interface Change {
  field: keyof AgentSettings;
  from: string;
  to: string;
}

function show(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
  return field === "reminder_trigger_ms" ? `${Number(value) / 1000} s` : String(value);
}

/** What saving would change, field by field. */
export function changesOf(agent: Agent, settings: AgentSettings): Change[] {
  return (Object.keys(settings) as (keyof AgentSettings)[])
    .filter((field) => (agent[field] ?? null) !== (settings[field] ?? null))
    .map((field) => ({
      field,
      from: show(field, agent[field]),
      to: show(field, settings[field]),
    }));
}
