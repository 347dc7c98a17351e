import { Link } from "@tanstack/react-router";
import {
  ChartNoAxesColumn,
  CircleHelp,
  LayoutDashboard,
  Menu,
  MessagesSquare,
  PhoneOutgoing,
  SlidersHorizontal,
  X,
} from "lucide-react";
import { useState } from "react";
import { Brand } from "./brand";
import { LiveBadge } from "./live-badge";
import { ThemeSwitch } from "./theme-switch";

const PAGES = [
  { to: "/", label: "Overview", icon: LayoutDashboard, keys: "g o" },
  { to: "/call", label: "Start a call", icon: PhoneOutgoing, keys: "g c" },
  { to: "/conversations", label: "Conversations", icon: MessagesSquare, keys: "g v" },
  { to: "/analytics", label: "Analytics", icon: ChartNoAxesColumn, keys: "g a" },
  { to: "/agents", label: "Agent config", icon: SlidersHorizontal, keys: "g s" },
] as const;

function Links({ onNavigate }: { onNavigate?: () => void }) {
  return (
    <ul className="space-y-0.5">
      {PAGES.map(({ to, label, icon: Icon, keys }) => (
        <li key={to}>
          <Link
            to={to}
            onClick={onNavigate}
            activeOptions={{ exact: to === "/", includeSearch: false }}
            className="group flex items-center gap-2.5 rounded-md px-2.5 py-2 font-medium text-muted hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent"
          >
            <Icon aria-hidden="true" className="size-4.5" strokeWidth={1.75} />
            {label}
            <kbd
              aria-hidden="true"
              className="ml-auto hidden font-mono text-[11px] group-hover:inline"
            >
              {keys}
            </kbd>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function HelpButton({ onHelp }: { onHelp: () => void }) {
  return (
    <button
      type="button"
      className="btn btn-quiet btn-icon"
      aria-label="Keyboard help"
      title="Keyboard help (?)"
      onClick={onHelp}
    >
      <CircleHelp aria-hidden="true" className="size-4.5" />
    </button>
  );
}

export function Sidebar({ onHelp }: { onHelp: () => void }) {
  return (
    <aside className="hidden border-r border-line bg-surface lg:block">
      <div className="sticky top-0 flex h-dvh flex-col px-3 py-4">
        <Brand />
        <nav aria-label="Main" className="mt-5">
          <Links />
        </nav>
        <div className="mt-auto space-y-3 px-1">
          <LiveBadge />
          <div className="flex items-center justify-between">
            <ThemeSwitch />
            <HelpButton onHelp={onHelp} />
          </div>
        </div>
      </div>
    </aside>
  );
}

export function MobileBar({ onHelp }: { onHelp: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-surface px-4 py-2 lg:hidden">
      <div className="flex items-center gap-3">
        <Brand />
        <span className="ml-auto">
          <LiveBadge />
        </span>
        <button
          type="button"
          className="btn btn-icon"
          aria-label={open ? "Close the menu" : "Open the menu"}
          aria-expanded={open}
          aria-controls="mobile-menu"
          onClick={() => setOpen(!open)}
        >
          {open ? <X aria-hidden="true" /> : <Menu aria-hidden="true" />}
        </button>
      </div>
      {open && (
        <nav id="mobile-menu" aria-label="Main" className="pt-3 pb-1">
          <Links onNavigate={() => setOpen(false)} />
          <div className="mt-3 flex items-center justify-between">
            <ThemeSwitch />
            <HelpButton onHelp={onHelp} />
          </div>
        </nav>
      )}
    </header>
  );
}
