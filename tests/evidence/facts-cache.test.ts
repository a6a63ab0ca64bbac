import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cacheFolder, factsKey, noCache, openFactsCache } from "../../src/evidence/facts-cache.js";
import type { FileSystem } from "../../src/files/file-system.js";
import { facts } from "../engine/scan-fixture.js";
import { fakeFiles } from "./fake-files.js";

const folder = "/home/riverside/.cache/wt-audit";
const root = "/home/riverside/policies";

/** A disk that keeps what is written, and tells how often. */
function disk(over: Partial<FileSystem> = {}) {
  const kept = new Map<string, Uint8Array>();
  const written: (readonly [string, boolean | undefined])[] = [];
  const files: FileSystem = {
    ...fakeFiles({}),
    read: async (path, limit) => kept.get(path)?.subarray(0, limit) ?? Promise.reject(refusal("ENOENT")),
    writeAtomic: async (path, content, isPrivate) => {
      written.push([path, isPrivate]);
      kept.set(path, Buffer.from(content));
    },
    makeFolder: async () => undefined,
    ...over,
  };
  return { files, kept, written, open: (rules = "1", place = root) => openFactsCache(folder, place, rules, files) };
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

const [one, other] = [facts({ title: "Safeguarding policy" }), facts({ title: "Whistleblowing" })];

/** A disk on which a run has left what it read: two documents. */
async function afterRun() {
  const given = disk();
  const cache = await given.open();
  cache.keep("one", one);
  cache.keep("other", other);
  await cache.save();
  const [path = ""] = given.kept.keys();
  return { ...given, path, text: Buffer.from(given.kept.get(path) ?? []).toString() };
}

describe("what was read before", () => {
  it("is found by the next run, and nothing else is", async () => {
    const { open } = await afterRun();
    const cache = await open();
    expect([cache.find("one"), cache.find("other"), cache.find("third")]).toEqual([one, other, null]);
  });

  it("is found neither by another version nor for another folder", async () => {
    const { open } = await afterRun();
    expect((await open("2")).find("one")).toBe(null);
    expect((await open("1", "/home/riverside/other")).find("one")).toBe(null);
  });

  it("lies in a file that only its owner can read", async () => {
    const { written, path } = await afterRun();
    expect(written).toEqual([[path, true]]);
    expect(path).toMatch(/^\/home\/riverside\/\.cache\/wt-audit\/facts-[0-9a-f]{24}\.json$/u);
  });

  it("is not written again when all of it was used and nothing is new", async () => {
    const { open, written } = await afterRun();
    const cache = await open();
    cache.find("one");
    cache.find("other");
    await cache.save();
    expect(written).toHaveLength(1);
  });

  it("is let go when it was not used", async () => {
    const { open, written } = await afterRun();
    const cache = await open();
    cache.find("one");
    await cache.save();
    const next = await open();
    expect([written.length, next.find("one"), next.find("other")]).toEqual([2, one, null]);
  });

  it("is replaced by what is new", async () => {
    const { open } = await afterRun();
    const cache = await open();
    cache.keep("one", other);
    await cache.save();
    expect((await open()).find("one")).toEqual(other);
  });
});

describe("a cache that somebody broke", () => {
  const sealed = (content: string): string => `${createHash("sha256").update(content).digest("base64url")}\n${content}`;

  it("is taken when it is whole, as the near miss of all that follows", async () => {
    const { open, kept, path, text } = await afterRun();
    kept.set(path, Buffer.from(sealed(text.slice(44))));
    expect((await open()).find("one")).toEqual(one);
  });

  it.each<readonly [string, (text: string) => string]>([
    ["that is empty", () => ""],
    ["that was cut short", (text) => text.slice(0, -20)],
    ["of which a word was changed", (text) => text.replace("Whistleblowing", "Whistleblowin9")],
    ["that holds facts of another shape", () => '[["one",{}]]'],
    ["that holds no facts", () => '[["one",7]]'],
    ["without its seal", (text) => text.slice(44)],
    ["that is no JSON, though its seal holds", () => sealed("nothing")],
    ["that is no list, though its seal holds", () => sealed("7")],
  ])("is passed over, and written anew: one %s", async (_what, broken) => {
    const { open, kept, path, text, written } = await afterRun();
    kept.set(path, Buffer.from(broken(text)));
    const cache = await open();
    expect([cache.find("one"), cache.find("other")]).toEqual([null, null]);
    cache.keep("one", one);
    await cache.save();
    expect([written.length, (await open()).find("one")]).toEqual([2, one]);
  });

  it("is passed over when it is larger than 64 MiB, of which no more is read", async () => {
    const limits: number[] = [];
    const { open } = disk({
      read: async (_path, limit) => {
        limits.push(limit);
        return new Uint8Array(limit);
      },
    });
    expect((await open()).find("one")).toBe(null);
    expect(limits).toEqual([67_108_865]);
  });
});

describe("a cache that cannot be written", () => {
  it.each(["makeFolder", "writeAtomic"] as const)("fails nothing: %s", async (name) => {
    const { open } = disk({ [name]: () => Promise.reject(refusal("EROFS")) });
    const cache = await open();
    cache.keep("one", one);
    await expect(cache.save()).resolves.toBe(undefined);
    expect(cache.find("third")).toBe(null);
  });

  it("fails nothing when it cannot be read either", async () => {
    const { open } = disk({ read: () => Promise.reject(refusal("EACCES")) });
    expect((await open()).find("one")).toBe(null);
  });
});

it("no cache keeps nothing", async () => {
  noCache.keep("one", one);
  await noCache.save();
  expect(noCache.find("one")).toBe(null);
});

describe("the key of a document", () => {
  const bytes = Buffer.from("Tell the lead.");

  it("is the same for the same bytes of the same kind", () => {
    expect(factsKey(bytes, "markdown")).toBe(factsKey(Buffer.from("Tell the lead."), "markdown"));
    expect(factsKey(bytes, "markdown")).toMatch(/^markdown [\w-]{43}$/u);
  });

  it("is another for other bytes, and for another kind", () => {
    const keys = [
      factsKey(bytes, "markdown"),
      factsKey(bytes, "plain"),
      factsKey(Buffer.from("Tell the lead!"), "markdown"),
      factsKey(Buffer.from("nTell the lead."), "markdow"),
    ];
    expect(new Set(keys).size).toBe(4);
  });
});

describe("the folder of caches", () => {
  it.each([
    [{ XDG_CACHE_HOME: "/caches", LOCALAPPDATA: "/local", HOME: "/home/riverside" }, "/caches/wt-audit"],
    [{ LOCALAPPDATA: "/local", HOME: "/home/riverside" }, "/local/wt-audit"],
    [{ HOME: "/home/riverside" }, "/home/riverside/.cache/wt-audit"],
  ])("is the system's: %o", (env, expected) => {
    expect(cacheFolder(env)).toBe(join(expected));
  });

  it.each([{}, { XDG_CACHE_HOME: "" }, { XDG_CACHE_HOME: "cache" }, { HOME: "" }, { HOME: "." }])(
    "is none when the system names no place, or one that counts from where we are: %o",
    (env) => {
      expect(cacheFolder(env)).toBe(null);
    },
  );
});
