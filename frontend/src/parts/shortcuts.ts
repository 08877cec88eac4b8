import type { Stroke } from "./grid/keys";

export type Shortcut = "undo" | "redo" | "save" | "saveAs" | "open";

/**
 * Reads the shortcuts of the whole page. While a text is typed, undo is the text's
 * own; a field says with data-clean that nothing is typed in it yet.
 */
export function shortcut(event: Stroke & { target: EventTarget | null }): Shortcut | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const text = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  const typing = text && (event.target as HTMLElement).dataset.clean === undefined;
  switch (event.key.toLowerCase()) {
    case "s":
      return event.shiftKey ? "saveAs" : "save";
    case "o":
      return "open";
    case "z":
      return typing ? null : event.shiftKey ? "redo" : "undo";
    case "y":
      return typing || event.shiftKey ? null : "redo";
  }
  return null;
}
