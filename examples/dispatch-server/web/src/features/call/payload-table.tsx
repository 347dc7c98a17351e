import { formatValue, humanize } from "@/lib/format";

export function PayloadTable({ payload }: { payload: Record<string, unknown> }) {
  return (
    <table className="table" data-testid="payload">
      <caption className="sr-only">Structured result</caption>
      <tbody>
        {Object.entries(payload).map(([key, value]) => (
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
