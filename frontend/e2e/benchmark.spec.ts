import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { faults } from "./axe";
import { room } from "./guide";
import { coordinator, neighbours, verb, within } from "./posts";
import { expect, openSample, test, turn } from "./program";

for (const language of ["en", "fr"] as const) {
  test.describe(language, () => {
    test.use({ language });

    test(`a post shares figures, the coordinator pools them, and the pack is the post's benchmark (${language})`, async ({ desk: page, say }) => {
      test.setTimeout(240_000);
      await within(async (home) => {
        await mkdir(join(home, "in"));
        const key = coordinator(home);
        await neighbours(home, join(home, "in"));
        const fingerprint = /(?:[0-9a-f]{4}-){4}[0-9a-f]{4}/.exec(verb(home, "contribute", "FJI.outrigger", "--to", "coordinator.key", "-o", "x.sealed"))?.[0] ?? "";
        expect(fingerprint).not.toBe("");

        await openSample(page);
        await turn(page, "peers");
        await page.getByRole("button", { name: say("guide.contribute.open") }).click();
        const write = room(page).getByRole("button", { name: say("guide.contribute.write") });
        const values = room(page).getByRole("table", { name: say("guide.contribute.values") });
        await expect(values).toContainText("VUT");
        await expect(values.getByRole("row").filter({ hasText: say("peers.metric.training_per_employee") })).toContainText("1.5");
        await expect(room(page)).toContainText(say("guide.contribute.nothing_else"));
        await expect(room(page)).toContainText(say("guide.contribute.no_key"));
        await expect(write).toBeDisabled();
        const chosen = room(page).locator("input[data-sharing]");
        await chosen.setInputFiles({ name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear colleague,") });
        await expect(room(page).getByRole("alert")).toContainText(say("fault.exchange.key_form"));
        await chosen.setInputFiles(key);
        await expect(room(page)).toContainText(fingerprint);
        await expect(room(page).getByRole("alert")).toHaveText("");
        await expect(write).toBeDisabled();
        await room(page).getByRole("checkbox").check();
        expect(await faults(page)).toEqual([]);
        const down = page.waitForEvent("download");
        await write.click();
        const file = await down;
        expect(file.suggestedFilename()).toMatch(/^vut-\d{4}-\d{2}-\d{2}\.sealed$/);
        const code = await room(page).locator("[role=status] b").innerText();
        await file.saveAs(join(home, "in", "VUT.sealed"));
        expect(await readFile(join(home, "in", "VUT.sealed"), "latin1")).not.toContain("VUT");
        await page.keyboard.press("Escape");

        const pooled = verb(home, "pool", "in", "--keys", "coordinator.keys", "-o", "first.pack", "--language", "en");
        expect(pooled).toContain(`VUT.sealed: Vanuatu`);
        expect(pooled).toContain(code);
        expect(verb(home, "pack", "verify", "first.pack", "--trust", "coordinator.key", "--language", "en")).toContain("signed by a key you trust");

        const load = page.locator("input[data-benchmark]");
        await load.setInputFiles(join(home, "first.pack"));
        await expect(page.getByRole("contentinfo").getByRole("alert")).toContainText(fingerprint);
        await load.setInputFiles(key);
        await expect(page.getByRole("main")).toContainText(say("page.peers.compare"));
        await load.setInputFiles(join(home, "first.pack"));
        const drawn = page.locator("main figure").filter({ hasText: fingerprint });
        await expect(drawn).toBeVisible();
        const lines = page.locator("main section").filter({ has: page.getByRole("grid") }).filter({ hasText: fingerprint });
        await expect(lines.getByRole("rowheader", { name: say("peers.metric.staff_per_thousand") }).first()).toBeVisible();
        expect(await faults(page)).toEqual([]);
      });
    });
  });
}
