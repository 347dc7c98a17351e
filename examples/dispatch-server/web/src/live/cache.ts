import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { CallDetail, CallRow, ConversationsPage } from "@/api/types";

/** Puts a changed row into every cached answer that shows it. */
export function applyCall(client: QueryClient, row: CallRow): void {
  client.setQueriesData<ConversationsPage>({ queryKey: keys.conversations }, (page) =>
    page && page.items.some((item) => item.id === row.id)
      ? { ...page, items: page.items.map((item) => (item.id === row.id ? row : item)) }
      : page,
  );
  for (const id of [row.id, row.provider_call_id]) {
    if (id === null) continue;
    client.setQueryData<CallDetail>(keys.call(id), (detail) =>
      detail ? { ...detail, ...row } : detail,
    );
    // The row alone has neither transcript nor payload: these are read again.
    void client.invalidateQueries({ queryKey: keys.call(id) });
  }
}

/** Lists and numbers are read again, once for a burst of events. */
export function makeRefresher(client: QueryClient, delayMs = 400): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      for (const queryKey of [keys.conversations, keys.metrics, keys.analytics]) {
        void client.invalidateQueries({ queryKey });
      }
    }, delayMs);
  };
}

/** After a gap nothing cached can be trusted. */
export function resync(client: QueryClient): void {
  void client.invalidateQueries();
}
