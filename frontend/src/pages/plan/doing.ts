import type { Doubting } from "../../desk/doubts.svelte";
import type { Session } from "../../desk/session.svelte";
import type { Doing } from "../../parts/grid/doing";
import type { Trail } from "../../parts/why/trail.svelte";
import { isolate, say } from "../../words/words.svelte";

/** What the tables and fields of a page ask, answered by the open plan. */
export function doingOf(session: Session, trail: Trail, doubting: Doubting): Doing {
  return {
    get held() {
      return session.held;
    },
    get pending() {
      return session.pending;
    },
    get goal() {
      return session.goal;
    },
    get scenario() {
      return session.view.scenario !== "";
    },
    change: (change, note, joined) => session.change(change, note, joined),
    typing: (cell) => { doubting.typing(cell); },
    add: (list, names) => session.take(names.map((name) => (door, reading) => door.add({ ...reading, list, name }))),
    remove: (list, item, name) =>
      session.take([(door, reading) => door.remove({ ...reading, list, item })], say("page.removed", { name: isolate(name) })),
    why: (row, year, evidence = false) => void trail.begin(row, year, evidence),
    tell: (text) => { session.tell(text); },
    turn: (page) => void session.turn(page),
  };
}
