import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { delay, http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { analytics, callDetail, callRow, conversations } from "./fixtures";
import { renderAt } from "./render";
import { problem, server } from "./server";

interface PageCase {
  name: string;
  path: string;
  endpoint: string;
  empty: { answer: object; text: string | RegExp };
  full: string | RegExp;
}

const PAGES: PageCase[] = [
  {
    name: "overview",
    path: "/",
    endpoint: "*/api/v1/conversations",
    empty: { answer: conversations([]), text: "No calls yet" },
    full: "Recent activity",
  },
  {
    name: "conversations",
    path: "/conversations",
    endpoint: "*/api/v1/conversations",
    empty: { answer: conversations([]), text: "No conversations yet" },
    full: /CSV of all 2 calls/,
  },
  {
    name: "call detail",
    path: "/calls/c1",
    endpoint: "*/api/v1/calls/:id",
    empty: {
      answer: callDetail({ transcript: [], structured_payload: null, turns: [] }),
      text: "Nothing was said",
    },
    full: "rolling on i eighty by davenport",
  },
  {
    name: "analytics",
    path: "/analytics",
    endpoint: "*/api/v1/analytics",
    empty: { answer: { ...analytics, days: [] }, text: "No calls in these days" },
    full: "Calls by day",
  },
  {
    name: "agent config",
    path: "/agents",
    endpoint: "*/api/v1/agents",
    empty: { answer: { items: [] }, text: "No agent yet" },
    full: "Custom LLM URL",
  },
  {
    name: "call trigger",
    path: "/call",
    endpoint: "*/api/v1/info",
    // Without the simulator there is nobody to choose; the form is all there is.
    empty: {
      answer: {
        mode: "live",
        version: "1",
        llm_websocket_url: "wss://a",
        webhook_url: "https://a",
        sim: null,
      },
      text: "No call is on",
    },
    full: "Who answers",
  },
];

describe.each(PAGES)("$name", ({ path, endpoint, empty, full }) => {
  it("loading: a skeleton", async () => {
    server.use(
      http.get(endpoint, async () => {
        await delay("infinite");
        return HttpResponse.json({});
      }),
    );
    renderAt(path);
    expect((await screen.findAllByLabelText(/^Loading/)).length).toBeGreaterThan(0);
  });

  it("error: the sentence, the trace id, and a retry that works", async () => {
    let broken = true;
    server.use(http.get(endpoint, () => (broken ? problem() : undefined)));
    renderAt(path);
    const titles = await screen.findAllByText("The database does not answer");
    expect(titles.length).toBeGreaterThan(0);
    expect(screen.getAllByText("trace-7").length).toBeGreaterThan(0);
    expect(screen.getAllByText(/look for the trace id/).length).toBeGreaterThan(0);
    broken = false;
    for (const retry of screen.getAllByRole("button", { name: "Retry" })) {
      await userEvent.click(retry);
    }
    expect((await screen.findAllByText(full)).length).toBeGreaterThan(0);
    await waitFor(() => expect(screen.queryByText("trace-7")).not.toBeInTheDocument());
  });

  it("empty: says so and what to do", async () => {
    server.use(http.get(endpoint, () => HttpResponse.json(empty.answer)));
    renderAt(path);
    expect(await screen.findByText(empty.text)).toBeInTheDocument();
  });

  it("full", async () => {
    renderAt(path);
    expect((await screen.findAllByText(full)).length).toBeGreaterThan(0);
    expect(screen.getAllByRole("heading", { level: 1 })).toHaveLength(1);
  });
});

describe("shell", () => {
  it("an unknown address is a 404 page with a way out", async () => {
    renderAt("/nowhere");
    expect(await screen.findByText("There is no page at this address")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Go to the overview" })).toHaveAttribute("href", "/");
  });

  it("the keyboard goes to pages and opens the help", async () => {
    const { router } = renderAt("/");
    await screen.findByText("Recent activity");
    await userEvent.keyboard("gv");
    await waitFor(() => expect(router.state.location.pathname).toBe("/conversations"));
    await userEvent.keyboard("?");
    expect(await screen.findByRole("dialog", { name: "Keyboard" })).toBeInTheDocument();
  });

  it("says that nothing is real in demo mode", async () => {
    renderAt("/");
    expect(await screen.findByText(/no real calls are placed/)).toBeInTheDocument();
  });

  it("a failed call that stays a failure names its reason and next step", async () => {
    server.use(
      http.get("*/api/v1/calls/:id", () =>
        HttpResponse.json(
          callDetail({
            ...callRow({ call_outcome: null, disconnection_reason: "dial_failed" }),
            failure: "The call could not be placed.",
            end_reason: { sentence: "The number could not be dialled.", next_step: "Check it." },
          }),
        ),
      ),
    );
    renderAt("/calls/c1");
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("The call could not be placed.");
    expect(alert).toHaveTextContent("Check it.");
  });
});
