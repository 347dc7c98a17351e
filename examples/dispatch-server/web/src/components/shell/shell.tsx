import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { DemoBanner } from "./demo-banner";
import { MobileBar, Sidebar } from "./nav";
import { RouteAnnouncer } from "./route-announcer";
import { useShellKeys } from "./use-shell-keys";

const HelpDialog = lazy(() => import("./help-dialog"));
const Toasts = lazy(() => import("./toasts"));

export function Shell() {
  const [help, setHelp] = useState(false);
  useShellKeys(() => setHelp(true));
  return (
    <div className="lg:grid lg:grid-cols-[212px_minmax(0,1fr)]">
      <a
        href="#main"
        className="btn btn-primary fixed top-2 left-2 z-50 -translate-y-16 focus:translate-y-0"
      >
        Skip to content
      </a>
      <Sidebar onHelp={() => setHelp(true)} />
      <MobileBar onHelp={() => setHelp(true)} />
      <div className="min-w-0">
        <DemoBanner />
        <main id="main" tabIndex={-1} className="px-4 py-5 outline-none sm:px-6 lg:px-8 lg:py-6">
          <Outlet />
        </main>
      </div>
      <RouteAnnouncer />
      <Suspense>
        {help && <HelpDialog onClose={() => setHelp(false)} />}
        <Toasts />
      </Suspense>
    </div>
  );
}
