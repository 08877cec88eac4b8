/** What a key asks of the grid. Directions are those of reading, not of the screen. */
export type Act =
  | { do: "move"; down: number; along: number; grow: boolean }
  | { do: "go"; row: "same" | "first" | "last"; col: "same" | "first" | "last"; grow: boolean }
  | { do: "step"; back: boolean }
  | { do: "type"; text: string }
  | { do: "edit" | "clear" | "fill down" | "fill along" | "select all" | "commit" | "cancel" | "leave" | "why" | "menu" };

export interface Stroke {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const page = 10;

/** Reads a key while a cell is selected; null leaves it to the browser. Enter turns a switch over. */
export function whileSelecting(stroke: Stroke, rtl: boolean, onSwitch = false): Act | null {
  const { key, shiftKey: grow } = stroke;
  if (stroke.altKey) return key === "ArrowDown" ? { do: "edit" } : null;
  if (stroke.ctrlKey || stroke.metaKey) return withControl(key, grow, rtl);
  const forward = rtl ? -1 : 1;
  switch (key) {
    case "ArrowDown":
      return { do: "move", down: 1, along: 0, grow };
    case "ArrowUp":
      return { do: "move", down: -1, along: 0, grow };
    case "ArrowRight":
      return { do: "move", down: 0, along: forward, grow };
    case "ArrowLeft":
      return { do: "move", down: 0, along: -forward, grow };
    case "PageDown":
      return { do: "move", down: page, along: 0, grow };
    case "PageUp":
      return { do: "move", down: -page, along: 0, grow };
    case "Home":
      return { do: "go", row: "same", col: "first", grow };
    case "End":
      return { do: "go", row: "same", col: "last", grow };
    case "Enter":
      if (onSwitch && !grow) return { do: "edit" };
      return { do: "move", down: grow ? -1 : 1, along: 0, grow: false };
    case "Tab":
      return { do: "step", back: grow };
    case "F2":
      return { do: "edit" };
    case "Delete":
    case "Backspace":
      return { do: "clear" };
    case "Escape":
      return { do: "leave" };
    case "ContextMenu":
      return { do: "menu" };
    case "F10":
      return grow ? { do: "menu" } : null;
    case "Dead":
    case "Process":
      return { do: "type", text: "" };
  }
  return [...key].length === 1 ? { do: "type", text: key } : null;
}

function withControl(key: string, grow: boolean, rtl: boolean): Act | null {
  const onward = rtl ? "first" : "last";
  const back = rtl ? "last" : "first";
  switch (key.toLowerCase()) {
    case "y":
      return grow ? { do: "why" } : null;
    case "a":
      return { do: "select all" };
    case "d":
      return { do: "fill down" };
    case "r":
      return { do: "fill along" };
    case "home":
      return { do: "go", row: "first", col: "first", grow };
    case "end":
      return { do: "go", row: "last", col: "last", grow };
    case "arrowup":
      return { do: "go", row: "first", col: "same", grow };
    case "arrowdown":
      return { do: "go", row: "last", col: "same", grow };
    case "arrowright":
      return { do: "go", row: "same", col: onward, grow };
    case "arrowleft":
      return { do: "go", row: "same", col: back, grow };
  }
  return null;
}

/** Reads a key while a cell is being typed into. */
export function whileEditing(stroke: Stroke): Act | null {
  switch (stroke.key) {
    case "Enter":
    case "Tab":
      return { do: "commit" };
    case "Escape":
      return { do: "cancel" };
  }
  return null;
}
