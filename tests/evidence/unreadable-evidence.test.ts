import { describe, expect, it } from "vitest";
import { evidenceLimit } from "../../src/evidence/evidence-reader.js";
import { readEvidence } from "../../src/evidence/read-evidence.js";
import { type Entry, fakeFiles, root } from "./fake-files.js";

const text = "# Policy\n## Accountability\nThe trustees answer.\n## Allegations\nTell the LADO.\n";
const wholeDigest = "e04a4e9371cec99204024eb042ec4f4b6652612f1ce139d2b9e7907a267b11b6";
const read = (path: string, entries: Readonly<Record<string, Entry>>) => readEvidence(path, root, fakeFiles(entries));
const digestOf = async (path: string, entries: Readonly<Record<string, Entry>>) => {
  const found = await read(path, entries);
  return "kind" in found && found.kind === "present" ? found.sha256 : null;
};

describe("what cannot be looked at", () => {
  const outside = {
    code: "path-outside",
    hint: "Copy the document into the folder of the audit, or give its location instead of a path.",
  };

  it.each<readonly [string, string, Readonly<Record<string, Entry>>]>([
    ["a path that climbs out", "../secret.md", { "../secret.md": text }],
    [
      "a path that climbs out further down",
      "policies/../../secret.md",
      { "../secret.md": text, "policies/policy.md": text },
    ],
    [
      "a link out of the folder",
      "policies/link.md",
      { "policies/link.md": { link: "../../secret.md" }, "../secret.md": text },
    ],
    [
      "a folder beside it whose name begins the same",
      "../riverside-old/policy.md",
      { "../riverside-old/policy.md": text },
    ],
    ["the folder itself", "#accountability", { "policy.md": text }],
    ["the folder above", "..", { "policy.md": text, "../secret.md": text }],
  ])("is outside: %s", async (_what, path, entries) => {
    expect(await read(path, entries)).toMatchObject(outside);
  });

  it("says which path is outside", async () => {
    expect(await read("../secret.md", { "../secret.md": text })).toMatchObject({
      message: '"../secret.md" leads out of the folder of the audit.',
    });
  });

  it("a path that only looks absolute stays inside", async () => {
    expect(await read("/policy.md", { "policy.md": text })).toMatchObject({ kind: "present" });
  });

  it("a name that begins with two dots is inside", async () => {
    expect(await read("..policy.md", { "..policy.md": text })).toMatchObject({ kind: "present" });
  });

  it("a link within the folder is followed", async () => {
    expect(
      await digestOf("latest.md", { "latest.md": { link: "policies/policy.md" }, "policies/policy.md": text }),
    ).toBe(wholeDigest);
  });

  it("a folder is not a document", async () => {
    expect(await read("policies", { "policies/policy.md": text })).toEqual({
      code: "not-a-file",
      message: '"policies" is a folder, not a document.',
      hint: "Cite the document itself.",
    });
  });

  it("a device is not a document, and is never read", async () => {
    const files = fakeFiles({ "policy.md": { kind: "other" } });
    expect(await readEvidence("policy.md", root, files)).toEqual({
      code: "not-a-file",
      message: '"policy.md" is a pipe, a socket or a device, not a document.',
      hint: "Cite the document itself.",
    });
    expect(files.reads).toEqual([]);
  });

  it("a file beyond the limit is not read, and one that just fits is", async () => {
    const files = fakeFiles({ "policy.pdf": { size: evidenceLimit + 1 } });
    expect(await readEvidence("policy.pdf", root, files)).toEqual({
      code: "too-large",
      message: '"policy.pdf" is larger than 64 MiB.',
      hint: "Cite a smaller document, or give its location instead of a path.",
    });
    expect(files.reads).toEqual([]);
    expect(evidenceLimit).toBe(67_108_864);
    expect(await read("policy.pdf", { "policy.pdf": { size: evidenceLimit } })).toMatchObject({ code: "not-readable" });
  });

  it("a file that grows beyond the limit while it is read is not judged by its start", async () => {
    const files = { ...fakeFiles({ "policy.pdf": "%PDF" }), read: async () => new Uint8Array(evidenceLimit + 1) };
    expect(await readEvidence("policy.pdf", root, files)).toMatchObject({ code: "too-large" });
  });

  it.each(["EACCES", "EPERM"])("a file that may not be read is a problem, not a gap: %s", async (code) => {
    expect(await read("policy.md", { "policy.md": { refuse: code } })).toEqual({
      code: "no-permission",
      message: '"policy.md" may not be read.',
      hint: "Ask for permission to read it.",
    });
  });

  it("any other failure of the system is a problem with its code", async () => {
    expect(await read("policy.md", { "policy.md": { refuse: "EIO" } })).toEqual({
      code: "not-readable",
      message: '"policy.md" could not be read (EIO).',
      hint: "Try again, or cite a copy of it.",
    });
  });

  it.each([new TypeError("a bug of ours"), "thrown", Object.assign(new Error("odd"), { code: 7 })])(
    "what is no failure of the system is thrown on: %s",
    async (thrown) => {
      const files = { ...fakeFiles({ "policy.md": text }), status: () => Promise.reject(thrown) };
      await expect(readEvidence("policy.md", root, files)).rejects.toBe(thrown);
    },
  );
});
