import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { expect, it } from "vitest";
import { conversationsQuery, keys } from "@/api/queries";
import { LiveBadge } from "@/components/shell/live-badge";
import { callRow, conversations } from "@/test/fixtures";
import { server } from "@/test/server";
import { useLiveCall } from "./context";
import { LiveProvider } from "./provider";

function Words() {
  return <p>{useLiveCall("c1").turns.map((turn) => turn.content)}</p>;
}

it("one stream feeds the badge, the lists, the words and the alarm", async () => {
  const encoder = new TextEncoder();
  let send: (event: string, data: object) => void = () => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      let id = 0;
      send = (event, data) => {
        id += 1;
        const text = `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
        controller.enqueue(encoder.encode(text));
      };
    },
  });
  server.use(
    http.get(
      "*/api/v1/events",
      () => new HttpResponse(stream, { headers: { "content-type": "text/event-stream" } }),
    ),
  );
  const client = new QueryClient();
  client.setQueryData(conversationsQuery({}).queryKey, conversations([callRow()]));
  const alarms: string[] = [];
  render(
    <QueryClientProvider client={client}>
      <LiveProvider onEmergency={(call) => alarms.push(call.id)}>
        <LiveBadge />
        <Words />
      </LiveProvider>
    </QueryClientProvider>,
  );
  expect(screen.getByRole("status")).toHaveTextContent("Connecting");

  expect(client.getQueryState(conversationsQuery({}).queryKey)?.isInvalidated).toBe(false);
  send("hello", {});
  await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("Live"));

  send("turn", {
    id: "c1",
    provider_call_id: "x",
    seq: 0,
    role: "agent",
    content: "Hi",
    final: true,
  });
  expect(await screen.findByText("Hi")).toBeInTheDocument();

  send("call", { call: callRow({ live: true, scenario: "Emergency" }) });
  await waitFor(() => expect(alarms).toEqual(["c1"]));
  expect(client.getQueryData(conversationsQuery({}).queryKey)?.items[0]?.scenario).toBe(
    "Emergency",
  );
  await waitFor(() =>
    expect(client.getQueryState([...keys.conversations, {}])?.isInvalidated).toBe(true),
  );
});

it("after a break everything is read again, whatever the server remembers", async () => {
  let connections = 0;
  server.use(
    http.get("*/api/v1/events", () => {
      connections += 1;
      // The first stream ends after one event, the second one stays.
      const first = connections === 1;
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode("event: hello\ndata: {}\n\n"));
          if (first) controller.close();
        },
      });
      return new HttpResponse(stream, { headers: { "content-type": "text/event-stream" } });
    }),
  );
  const client = new QueryClient();
  client.setQueryData(keys.metrics, {});
  render(
    <QueryClientProvider client={client}>
      <LiveProvider onEmergency={() => undefined}>
        <LiveBadge />
      </LiveProvider>
    </QueryClientProvider>,
  );
  await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("Reconnecting"));
  expect(client.getQueryState(keys.metrics)?.isInvalidated).toBe(false);
  await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("Live"));
  expect(connections).toBe(2);
  expect(client.getQueryState(keys.metrics)?.isInvalidated).toBe(true);
});
