import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ReadDocument } from "../../src/engine/scan-finding.js";
import { createPassageDesk, type PassageSources } from "../../src/evidence/passage-desk.js";
import type { DocumentFacts, StatedPassage, Strength } from "../../src/model/document-facts.js";
import { leadership, requirement } from "../engine/fixtures.js";
import { document, passage } from "../engine/scan-fixture.js";

const policy = `# Safeguarding policy

Every child has a right to be safe.

## Who to tell

Tell the safeguarding lead.

## Training

## Who to tell

Tell the trustees.
`;

function deskOver(documents: readonly ReadDocument[], more: Partial<PassageSources> = {}) {
  const told: string[] = [];
  const reads: string[] = [];
  const passages = createPassageDesk({
    checklist: leadership(requirement("board-lead"), requirement("designated-officer-informed"), requirement("local")),
    words: {
      stated: new Set(["board-lead", "designated-officer-informed"]),
      ofEngland: new Set(["designated-officer-informed"]),
      needed: new Map(),
    },
    readAll: async () => ({ documents }),
    readText: async (file) => {
      reads.push(file);
      return policy;
    },
    tell: (sentence) => void told.push(sentence),
    ...more,
  });
  return { passages, told, reads };
}

const found = (documents: readonly ReadDocument[], more: Partial<PassageSources> = {}) =>
  deskOver(documents, more).passages("board-lead");
const lead = (over: Partial<StatedPassage> = {}) => passage("board-lead", { line: 7, ...over });
const pathsOf = async (documents: readonly ReadDocument[]) => (await found(documents)).map(({ path }) => path);

describe("a requirement", () => {
  it("that a document states is shown with path, place and words", async () => {
    expect(await found([document({ passages: [lead()] })])).toEqual([
      {
        path: "policies/safeguarding.md#who-to-tell",
        place: "policies/safeguarding.md:7, Who to tell",
        excerpt: "Tell the safeguarding lead.",
        result: "states",
      },
    ]);
  });

  it("of which only the words are there is told so", async () => {
    expect(await found([document({ passages: [lead({ strength: "hints" })] })])).toMatchObject([{ result: "hints" }]);
  });

  it("that one document states and another denies is not said to be stated, and the denial is no evidence", async () => {
    const denied = document({ passages: [lead({ strength: "denies" })] }, "policies/old.md");
    expect(await found([denied, document({ passages: [lead()] })])).toMatchObject([
      { path: "policies/safeguarding.md#who-to-tell", result: "hints" },
    ]);
  });

  it.each<Strength>(["mentions", "denies", "other-people"])(
    "of which there are only passages that say %s shows none",
    async (strength) => {
      expect(await found([document({ passages: [lead({ strength })] })])).toEqual([]);
    },
  );

  it("that asks for an officer of England is not found in the words of another law", async () => {
    const officer = (strength: Strength) => ({
      nation: { nation: "scotland" as const, line: 1 },
      passages: [passage("designated-officer-informed", { strength })],
    });
    const look = (facts: Partial<DocumentFacts>) => deskOver([document(facts)]).passages("designated-officer-informed");
    expect(await look(officer("mentions"))).toEqual([]);
    expect(await look(officer("hints"))).toMatchObject([{ result: "hints" }]);
  });

  it("without words, or of another checklist, shows none", async () => {
    const { passages } = deskOver([document({ passages: [passage("local"), passage("toString")] })]);
    expect([await passages("local"), await passages("toString")]).toEqual([[], []]);
  });
});

describe("the passages", () => {
  const at = (file: string, over: Partial<DocumentFacts> = {}) => document({ passages: [lead()], ...over }, file);

  it("are three at most", async () => {
    expect(await pathsOf(["a.txt", "b.txt", "c.txt", "d.txt"].map((file) => at(file)))).toEqual([
      "a.txt",
      "b.txt",
      "c.txt",
    ]);
  });

  it("of policies stand before those of drafts and of other papers", async () => {
    const [draft, agreed] = [{ state: "draft", line: 1 } as const, { state: "approved", line: 1 } as const];
    const documents = [
      at("agenda.txt", { isPolicy: false }),
      at("b.txt", { approval: draft }),
      at("c.txt", { approval: agreed }),
    ];
    expect(await pathsOf(documents)).toEqual(["c.txt", "b.txt", "agenda.txt"]);
  });

  it("of one section count as one, so that others are seen", async () => {
    const many = [7, 8, 9].map((line) => lead({ line, excerpt: `Line ${line}.` }));
    const documents = [document({ passages: many }), at("b.txt")];
    expect(await pathsOf(documents)).toEqual(["policies/safeguarding.md#who-to-tell", "b.txt"]);
  });

  it("of one path count as one", async () => {
    const sections = [lead(), lead({ line: 20, heading: ["Training"] })];
    expect(await pathsOf([document({ passages: sections }, "policy.docx")])).toEqual(["policy.docx"]);
  });
});

describe("what is cited", () => {
  const pathOf = async (file: string, over: Partial<StatedPassage>, more: Partial<PassageSources> = {}) =>
    (await found([document({ passages: [lead(over)] }, file)], more))[0]?.path;

  it.each<readonly [string, string, number, string]>([
    ["the heading above the line", "a.md", 7, "a.md#who-to-tell"],
    ["the second heading of the same words by its number", "a.md", 13, "a.md#who-to-tell-1"],
    ["the line of a heading by itself", "a.md", 9, "a.md#training"],
    ["what stands under the title alone as the whole", "a.md", 3, "a.md"],
    ["a document that is not Markdown as the whole", "a.html", 7, "a.html"],
    ["a file with # in its name as the whole", "Policy #2.md", 7, "Policy #2.md"],
  ])("%s", async (_what, file, line, path) => {
    expect(await pathOf(file, { line })).toBe(path);
  });

  it.each<readonly [string, PassageSources["readText"]]>([
    ["that is no text", async () => null],
    ["that has gone", () => Promise.reject(new Error("ENOENT"))],
    ["without the line", async () => ""],
    ["whose heading has no words", async () => "# Policy\n\n## ***\n\nTell the lead.\n"],
    ["whose heading has no end", async () => `# Policy\n## ${"a".repeat(5000)}\nTell the lead.\n`],
  ])("a document %s is cited as the whole", async (_what, readText) => {
    expect(await pathOf("a.md", {}, { readText })).toBe("a.md");
  });

  it("is looked at once for its headings", async () => {
    const passages = [lead(), lead({ line: 9, heading: ["Training"] })];
    const desk = deskOver([document({ passages })]);
    await desk.passages("board-lead");
    await desk.passages("board-lead");
    expect(desk.reads).toEqual(["policies/safeguarding.md"]);
  });
});

describe("a place", () => {
  const placeOf = async (over: Partial<DocumentFacts>, file: string, heading: readonly string[]) =>
    (await found([document({ passages: [lead({ line: 3, heading })], ...over }, file)]))[0]?.place;

  it.each<readonly [string, Partial<DocumentFacts>, string, readonly string[], string]>([
    ["names the nearest heading", {}, "a.txt", ["Policy", "Who to tell"], "a.txt:3, Who to tell"],
    ["without a heading names none", {}, "a.txt", [], "a.txt:3"],
    ["in a Word document is a paragraph", { unit: "paragraph" }, "a.docx", [], "a.docx, paragraph 3"],
    ["in a PDF is a page", { unit: "page" }, "a.pdf", ["Who"], "a.pdf, page 3, Who"],
    ["keeps a heading of 80 characters", {}, "a.txt", ["é".repeat(80)], `a.txt:3, ${"é".repeat(80)}`],
    ["cuts a longer one", {}, "a.txt", ["é".repeat(81)], `a.txt:3, ${"é".repeat(80)}...`],
    [
      "cuts one without end, and no character in two",
      {},
      "a.txt",
      ["😀".repeat(9000)],
      `a.txt:3, ${"😀".repeat(80)}...`,
    ],
  ])("%s", async (_what, over, file, heading, place) => {
    expect(await placeOf(over, file, heading)).toBe(place);
  });
});

describe("a document", () => {
  it.each<readonly [string, Partial<DocumentFacts>, string]>([
    ["that is blank", { blank: true }, "a.md"],
    ["that seems to tell of a child", { caseData: [{ kind: "birth-date", line: 90 }] }, "a.md"],
    ["that is our gap report", { title: "Safeguarding gap report: Riverside Youth Project" }, "gaps.html"],
    ["that is our gap report in Markdown", { title: "Safeguarding gap report" }, "gaps.md"],
    ["that is our scan", { title: "What the policies state" }, "scan.md"],
    ["that is the guidance", { title: "Working Together to Safeguard Children 2023" }, "guidance.pdf"],
    ["that is the guidance without its year", { title: "Working Together to Safeguard Children" }, "guidance.pdf"],
    ["whose name the audit file cannot hold", {}, "a\u001b[2J.txt"],
    ["whose name has a backslash", {}, "policies\\a.txt"],
  ])("%s is not offered", async (_what, over, file) => {
    expect(await found([document({ passages: [lead()], ...over }, file)])).toEqual([]);
  });

  it.each<readonly [string, Partial<DocumentFacts>]>([
    ["without a title", { title: null }],
    ["named after the guidance", { title: "Working Together to Safeguard Children at Riverside" }],
    ["named after the report", { title: "Safeguarding gap reports policy" }],
  ])("%s is", async (_what, over) => {
    expect(await found([document({ passages: [lead()], ...over })])).toHaveLength(1);
  });
});

describe("reading", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("waits for the first question, and is done once", async () => {
    const readAll = vi.fn(async (begin: (count: number) => void) => {
      begin(1);
      return { documents: [document({ passages: [lead()] })] };
    });
    const { passages, told } = deskOver([], { readAll });
    expect(readAll).not.toHaveBeenCalled();
    const [first, second] = await Promise.all([passages("board-lead"), passages("board-lead")]);
    expect(first).toEqual(second);
    expect(readAll).toHaveBeenCalledTimes(1);
    await vi.runAllTimersAsync();
    expect(told).toEqual([]);
  });

  it.each([
    [1, "Reading your document ..."],
    [12, "Reading your 12 documents ..."],
  ])("of %i document(s) is told of when it takes long", async (count, sentence) => {
    const readAll: PassageSources["readAll"] = async (begin) => {
      begin(count);
      await new Promise((resolve) => setTimeout(resolve, 5000));
      return { documents: [] };
    };
    const { passages, told } = deskOver([], { readAll });
    const answer = passages("board-lead");
    await vi.advanceTimersByTimeAsync(600);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(told).toEqual([sentence]);
    await vi.runAllTimersAsync();
    expect(await answer).toEqual([]);
  });

  it.each<readonly [string, PassageSources["readAll"], string]>([
    ["is refused", async () => ({ refused: "There are too many." }), "There are too many."],
    [
      "fails",
      () => Promise.reject(new Error("EIO")),
      "Your documents could not be looked through, so no passages of them are shown.",
    ],
  ])("that %s is told once, and nothing is offered", async (_what, readAll, sentence) => {
    const { passages, told } = deskOver([], { readAll });
    expect([await passages("board-lead"), await passages("board-lead")]).toEqual([[], []]);
    expect(told).toEqual([sentence]);
  });
});
