import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { CallRow } from "@/api/types";
import { applyCall, makeRefresher, resync } from "./cache";
import { LiveCallStore } from "./call-store";
import { LiveConnection, type LiveState } from "./connection";
import { LiveContext } from "./context";
import { EmergencyWatch } from "./emergency";
import { decodeEvent } from "./events";

interface Props {
  /** Called once for each call that turns out to be an emergency; must not change. */
  onEmergency: (call: CallRow) => void;
  children: ReactNode;
}

export function LiveProvider({ onEmergency, children }: Props) {
  const client = useQueryClient();
  const [store] = useState(() => new LiveCallStore());
  const [state, setState] = useState<LiveState>("connecting");

  useEffect(() => {
    const emergencies = new EmergencyWatch();
    const refresh = makeRefresher(client);
    let missed = false;
    const connection = new LiveConnection({
      url: "/api/v1/events",
      onState: (next) => {
        setState(next);
        // A server that was restarted may not know what was missed meanwhile.
        if (next === "live" && missed) resync(client);
        missed = next === "offline" || (missed && next !== "live");
      },
      onMessage: (message) => {
        const event = decodeEvent(message);
        if (!event) return;
        if (event.kind === "resync") resync(client);
        else if (event.kind === "call") {
          applyCall(client, event.call);
          refresh();
          if (emergencies.isNew(event.call)) onEmergency(event.call);
        } else if (event.kind === "turn") store.turn(event.id, event.turn);
        else store.slots(event.id, event.slots, event.payload, event.phase);
      },
    });
    const retry = () => connection.retryNow();
    window.addEventListener("online", retry);
    connection.open();
    return () => {
      window.removeEventListener("online", retry);
      connection.close();
    };
  }, [client, store, onEmergency]);

  return <LiveContext value={{ state, store }}>{children}</LiveContext>;
}
