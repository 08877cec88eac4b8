import { describe, expect, it } from "vitest";
import { shortcut } from "./shortcuts";

const control = { shiftKey: false, ctrlKey: true, metaKey: false, altKey: false };
const stroke = (key: string, target: EventTarget | null = null, held = {}) => ({ ...control, ...held, key, target });

describe("the shortcuts of the whole page", () => {
  it("undo and redo, but not while a text is typed", () => {
    expect([shortcut(stroke("z")), shortcut(stroke("y")), shortcut(stroke("Z", null, { shiftKey: true }))]).toEqual(["undo", "redo", "redo"]);
    const field = document.createElement("textarea");
    expect(shortcut(stroke("z", field))).toBeNull();
    field.dataset.clean = "";
    expect(shortcut(stroke("z", field))).toBe("undo");
  });

  it("leave Ctrl+Shift+Y to why", () => {
    expect(shortcut(stroke("Y", null, { shiftKey: true }))).toBeNull();
  });
});
