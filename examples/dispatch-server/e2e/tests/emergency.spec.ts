import { expect, test } from "@playwright/test";

test("an emergency is an emergency everywhere", async ({ page }) => {
  const driver = "Jo Lindgren";
  const load = `8${String(Date.now()).slice(-6)}`;
  await page.goto("/call");
  await page.getByLabel("Driver's name").fill(driver);
  await page.getByLabel("Load number").fill(load);
  await page.getByLabel("Who answers").selectOption("emergency");
  await page.getByRole("button", { name: "Start the call" }).click();

  const over = page.getByRole("link", { name: "Open the finished call" });
  await expect(over).toBeVisible({ timeout: 110_000 });
  await over.click();
  await expect(page.getByText("Emergency Escalation").first()).toBeVisible();
  const payload = page.getByTestId("payload");
  await expect(payload.getByRole("row", { name: /^Emergency type/ })).toBeVisible();
  await expect(payload.getByRole("row", { name: /^Escalation status/ })).toBeVisible();

  await page.goto("/");
  const attention = page.getByRole("region", { name: "Needs attention" });
  await expect(attention.getByRole("listitem").filter({ hasText: load })).toContainText(
    "Emergency",
  );
});
