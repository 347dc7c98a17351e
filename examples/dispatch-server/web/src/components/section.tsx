import { type ReactNode, useId } from "react";

interface Props {
  title: string;
  id?: string;
  aside?: ReactNode;
  children: ReactNode;
  /** Without padding, for tables and lists that reach the edges. */
  flush?: boolean;
}

export function Section({ title, id, aside, children, flush = false }: Props) {
  const heading = useId();
  return (
    <section id={id} aria-labelledby={heading} className="card min-w-0 overflow-hidden">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-2">
        <h2 id={heading} className="font-semibold">
          {title}
        </h2>
        {aside}
      </div>
      <div className={flush ? "" : "p-4"}>{children}</div>
    </section>
  );
}
