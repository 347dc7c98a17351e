import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { startHumanCall, talk } from "./driver";

// One call, three looks at it: the tests of this file build on each other.
test.describe.configure({ mode: "serial" });

// The load number tells this run's call from all others.
const call = { driver: "Robin Castillo", load: `7${String(Date.now()).slice(-6)}` };

test("a typed driver is understood, and the finished call holds the result", async ({ page }) => {
  await startHumanCall(page, call);
  const said = await talk(page);
  expect(said.length).toBeGreaterThan(0);
  await expect(
    page
      .getByTestId("slots")
      .getByText(/davenport/i)
      .first(),
  ).toBeVisible();
  await page.screenshot({ path: "screenshots/call-panel.png", fullPage: true });

  await page.getByRole("link", { name: "Open the finished call" }).click();
  await expect(page).toHaveURL(/\/calls\//);
  const payload = page.getByTestId("payload");
  await expect(payload.getByRole("row", { name: /^Call outcome/ })).toContainText(
    "In-Transit Update",
  );
  await expect(payload.getByRole("row", { name: /^Current location/ })).toContainText("Davenport");
  await expect(page.getByTestId("transcript").locator("li")).not.toHaveCount(0);

  const audio = page.getByLabel("Recording of the call");
  await expect(audio).toBeVisible();
  await expect
    .poll(() => audio.evaluate((element: HTMLAudioElement) => element.duration))
    .toBeGreaterThan(1);

  await page.getByRole("tab", { name: "JSON" }).click();
  await expect(page.getByRole("region", { name: "The result as JSON" })).toContainText(
    '"call_outcome": "In-Transit Update"',
  );
});

test("a line of the conversation moves the recording", async ({ page }) => {
  await page.goto(`/conversations?load_number=${call.load}`);
  await page.getByRole("link", { name: call.driver }).first().click();
  const audio = page.getByLabel("Recording of the call");
  await expect
    .poll(() => audio.evaluate((element: HTMLAudioElement) => element.readyState))
    .toBeGreaterThan(0);
  await page
    .getByRole("button", { name: /^Play from/ })
    .nth(1)
    .click();
  await expect
    .poll(() => audio.evaluate((element: HTMLAudioElement) => element.currentTime))
    .toBeGreaterThan(0);
});

test("the list finds it, the URL holds the filter, the CSV has the row", async ({ page }) => {
  await page.goto("/conversations");
  await page.getByLabel("Load", { exact: true }).fill(call.load);
  await expect(page).toHaveURL(new RegExp(`load_number=${call.load}`));
  const row = page.getByRole("row", { name: new RegExp(call.driver) });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("In-Transit Update");

  await page.reload();
  await expect(page.getByLabel("Load", { exact: true })).toHaveValue(call.load);
  await expect(row).toHaveCount(1);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "CSV of 1 call" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  const rows = text.trim().split(/\r?\n/);
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain(call.load);
  expect(rows[1]).toContain(call.driver);

  await page.keyboard.press("Escape");
  await page.locator("h1").click();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/calls\/.*load_number=/);
});
