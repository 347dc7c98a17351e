import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { http, HttpResponse } from "msw";
import { describe, expect, it } from "vitest";
import { agent } from "@/test/fixtures";
import { renderAt } from "@/test/render";
import { server } from "@/test/server";

describe("agent config", () => {
  it("shows what will change before it is saved", async () => {
    const saved: unknown[] = [];
    server.use(
      http.put("*/api/v1/agents/a1", async ({ request }) => {
        const body = (await request.json()) as object;
        saved.push(body);
        return HttpResponse.json({ ...agent, ...body, updated_at: "2026-11-20T00:00:00Z" });
      }),
    );
    renderAt("/agents");
    const company = await screen.findByLabelText("Company");
    await userEvent.clear(company);
    await userEvent.type(company, "Prairie Lines");
    await userEvent.click(screen.getByRole("button", { name: "Review changes" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByText("Northline Freight").tagName).toBe("DEL");
    expect(within(dialog).getByText("Prairie Lines").tagName).toBe("INS");
    expect(saved).toHaveLength(0);
    await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(saved).toEqual([
        {
          name: agent.name,
          company_name: "Prairie Lines",
          timezone: agent.timezone,
          transfer_number: agent.transfer_number,
          reminder_trigger_ms: 10_000,
          reminder_max_count: 3,
        },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(screen.getByLabelText("Company")).toHaveValue("Prairie Lines");
  });

  it("refuses what the server would refuse", async () => {
    renderAt("/agents");
    const zone = await screen.findByLabelText("Time zone");
    await userEvent.clear(zone);
    await userEvent.type(zone, "Mars/Olympus");
    await userEvent.click(screen.getByRole("button", { name: "Review changes" }));
    expect(await screen.findByText(/Not a time zone/)).toBeInTheDocument();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it("verifies the wiring and says what is wrong", async () => {
    server.use(
      http.post("*/api/v1/agents/a1/verify", () =>
        HttpResponse.json({
          ok: false,
          checks: [
            { name: "llm_websocket_url", ok: true, detail: "As it should be." },
            { name: "webhook_url", ok: false, detail: "Leads elsewhere." },
          ],
        }),
      ),
    );
    renderAt("/agents");
    await userEvent.click(await screen.findByRole("button", { name: "Verify wiring" }));
    expect(await screen.findByText("Leads elsewhere.")).toBeInTheDocument();
    expect(screen.getByLabelText("Not in order")).toBeInTheDocument();
  });
});
