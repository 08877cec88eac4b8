/**
 * What is asked of the post is warm, what it has is the accent colour; columns are
 * shades of one colour that keep their order in grey.
 */
const asked = ["workload", "work", "required", "need"];
const lack = ["backlog", "short"];
const darkest = 78;
const lightest = 22;

export function strokeOf(lines: readonly string[]): (series: string) => string {
  return (series) => (asked.includes(series) && lines.includes(series) ? "var(--warm)" : "var(--accent)");
}

export function shades(columns: readonly string[]): (series: string) => string {
  const step = (darkest - lightest) / Math.max(1, columns.length - 1);
  return (series) => {
    const at = columns.indexOf(series);
    if (columns.length === 1) return lack.includes(series) ? "color-mix(in srgb, var(--warm) 45%, var(--paper))" : "color-mix(in srgb, var(--accent) 45%, var(--paper))";
    return `color-mix(in srgb, var(--accent) ${String(Math.round(darkest - at * step))}%, var(--paper))`;
  };
}
