import { formatPayload, humanize } from "@/lib/format";

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

type Row = [key: string, value: unknown];

function inOrder(payload: Record<string, unknown>): Row[] {
  return Object.entries(payload).sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b));
}

export function PayloadTable({ payload }: { payload: Record<string, unknown> }) {
  const rows = inOrder(payload);
  const details = rows.filter(([key]) => !FIRST.includes(key));
  return (
    <table className="table" data-testid="payload">
      <caption className="sr-only">Structured result</caption>
      <Rows rows={rows.filter(([key]) => FIRST.includes(key))} />
      {details.length > 0 && (
        <>
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={2} className="bg-sunken text-left text-xs text-muted">
                In detail
              </th>
            </tr>
          </tbody>
          <Rows rows={details} />
        </>
      )}
    </table>
  );
}

function Rows({ rows }: { rows: Row[] }) {
  return (
    <tbody>
      {rows.map(([key, value]) => (
        <tr key={key}>
          <th scope="row" className="w-[44%] align-top text-left text-muted">
            {humanize(key)}
          </th>
          <td className="font-medium break-words">{formatPayload(key, value)}</td>
        </tr>
      ))}
    </tbody>
  );
}
