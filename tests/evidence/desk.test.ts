import { describe, expect, it } from "vitest";
import { createEvidenceDesk } from "../../src/evidence/desk.js";
import { type Entry, fakeFiles, root } from "./fake-files.js";
import type { DocumentFacts } from "../../src/model/document-facts.js";
import { facts } from "../engine/scan-fixture.js";

const policy =
  "# Policy\n## Accountability\nThe trustees answer to everybody for how the children in our clubs are kept safe from harm.\n";
const disk: Readonly<Record<string, Entry>> = {
  "audit.yaml": "schema: audit/1",
  ".hidden/notes.md": policy,
  "policies/Safeguarding.md": policy,
  "policies/safer-recruitment.md": policy,
  "policies/whistleblowing.md": "# Whistleblowing\n\nTBC\n",
  "policies/code_of-conduct.pdf": "%PDF",
  "../secret.md": policy,
};
const desk = createEvidenceDesk(root, fakeFiles(disk));

describe("completing a path", () => {
  it.each<readonly [string, string, readonly string[]]>([
    ["nothing typed offers what is in the folder, without hidden names", "", ["audit.yaml", "policies/"]],
    ["the start of a name offers those that go on so", "pol", ["policies/"]],
    [
      "a folder offers what is in it",
      "policies/",
      [
        "policies/Safeguarding.md",
        "policies/code_of-conduct.pdf",
        "policies/safer-recruitment.md",
        "policies/whistleblowing.md",
      ],
    ],
    ["capitals do not matter", "policies/SAF", ["policies/Safeguarding.md", "policies/safer-recruitment.md"]],
    ["backslashes are slashes", "policies\\whi", ["policies/whistleblowing.md"]],
    ["a dot offers the hidden ones", ".h", [".hidden/"]],
    ["a name that nothing begins with offers nothing", "minutes", []],
    ["a folder that is not there offers nothing", "minutes/", []],
    ["the folder above offers nothing", "../", []],
    ["a way through the folder above offers nothing", "policies/../../", []],
    ["the top of the disk offers nothing", "/", []],
    ["a name of two dots within a name is no way up", "policies/..", []],
  ])("%s", async (_claim, typed, offers) => {
    expect(await desk.complete(typed)).toEqual(offers);
  });

  it("offers every name that fits, however many", async () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_name, index) => [`policies/p${index}.md`, policy]));
    expect(await createEvidenceDesk(root, fakeFiles(many)).complete("policies/p")).toHaveLength(60);
  });
});

describe("inspecting a path", () => {
  const digest = expect.stringMatching(/^[0-9a-f]{64}$/u);

  it("finds a document that can be cited, with its digest", async () => {
    expect(await desk.inspect("policies/safer-recruitment.md")).toMatchObject({
      path: "policies/safer-recruitment.md",
      problem: null,
      warnings: [],
      sha256: digest,
    });
  });

  it("keeps the heading", async () => {
    expect(await desk.inspect("policies/Safeguarding.md#accountability")).toMatchObject({
      path: "policies/Safeguarding.md#accountability",
      problem: null,
    });
  });

  it.each([
    ["./policies/../policies/Safeguarding.md", "policies/Safeguarding.md"],
    [`${root}/policies/Safeguarding.md`, "policies/Safeguarding.md"],
    ["policies/Safeguarding.md#accountability#lead", "policies/Safeguarding.md#accountability#lead"],
  ])("writes %s as the audit file writes it", async (typed, path) => {
    expect((await desk.inspect(typed)).path).toBe(path);
  });

  it("warns of a document without content", async () => {
    expect(await desk.inspect("policies/whistleblowing.md")).toMatchObject({
      problem: null,
      warnings: ["It holds no content, or nothing but placeholders: it will be a gap until it has some."],
    });
  });

  it("warns of a document that is not read", async () => {
    expect(await desk.inspect("policies/code_of-conduct.pdf")).toMatchObject({
      problem: null,
      warnings: ["It is there, but its text could not be read: it counts as attested, not as verified."],
    });
  });

  it("warns of an empty document that is not read only once", async () => {
    const empty = createEvidenceDesk(root, fakeFiles({ "minutes.pdf": "" }));
    expect((await empty.inspect("minutes.pdf")).warnings).toEqual([
      "It holds no content, or nothing but placeholders: it will be a gap until it has some.",
    ]);
  });

  it("refuses a document that is not there", async () => {
    expect(await desk.inspect("policies/gone.md")).toEqual({
      path: "policies/gone.md",
      problem: "It cannot be cited: there is no such document.",
      warnings: [],
      sha256: null,
      reading: { kind: "missing", what: "there is no such document" },
    });
  });

  it("refuses a heading that is not there", async () => {
    expect((await desk.inspect("policies/Safeguarding.md#lado")).problem).toBe(
      'It cannot be cited: the document is there, but it has no heading "#lado".',
    );
  });

  it.each(["../secret.md", "..", ".", "", "/etc/passwd", "#accountability"])(
    "refuses %j, which is outside",
    async (typed) => {
      expect(await desk.inspect(typed)).toEqual({
        path: typed,
        problem: "It is outside the folder of the audit. Copy it there, or give its location instead.",
        warnings: [],
        sha256: null,
        reading: null,
      });
    },
  );

  it("refuses a folder, and says what to do", async () => {
    expect((await desk.inspect("policies")).problem).toBe(
      '"policies" is a folder, not a document. Cite the document itself.',
    );
  });
});

it("a path that a terminal has put in quotes is the path", async () => {
  const quoting = createEvidenceDesk(root, fakeFiles({ "policies/our policy.md": "# Policy\n" }));
  expect((await quoting.inspect(`"policies/our policy.md"`)).path).toBe("policies/our policy.md");
  expect((await quoting.inspect(`'policies/our policy.md'`)).path).toBe("policies/our policy.md");
});

describe("a document that is read", () => {
  const stated = { ...facts(), review: { reviewed: null, due: null, every: null, impossible: [] } };
  const reading = (over: Partial<DocumentFacts>) =>
    createEvidenceDesk(root, fakeFiles({ "policy.docx": "PK" }), {
      passages: async () => [],
      facts: async () => ({
        facts: { ...stated, kind: "word", unit: "paragraph", ...over },
        lookedFor: new Set<string>(),
      }),
      today: "2026-11-21",
    });
  const warningsOf = async (over: Partial<DocumentFacts>) => (await reading(over).inspect("policy.docx")).warnings;

  it("has no warning when nothing speaks against it", async () => {
    expect(await warningsOf({})).toEqual([]);
  });

  it("warns of what it says against itself", async () => {
    const old = { term: "LSCB", replacedBy: [], from: "2019-09", line: 4, history: false };
    expect(
      await warningsOf({
        approval: { state: "draft", line: 1 },
        review: { ...stated.review, due: { day: "2026-11-20", precision: "day", line: 2 } },
        oldTerms: [old],
      }),
    ).toEqual([
      "It will be a gap: it says in paragraph 1 that it is a draft, or not approved.",
      "It will be a gap: it says in paragraph 2 that its review was due by 20 November 2026.",
      'It will be a gap: it speaks of "LSCB" in paragraph 4, which has not been current since September 2019.',
    ]);
  });

  it("is only attested when it holds no text", async () => {
    expect(await warningsOf({ words: 0, kind: "pdf" })).toEqual([
      "It is there, but its text could not be read: it counts as attested, not as verified.",
    ]);
  });
});
