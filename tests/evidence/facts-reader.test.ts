import { describe, expect, it } from "vitest";
import { openLibrary } from "../../src/evidence/facts-reader.js";
import type { FileSystem } from "../../src/files/file-system.js";
import { fakeFiles, root } from "./fake-files.js";

const text = Buffer.from("# Safeguarding policy\n\nThe vice chair is our board-level lead for safeguarding.\n");
const env = { XDG_CACHE_HOME: "/caches" };

/** A disk for the cache alone; `kept` holds what lies there. */
function disk() {
  const kept = new Map<string, string>();
  const files: FileSystem = {
    ...fakeFiles({}),
    read: async (path) => Buffer.from(kept.get(path) ?? (await Promise.reject(new Error("ENOENT")))),
    writeAtomic: async (path, content) => void kept.set(path, Buffer.from(content).toString()),
    makeFolder: async () => undefined,
  };
  return { kept, files };
}

describe("a library", () => {
  it("reads a document into facts", async () => {
    const library = await openLibrary(root, false, { env, ...disk() });
    expect(await library.read(text, "policies/safeguarding.md")).toMatchObject({
      kind: "markdown",
      title: "Safeguarding policy",
      passages: expect.arrayContaining([
        expect.objectContaining({ requirement: "board-lead", strength: "states", line: 3 }),
      ]),
    });
  });

  it("says of a kind that is not read so, and of a cited one nothing", async () => {
    const library = await openLibrary(root, false, { env, ...disk() });
    expect(await library.read(text, "policies/rota.xlsx")).toBe("This kind of file is not read.");
    expect(await library.cited(text, "policies/rota.xlsx")).toBe(null);
  });

  it("says why a document cannot be read, and keeps nothing of it", async () => {
    const { kept, files } = disk();
    const library = await openLibrary(root, true, { env, files });
    const why = "The document is not a PDF, whatever its name says.";
    expect([await library.read(text, "a.pdf"), await library.cited(text, "a.pdf")]).toEqual([why, why]);
    await library.save();
    expect([...kept]).toEqual([]);
  });

  it("tells of what is cited for which requirements it was looked through", async () => {
    const library = await openLibrary(root, false, { env, ...disk() });
    const found = await library.cited(text, "policies/safeguarding.md");
    if (found === null || typeof found === "string") throw new Error("it was read");
    expect(found.facts.title).toBe("Safeguarding policy");
    expect(found.lookedFor).toEqual(library.words.stated);
    expect(found.lookedFor.has("board-lead")).toBe(true);
  });

  it("gives the same facts from its cache as from the document", async () => {
    const { kept, files } = disk();
    const first = await openLibrary(root, true, { env, files });
    const read = await first.read(text, "policies/safeguarding.md");
    await first.save();
    expect(kept.size).toBe(1);
    const second = await openLibrary(root, true, { env, files });
    expect(await second.read(text, "policies/safeguarding.md")).toEqual(read);
    expect(await second.read(text, "elsewhere/moved.markdown")).toEqual(read);
  });

  it("never takes from its cache what other bytes or another kind told", async () => {
    const { files } = disk();
    const first = await openLibrary(root, true, { env, files });
    await first.read(text, "policies/safeguarding.md");
    await first.save();
    const second = await openLibrary(root, true, { env, files });
    expect(
      await second.read(Buffer.from("# Another\n\nWe meet on Mondays.\n"), "policies/safeguarding.md"),
    ).toMatchObject({ title: "Another", passages: [] });
    expect(await second.read(text, "policies/safeguarding.txt")).toMatchObject({ kind: "plain" });
  });

  it("takes what is in the cache without reading the document anew", async () => {
    const { kept, files } = disk();
    const first = await openLibrary(root, true, { env, files });
    await first.read(text, "a.md");
    await first.save();
    const before = [...kept.values()];
    const second = await openLibrary(root, true, { env, files });
    const found = await second.read(text, "a.md");
    expect(await second.read(text, "a.md")).toBe(found);
    await second.save();
    expect([...kept.values()]).toEqual(before);
  });

  it.each([
    ["when it is told not to", false, env],
    ["when the system names no place", true, {}],
  ])("keeps nothing %s", async (_when, isKept, given) => {
    const { kept, files } = disk();
    const library = await openLibrary(root, isKept, { env: given, files });
    await library.read(text, "a.md");
    await library.save();
    expect([...kept]).toEqual([]);
  });
});
