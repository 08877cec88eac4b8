import type { WorkshopPlain, WorkshopPost } from "../../desk/workshop";

/** By which column posts stand: -1 the name, else a figure's place; and which end is first. */
export interface Order {
  column: number;
  down: boolean;
}

/** The order that a click on a head gives: figures begin with the greatest, names with A; once more turns it. */
export function turned(now: Order, column: number): Order {
  return now.column === column ? { column, down: !now.down } : { column, down: column >= 0 };
}

/** Posts in an order; those without the figure stand last whichever way it runs. */
export function ordered(posts: readonly WorkshopPost[], { column, down }: Order, language: string): WorkshopPost[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const byName = (a: WorkshopPost, b: WorkshopPost) => collator.compare(a.name, b.name);
  const sign = down ? -1 : 1;
  return posts.toSorted((a, b) => {
    if (column < 0) return sign * byName(a, b);
    const [x, y] = [a.figures[column]?.plain ?? "", b.figures[column]?.plain ?? ""];
    if (x === "" || y === "") return (x === "" ? 1 : 0) - (y === "" ? 1 : 0) || byName(a, b);
    return sign * (Number(x) - Number(y)) || byName(a, b);
  });
}

/** In letters: what goes up in one request. One plan alone may be longer. */
const most = 4_000_000;

/** Files in parts that a request holds. */
export function parts(files: readonly WorkshopPlain[], limit = most): WorkshopPlain[][] {
  const all: WorkshopPlain[][] = [];
  let room = 0;
  for (const file of files) {
    const last = all.at(-1);
    if (last && file.text.length <= room) last.push(file);
    else {
      all.push([file]);
      room = limit;
    }
    room -= file.text.length;
  }
  return all;
}
