import { beforeEach, describe, expect, it } from "vitest";
import { Session } from "../../desk/session.svelte";
import { Program } from "../../testing/program";
import { Trail } from "./trail.svelte";

let program: Program;
let trail: Trail;
const rows = () => trail.steps.map((step) => step.row);

beforeEach(async () => {
  program = new Program();
  const session = new Session(program.door);
  await session.begin(null);
  trail = new Trail(session);
});

describe("the trail from a figure down to what it rests on", () => {
  it("goes into a part and back", async () => {
    await trail.begin("gap", 0);
    await trail.into({ row: "need", year: 2026 });
    expect(rows()).toEqual(["gap", "need"]);
    expect(program.asked("Why").at(-1)).toEqual({ language: "en", scenario: "", row: "need", year: 2026 });
    trail.back(0);
    expect(rows()).toEqual(["gap"]);
  });

  it("begins anew with another figure, in the form for evidence if that is wanted", async () => {
    await trail.begin("gap", 0);
    await trail.begin("lines/mail/unit_cost", 0, true);
    expect(rows()).toEqual(["lines/mail/unit_cost"]);
    expect(trail.vouching).toBe(true);
  });

  it("gives the focus back to where it was asked", async () => {
    const button = document.body.appendChild(document.createElement("button"));
    button.focus();
    await trail.begin("gap", 0);
    button.blur();
    trail.close();
    expect(document.activeElement).toBe(button);
    expect(rows()).toEqual([]);
  });

  it("stays where it is if a part cannot be explained", async () => {
    await trail.begin("gap", 0);
    program.answers["Why"] = () => {
      throw new Error("{}");
    };
    await trail.into({ row: "need", year: 2026 });
    expect(rows()).toEqual(["gap"]);
  });

  it("explains all its steps anew as far as they can be, and closes where none can", async () => {
    await trail.begin("gap", 0);
    await trail.into({ row: "need", year: 2026 });
    const answer = program.answers["Why"];
    program.answers["Why"] = (request) => {
      if ((request as { row: string }).row === "need") throw new Error("{}");
      return answer?.(request);
    };
    await trail.again();
    expect(rows()).toEqual(["gap"]);
    delete program.answers["Why"];
    await trail.again();
    expect(rows()).toEqual([]);
  });
});
