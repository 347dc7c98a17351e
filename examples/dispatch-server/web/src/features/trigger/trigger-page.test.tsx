import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { callDetail, info } from "@/test/fixtures";
import { renderAt } from "@/test/render";
import { problem, server } from "@/test/server";

const running = callDetail({
  status: "updated",
  live: true,
  call_outcome: null,
  transcript: [],
  structured_payload: null,
  end_reason: null,
});

function started(extra: object = { access_token: "token-1", transport: "gateway" }) {
  return HttpResponse.json(
    { id: "c1", provider_call_id: "call_1", retell: { call_id: "call_1", ...extra } },
    { status: 201 },
  );
}

async function fillIn() {
  await userEvent.type(await screen.findByLabelText("Driver's name"), "Maria");
  await userEvent.type(screen.getByLabelText("Load number"), "LD-100");
}

const submit = () => userEvent.click(screen.getByRole("button", { name: "Start the call" }));

describe("call trigger", () => {
  it("marks what is missing and sends nothing", async () => {
    renderAt("/call");
    await screen.findByLabelText("Driver's name");
    await submit();
    expect(await screen.findByText("Enter the driver's name.")).toBeInTheDocument();
    expect(screen.getByLabelText("Load number")).toHaveAttribute("aria-invalid", "true");
  });

  it("joins, says the driver's lines, shows words and facts, and ends", async () => {
    const said: unknown[] = [];
    const tokens: (string | null)[] = [];
    let detail = running;
    server.use(
      http.post("*/api/v1/calls/start", () => started()),
      http.get("*/api/v1/calls/:id", () => HttpResponse.json(detail)),
      http.post("*/sim/calls/call_1/join", ({ request }) => {
        tokens.push(request.headers.get("authorization"));
        return HttpResponse.json({});
      }),
      http.post("*/sim/calls/call_1/say", async ({ request }) => {
        said.push(await request.json());
        return HttpResponse.json({});
      }),
    );
    const { store, client } = renderAt("/call");
    await fillIn();
    await submit();

    const box = await screen.findByLabelText("You are the driver");
    await waitFor(() => expect(box).toBeEnabled());
    // An idea is only put into the box: it is said, or changed, by the reader.
    await userEvent.click(screen.getByRole("button", { name: "A correction" }));
    expect(box).toHaveValue("no wait, make that five fifteen");
    expect(box).toHaveFocus();
    await userEvent.clear(box);
    await userEvent.type(box, "rolling on i eighty{Enter}");
    await waitFor(() => expect(said).toEqual([{ text: "rolling on i eighty" }]));
    expect(tokens).toEqual(["Bearer token-1"]);

    act(() => {
      store.turn("c1", { seq: 0, role: "agent", content: "How is it going?", final: true });
      store.turn("c1", { seq: 1, role: "user", content: "rolling on i eighty", final: true });
      store.slots(
        "c1",
        [{ name: "driver_status", value: "Driving", words: "rolling", turn: 1 }],
        {},
        "gathering",
      );
    });
    expect(screen.getByText("How is it going?")).toBeInTheDocument();
    const slots = screen.getByTestId("slots");
    expect(within(slots).getByText("Driving")).toBeInTheDocument();
    expect(within(slots).getByText(/rolling/)).toBeInTheDocument();

    detail = callDetail();
    await act(() => client.invalidateQueries());
    expect(await screen.findByRole("link", { name: /Open the finished call/ })).toHaveAttribute(
      "href",
      "/calls/c1",
    );
    expect(screen.queryByLabelText("You are the driver")).not.toBeInTheDocument();
  });

  it("a page loaded again in mid-call goes on speaking, and forgets the call once it is over", async () => {
    let detail = running;
    const said: unknown[] = [];
    server.use(
      http.post("*/api/v1/calls/start", () => started()),
      http.get("*/api/v1/calls/:id", () => HttpResponse.json(detail)),
      http.post("*/sim/calls/call_1/join", () => HttpResponse.json({})),
      http.post("*/sim/calls/call_1/say", async ({ request }) => {
        said.push([request.headers.get("authorization"), await request.json()]);
        return HttpResponse.json({});
      }),
    );
    const first = renderAt("/call");
    await fillIn();
    await submit();
    await screen.findByLabelText("You are the driver");
    first.unmount();

    detail = callDetail({
      ...running,
      live_state: {
        slots: [{ name: "driver_status", value: "Driving", words: "rolling", turn: 1 }],
        payload: {},
        phase: "gathering",
      },
    });
    const second = renderAt("/call");
    const box = await screen.findByLabelText("You are the driver");
    expect(await within(await screen.findByTestId("slots")).findByText("Driving")).toBeVisible();
    // What comes after is newer than what the server knew when the page was opened.
    act(() =>
      second.store.slots(
        "c1",
        [{ name: "driver_status", value: "Delayed", words: "stuck", turn: 2 }],
        {},
        "gathering",
      ),
    );
    await act(() => second.client.invalidateQueries());
    expect(within(screen.getByTestId("slots")).getByText("Delayed")).toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "Maria" })).toBeInTheDocument();
    await userEvent.type(box, "still here{Enter}");
    await waitFor(() => expect(said).toEqual([["Bearer token-1", { text: "still here" }]]));

    detail = callDetail();
    await act(() => second.client.invalidateQueries());
    await screen.findByRole("link", { name: /Open the finished call/ });
    second.unmount();
    renderAt("/call");
    expect(await screen.findByText("No call is on")).toBeInTheDocument();
  });

  it("a refused field is marked where it stands", async () => {
    server.use(
      http.post("*/api/v1/calls/start", () =>
        HttpResponse.json(
          {
            title: "The request is not valid",
            status: 422,
            detail: "One field is refused.",
            trace_id: "t1",
            errors: [{ pointer: "/load_number", detail: "is not known here" }],
          },
          { status: 422 },
        ),
      ),
    );
    renderAt("/call");
    await fillIn();
    await submit();
    expect(await screen.findByText("Is not known here")).toBeInTheDocument();
    expect(screen.getByLabelText("Load number")).toHaveAttribute("aria-invalid", "true");
  });

  it("the same request sent again after a failure carries the same key", async () => {
    const sent: (string | null)[] = [];
    server.use(
      http.post("*/api/v1/calls/start", ({ request }) => {
        sent.push(request.headers.get("idempotency-key"));
        return sent.length === 1 ? problem(502) : started({});
      }),
      http.get("*/api/v1/calls/:id", () => HttpResponse.json(running)),
    );
    renderAt("/call");
    await fillIn();
    await submit();
    await screen.findByText("trace-7");
    await submit();
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[0]).toBeTruthy();
    expect(sent[1]).toBe(sent[0]);
  });

  it("says honestly that a gateway token cannot be used", async () => {
    server.use(
      http.get("*/api/v1/info", () => HttpResponse.json({ ...info, mode: "live", sim: null })),
      http.post("*/api/v1/calls/start", () => started()),
      http.get("*/api/v1/calls/:id", () => HttpResponse.json(running)),
    );
    renderAt("/call");
    await fillIn();
    expect(screen.queryByLabelText("Who answers")).not.toBeInTheDocument();
    await submit();
    expect(await screen.findByText(/cannot join with it/)).toBeInTheDocument();
    expect(screen.getByText(/Use a phone call/)).toBeInTheDocument();
  });

  it("a line that could not be said is given back", async () => {
    server.use(
      http.post("*/api/v1/calls/start", () => started()),
      http.get("*/api/v1/calls/:id", () => HttpResponse.json(running)),
      http.post("*/sim/calls/call_1/join", () => HttpResponse.json({})),
      http.post("*/sim/calls/call_1/say", () =>
        HttpResponse.json({ status: "error", message: "The call is over." }, { status: 409 }),
      ),
    );
    renderAt("/call");
    await fillIn();
    await submit();
    const box = await screen.findByLabelText("You are the driver");
    await waitFor(() => expect(box).toBeEnabled());
    await userEvent.type(box, "hello{Enter}");
    expect(await screen.findByText(/Not said: The call is over./)).toBeInTheDocument();
    expect(box).toHaveValue("hello");
  });
});
