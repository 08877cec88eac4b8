import type { Door } from "./door";
import { failed, type Notice } from "./notice";

/**
 * Turns lets one request after another through the door, in the order made, and says
 * what came of the last. A request that fails is told and holds up none after it.
 */
export class Turns {
  notice = $state.raw<Notice | null>(null);
  protected readonly door: Door;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(door: Door) {
    this.door = door;
  }

  tell(text: string): void {
    this.notice = text === "" ? null : { text, remedy: "", fault: false };
  }

  hush(): void {
    this.notice = null;
  }

  /** When what was asked before is done. */
  settled(): Promise<void> {
    return this.inTurn(() => undefined);
  }

  protected inTurn(work: () => Promise<void> | void): Promise<void> {
    const turn = this.#queue.then(work).catch((reason: unknown) => {
      this.notice = failed(reason);
    });
    this.#queue = turn;
    return turn;
  }
}
