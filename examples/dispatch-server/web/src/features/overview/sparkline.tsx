/** Fourteen small bars; the numbers stand beside it, so it is decoration for a screen reader. */
export function Sparkline({ values }: { values: number[] }) {
  const top = Math.max(1, ...values);
  return (
    <svg viewBox="0 0 70 24" className="mb-1.5 h-6 w-[70px] shrink-0" aria-hidden="true">
      {values.map((value, at) => {
        const height = Math.max(1, (value / top) * 24);
        return (
          <rect
            key={at}
            x={at * 5}
            y={24 - height}
            width={3.5}
            height={height}
            rx={0.75}
            fill="var(--chart-1)"
            opacity={at < 7 ? 0.35 : 0.9}
          />
        );
      })}
    </svg>
  );
}
