import type { Stroke } from "./grid/keys";

export type Shortcut = "undo" | "redo" | "save" | "saveAs" | "open";

/** Reads the shortcuts of the whole page. While a text is typed, undo is the text's own. */
export function shortcut(event: Stroke & { target: EventTarget | null }): Shortcut | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const typing = event.target instanceof HTMLInputElement;
  switch (event.key.toLowerCase()) {
    case "s":
      return event.shiftKey ? "saveAs" : "save";
    case "o":
      return "open";
    case "z":
      return typing ? null : event.shiftKey ? "redo" : "undo";
    case "y":
      return typing ? null : "redo";
  }
  return null;
}
