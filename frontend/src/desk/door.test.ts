import { describe, expect, it, vi } from "vitest";
import { view } from "../testing/plan";
import { Program, fault } from "../testing/program";
import { doorOver, openDoor, throughBrowser, throughWindow } from "./door";
import { asFault, DeskFault } from "./fault";
import { measureCalls } from "./measureCalls";
import { shareCalls } from "./shareCalls";
import { sharingCalls } from "./sharingCalls";
import { reviewCalls } from "./reviewCalls";
import { sheetCalls } from "./sheetCalls";

const reading = { language: "en", scenario: "" };

function browserAnswers(status: number, body: string) {
  return vi.spyOn(window, "fetch").mockResolvedValue(new Response(body, { status }));
}

async function caught(work: Promise<unknown>): Promise<DeskFault> {
  const reason: unknown = await work.then(
    () => null,
    (why: unknown) => why,
  );
  if (!(reason instanceof DeskFault)) throw new Error("no fault came");
  return reason;
}

describe("the door", () => {
  it("posts the arguments to the method and reads the answer", async () => {
    const fetch = browserAnswers(200, JSON.stringify(view));
    const seen = await doorOver(throughBrowser).look(reading);
    expect(seen).toEqual(view);
    expect(fetch.mock.calls[0]?.[0]).toBe("/call/Look");
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({
      method: "POST",
      body: JSON.stringify([reading]),
      credentials: "same-origin",
    });
  });

  it("calls the window's methods where there is a window", async () => {
    const look = vi.fn().mockResolvedValue(view);
    window.go = { desk: { Desk: { Look: look } } };
    expect(await openDoor().look(reading)).toEqual(view);
    expect(look).toHaveBeenCalledWith(reading);
    delete window.go;
  });

  it("turns status 422 into the program's own fault", async () => {
    browserAnswers(422, JSON.stringify(fault("gone", "The file is gone.")));
    const { fault: told } = await caught(doorOver(throughBrowser).look(reading));
    expect(told).toEqual({ code: "gone", sentence: "The file is gone.", remedy: "Try again.", place: "" });
  });

  it.each([
    ["a window's rejection with a text", JSON.stringify(fault("full", "The disk is full."))],
    ["a window's rejection with an Error", new Error(JSON.stringify(fault("full", "The disk is full.")))],
  ])("reads %s", async (_, reason) => {
    const door = doorOver(throughWindow({ Save: () => Promise.reject(reason as Error) }));
    expect((await caught(door.save(reading))).fault.sentence).toBe("The disk is full.");
  });

  it.each([
    [401, "refused"],
    [403, "refused"],
    [500, "unreadable"],
  ])("has its own words for status %i", async (status, code) => {
    browserAnswers(status, "");
    expect((await caught(doorOver(throughBrowser).hello())).fault.code).toBe(code);
  });

  it("says that the program is silent when nobody answers", async () => {
    vi.spyOn(window, "fetch").mockRejectedValue(new TypeError("Failed to fetch"));
    expect((await caught(doorOver(throughBrowser).hello())).fault.code).toBe("silent");
  });

  it("knows every method of the contract", async () => {
    const program = new Program();
    const methods = "Hello Say Look OpenSample OpenDialog OpenUpload Edit Kept Undo Redo Save SaveAs WriteWorkbook Stop Progress Page Set Add Remove Vouch Why Offer Begin Recent OpenRecent Forget ShowFolder ImportDialog ImportUpload ImportPaste ImportTry ImportAccept ImportClose Collect AddScenario RenameScenario RemoveScenario Preview Doubts Sensitivity SetRange SetLink SetSeed Benchmarks LoadBenchmark TakeBenchmark DropBenchmark Compare Workshop WorkshopDialog WorkshopUpload WorkshopPlan WorkshopWorkbook WorkshopSheets Ready LossCurve Advise Catalogue Take ShareMeasures TakeMeasures TakeMeasuresDialog Sharers ShareCosts Sharing SharingKey SharingKeyDialog Share Review ReviewDialog ReviewUpload ReviewTake ReviewPlan Contrast ContrastDialog ContrastUpload ContrastOwn Sheets Sheet";
    program.answers = Object.fromEntries(methods.split(" ").map((method) => [method, () => null]));
    const { ask, ...first } = program.door;
    for (const call of Object.values({ ...first, ...measureCalls({ ask }), ...shareCalls({ ask }), ...sharingCalls({ ask }), ...reviewCalls({ ask }), ...sheetCalls({ ask }) })) {
      await (call as (argument: unknown) => Promise<unknown>)({}).catch(() => null);
    }
    expect(program.calls.map((call) => call.method).join(" ")).toBe(methods);
  });
});

describe("an answer", () => {
  it.each([
    ["a figure where a text belongs", { ...view, title: 7 }, "Look.title"],
    ["no list", { ...view, years: "none" }, "Look.years"],
    ["a broken year in a list", { ...view, years: [{ year: "2024", label: "2024", actual: true }] }, "Look.years[0].year"],
    ["a missing field", { ...view, saved: undefined }, "Look.saved"],
    ["nothing at all", null, "Look"],
  ])("with %s is refused, naming the place", async (_, answer, place) => {
    const program = new Program();
    program.answers["Look"] = () => answer;
    expect((await caught(program.door.look(reading))).fault).toMatchObject({ code: "unreadable", place });
  });

  it("may have an empty list as Go's null, and fields not known yet", async () => {
    const program = new Program();
    program.answers["Look"] = () => ({ ...view, findings: null, later: 1 });
    expect(await program.door.look(reading)).toEqual({ ...view, findings: [] });
  });
});

describe("a fault", () => {
  it.each([
    ["text that is no fault", "panic: no"],
    ["a fault that lacks its remedy", JSON.stringify({ code: "x", sentence: "y" })],
    ["nothing", undefined],
  ])("of %s becomes one that the page has words for", (_, reason) => {
    expect(asFault(reason).fault.code).toBe("unreadable");
  });
});
