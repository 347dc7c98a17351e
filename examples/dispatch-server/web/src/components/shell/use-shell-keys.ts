import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { isPlainKey } from "@/lib/keys";

const TARGETS = {
  o: "/",
  c: "/call",
  v: "/conversations",
  a: "/analytics",
  s: "/agents",
} as const;

/** `?` for help, `g` and a letter within a second and a half to go somewhere. */
export function useShellKeys(onHelp: () => void): void {
  const navigate = useNavigate();
  const help = useRef(onHelp);
  useEffect(() => {
    help.current = onHelp;
  });
  useEffect(() => {
    let goUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (!isPlainKey(event)) return;
      if (event.key === "?") {
        event.preventDefault();
        help.current();
      } else if (event.key === "g") {
        goUntil = Date.now() + 1500;
        return;
      } else if (Date.now() < goUntil && event.key in TARGETS) {
        event.preventDefault();
        void navigate({ to: TARGETS[event.key as keyof typeof TARGETS] });
      }
      goUntil = 0;
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [navigate]);
}
