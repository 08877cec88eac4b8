import type { Changes } from "./block";
import type { Layout } from "./layout";
import type { Place } from "./range";

/** Note is something to tell: a key of the words and the numbers in it. */
export interface Note {
  key: string;
  counts?: Readonly<Record<string, number>>;
}

/** Ports are what the sheet needs from the page around it. */
export interface Ports {
  layout(): Layout;
  rtl(): boolean;
  /** What a cell shows: on its way, held, or given. */
  shown(place: Place): string;
  /** A plain decimal in the reader's notation. */
  exact(plain: string): string;
  /** The sign at the end of a percentage. */
  percent(): string;
  /** Changes cells and adds items, and tells what had to be left out. */
  change(changes: Omit<Changes, "beyond" | "calculated">, note?: Note): void;
  tell(note: Note): void;
  focus(place: Place): void;
  why(place: Place): void;
  menu(place: Place): void;
}
