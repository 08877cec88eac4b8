import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { type Language, wordsOf } from "./words";

/** Something the page says, seen or heard; own is what the reader or a file wrote. */
interface Said {
  text: string;
  own: boolean;
}

/** Everything the page says, or the room that is open over it. */
async function said(page: Page): Promise<Said[]> {
  return page.evaluate(() => {
    const root = document.querySelector("dialog[open]") ?? document.body;
    const spoken = document.documentElement.lang;
    const all: Said[] = [];
    const note = (of: Element | null, text: string | null) => {
      const shown = of?.closest("select, svg") ?? of;
      const foreign = (of?.closest("[lang]")?.getAttribute("lang") ?? spoken) !== spoken;
      if (!of || !text?.trim() || foreign || of.closest("script, style") || !shown?.checkVisibility()) return;
      all.push({ text: text.trim(), own: of.closest(".own, kbd") !== null });
    };
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) note(walker.currentNode.parentElement, walker.currentNode.textContent);
    for (const each of root.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      for (const name of ["aria-label", "title", "placeholder", "alt"]) note(each, each.getAttribute(name));
    }
    return all;
  });
}

/** Marks of what a reader must never see: holes, and the names the program uses inside. */
const raw = [/[⟨⟩]/, /\{\w+\}/, /\bundefined\b|\bNaN\b|\[object\b/, /\b[a-z_-]{3,}\/[\w-]+\/[a-z_]+\b/];
const inside = [/\b[a-z]{3,}(\.[a-z_]{3,})+\b/, /\b[a-z]+_[a-z_]+\b/, /\b[a-z]{3,}\/[a-z]{3,}\b/];
/** Two Latin words in a row are a sentence left in another language; F2, VUV are not. */
const latin = /[A-Za-z]{2,}[\s,.;:]+[A-Za-z]{2,}/;
const address = /https?:\/\/\S+/g;
const isolated = /[\u2066-\u2068][^\u2069]*\u2069/g;

const elsewhere = /^(workbook|verb|fault\.verb)\./;

/** Texts and templates of English that another language says otherwise. */
function leftInEnglish(language: Language): (text: string) => boolean {
  const english = wordsOf("en");
  const here = wordsOf(language);
  const same = new Set(Object.values(here));
  // What the command line and the workbook say never stands on a page: names in a plan may be the same.
  const differing = Object.entries(english).filter(([key]) => !elsewhere.test(key)).filter(([key, text]) => here[key] !== text && !same.has(text)).map(([, text]) => text);
  const texts = new Set(differing);
  const pattern = (text: string) => new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, ".+")}$`, "s");
  const templates = differing.filter((text) => /\{\w+\}/.test(text) && /[a-z]{4,}/i.test(text.replace(/\{\w+\}/g, ""))).map(pattern);
  return (text) => /[a-z]{2,}/i.test(text) && (texts.has(text) || templates.some((template) => template.test(text)));
}

/** What the plan itself says, in the language of whoever wrote it. */
function written(): Set<string> {
  const file = fileURLToPath(new URL("../../datasets/samples/vanuatu.outrigger", import.meta.url));
  const found = new Set<string>();
  JSON.parse(readFileSync(file, "utf8"), (_, value: unknown) => {
    if (typeof value === "string") found.add(value);
    return value;
  });
  return found;
}

/** Looks at everything a page says for what is raw, and for what is not in the reader's language. */
export function reader(language: Language): (page: Page) => Promise<string[]> {
  const english = language === "en" ? () => false : leftInEnglish(language);
  const plan = written();
  /** Two of the plan's own texts joined, which may hold colons of their own. */
  const paired = (text: string) =>
    [...text.matchAll(/\s*: /g)].some((at) => plan.has(text.slice(0, at.index)) && plan.has(text.slice(at.index + at[0].length)));
  const verdicts = new Map<string, string>();
  const judge = ({ text, own: marked }: Said): string => {
    const bare = text.replace(address, "");
    const plain = bare.replace(isolated, "").trim();
    const own = marked || plan.has(plain);
    if (raw.some((mark) => mark.test(bare)) || (!own && inside.some((mark) => mark.test(plain)))) return `raw: ${text}`;
    const ours = plan.has(plain) || paired(text) ? [] : text.split(/\s*: | · /).filter((part) => !plan.has(part));
    const parts = own || ours.length === 0 ? ours : [text, plain];
    if (parts.some(english)) return `English: ${text}`;
    if (language !== "ar" || own || ours.length === 0 || !latin.test(plain)) return "";
    const beside = plain.split(/, | · /).filter((part) => !plan.has(part)).join(", ");
    return latin.test(beside) ? `Latin: ${text}` : "";
  };
  return async (page) => {
    const found = new Set<string>();
    for (const each of await said(page)) {
      const key = `${String(each.own)} ${each.text}`;
      const verdict = verdicts.get(key) ?? judge(each);
      verdicts.set(key, verdict);
      if (verdict !== "") found.add(verdict);
    }
    return [...found];
  };
}
