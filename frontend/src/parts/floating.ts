import type { Attachment } from "svelte/attachments";

const gap = 2;

/** Keeps a box of the top layer below its anchor, or above it where there is no room. */
export function floating(anchor: () => Element | null | undefined): Attachment<HTMLElement> {
  return (box) => {
    box.popover = "manual";
    if (typeof box.showPopover === "function") box.showPopover();
    const put = () => {
      const at = anchor()?.getBoundingClientRect();
      if (!at) return;
      const below = at.bottom + gap + box.offsetHeight <= window.innerHeight || at.top < box.offsetHeight;
      const rtl = getComputedStyle(box).direction === "rtl";
      const from = rtl ? at.right - box.offsetWidth : at.left;
      box.style.top = `${String(below ? at.bottom + gap : at.top - gap - box.offsetHeight)}px`;
      box.style.left = `${String(Math.max(gap, Math.min(from, window.innerWidth - box.offsetWidth - gap)))}px`;
    };
    put();
    const watched = new ResizeObserver(put);
    watched.observe(box);
    window.addEventListener("scroll", put, true);
    window.addEventListener("resize", put);
    return () => {
      watched.disconnect();
      window.removeEventListener("scroll", put, true);
      window.removeEventListener("resize", put);
    };
  };
}
