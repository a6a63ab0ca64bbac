import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { overduePolicy, soundPolicy, withPolicies } from "./policy-folder.js";
import { runBuilt } from "./run.js";

let made: ReturnType<typeof withPolicies> | null = null;
afterEach(() => {
  made?.remove();
  made = null;
});

const files = { "policies/a.md": overduePolicy, "policies/b.md": soundPolicy.replace("Safeguarding", "Conduct") };

function start() {
  const world = (made ??= withPolicies(files));
  return {
    ...world,
    scan: (...args: readonly string[]) => world.run(runBuilt, ["scan", "policies", "-f", "json", ...args]),
    cacheFile: () => join(world.cache, "wt-audit", readdirSync(join(world.cache, "wt-audit"))[0] ?? ""),
  };
}

describe("the cache of a scan", () => {
  it("changes nothing of what is told, and is for its owner alone", async () => {
    const { scan, cacheFile } = start();
    const first = await scan();
    expect(first.code).toBe(1);
    expect(statSync(cacheFile()).mode & 0o777).toBe(0o600);
    const kept = readFileSync(cacheFile(), "utf8");
    expect(await scan()).toEqual(first);
    expect(await scan("--no-cache")).toEqual(first);
    expect(readFileSync(cacheFile(), "utf8")).toBe(kept);
  });

  it("is not made with --no-cache, nor where no folder for it is named", async () => {
    const { scan, cache, folder, run } = start();
    await scan("--no-cache");
    await run(runBuilt, ["scan", "policies"], { XDG_CACHE_HOME: "" });
    await run(runBuilt, ["scan", "policies"], { XDG_CACHE_HOME: "cache" });
    expect([existsSync(cache), readdirSync(folder)]).toEqual([false, ["policies"]]);
  });

  it("never gives for a document what it said before it was changed", async () => {
    const { scan, at } = start();
    const before = await scan();
    const { mtime, atime } = statSync(at("policies/a.md"));
    writeFileSync(at("policies/a.md"), overduePolicy.replace("September 2026", "September 2027"));
    utimesSync(at("policies/a.md"), atime, mtime);
    const after = await scan();
    expect([before.code, after.code]).toEqual([1, 0]);
    expect(after.stdout).toBe((await scan("--no-cache")).stdout);
  });

  it.each<readonly [string, (text: string) => string]>([
    ["nothing", () => ""],
    ["half of it", (text) => text.slice(0, text.length / 2)],
    ["another day in it", (text) => text.replaceAll("2026-09-01", "2036-09-01")],
    ["facts without a shape", (text) => `${text.slice(0, 44)}[["markdown",{},0]]\n`],
    ["something else", () => "<html>"],
  ])("that somebody left with %s is passed over", async (_what, broken) => {
    const { scan, cacheFile } = start();
    const first = await scan();
    const text = readFileSync(cacheFile(), "utf8");
    writeFileSync(cacheFile(), broken(text));
    expect(await scan()).toEqual(first);
    expect(readFileSync(cacheFile(), "utf8")).toBe(text);
  });

  it("that is far too large is passed over", async () => {
    const { scan, cacheFile } = start();
    const first = await scan();
    const text = readFileSync(cacheFile(), "utf8");
    writeFileSync(cacheFile(), `${text}${" ".repeat(65 * 1024 * 1024)}`);
    expect(await scan()).toEqual(first);
    expect(statSync(cacheFile()).size).toBe(Buffer.byteLength(text));
  });

  it("in a folder that cannot be written changes nothing", async () => {
    const { scan, cache } = start();
    const told = await scan("--no-cache");
    writeFileSync(cache, "a file where the folder should be");
    expect(await scan()).toEqual(told);
  });

  it.skipIf(process.getuid?.() === 0)("in a folder that may only be read changes nothing", async () => {
    const { scan, cache } = start();
    const told = await scan("--no-cache");
    mkdirSync(cache);
    chmodSync(cache, 0o500);
    expect(await scan()).toEqual(told);
    expect(readdirSync(cache)).toEqual([]);
  });

  it("of which a folder stands in the place is passed over", async () => {
    const { scan, cacheFile, cache } = start();
    const told = await scan();
    const name = cacheFile();
    rmSync(name);
    mkdirSync(name);
    expect(await scan()).toEqual(told);
    expect(readdirSync(join(cache, "wt-audit"))).toHaveLength(1);
  });
});
