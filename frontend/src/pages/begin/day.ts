/** A day as the reader writes it; Arabic in the digits that figures have here. */
export function day(iso: string, language: string): string {
  const tag = { en: "en-GB", pt: "pt-PT" }[language] ?? language;
  const style = { dateStyle: "medium", numberingSystem: "latn", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(tag, style).format(new Date(`${iso}T00:00:00Z`));
}
