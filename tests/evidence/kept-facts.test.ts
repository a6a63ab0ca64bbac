import { mkdtemp, readdir, readFile, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { factsKey, openFactsCache } from "../../src/evidence/facts-cache.js";
import { createFactsReader } from "../../src/evidence/read-facts.js";
import { nodeFileSystem } from "../../src/files/node-file-system.js";
import { readShippedLexicon } from "../../src/files/shipped.js";
import type { DocumentFacts } from "../../src/model/document-facts.js";

const encoder = new TextEncoder();
const policy = (name: string) =>
  `# ${name}\n\n## Speaking up\n\nOur whistleblowing procedure protects any volunteer who raises a concern.\n\nSee our complaints policy. ${"We meet every week to talk of what went well and what did not. ".repeat(8)}\n`;
let folder = "";
let read: (name: string) => Promise<DocumentFacts>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "riverside-"));
  const reader = createFactsReader(await readShippedLexicon());
  read = async (name) => {
    const facts = await reader(encoder.encode(policy(name)), "policy.md");
    if (typeof facts === "string") throw new Error(facts);
    return facts;
  };
});

afterEach(() => rm(folder, { recursive: true }));

const open = (rules = "rules") => openFactsCache(folder, "/home/riverside", rules, nodeFileSystem);
const keyOf = (name: string) => factsKey(encoder.encode(policy(name)), "markdown");
const plain = (facts: DocumentFacts | null): unknown => {
  const { outline: _outline, ...rest } = facts ?? {};
  return rest;
};

async function keep(...names: readonly string[]): Promise<void> {
  const cache = await open();
  for (const name of names) if (cache.find(keyOf(name)) === null) cache.keep(keyOf(name), await read(name));
  await cache.save();
}

const several = (count: number) => Array.from({ length: count }, (_, index) => `Policy ${index}`);

describe("what a document told", () => {
  it("comes back as it was, with a sketch and passages", async () => {
    const facts = await read("Whistleblowing");
    expect([facts.sketch.length, facts.passages.length > 0]).toEqual([64, true]);
    await keep("Whistleblowing");
    expect(plain((await open()).find(keyOf("Whistleblowing")))).toEqual(facts);
  });

  it("comes back in brief as well, passage by passage", async () => {
    await keep("Whistleblowing");
    const facts = (await open()).find(keyOf("Whistleblowing"));
    const inBrief = facts?.passages.map(({ requirement, strength, weight }) => ({ requirement, strength, weight }));
    expect(facts?.outline).toEqual(inBrief);
  });

  it("is not known of other bytes, of another kind or by other rules", async () => {
    await keep("Whistleblowing");
    const cache = await open();
    const other = factsKey(encoder.encode(policy("Whistleblowing")), "plain");
    expect([cache.find(keyOf("Whistleblowin")), cache.find(other)]).toEqual([null, null]);
    expect((await open("other rules")).find(keyOf("Whistleblowing"))).toBeNull();
  });

  it("is read anew when the cache was cut short", async () => {
    await keep("Whistleblowing");
    const [name = ""] = await readdir(folder);
    await truncate(join(folder, name), (await readFile(join(folder, name))).length - 1);
    expect((await open()).find(keyOf("Whistleblowing"))).toBeNull();
  });
});

describe("of many documents", () => {
  it("one that is new is written beside the others, and both are known", async () => {
    await keep(...several(64));
    await keep(...several(63), "Changed");
    expect((await readdir(folder)).length).toBe(2);
    const cache = await open();
    expect([cache.find(keyOf("Policy 5")), cache.find(keyOf("Changed"))].map((facts) => facts?.title)).toEqual([
      "Policy 5",
      "Changed",
    ]);
  });

  it("all are written anew when more than an eighth is new", async () => {
    await keep(...several(64));
    const before = await readdir(folder);
    await keep(...several(55), ..."abcdefghi");
    expect(await readdir(folder)).toEqual(before);
    const cache = await open();
    expect([cache.find(keyOf("Policy 60")), cache.find(keyOf("i"))?.title]).toEqual([null, "i"]);
  });
});
