import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import { callRow, conversations } from "@/test/fixtures";
import { renderAt } from "@/test/render";
import { server } from "@/test/server";

let asked: URLSearchParams[] = [];

beforeEach(() => {
  asked = [];
  server.use(
    http.get("*/api/v1/conversations", ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(query);
      return HttpResponse.json({
        ...conversations([callRow(), callRow({ id: "c2", driver_name: "Tom Kowalski" })]),
        page: Number(query.get("page") ?? 1),
        total: 60,
      });
    }),
  );
});

describe("conversations", () => {
  it("the URL fills the filters and the request", async () => {
    renderAt("/conversations?q=flat&status=Delayed&page=2");
    expect(await screen.findByLabelText("Search")).toHaveValue("flat");
    expect(screen.getByLabelText("Status")).toHaveValue("Delayed");
    await waitFor(() => expect(asked).not.toHaveLength(0));
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({ q: "flat", status: "Delayed", page: "2" });
  });

  it("typing filters after a pause, once, from the first page on", async () => {
    const { router } = renderAt("/conversations?page=2");
    await screen.findAllByText("Maria Alvarez");
    await userEvent.type(screen.getByLabelText("Driver"), "alv");
    await waitFor(() => expect(router.state.location.href).toBe("/conversations?driver_name=alv"));
    expect(asked.map((query) => query.get("driver_name"))).not.toContain("al");
  });

  it("back goes from filter to filter, not from letter to letter", async () => {
    const { router } = renderAt("/conversations");
    const status = await screen.findByLabelText("Status");
    await userEvent.selectOptions(status, "Delayed");
    await waitFor(() => expect(router.state.location.href).toBe("/conversations?status=Delayed"));
    const box = screen.getByLabelText("Search");
    for (const typed of ["i-80", " davenport"]) {
      await userEvent.type(box, typed);
      await waitFor(() => expect(router.state.location.search.q).toBe(box.getAttribute("value")));
    }
    router.history.back();
    await waitFor(() => expect(router.state.location.href).toBe("/conversations?status=Delayed"));
    expect(box).toHaveValue("");
    router.history.back();
    await waitFor(() => expect(router.state.location.href).toBe("/conversations"));
    expect(status).toHaveValue("");
  });

  it("the CSV link holds the filters and says how many calls", async () => {
    renderAt("/conversations?load_number=7891&page=2");
    const link = await screen.findByRole("link", { name: /CSV of all 60 calls/ });
    expect(link).toHaveAttribute("href", "/api/v1/conversations/export.csv?load_number=7891");
  });

  it("j, k and Enter open a row with the filters kept", async () => {
    const { router } = renderAt("/conversations?q=flat");
    await screen.findAllByText("Tom Kowalski");
    await userEvent.keyboard("jj{Enter}");
    await waitFor(() => expect(router.state.location.href).toBe("/calls/c2?q=flat"));
  });

  it("a refused filter is named", async () => {
    server.use(
      http.get("*/api/v1/conversations", () =>
        HttpResponse.json(
          {
            title: "Unprocessable Entity",
            status: 422,
            detail: "One field needs attention.",
            trace_id: "t2",
            errors: [{ pointer: "?date_to", detail: "is before date_from" }],
          },
          { status: 422 },
        ),
      ),
    );
    renderAt("/conversations?date_from=2026-11-20&date_to=2026-11-01");
    expect(await screen.findByText("Date to: Is before date_from")).toBeInTheDocument();
    expect(screen.getByText("Change or clear the filter.")).toBeInTheDocument();
  });

  it("no match offers to clear the filters", async () => {
    server.use(
      http.get("*/api/v1/conversations", ({ request }) =>
        new URL(request.url).searchParams.get("q")
          ? HttpResponse.json(conversations([]))
          : undefined,
      ),
    );
    const { router } = renderAt("/conversations?q=nobody");
    await userEvent.click(await screen.findByRole("button", { name: "Clear the filters" }));
    await waitFor(() => expect(router.state.location.href).toBe("/conversations"));
    expect((await screen.findAllByText("Maria Alvarez")).length).toBeGreaterThan(0);
  });
});
