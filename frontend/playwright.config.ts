import { defineConfig } from "@playwright/test";

const root = process.getuid?.() === 0;

/** Journeys through the real program in a real browser, both on this machine. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // A journey waits for its program as long as for its page, and both for little: two at once keep two cores busy.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  // The clean machine is a busy one. What passes only the second time is told by name, see the test command.
  retries: process.env.CI ? 1 : 0,
  // A shared machine may pause for seconds; what is expected still has to come.
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    viewport: { width: 1366, height: 768 },
    actionTimeout: 15_000,
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
    reducedMotion: "reduce",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: root ? ["--no-sandbox"] : [],
    },
  },
});
