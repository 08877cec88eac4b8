import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const languages = ["en", "fr", "es", "pt", "ar"] as const;
export type Language = (typeof languages)[number];

/** Says the words of a key as the program does, in one language. */
export type Say = (key: string, args?: Readonly<Record<string, string>>) => string;

const folder = fileURLToPath(new URL("../../datasets/words", import.meta.url));

/** All words of a language by key, read as the program reads them. */
export function wordsOf(language: Language): Readonly<Record<string, string>> {
  const rooms = readdirSync(`${folder}/${language}`);
  return Object.assign({}, ...rooms.map((room) => JSON.parse(readFileSync(`${folder}/${language}/${room}`, "utf8")) as object)) as Record<string, string>;
}

export function speaking(language: Language): Say {
  const texts = wordsOf(language);
  return (key, args = {}) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`there are no words for ${key}`);
    return text.replace(/\{([^{}]+)\}/g, (place, name: string) => args[name] ?? place);
  };
}
