import { expect, type Locator, type Page } from "@playwright/test";

/** What a driver on time says to each thing the agent may ask. */
const ANSWERS: [RegExp, string][] = [
  [/say that again|repeat|catch that|one more time|cut out|what was that/i, "yeah I'm rolling"],
  [/what time|how much longer|how many hours|arrival time|get there/i, "about two hours out"],
  [/where|highway|town|exit|what road|city/i, "I'm on I-80 right by Davenport Iowa"],
  [
    /how's the (run|trip)|status|rolling|things with the load/i,
    "yeah I'm rolling, running on time",
  ],
  [
    /right\?|correct|sound(s)? (good|right)|anything (off|to change|else)|did I get/i,
    "yep that's right",
  ],
];

export interface Call {
  driver: string;
  load: string;
}

/** Fills in the form and starts a web call whose driver is typed. */
export async function startHumanCall(page: Page, call: Call): Promise<void> {
  await page.goto("/call");
  await page.getByLabel("Driver's name").fill(call.driver);
  await page.getByLabel("Load number").fill(call.load);
  await page.getByLabel("Who answers").selectOption("human");
  await page.getByLabel("Value of origin").fill("Joliet, IL");
  await page.getByLabel("Value of destination").fill("Des Moines, IA");
  await page.getByRole("button", { name: "Start the call" }).click();
  await expect(page.getByLabel("You are the driver")).toBeEnabled();
}

function answerTo(question: string): string {
  const found = ANSWERS.find(([asked]) => asked.test(question));
  return found ? found[1] : "yep that's all good";
}

/** The agent's last line once it has stopped growing. */
async function settledLine(lines: Locator, after: number): Promise<{ at: number; text: string }> {
  const agent = lines.locator('li[data-role="agent"]');
  await expect.poll(() => agent.count()).toBeGreaterThan(after);
  let text = "";
  await expect
    .poll(
      async () => {
        const now = (await agent.last().innerText()).trim();
        const same = now === text;
        text = now;
        return same && now.length > 0;
      },
      { intervals: [700] },
    )
    .toBe(true);
  return { at: await agent.count(), text };
}

/** Talks until the call is over; answers what is asked, as a listener would. */
export async function talk(page: Page): Promise<string[]> {
  const lines = page.getByTestId("transcript");
  const over = page.getByRole("link", { name: "Open the finished call" });
  const said: string[] = [];
  let heard = 0;
  for (let turn = 0; turn < 12; turn += 1) {
    if (await over.isVisible()) break;
    const next = await Promise.race([
      settledLine(lines, heard),
      over.waitFor({ timeout: 60_000 }).then(() => null),
    ]);
    if (next === null || (await over.isVisible())) break;
    heard = next.at;
    const answer = answerTo(next.text);
    const box = page.getByLabel("You are the driver");
    if (!(await box.isVisible())) continue;
    await box.fill(answer);
    await box.press("Enter");
    said.push(answer);
  }
  await expect(over).toBeVisible({ timeout: 60_000 });
  return said;
}
