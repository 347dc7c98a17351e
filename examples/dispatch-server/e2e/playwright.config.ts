import { defineConfig } from "@playwright/test";

// The server is started by whoever runs this: a dispatch server in demo mode.
const baseURL = process.env.DISPATCH_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  // One simulator, one database: the calls of one test show in the lists of another.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: process.env.CI ? [["list"], ["html", { open: "never" }]] : "list",
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL,
    locale: "en-US",
    timezoneId: "America/Chicago",
    viewport: { width: 1360, height: 900 },
    acceptDownloads: true,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        "--autoplay-policy=no-user-gesture-required",
      ],
    },
  },
});
