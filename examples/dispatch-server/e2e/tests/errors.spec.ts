import { expect, test } from "@playwright/test";

// The server's words must reach the reader; a browser may find an answer unreadable that other
// clients read well.
test("a refused request is told in the server's own words", async ({ page }) => {
  const [answer] = await Promise.all([
    page.waitForResponse(/\/api\/v1\/calls\/no-such-call$/),
    page.goto("/calls/no-such-call"),
  ]);
  expect(answer.status()).toBe(404);
  const { detail, trace_id: traceId } = (await answer.json()) as {
    detail: string;
    trace_id: string;
  };
  expect(detail).toMatch(/\.$/);
  const alert = page.getByRole("alert");
  // A headline has no full stop.
  await expect(alert.getByText(detail.slice(0, -1), { exact: true })).toBeVisible();
  await expect(alert.getByText(traceId)).toBeVisible();
});

test("a refused filter is named with the server's reason", async ({ page }) => {
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) => response.url().includes("date_to=2026-11-01") && response.status() === 422,
    ),
    page.goto("/conversations?date_from=2026-11-09&date_to=2026-11-01"),
  ]);
  const { errors } = (await answer.json()) as { errors: { detail: string }[] };
  const reason = errors[0]?.detail ?? "";
  expect(reason).not.toBe("");
  await expect(page.getByRole("alert")).toContainText(reason, { ignoreCase: true });
});
