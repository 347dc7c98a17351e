import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { LiveCallStore } from "@/live/call-store";
import { LiveContext } from "@/live/context";
import { makeRouter } from "@/router";

/** The whole dashboard at a path, without retries and without an event stream. */
export function renderAt(path: string) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = makeRouter(client, history);
  const store = new LiveCallStore();
  const view = render(
    <QueryClientProvider client={client}>
      <LiveContext value={{ state: "live", store }}>
        <RouterProvider router={router} />
      </LiveContext>
    </QueryClientProvider>,
  );
  return { ...view, client, router, store };
}
