import type * as fs from "node:fs";
import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { alone } from "../../src/files/alone.js";
import { withFolder } from "../cli/fixture.js";

const disk = vi.hoisted(() => ({ isFull: false }));
vi.mock("node:fs", async (original) => {
  const real = await original<typeof fs>();
  return {
    ...real,
    writeFileSync: (...args: Parameters<typeof real.writeFileSync>) => {
      if (disk.isFull) throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
      real.writeFileSync(...args);
    },
  };
});

let made: ReturnType<typeof withFolder>;
let file = "";
let lock = "";
beforeEach(() => {
  made = withFolder();
  file = join(made.folder, "audit.yaml");
  lock = join(made.folder, ".audit.yaml.lock");
});
afterEach(() => {
  disk.isFull = false;
  made.remove();
});

it("a full disk leaves no lock behind, which would make every later save wait", async () => {
  disk.isFull = true;
  const during = await alone(file, async () => existsSync(lock));
  expect([during, existsSync(lock)]).toEqual([true, false]);
});

it.each([
  ["the number of a process that runs, which is another one by now", String(process.pid)],
  ["no number", ""],
])("a lock of yesterday with %s is taken over at once", async (_what, content) => {
  writeFileSync(lock, content);
  const yesterday = Date.now() / 1000 - 86_400;
  utimesSync(lock, yesterday, yesterday);
  const start = performance.now();
  const during = await alone(file, async () => existsSync(lock));
  expect(performance.now() - start).toBeLessThan(2000);
  expect([during, existsSync(lock)]).toEqual([true, false]);
});

it("a lock of now, whose owner runs, is waited for", async () => {
  writeFileSync(lock, String(process.pid));
  let isDone = false;
  const work = alone(file, async () => (isDone = true));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isDone).toBe(false);
  made.remove();
  await work;
});
