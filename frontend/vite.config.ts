import { readFileSync } from "node:fs";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

const languages = ["en", "fr", "es", "pt", "ar"];

/** The few words that must be there before the program has answered. */
function firstWords(): Record<string, Record<string, string>> {
  const all: Record<string, Record<string, string>> = {};
  for (const language of languages) {
    const file = new URL(`../datasets/words/${language}/page.json`, import.meta.url);
    const texts = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
    all[language] = Object.fromEntries(
      Object.entries(texts).filter(([key]) => key.startsWith("page.first.")),
    );
  }
  return all;
}

export default defineConfig({
  base: "./",
  plugins: [svelte(), svelteTesting()],
  define: { FIRST_WORDS: JSON.stringify(firstWords()) },
  build: {
    outDir: "dist",
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts"],
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
  },
});
