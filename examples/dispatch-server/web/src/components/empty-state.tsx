import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface Props {
  icon: LucideIcon;
  title: string;
  text: string;
  action?: ReactNode;
  heading?: "h1" | "h2" | "h3";
}

export function EmptyState({ icon: Icon, title, text, action, heading: Heading = "h2" }: Props) {
  return (
    <div className="flex flex-col items-center px-4 py-12 text-center">
      <Icon aria-hidden="true" className="mb-3 size-7 text-muted" strokeWidth={1.5} />
      <Heading className="text-base font-semibold">{title}</Heading>
      <p className="mt-1 max-w-sm text-muted">{text}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
