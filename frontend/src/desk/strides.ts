/**
 * One change of the reader's may be several steps of the program, such as a block of
 * texts and figures pasted at once. Strides counts them, so that undo takes back what
 * was done in one go in one go.
 */
export class Strides {
  #done: number[] = [];
  #undone: number[] = [];

  /** Notes steps taken; joined, they belong to the change before. */
  took(steps: number, joined = false): void {
    if (steps === 0) return;
    this.#done.push(steps + (joined ? (this.#done.pop() ?? 0) : 0));
    this.#undone = [];
  }

  back(): number {
    return pass(this.#done, this.#undone);
  }

  forth(): number {
    return pass(this.#undone, this.#done);
  }

  forget(): void {
    this.#done = [];
    this.#undone = [];
  }
}

function pass(from: number[], to: number[]): number {
  const steps = from.pop() ?? 1;
  to.push(steps);
  return steps;
}
