import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const binary = process.env.OUTRIGGER ?? fileURLToPath(new URL("../../build/bin/outrigger", import.meta.url));
const samples = ["vanuatu", "senegal", "timor-leste"] as const;

/** Says a command of the program in a folder, and gives what it prints. */
export function verb(home: string, ...args: string[]): string {
  const env = { ...process.env, OUTRIGGER_PASSPHRASE: "lagoon ladder seven quiet envelopes" };
  return execFileSync(binary, args, { cwd: home, env, encoding: "utf8" });
}

/** A folder of one's own, gone afterwards. */
export async function within(use: (home: string) => Promise<void>): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), "outrigger-posts-"));
  try {
    await use(home);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** A folder with the three samples and a broken plan. */
export async function folder(use: (files: string[]) => Promise<void>): Promise<void> {
  await within(async (home) => {
    for (const name of samples) verb(home, "sample", name, "-o", `${name}.outrigger`);
    await writeFile(join(home, "broken.outrigger"), "{");
    await use([...samples, "broken"].map((name) => join(home, `${name}.outrigger`)));
  });
}

/** A coordinator's keys in a folder; gives the file of the public key. */
export function coordinator(home: string): string {
  verb(home, "keys", "new", "coordinator.keys", "--language", "en");
  verb(home, "keys", "public", "coordinator.keys", "-o", "coordinator.key", "--language", "en");
  return join(home, "coordinator.key");
}

/** The sample as if it were other islands' posts, each of which has sealed its contribution. */
export async function neighbours(home: string, into: string): Promise<void> {
  verb(home, "sample", "vanuatu", "-o", "one.outrigger");
  const plain = await readFile(join(home, "one.outrigger"), "utf8");
  for (const [country, employees] of Object.entries({ FJI: "310", WSM: "120", TON: "95", SLB: "160", KIR: "70" })) {
    const plan = JSON.parse(plain) as { post: { country: string; employees: { value: string } } };
    plan.post.country = country;
    plan.post.employees.value = employees;
    await writeFile(join(home, `${country}.outrigger`), JSON.stringify(plan));
    verb(home, "contribute", `${country}.outrigger`, "--to", "coordinator.key", "-o", join(into, `${country}.sealed`), "--yes");
  }
}
