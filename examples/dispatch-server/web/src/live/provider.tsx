import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { applyCall, makeRefresher, resync } from "./cache";
import { LiveCallStore } from "./call-store";
import { LiveConnection, type LiveState } from "./connection";
import { LiveContext } from "./context";
import { decodeEvent } from "./events";

export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [store] = useState(() => new LiveCallStore());
  const [state, setState] = useState<LiveState>("connecting");

  useEffect(() => {
    const refresh = makeRefresher(client);
    const connection = new LiveConnection({
      url: "/api/v1/events",
      onState: setState,
      onMessage: (message) => {
        const event = decodeEvent(message);
        if (!event) return;
        if (event.kind === "resync") resync(client);
        else if (event.kind === "call") {
          applyCall(client, event.call);
          refresh();
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
  }, [client, store]);

  return <LiveContext value={{ state, store }}>{children}</LiveContext>;
}
