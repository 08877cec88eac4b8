import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

export default ts.config(
  { ignores: ["dist/", "node_modules/", "test-results/", "playwright-report/"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs["flat/recommended"],
  {
    languageOptions: { globals: { ...globals.browser, FIRST_WORDS: "readonly" } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-restricted-globals": ["error", "fetch", "XMLHttpRequest", "WebSocket"],
      "no-implied-eval": "error",
      "no-console": "error",
      "max-lines": ["error", { max: 250 }],
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: { "max-lines": ["error", { max: 150 }], "svelte/no-at-html-tags": "error" },
  },
  { files: ["**/*.svelte.ts"], rules: { "max-lines": ["error", { max: 250 }] } },
  { files: ["*.ts", "*.js", "e2e/**"], languageOptions: { globals: globals.node } },
);
