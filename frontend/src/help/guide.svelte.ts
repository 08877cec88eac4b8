import type { RecentPlan } from "../desk/begin";
import type { Door } from "../desk/door";
import { Doubting } from "../desk/doubts.svelte";
import { failed, type Notice } from "../desk/notice";
import type { Session } from "../desk/session.svelte";
import { Bringing, type Sheet } from "../pages/import/bringing.svelte";
import { words } from "../words/words.svelte";

export type Room = "new" | "recent" | "import" | "scenarios" | "doubt" | "catalogue" | "workshop" | "contribute" | "review" | "help";

/**
 * Guide is what leads into and through the work: which room is open over the page,
 * the plans of late, a spreadsheet on its way in, and the tour.
 */
export class Guide {
  room = $state<Room | null>(null);
  /** The term of the glossary that help opens at. */
  term = $state("");
  plans = $state.raw<readonly RecentPlan[]>([]);
  /** What went wrong with the plans of late. */
  notice = $state.raw<Notice | null>(null);
  touring = $state(false);
  /** A spreadsheet waits for the plan that is about to be begun. */
  waiting = $state.raw<Sheet | "any" | null>(null);

  readonly door: Door;
  readonly session: Session;
  readonly bringing: Bringing;
  readonly doubting: Doubting;

  constructor(door: Door, session: Session) {
    this.door = door;
    this.session = session;
    this.bringing = new Bringing(door, session);
    this.doubting = new Doubting(door, session);
  }

  show(room: Room): void {
    this.waiting = null;
    this.room = room;
  }

  close(): void {
    this.room = null;
    this.waiting = null;
  }

  explain(term: string): void {
    this.term = term;
    this.room = "help";
  }

  /** Brings a spreadsheet in; where no plan is open yet one is begun first. */
  bring(sheet: Sheet | "any" = "any"): void {
    if (!this.session.view.open) {
      this.waiting = sheet;
      this.room = "new";
      return;
    }
    this.waiting = null;
    this.room = "import";
    if (sheet === "any") void this.bringing.again();
    else void this.bringing.layOpen(sheet);
  }

  /** A plan was begun: on to the spreadsheet that waited for it, if one did. */
  begun(): void {
    const sheet = this.waiting;
    this.close();
    if (sheet !== null) this.bring(sheet);
  }

  async refresh(): Promise<void> {
    await this.#list(() => this.door.recent());
  }

  async forget(path: string): Promise<void> {
    await this.#list(() => this.door.forget({ language: words().language, path }));
  }

  openRecent(path: string): Promise<void> {
    return this.session.open((door, { language }) => door.openRecent({ language, path }));
  }

  /** Shows the folder of a file that was just written. */
  async showFolder(path: string): Promise<void> {
    await this.door.showFolder({ language: words().language, path }).catch((reason: unknown) => {
      this.session.notice = failed(reason);
    });
  }

  async #list(ask: () => Promise<{ plans: RecentPlan[] }>): Promise<void> {
    try {
      this.plans = (await ask()).plans;
      this.notice = null;
    } catch (reason) {
      this.notice = failed(reason);
    }
  }
}
