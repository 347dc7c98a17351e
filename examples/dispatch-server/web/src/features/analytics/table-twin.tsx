import { type ReactNode, useState } from "react";
import { Section } from "@/components/section";

interface Props {
  title: string;
  chart: ReactNode;
  table: ReactNode;
}

/** A chart that can also be read as a table. */
export function TableTwin({ title, chart, table }: Props) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Section
      title={title}
      flush={asTable}
      aside={
        <button
          type="button"
          className="btn btn-quiet !min-h-7 text-xs"
          aria-pressed={asTable}
          aria-label={`${title} as a table`}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? "Show the chart" : "Show as a table"}
        </button>
      }
    >
      {asTable ? (
        <div className="max-h-80 overflow-auto" role="region" aria-label={title} tabIndex={0}>
          {table}
        </div>
      ) : (
        chart
      )}
    </Section>
  );
}
