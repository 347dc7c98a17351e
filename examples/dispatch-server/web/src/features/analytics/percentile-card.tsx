import type { Percentiles } from "@/api/types";
import { Section } from "@/components/section";
import { formatCount } from "@/lib/format";

interface Props {
  title: string;
  hint: string;
  unit: string;
  data: Percentiles | null;
  format: (value: number) => string;
}

const STEPS = [
  { key: "p50", label: "Median" },
  { key: "p90", label: "9 of 10 within" },
  { key: "p99", label: "99 of 100 within" },
] as const;

export function PercentileCard({ title, hint, unit, data, format }: Props) {
  return (
    <Section title={title} aside={<span className="text-xs text-muted">{hint}</span>}>
      {data === null ? (
        <p className="text-muted">Nothing was measured in these days.</p>
      ) : (
        <>
          <dl className="grid grid-cols-3 gap-4">
            {STEPS.map((step) => (
              <div key={step.key}>
                <dt className="text-xs text-muted">{step.label}</dt>
                <dd className="num text-xl font-semibold tracking-tight">
                  {format(data[step.key])}
                </dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 text-xs text-muted">
            over {formatCount(data.count)} {unit}
          </p>
        </>
      )}
    </Section>
  );
}
