import type { NamedCount } from "@/api/types";
import { formatCount } from "@/lib/format";
import { Section } from "@/components/section";

interface Props {
  title: string;
  column: string;
  data: NamedCount[];
  empty?: string;
  label?: (name: string) => string;
}

/** In whole percent; what is there is never nothing. */
function share(count: number, total: number): string {
  const percent = Math.round((count / total) * 100);
  return percent === 0 && count > 0 ? "<1%" : `${percent}%`;
}

/** Names and counts: a table whose bars are drawn from its own numbers. */
export function Distribution({ title, column, data, empty, label = (name) => name }: Props) {
  const total = data.reduce((sum, entry) => sum + entry.count, 0);
  const top = Math.max(1, ...data.map((entry) => entry.count));
  return (
    <Section title={title} flush>
      {data.length === 0 ? (
        <p className="px-4 py-5 text-muted">{empty ?? "Nothing in these days."}</p>
      ) : (
        <table className="table">
          <caption className="sr-only">{title}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{column}</th>
              <th scope="col">Share as a bar</th>
              <th scope="col">Calls</th>
              <th scope="col">Share</th>
            </tr>
          </thead>
          <tbody>
            {data.map((entry) => (
              <tr key={entry.name}>
                <th scope="row" className="text-left">
                  {label(entry.name)}
                </th>
                <td className="w-[38%]">
                  <svg
                    aria-hidden="true"
                    viewBox="0 0 100 8"
                    preserveAspectRatio="none"
                    className="h-2 w-full"
                  >
                    <rect width="100" height="8" fill="var(--sunken)" />
                    <rect
                      width={Math.max(1, (entry.count / top) * 100)}
                      height="8"
                      fill="var(--chart-1)"
                    />
                  </svg>
                </td>
                <td className="num text-right font-medium">{formatCount(entry.count)}</td>
                <td className="num w-14 text-right text-muted">{share(entry.count, total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
