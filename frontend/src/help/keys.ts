/** A key's id, for guide.key.<id>, and the strokes that do it. */
type Key = readonly [id: string, ...strokes: string[]];

export const groups: readonly { id: string; keys: readonly Key[] }[] = [
  {
    id: "page",
    keys: [
      ["help", "F1"],
      ["save", "Ctrl+S"],
      ["save_as", "Ctrl+Shift+S"],
      ["open", "Ctrl+O"],
      ["undo", "Ctrl+Z"],
      ["redo", "Ctrl+Y", "Ctrl+Shift+Z"],
      ["close", "Esc"],
    ],
  },
  {
    id: "table",
    keys: [
      ["move", "← ↑ → ↓", "Enter", "Tab"],
      ["ends", "Home", "End", "Ctrl+← ↑ → ↓"],
      ["grow", "Shift+← ↑ → ↓"],
      ["all", "Ctrl+A"],
      ["edit", "F2", "Alt+↓"],
      ["clear", "Delete"],
      ["copy", "Ctrl+C", "Ctrl+X"],
      ["paste", "Ctrl+V"],
      ["along", "Ctrl+R"],
      ["down", "Ctrl+D"],
      ["why", "Ctrl+Shift+Y"],
      ["menu", "Shift+F10"],
      ["leave", "Esc, Tab"],
    ],
  },
];
