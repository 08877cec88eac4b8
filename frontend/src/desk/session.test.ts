import { beforeEach, describe, expect, it, vi } from "vitest";
import { view } from "../testing/plan";
import { fault, Program } from "../testing/program";
import { words } from "../words/words.svelte";
import type { CellEdit, Reading } from "./contract";
import type { Door } from "./door";
import { keyOf } from "./held";
import type { SetItem } from "./pages";
import { Session } from "./session.svelte";

let program: Program;
let session: Session;
const edit = (cells: CellEdit[], items: SetItem[] = []) => session.change({ cells, items });
const cell = (text: string, year = 2024) => ({ input: "a", year, text });

beforeEach(async () => {
  program = new Program();
  session = new Session(program.door);
  await session.begin(null);
});

describe("a session", () => {
  it("begins in the program's language, or in the one remembered if it is known", async () => {
    expect(words().language).toBe("en");
    await new Session(program.door).begin("fr");
    expect(words().language).toBe("fr");
    await new Session(program.door).begin("xx");
    expect(words().language).toBe("en");
  });

  it("goes up to the page above where that of an item is gone", async () => {
    const { Page } = program.answers;
    await session.turn("measures/keys");
    expect(session.step).toBe("measures/keys");
    program.answers.Page = (request) => {
      if ((request as { page: string }).page === "measures/keys") throw fault("no_page", "There is no such page.");
      return Page?.(request);
    };
    await session.undo();
    expect([session.step, session.page?.id]).toEqual(["measures", "measures"]);
    await session.turn("measures/keys");
    expect([session.step, session.notice?.fault ?? false]).toEqual(["measures", false]);
  });

  it("shows a typed text at once, then the plan as it came back, and tells what moved", async () => {
    const done = edit([cell("7")]);
    expect(session.pending.get(keyOf(cell("")))).toBe("7");
    await done;
    expect(session.pending.size).toBe(0);
    expect(session.view.revision).toBe(2);
    expect(session.notice?.text).toContain("Gap: \u206811\u2069.");
  });

  it("sends edits one after another, in the notation of the language they were typed in", async () => {
    const first = edit([cell("7")]);
    const language = session.switchLanguage("fr");
    const second = edit([cell("8")]);
    await Promise.all([first, language, second]);
    const methods = program.calls.map((call) => call.method).slice(4);
    expect(methods).toEqual(["Edit", "Page", "Say", "Look", "Page", "Edit", "Page"]);
    expect(program.asked("Edit")).toMatchObject([{ language: "en" }, { language: "en" }]);
  });

  it("keeps a text that could not be read, with its sentence, and goes on with the others", async () => {
    await edit([cell("about 7"), cell("8", 2025)]);
    expect(session.held.get(keyOf(cell("")))).toMatchObject({ text: "about 7", sentence: "about 7 is no number.", language: "en" });
    expect(session.view.revision).toBe(2);
    expect(session.notice?.text).toContain("Kept 1.");
  });

  it("forgets a held text once its cell can be read", async () => {
    await edit([cell("about 7")]);
    await edit([cell("7")]);
    expect(session.held.size).toBe(0);
  });

  it("shows at once what is told when work could not be kept, and only of the plan as it is", async () => {
    program.now = { ...program.now, saved: false };
    await edit([cell("7")]);
    const finding = { place: "", input: "", page: "", sentence: "The disk is full.", remedy: "Make room.", warning: false };
    program.answers.Kept = () => ({ ...program.now, findings: [finding] });
    session.listen();
    await vi.waitFor(() => { expect(session.view.findings).toEqual([finding]); });
    expect(session.notice).toMatchObject({ text: "The disk is full.", remedy: "Make room.", fault: true });
    program.answers.Kept = () => ({ ...program.now, revision: 1, findings: [] });
    session.listen();
    await vi.waitFor(() => { expect(program.asked("Kept")).toHaveLength(2); });
    expect(session.view.findings).toEqual([finding]);
  });

  it("goes on while a workbook is written, says what will stand in that, and stops it", async () => {
    let stopped: (reason: unknown) => void = () => undefined;
    program.answers.WriteWorkbook = () => new Promise((_, fail) => (stopped = fail));
    program.answers.Stop = () => {
      stopped(new Error(JSON.stringify(fault("stopped", "It was stopped."))));
      return null;
    };
    const written = session.writeWorkbook();
    await vi.waitFor(() => { expect(program.asked("WriteWorkbook")).toHaveLength(1); });
    await edit([cell("7")]);
    expect(session.view.revision).toBe(2);
    expect(session.notice?.text).toContain("Before.");
    await session.undo();
    expect(session.notice?.text).toContain("Undone.");
    void session.writeWorkbook();
    session.work.stop();
    await written;
    expect(program.asked("WriteWorkbook")).toHaveLength(1);
    expect(session.work.job).toBeNull();
    expect(session.notice).toMatchObject({ text: "It was stopped.", fault: false });
  });

  it("undoes an edit that was only a bad text without touching the plan", async () => {
    await edit([cell("8")]);
    await edit([cell("about 7")]);
    await session.undo();
    expect(session.held.size).toBe(0);
    expect(program.asked("Undo")).toHaveLength(0);
    await session.undo();
    expect(program.asked("Undo")).toMatchObject([{ language: "en", scenario: "", page: "drivers", stamp: 1 }]);
  });

  it("keeps what was typed when the whole call fails, and says why", async () => {
    program.answers["Edit"] = () => {
      throw new Error(JSON.stringify(fault("internal", "It broke.")));
    };
    await edit([cell("7")]);
    expect(session.held.get(keyOf(cell("")))?.text).toBe("7");
    expect(session.pending.size).toBe(0);
    expect(session.notice).toEqual({ text: "It broke.", remedy: "Try again.", fault: true });
  });

  it("asks for the other scenario and edits in it", async () => {
    program.answers["Look"] = () => ({ ...view, scenario: "fast" });
    await session.switchScenario("fast");
    await edit([cell("7")]);
    expect(program.asked("Look").at(-1)).toEqual({ language: "en", scenario: "fast" });
    expect(program.asked("Edit")).toMatchObject([{ scenario: "fast" }]);
  });

  it("says where a file was saved, and nothing when the dialog was closed", async () => {
    const file = { chosen: true, name: "isles.outrigger", folder: "/plans", base64: "", view };
    program.answers["Save"] = () => ({ ...file, chosen: false });
    await session.save();
    expect(session.notice).toBeNull();
    program.answers["Save"] = () => file;
    await session.save();
    expect(session.notice?.text).toBe("Saved as \u2068isles.outrigger\u2069 in \u2068/plans\u2069.");
  });

  it("hands a file to the browser's downloads", async () => {
    const click = vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
    vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:x");
    program.answers["WriteWorkbook"] = () => ({ chosen: true, name: "isles.xlsx", folder: "", base64: btoa("PK"), view });
    await session.writeWorkbook();
    expect(click).toHaveBeenCalledOnce();
    expect(session.notice?.text).toContain("was downloaded");
  });

  it("shows each page as the plan now is, and turns to others", async () => {
    expect(session.page?.id).toBe("drivers");
    await session.turn("budget");
    expect(session.page?.id).toBe("budget");
    await edit([cell("7")]);
    expect(program.asked("Page").at(-1)).toEqual({ page: "budget", language: "en", scenario: "" });
    await session.turn("drivers", { input: "a", row: "", year: 2024 });
    expect(session.goal).toEqual({ input: "a", row: "", year: 2024 });
  });

  it("keeps the page it shows where another one fails, and goes on", async () => {
    program.answers["Page"] = () => {
      throw new Error(JSON.stringify(fault("internal", "It broke.")));
    };
    await session.turn("budget");
    expect(session.page?.id).toBe("drivers");
    expect(session.step).toBe("drivers");
    expect(session.notice).toEqual({ text: "It broke.", remedy: "Try again.", fault: true });
    delete program.answers["Page"];
    await edit([cell("7")]);
    expect(session.view.revision).toBe(2);
  });

  it("finds the page on which an input stands", async () => {
    await session.seek("lines/mail/unit_cost");
    expect(session.step).toBe("funding");
    expect(session.goal?.input).toBe("lines/mail/unit_cost");
  });

  it("sets texts before figures, and takes both back as one step", async () => {
    await edit([cell("7")], [{ place: "a/name", text: "Mail" }]);
    expect(program.calls.slice(4).map((call) => call.method)).toEqual(["Set", "Edit", "Page"]);
    await session.undo();
    expect(program.asked("Undo")).toHaveLength(2);
    await session.redo();
    expect(program.asked("Redo")).toHaveLength(2);
    await session.undo();
    expect(program.asked("Undo")).toHaveLength(4);
  });

  it("holds a text that cannot stand in its place", async () => {
    await edit([], [{ place: "a/name", text: "" }]);
    expect(session.held.get(keyOf({ input: "a/name", year: 0 }))?.sentence).toBe("Something must stand here.");
    expect(session.canUndo).toBe(true);
  });

  it("adds several items as one step, and tells what moved", async () => {
    const add = (name: string) => (door: Door, reading: Reading) => door.add({ ...reading, list: "drivers", name });
    expect(await session.take([add("Mail"), add("Phones")], "Added.")).toBe(true);
    expect(session.notice?.text).toBe("Added. Gap: \u206812\u2069.");
    await session.undo();
    expect(program.asked("Undo")).toHaveLength(2);
  });

  it("goes on after a fault", async () => {
    program.answers["Redo"] = () => {
      throw new Error("{}");
    };
    await session.redo();
    expect(session.notice?.fault).toBe(true);
    await session.undo();
    expect(session.notice?.fault).toBe(false);
  });
});
