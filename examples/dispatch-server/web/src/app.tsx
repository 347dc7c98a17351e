import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { makeQueryClient } from "./api/query-client";
import type { CallRow } from "./api/types";
import { LiveProvider } from "./live/provider";
import { makeRouter } from "./router";

export function App() {
  const [queryClient] = useState(makeQueryClient);
  const [router] = useState(() => makeRouter(queryClient));
  const alarm = useCallback(
    async (call: CallRow) => {
      // Whoever looks at the call sees it there.
      if (router.state.location.pathname === `/calls/${call.id}`) return;
      const { toast } = await import("sonner");
      toast.error(`Emergency: ${call.driver_name || "unknown driver"}`, {
        description: `Load ${call.load_number || "unknown"}`,
        duration: 30_000,
        action: {
          label: "Open",
          onClick: () => void router.navigate({ to: "/calls/$id", params: { id: call.id } }),
        },
      });
    },
    [router],
  );
  return (
    <QueryClientProvider client={queryClient}>
      <LiveProvider onEmergency={alarm}>
        <RouterProvider router={router} />
      </LiveProvider>
    </QueryClientProvider>
  );
}
