import { describe, expect, it } from "vitest";
import { type Act, whileEditing, whileSelecting } from "./keys";

const stroke = (key: string, held: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey" | "altKey", boolean>> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const shift = { shiftKey: true };
const control = { ctrlKey: true };
const step = (down: number, along: number, grow = false): Act => ({ do: "move", down, along, grow });

describe("a key while a cell is selected", () => {
  it.each<[string, ReturnType<typeof stroke>, Act | null]>([
    ["down", stroke("ArrowDown"), step(1, 0)],
    ["up, selecting", stroke("ArrowUp", shift), step(-1, 0, true)],
    ["right", stroke("ArrowRight"), step(0, 1)],
    ["Enter", stroke("Enter"), step(1, 0)],
    ["Shift+Enter", stroke("Enter", shift), step(-1, 0)],
    ["Tab", stroke("Tab"), { do: "step", back: false }],
    ["Shift+Tab", stroke("Tab", shift), { do: "step", back: true }],
    ["F2", stroke("F2"), { do: "edit" }],
    ["Delete", stroke("Delete"), { do: "clear" }],
    ["a digit", stroke("7"), { do: "type", text: "7" }],
    ["an Arabic digit", stroke("٧"), { do: "type", text: "٧" }],
    ["a dead key", stroke("Dead"), { do: "type", text: "" }],
    ["Ctrl+D", stroke("d", control), { do: "fill down" }],
    ["Ctrl+R", stroke("R", control), { do: "fill along" }],
    ["Ctrl+A", stroke("a", control), { do: "select all" }],
    ["Ctrl+End", stroke("End", control), { do: "go", row: "last", col: "last", grow: false }],
    ["Home", stroke("Home"), { do: "go", row: "same", col: "first", grow: false }],
    ["Escape", stroke("Escape"), { do: "leave" }],
    ["Alt+Down", stroke("ArrowDown", { altKey: true }), { do: "edit" }],
    ["Ctrl+Shift+Y", stroke("Y", { ctrlKey: true, shiftKey: true }), { do: "why" }],
    ["Shift+F10", stroke("F10", shift), { do: "menu" }],
    ["the menu key", stroke("ContextMenu"), { do: "menu" }],
    ["Ctrl+C, which is the browser's", stroke("c", control), null],
    ["Alt with an arrow, which is the browser's", stroke("ArrowLeft", { altKey: true }), null],
    ["F5, which is the browser's", stroke("F5"), null],
  ])("%s", (_, pressed, act) => {
    expect(whileSelecting(pressed, false)).toEqual(act);
  });

  it("turns a switch over with Enter, and goes up with Shift as ever", () => {
    expect(whileSelecting(stroke("Enter"), false, true)).toEqual({ do: "edit" });
    expect(whileSelecting(stroke("Enter", shift), false, true)).toEqual(step(-1, 0));
    expect(whileSelecting(stroke(" "), false, true)).toEqual({ do: "type", text: " " });
  });

  it("reads arrows as the reader sees them where the table runs from right to left", () => {
    expect(whileSelecting(stroke("ArrowLeft"), true)).toEqual(step(0, 1));
    expect(whileSelecting(stroke("ArrowRight", control), true)).toEqual({ do: "go", row: "same", col: "first", grow: false });
  });
});

describe("a key while a cell is typed into", () => {
  it.each([
    ["Enter", { do: "commit" }],
    ["Tab", { do: "commit" }],
    ["Escape", { do: "cancel" }],
    ["ArrowLeft", null],
    ["7", null],
  ])("%s", (key, act) => {
    expect(whileEditing(stroke(key))).toEqual(act);
  });
});
