import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import * as fixtures from "./fixtures";

/** A healthy server with two calls; a test replaces what it is about. */
export const server = setupServer(
  http.get("*/api/v1/info", () => HttpResponse.json(fixtures.info)),
  http.get("*/api/v1/metrics", () => HttpResponse.json(fixtures.metrics)),
  http.get("*/api/v1/analytics", () => HttpResponse.json(fixtures.analytics)),
  http.get("*/api/v1/agents", () => HttpResponse.json({ items: [fixtures.agent] })),
  http.get("*/api/v1/conversations", ({ request }) => {
    const status = new URL(request.url).searchParams.get("status");
    const calls = [
      fixtures.callRow(),
      fixtures.callRow({
        id: "c2",
        provider_call_id: "call_2",
        driver_name: "Tom Kowalski",
        call_outcome: "Emergency Escalation",
        scenario: "Emergency",
      }),
    ];
    return HttpResponse.json(fixtures.conversations(status === "live" ? [] : calls));
  }),
  http.get("*/api/v1/calls/:id", ({ params }) =>
    HttpResponse.json(fixtures.callDetail({ id: String(params.id) })),
  ),
  http.get("*/api/v1/calls/:id/recording", () => new HttpResponse(null, { status: 404 })),
);

/** The problem document every failing request answers with. */
export function problem(status = 503) {
  return HttpResponse.json(
    {
      type: "/problems/database",
      title: "The database does not answer",
      status,
      detail: "It was asked three times.",
      trace_id: "trace-7",
    },
    { status, headers: { "content-type": "application/problem+json" } },
  );
}
