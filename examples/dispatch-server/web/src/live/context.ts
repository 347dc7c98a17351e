import { createContext, use, useSyncExternalStore } from "react";
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

/** Ten seconds while no events come; no polling while they do. */
export function usePollInterval(): number | false {
  return useLiveState() === "live" ? false : 10_000;
}
