export const themes = ["light", "dark", "projector"] as const;
export type Theme = (typeof themes)[number];

/** The reader's choice on this computer; a browser that keeps nothing just forgets it. */
const kept = { theme: "outrigger.theme", language: "outrigger.language" } as const;

export function recall(what: keyof typeof kept): string | null {
  try {
    return localStorage.getItem(kept[what]);
  } catch {
    return null;
  }
}

export function remember(what: keyof typeof kept, value: string): void {
  try {
    localStorage.setItem(kept[what], value);
  } catch {
    return;
  }
}

export function firstTheme(): Theme {
  const chosen = themes.find((theme) => theme === recall("theme"));
  if (chosen) return chosen;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function wear(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}
