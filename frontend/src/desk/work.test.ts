import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fault, Program } from "../testing/program";
import { DeskFault } from "./fault";
import { Work } from "./work.svelte";

const told = vi.fn();
const failed = vi.fn();
let program: Program;
let work: Work;

beforeEach(() => {
  vi.useFakeTimers();
  told.mockClear();
  failed.mockClear();
  program = new Program();
  program.answers = { ...program.answers, Progress: () => ({ percent: 40 }), Stop: () => null };
  work = new Work(program.door, "sheets");
});

afterEach(() => { vi.useRealTimers(); });

describe("a piece of work", () => {
  it("tells from the first second on how far it has come, and nothing more once it is done", async () => {
    let end: () => void = () => undefined;
    const done = work.do(() => new Promise<void>((ended) => (end = ended)), told, failed);
    expect([work.seconds, work.percent]).toEqual([0, null]);
    await vi.advanceTimersByTimeAsync(2100);
    expect([work.seconds, work.percent]).toEqual([2, 40]);
    expect(program.asked("Progress")).toEqual(Array.from({ length: 2 }, () => ({ language: "en", job: work.job })));
    end();
    await done;
    await vi.advanceTimersByTimeAsync(2100);
    expect([work.job, program.asked("Progress").length]).toEqual([null, 2]);
  });

  it("is done one at a time, and stopped by its name", async () => {
    const again = vi.fn(() => Promise.resolve());
    const stopped = work.do(
      async () => {
        await work.do(again, told, failed);
        work.stop();
        throw new DeskFault(fault("sheets_stopped", "Stopped."));
      },
      told,
      failed,
    );
    const { job } = work;
    await stopped;
    expect(again).not.toHaveBeenCalled();
    expect(program.asked("Stop")).toEqual([{ language: "en", job }]);
    expect([told.mock.calls, failed.mock.calls]).toEqual([[["Stopped."]], []]);
  });

  it("that fails tells why", async () => {
    const reason = new DeskFault(fault("disk", "No room."));
    await work.do(() => Promise.reject(reason), told, failed);
    expect([told.mock.calls, failed.mock.calls]).toEqual([[], [[reason]]]);
  });
});
