import type { Words } from "../desk/contract";

export type Args = Readonly<Record<string, string>>;

const none: Words = {
  language: "en",
  rtl: false,
  texts: {},
  decimal: ".",
  group: ",",
  groupMin: 4,
  minus: "−",
  percent: "{n}%",
};

let spoken = $state.raw<Words>(none);

/** The language spoken now and how it writes figures. */
export function words(): Words {
  return spoken;
}

/** Takes over a language, for the words and for the document. */
export function speak(language: Words): void {
  spoken = language;
  document.documentElement.lang = language.language;
  document.documentElement.dir = language.rtl ? "rtl" : "ltr";
}

/** The words of a key with its {name} places filled; an unknown key shows as ⟨key⟩. */
export function say(key: string, args: Args = {}): string {
  const text = spoken.texts[key] ?? first(key);
  if (text === undefined) return `⟨${key}⟩`;
  return text.replace(/\{([^{}]+)\}/g, (place, name: string) => args[name] ?? place);
}

/** A name or a typed text inside a sentence of either direction. */
export function isolate(text: string): string {
  return String.fromCodePoint(0x2068) + text + String.fromCodePoint(0x2069);
}

function first(key: string): string | undefined {
  return FIRST_WORDS[spoken.language]?.[key] ?? FIRST_WORDS.en?.[key];
}

/** Before the program has answered: the first of the reader's languages that we speak. */
export function guess(preferred: readonly string[]): void {
  const known = preferred.map((tag) => tag.slice(0, 2).toLowerCase());
  const language = known.find((code) => code in FIRST_WORDS) ?? "en";
  speak({ ...none, language, rtl: language === "ar" });
}
