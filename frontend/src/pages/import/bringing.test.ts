import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ImportRequest, ImportView } from "../../desk/import";
import { Session } from "../../desk/session.svelte";
import { fault, Program } from "../../testing/program";
import { Bringing } from "./bringing.svelte";
import { give, noSeries } from "./choice";

const choice: ImportRequest = { language: "en", scenario: "", table: 0, scale: "", decimal: "", mapping: "", saveAs: "", series: [] };
const parcels = { label: "Parcels", cell: "A2", group: "", measure: "", total: false, years: "2023–2025", latest: "3" };
const laid: ImportView = {
  open: true,
  file: "book.csv",
  filled: false,
  tables: [{ title: "", long: false, first: 2023, last: 2025, claims: [], columns: [], rows: [parcels] }],
  targets: [],
  mappings: [],
  lines: [],
  sentences: [],
  ready: false,
  choice,
};

let program: Program;
let bringing: Bringing;

beforeEach(async () => {
  program = new Program();
  const session = new Session(program.door);
  await session.begin(null);
  bringing = new Bringing(program.door, session);
  program.answers["ImportPaste"] = () => laid;
  program.answers["ImportTry"] = (request) => ({
    ...laid,
    ready: true,
    choice: request,
    lines: (request as ImportRequest).series.map((series) => ({ target: series.target, sentence: series.name, figures: "1", notes: [], fault: "" })),
  });
  program.answers["ImportAccept"] = () => ({ ...program.now, revision: program.now.revision + 1 });
  await bringing.layOpen({ kind: "paste", text: "x" });
});

describe("bringing a table in", () => {
  it("tries a choice once it rests, the last one only", async () => {
    vi.useFakeTimers();
    bringing.change({ series: give([], parcels, "new:drivers") });
    bringing.change({ scale: "1000" });
    expect(bringing.ready).toBe(false);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(program.asked("ImportTry")).toMatchObject([{ scale: "1000", series: [{ target: "new:drivers", name: "Parcels" }] }]);
    expect(bringing.ready).toBe(true);
  });

  it("leaves out what has no place yet, and is not held up by it", async () => {
    vi.useFakeTimers();
    bringing.change({ series: [...give([], parcels, "a"), noSeries] });
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(program.asked("ImportTry")).toMatchObject([{ series: [{ target: "a" }] }]);
    expect(bringing.ready).toBe(true);
  });

  it("keeps the choice when another file cannot be read, and says why", async () => {
    bringing.change({ series: give([], parcels, "a") });
    program.answers["ImportPaste"] = () => {
      throw new Error(JSON.stringify(fault("intake.no_table", "There is no table.")));
    };
    await bringing.layOpen({ kind: "paste", text: "Dear all" });
    expect(bringing.notice?.text).toBe("There is no table.");
    expect(bringing.choice?.series).toHaveLength(1);
  });

  it("brings in, tells what, and lets the file go", async () => {
    bringing.change({ series: give([], parcels, "new:drivers") });
    await bringing.again();
    expect(await bringing.accept()).toBe(true);
    expect(program.asked("ImportAccept")).toMatchObject([{ series: [{ name: "Parcels" }] }]);
    expect(bringing.view).toBeNull();
  });

  it("keeps everything where bringing in fails", async () => {
    bringing.change({ series: give([], parcels, "a") });
    program.answers["ImportAccept"] = () => {
      throw new Error(JSON.stringify(fault("intake.twice", "Two figures for 2024.")));
    };
    await bringing.again();
    expect(await bringing.accept()).toBe(false);
    expect(bringing.notice?.text).toBe("Two figures for 2024.");
    expect(bringing.choice?.series).toHaveLength(1);
  });

  it("forgets a file that the program has put away meanwhile", async () => {
    program.answers["ImportTry"] = () => {
      throw new Error(JSON.stringify(fault("import.nothing", "No file is being brought in.")));
    };
    await bringing.again();
    expect(bringing.view).toBeNull();
  });
});
