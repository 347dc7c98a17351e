import { formatValue, humanize } from "@/lib/format";

/** What a dispatcher looks for first; the rest follows by name. */
const FIRST = [
  "call_outcome",
  "emergency_type",
  "safety_status",
  "injury_status",
  "emergency_location",
  "load_secure",
  "escalation_status",
  "driver_status",
  "current_location",
  "eta",
  "delay_reason",
  "delay_minutes",
  "unloading_status",
  "pod_reminder_acknowledged",
];

function place(key: string): number {
  const at = FIRST.indexOf(key);
  return at < 0 ? FIRST.length : at;
}

function inOrder(payload: Record<string, unknown>): [string, unknown][] {
  return Object.entries(payload).sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b));
}

export function PayloadTable({ payload }: { payload: Record<string, unknown> }) {
  return (
    <table className="table" data-testid="payload">
      <caption className="sr-only">Structured result</caption>
      <tbody>
        {inOrder(payload).map(([key, value]) => (
          <tr key={key}>
            <th scope="row" className="w-[44%] align-top text-left text-muted">
              {humanize(key)}
            </th>
            <td className="font-medium break-words">{formatValue(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
