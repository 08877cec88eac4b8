import { beforeEach, describe, expect, it } from "vitest";
import { Session } from "../../desk/session.svelte";
import type { Sharing } from "../../desk/sharing";
import { Guide } from "../../help/guide.svelte";
import { fault, Program } from "../../testing/program";
import { Contributing } from "./contributing.svelte";

const shown: Sharing = { id: "one", lines: [{ name: "Staff", value: "12", note: "2025" }], left: [], empty: "", fingerprint: "", made: "" };

let program: Program;
let at: Contributing;

beforeEach(async () => {
  program = new Program();
  program.answers = { ...program.answers, Sharing: () => shown, SharingKeyDialog: () => ({ ...shown, fingerprint: "ab-cd", made: "today" }), Share: () => ({ chosen: false, name: "", folder: "", base64: "", code: "" }) };
  const session = new Session(program.door);
  await session.begin(null);
  at = new Contributing(new Guide(program.door, session));
});

describe("sharing figures", () => {
  it("is ready once the values, a key and the agreement are there, and not before", async () => {
    at.agreed = true;
    expect([at.agreed, at.ready]).toEqual([false, false]);
    await at.look();
    at.agreed = true;
    expect([at.agreed, at.ready]).toEqual([true, false]);
    await at.chooseKey();
    expect(at.ready).toBe(true);
    at.agreed = false;
    expect(at.ready).toBe(false);
    await at.write();
    expect(program.calls.some(({ method }) => method === "Share")).toBe(false);
  });

  it("asks for the agreement anew where the plan has changed meanwhile", async () => {
    await at.look();
    await at.chooseKey();
    at.agreed = true;
    program.answers["Share"] = () => { throw new Error(JSON.stringify(fault("sharing_changed", "The plan has changed."))); };
    program.answers["Sharing"] = () => ({ ...shown, id: "two", fingerprint: "ab-cd" });
    await at.write();
    expect([at.shown?.id, at.agreed, at.ready, at.notice?.text]).toEqual(["two", false, false, "The plan has changed."]);
  });

  it("keeps the key and the values where another file is none", async () => {
    await at.chooseKey();
    program.answers["SharingKey"] = () => { throw new Error(JSON.stringify(fault("key_form", "This is no key."))); };
    await at.upload(new File(["Dear colleague"], "letter.txt"));
    expect([at.shown?.fingerprint, at.notice?.text, at.busy]).toEqual(["ab-cd", "This is no key.", false]);
  });

  it("tells nothing of a dialog that was closed", async () => {
    await at.chooseKey();
    at.agreed = true;
    await at.write();
    expect([at.written, at.notice, at.busy]).toEqual([null, null, false]);
  });
});
