import type { Attachment } from "svelte/attachments";
import type { Sheet } from "./sheet.svelte";

/**
 * Listens to the clipboard for a grid while the focus is in it. Engines send these
 * events to the focused cell or to the body, and some only where the page says
 * beforehand that it will take them.
 */
export function clipboard(sheet: Sheet): Attachment<HTMLElement> {
  return (table) => {
    const ours = (): boolean => table.contains(document.activeElement) && !sheet.editing;
    const act = (event: Event): void => {
      if (!ours() || !("clipboardData" in event)) return;
      if (event.type === "copy") sheet.copy(event as ClipboardEvent);
      if (event.type === "cut") sheet.cut(event as ClipboardEvent);
      if (event.type === "paste") sheet.paste(event as ClipboardEvent);
    };
    const announce = (event: Event): void => {
      if (ours()) event.preventDefault();
    };
    const listeners = Object.entries({ copy: act, cut: act, paste: act, beforecopy: announce, beforecut: announce, beforepaste: announce });
    for (const [kind, listener] of listeners) document.addEventListener(kind, listener);
    return () => {
      for (const [kind, listener] of listeners) document.removeEventListener(kind, listener);
    };
  };
}
