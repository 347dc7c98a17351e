import { Radio, RefreshCw, WifiOff } from "lucide-react";
import { useLiveState } from "@/live/context";

const STATES = {
  live: { icon: Radio, label: "Live", title: "Changes arrive as they happen", tone: "text-ok" },
  connecting: {
    icon: RefreshCw,
    label: "Connecting",
    title: "Waiting for the first event; the page refreshes every 10 seconds",
    tone: "text-muted",
  },
  offline: {
    icon: WifiOff,
    label: "Reconnecting",
    title: "The event stream is down; the page refreshes every 10 seconds",
    tone: "text-warn",
  },
} as const;

export function LiveBadge() {
  const { icon: Icon, label, title, tone } = STATES[useLiveState()];
  return (
    <span
      role="status"
      title={title}
      className={`inline-flex items-center gap-1.5 text-xs font-medium ${tone}`}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      {label}
    </span>
  );
}
