import { type ReactNode, useEffect } from "react";

interface Props {
  title: string;
  /** The title in the browser's tab, when it says more than the heading. */
  tabTitle?: string;
  intro?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** Heading, document title and actions of a page. */
export function Page({ title, tabTitle, intro, actions, children }: Props) {
  useEffect(() => {
    document.title = `${tabTitle ?? title} · Dispatch`;
  }, [title, tabTitle]);
  return (
    <div className="mx-auto w-full max-w-[1280px] space-y-5">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-xl leading-tight font-semibold tracking-tight">{title}</h1>
          {intro && <div className="mt-1 text-muted">{intro}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
