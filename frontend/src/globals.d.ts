/** Words needed before the program has answered, by language and key (see vite.config.ts). */
declare const FIRST_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>>;
