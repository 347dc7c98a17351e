import type { ReactNode } from "react";
import type { CallDetail } from "@/api/types";
import { Section } from "@/components/section";
import { DriverChip } from "@/components/status";
import { Elapsed } from "@/components/time";
import {
  formatDateTime,
  formatDuration,
  formatFullDateTime,
  formatMinutes,
  formatPhone,
  formatPlace,
  humanize,
} from "@/lib/format";

export function Facts({ call }: { call: CallDetail }) {
  const variables = Object.entries(call.variables).filter(
    ([name]) => name !== "driver_name" && name !== "load_number",
  );
  return (
    <Section title="Call">
      <dl className="grid grid-cols-2 gap-x-5 gap-y-3 sm:grid-cols-3">
        <Fact label="Driver status">
          <DriverChip status={call.driver_status} />
        </Fact>
        <Fact label="Location">{formatPlace(call.current_location)}</Fact>
        <Fact label="ETA">{formatPlace(call.eta)}</Fact>
        <Fact label="Delay">
          {call.delay_minutes ? formatMinutes(call.delay_minutes) : (call.delay_reason ?? "None")}
          {call.delay_minutes && call.delay_reason && call.delay_reason !== "None"
            ? `, ${call.delay_reason}`
            : ""}
        </Fact>
        <Fact label="Started">
          <time title={formatFullDateTime(call.started_at ?? call.created_at)}>
            {formatDateTime(call.started_at ?? call.created_at)}
          </time>
        </Fact>
        <Fact label="Length">
          {call.live ? <Elapsed since={call.started_at} /> : formatDuration(call.duration_ms)}
        </Fact>
        <Fact label="By">
          {call.call_type === "phone" ? "Phone" : "Web"}
          {call.simulated && <span className="text-muted"> (simulated)</span>}
        </Fact>
        <Fact label="Driver's phone">{formatPhone(call.driver_phone)}</Fact>
        <Fact label="Retell's call id">
          <span className="font-mono text-xs break-all select-all">
            {call.provider_call_id ?? "—"}
          </span>
        </Fact>
      </dl>
      {variables.length > 0 && (
        <details className="mt-4">
          <summary className="font-medium text-muted">
            {variables.length} {variables.length === 1 ? "variable" : "variables"} given to the
            agent
          </summary>
          <dl className="mt-2 grid gap-x-5 gap-y-2 sm:grid-cols-2">
            {variables.map(([name, value]) => (
              <Fact key={name} label={humanize(name)}>
                {value}
              </Fact>
            ))}
          </dl>
        </details>
      )}
    </Section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="num break-words">{children}</dd>
    </div>
  );
}
