// Types figures into a plan in a browser, as a reader does, and measures in the page
// how long it takes from the key that commits a figure to the frame in which all that
// rests on it is drawn: the figures over the page and the calculated cells of the table.
//
//   node bench_edit.mjs PROGRAM PLAN CHROMIUM
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const { chromium } = createRequire(new URL("../frontend/package.json", import.meta.url))("@playwright/test");
const [, , program, plan, executablePath] = process.argv;
const rounds = 40;
const warm = 5;

const home = await mkdtemp(join(tmpdir(), "outrigger-bench-"));
const kept = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_STATE_HOME: home, XDG_DATA_HOME: home };
const served = spawn(program, ["serve", "--no-open", "--language", "en", plan], { env: { ...process.env, ...kept } });
const root = process.getuid?.() === 0;
// Frames follow as soon as there is something to draw, so that what is measured is the
// work and not the beat of a display that nobody sees.
const args = ["--disable-frame-rate-limit", "--disable-gpu-vsync", ...(root ? ["--no-sandbox"] : [])];
const browser = await chromium.launch({ executablePath, args });
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, reducedMotion: "reduce" });
  await page.goto(await address());
  const cell = page.locator('[data-input="drivers/tracked/history"][data-year="2025"]');
  await cell.waitFor();
  await page.evaluate(watch);
  const times = { edit: [], undo: [], redo: [] };
  for (let n = 0; n < rounds + warm; n++) {
    await cell.click();
    await page.keyboard.type(String(n % 2 === 0 ? 20_000 + 10 * n : 60_000 + 10 * n));
    times.edit.push(await measured(page, () => page.keyboard.press("Enter")));
  }
  for (const [way, key] of [["undo", "Control+z"], ["redo", "Control+y"]]) {
    for (let n = 0; n < rounds / 2; n++) times[way].push(await measured(page, () => page.keyboard.press(key)));
  }
  const middle = (list) => [...list.slice(warm)].sort((a, b) => a - b)[Math.floor((list.length - warm) / 2)];
  for (const [way, list] of Object.entries(times)) console.log(way, middle(list).toFixed(2));
} finally {
  await browser.close();
  served.kill("SIGTERM");
  await rm(home, { recursive: true, force: true });
}

function address() {
  return new Promise((found, failed) => {
    for (const stream of [served.stdout, served.stderr]) {
      createInterface(stream).on("line", (line) => {
        const told = /http:\/\/\S+/.exec(line)?.[0];
        if (told) found(told);
      });
    }
    served.on("exit", (code) => failed(new Error(`the program ended with ${code}`)));
  });
}

async function measured(page, press) {
  const took = page.evaluate(() => window.bench.next());
  await page.evaluate(() => undefined); // the watch is set before the key comes
  await press();
  return took;
}

/** In the page: from the key to the frame in which what rests on the figure is another. */
function watch() {
  const reckoned = () => document.querySelector('[data-row="drivers/tracked/volume"][data-year="2030"]').textContent;
  window.bench = {
    next: () =>
      new Promise((done) => {
        let began = 0;
        const before = reckoned();
        const key = (event) => {
          if (!["Enter", "z", "y"].includes(event.key)) return;
          began = event.timeStamp;
          window.removeEventListener("keydown", key, true);
        };
        window.addEventListener("keydown", key, true);
        const look = new MutationObserver(() => {
          if (began === 0 || reckoned() === before) return; // the figures over the page change with it
          look.disconnect();
          requestAnimationFrame(() => {
            const drawn = new MessageChannel(); // its message comes once the frame is drawn
            drawn.port1.onmessage = () => done(performance.now() - began);
            drawn.port2.postMessage(null);
          });
        });
        look.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  };
}
