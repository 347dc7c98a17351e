import { expect, test } from "@playwright/test";
import { startHumanCall } from "./driver";

test("a page loaded again in mid-call knows what was understood", async ({ page }) => {
  await startHumanCall(page, { driver: "Sam Ortega", load: `9${String(Date.now()).slice(-6)}` });
  const agent = page.getByTestId("transcript").locator('li[data-role="agent"]');
  await expect(agent.first()).toBeVisible();
  const box = page.getByLabel("You are the driver");
  await box.fill("yeah I'm rolling, I'm on I-80 right by Davenport Iowa");
  await box.press("Enter");
  const place = page
    .getByTestId("slots")
    .getByText(/davenport/i)
    .first();
  await expect(place).toBeVisible({ timeout: 60_000 });

  // No event is needed for it: the stream is silent about what was before.
  await page.route("**/api/v1/events", (route) => route.abort());
  await page.reload();
  await expect(place).toBeVisible();
  await page.getByRole("button", { name: "Hang up" }).click();
  await expect(page.getByRole("link", { name: "Open the finished call" })).toBeVisible({
    timeout: 60_000,
  });
  await expect(place).toBeVisible();
});
