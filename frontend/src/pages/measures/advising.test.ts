import { beforeEach, describe, expect, it } from "vitest";
import type { Advice } from "../../desk/measures";
import { Session } from "../../desk/session.svelte";
import { Guide } from "../../help/guide.svelte";
import { fault, Program } from "../../testing/program";
import { Advising, advisingOf } from "./advising.svelte";

const advice: Advice = {
  given: true,
  sentence: "Best of all.",
  warning: "",
  same: false,
  cells: [{ input: "measures/keys/chosen", year: 0, text: "1" }],
  before: "",
  after: "",
  best: "",
  measures: [],
  shares: [],
  near: [],
  waiting: "",
  later: "",
  band: "",
};

let program: Program;
let session: Session;
let advising: Advising;
let guide: Guide;

beforeEach(async () => {
  program = new Program();
  program.answers = { ...program.answers, Advise: () => advice, Stop: () => null };
  session = new Session(program.door);
  guide = new Guide(program.door, session);
  advising = new Advising(guide);
  await session.begin(null);
});

describe("the search for the best choice", () => {
  it("asks about the plan as it is once edits under way are in", async () => {
    const edit = session.change({ cells: [{ input: "a", year: 2024, text: "7" }], items: [] });
    await Promise.all([edit, advising.find()]);
    expect(program.calls.map(({ method }) => method).slice(-3)).toEqual(["Edit", "Page", "Advise"]);
    expect(advising.advice?.sentence).toBe("Best of all.");
    expect([advising.stale, advising.work.job]).toEqual([false, null]);
  });

  it("is not shown as true of a plan that has changed since, nor in another language", async () => {
    await advising.find();
    await session.change({ cells: [{ input: "a", year: 2024, text: "8" }], items: [] });
    expect([advising.stale, advising.advice?.sentence]).toEqual([true, "Best of all."]);
    await advising.find();
    expect(advising.stale).toBe(false);
    await session.switchLanguage("fr");
    expect(advising.advice).toBeNull();
  });

  it("is stopped by its own name, and says so without an alarm", async () => {
    program.answers.Advise = () => { throw fault("search_stopped", "It was stopped."); };
    const search = advising.find();
    const { job } = advising.work;
    advising.work.stop();
    await search;
    expect(program.asked("Stop")).toMatchObject([{ job }]);
    expect(program.asked("Advise")).toMatchObject([{ job }]);
    expect(session.notice).toMatchObject({ text: "It was stopped.", fault: false });
    expect([advising.work.job, advising.advice]).toEqual([null, null]);
  });

  it("tells what went wrong, and keeps what it found before", async () => {
    await advising.find();
    program.answers.Advise = () => { throw fault("internal", "Something broke."); };
    await advising.find();
    expect(session.notice).toMatchObject({ text: "Something broke.", fault: true });
    expect(advising.advice?.sentence).toBe("Best of all.");
  });

  it("is one for a guide, and one at a time", async () => {
    expect(advisingOf(guide)).toBe(advisingOf(guide));
    await Promise.all([advising.find(), advising.find()]);
    expect(program.asked("Advise")).toHaveLength(1);
  });
});
