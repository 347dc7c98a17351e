import { mkdir } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const PAGES = [
  { name: "overview", path: "/", ready: "Recent activity" },
  { name: "call", path: "/call", ready: "Who and what" },
  { name: "conversations", path: "/conversations", ready: /CSV of/ },
  { name: "detail", path: null, ready: "Result" },
  { name: "analytics", path: "/analytics", ready: "Calls by day" },
  { name: "agents", path: "/agents", ready: "Connect Retell" },
  { name: "not-found", path: "/no-such-page", ready: "There is no page at this address" },
] as const;

/** The newest finished call, for the page that needs one. */
async function aCall(page: Page): Promise<string> {
  const answer = await page.request.get("/api/v1/conversations?status=ended&limit=50");
  const { items } = (await answer.json()) as {
    items: { id: string; has_recording: boolean; call_outcome: string | null }[];
  };
  const call = items.find((item) => item.has_recording && item.call_outcome) ?? items[0];
  expect(call, "a demo server has past calls").toBeTruthy();
  return `/calls/${call?.id}`;
}

async function open(page: Page, entry: (typeof PAGES)[number]): Promise<void> {
  await page.goto(entry.path ?? (await aCall(page)));
  await expect(page.getByText(entry.ready).first()).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
}

for (const theme of ["light", "dark"] as const) {
  test.describe(`${theme} theme`, () => {
    test.use({ colorScheme: theme });
    for (const entry of PAGES) {
      test(`${entry.name}: accessible, no console errors`, async ({ page }) => {
        const errors: string[] = [];
        page.on("pageerror", (error) => errors.push(error.message));
        page.on("console", (message) => {
          if (message.type() === "error") errors.push(message.text());
        });
        await open(page, entry);
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze();
        const grave = violations.filter(
          ({ impact }) => impact === "serious" || impact === "critical",
        );
        expect(
          grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`),
        ).toEqual([]);
        expect(errors).toEqual([]);
        await page.screenshot({ path: `screenshots/${entry.name}-${theme}.png`, fullPage: true });
      });
    }
  });
}

test.describe("at phone width", () => {
  test.use({ viewport: { width: 375, height: 812 } });
  for (const entry of PAGES) {
    test(`${entry.name}: nothing runs off the side`, async ({ page }) => {
      await open(page, entry);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(375);
      await page.screenshot({ path: `screenshots/${entry.name}-phone.png`, fullPage: true });
    });
  }
});

test("the picture for the documentation shows a call that is on", async ({ page }) => {
  test.skip(process.env.UPDATE_DOCS !== "1", "only when UPDATE_DOCS=1");
  await page.goto("/");
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
  const started = await page.request.post("/api/v1/calls/start", {
    data: {
      driver_name: "Dana Whitfield",
      load_number: "4812-A",
      call_type: "web",
      variables: { sim_persona: "delayed_traffic" },
    },
  });
  expect(started.ok()).toBe(true);
  const now = page.getByRole("region", { name: "Live now" });
  await expect(now).toContainText("Driver:", { timeout: 60_000 });
  await mkdir("../../../docs", { recursive: true });
  await page.screenshot({ path: "../../../docs/dashboard.png" });
});

test("the theme choice is kept, and the keyboard alone gets around", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Dark theme" }).click();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await expect(page).toHaveURL(/\/conversations$/);
  await page.keyboard.press("/");
  await expect(page.getByLabel("Search")).toBeFocused();
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeHidden();
});

test("says live only when the stream speaks, and goes on without it", async ({ page }) => {
  await page.route("**/api/v1/events", (route) => route.abort());
  await page.goto("/");
  await expect(page.getByText("Reconnecting").first()).toBeVisible();
  await expect(page.getByText("Recent activity")).toBeVisible();
  await page.unroute("**/api/v1/events");
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible({ timeout: 20_000 });
});
