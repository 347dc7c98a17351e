import { createContext, use, useEffect, useSyncExternalStore } from "react";
import type { CallDetail } from "@/api/types";
import { type LiveCall, LiveCallStore } from "./call-store";
import type { LiveState } from "./connection";

export const LiveContext = createContext<{ state: LiveState; store: LiveCallStore }>({
  state: "offline",
  store: new LiveCallStore(),
});

export function useLiveState(): LiveState {
  return use(LiveContext).state;
}

export function useLiveCall(id: string): LiveCall {
  const { store } = use(LiveContext);
  return useSyncExternalStore(store.subscribe, () => store.get(id));
}

/** The same for a page that shows the whole call: it may have been opened in the middle of it. */
export function useLiveCallOf(id: string, call: CallDetail | undefined): LiveCall {
  const { store } = use(LiveContext);
  const known = call?.live_state;
  useEffect(() => {
    if (known) store.catchUp(id, known);
  }, [store, id, known]);
  return useLiveCall(id);
}

/** Ten seconds while no events come; no polling while they do. */
export function usePollInterval(): number | false {
  return useLiveState() === "live" ? false : 10_000;
}
