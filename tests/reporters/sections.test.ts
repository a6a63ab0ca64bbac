import { describe, expect, it } from "vitest";
import type { Report } from "../../src/model/report.js";
import { countsSection } from "../../src/reporters/counts-section.js";
import { baselineSections } from "../../src/reporters/baseline-section.js";
import { documentsSections } from "../../src/reporters/documents-section.js";
import { gapsSection } from "../../src/reporters/gaps-section.js";
import { notAskedSection } from "../../src/reporters/not-asked-section.js";
import { editionNotices } from "../../src/reporters/opening-section.js";
import { paintFor } from "../../src/reporters/paint.js";
import { sectionsOf } from "../../src/reporters/sections.js";
import { verdictSection } from "../../src/reporters/verdict-section.js";
import { waivedSections } from "../../src/reporters/waived-section.js";
import { riverside } from "./fixtures/riverside.js";

describe("the sections of a report", () => {
  it("come in the order in which a board reads them", () => {
    expect(sectionsOf(riverside).map((section) => section.kind)).toEqual([
      "opening",
      "counts",
      "standards",
      "gaps",
      "moderation",
      "waived",
      "baseline",
      "documents",
      "not-asked",
      "verdict",
    ]);
  });

  it("number the gaps worst first, whatever the report's order", () => {
    const shuffled: Report = { ...riverside, gaps: riverside.gaps.toReversed() };
    const numbered = gapsSection(shuffled).groups.flatMap(({ severity, entries }) =>
      entries.map((entry) => `${entry.number} ${severity} ${entry.findings.length}`),
    );
    expect(numbered).toEqual([
      "1 error 1",
      "2 error 1",
      "3 error 1",
      "4 error 1",
      "5 error 1",
      "6 warning 1",
      "7 warning 1",
      "8 warning 1",
      "9 warning 1",
      "10 warning 1",
      "11 note 1",
    ]);
  });

  it("put all gaps of one requirement and severity together", () => {
    const [first, ...others] = riverside.gaps;
    if (first === undefined) throw new Error("the fixture has no gaps");
    const twice: Report = { ...riverside, gaps: [first, ...others, { ...first, kind: "no-evidence" }] };
    expect(gapsSection(twice).groups[0]?.title).toBe("Errors (6, in 5 entries)");
    expect(gapsSection(twice).groups[0]?.entries[0]?.findings.map(({ kind }) => kind)).toEqual([
      "Not met",
      "No evidence",
    ]);
  });

  it("say an action once, though several gaps carry it", () => {
    const [first, ...others] = riverside.gaps;
    if (first === undefined) throw new Error("the fixture has no gaps");
    const twice: Report = { ...riverside, gaps: [first, { ...first, kind: "no-evidence" }, ...others] };
    expect(gapsSection(twice).groups[0]?.entries[0]?.actions.map((action) => action.id)).toEqual(["A1", "A2"]);
  });

  it("count only what there is", () => {
    const one = riverside.gaps.slice(0, 1);
    expect(gapsSection({ ...riverside, gaps: one }).summary).toBe("1 gap, worst first: 1 error.");
    expect(gapsSection(riverside).summary).toBe(
      "13 gaps, worst first: 6 errors, 6 warnings, 1 note. 2 gaps are waived. 1 gap is known. What is waived is listed apart.",
    );
    expect(gapsSection({ ...riverside, gaps: [] }).summary).toBe("No gaps were found.");
  });

  it("name a standard by its id when the report does not list it", () => {
    expect(gapsSection({ ...riverside, standards: [] }).groups[0]?.entries[0]?.standard).toBe("leadership");
  });
});

/** The report with these references under its gaps, in turn. */
function withReferences(...references: readonly Partial<Report["gaps"][number]["reference"]>[]): Report {
  const [gap] = riverside.gaps;
  if (gap === undefined) throw new Error("the fixture has no gaps");
  const gaps = references.map((reference, index) => ({
    ...gap,
    requirement: `requirement-${index}`,
    reference: { ...gap.reference, ...reference },
  }));
  return { ...riverside, gaps };
}

describe("the references under the gaps", () => {
  it.each<readonly [string, Report, string, readonly string[]]>([
    [
      "no paragraph known, none verified",
      withReferences({ paragraph: null }, { paragraph: null, chapter: null, law: "Children Act 2004, section 11" }),
      "Their paragraphs are not known. None of them was verified in the guidance itself.",
      ["Chapter 2", "Chapter not known; Children Act 2004, section 11"],
    ],
    [
      "some paragraphs known, all verified",
      withReferences({ verified: true }, { verified: true, paragraph: null }),
      "All of them were verified in the guidance itself.",
      ["Chapter 2, paragraph 3", "Chapter 2, paragraph not known"],
    ],
    [
      "some verified",
      withReferences({ verified: true }, { law: "Children Act 2004, section 11" }),
      "",
      ["Chapter 2, paragraph 3 (verified)", "Chapter 2, paragraph 3; Children Act 2004, section 11 (not verified)"],
    ],
  ])("say once what is true of all: %s", (_case, report, common, places) => {
    const section = gapsSection(report);
    const edition = "References are to Working Together to Safeguard Children 2018.";
    expect(section.references).toBe(common === "" ? edition : `${edition} ${common}`);
    expect(section.groups.flatMap((group) => group.entries).map((entry) => entry.reference)).toEqual(places);
  });

  it("are not spoken of without gaps", () => {
    expect(gapsSection({ ...riverside, gaps: [] }).references).toBeNull();
  });
});

/** The report with its first gap twice, known or not. */
function withKnown(...known: readonly boolean[]): Report {
  const [gap] = riverside.gaps;
  if (gap === undefined) throw new Error("the fixture has no gaps");
  const kinds = ["not-met", "no-evidence"] as const;
  return { ...riverside, gaps: known.map((is, index) => ({ ...gap, kind: kinds[index] ?? "not-met", known: is })) };
}

describe("a known gap", () => {
  it.each<readonly [readonly boolean[], readonly (string | null)[]]>([
    [
      [true, true],
      ["known", null, null],
    ],
    [
      [true, false],
      [null, "known", null],
    ],
    [
      [false, false],
      [null, null, null],
    ],
  ])("is marked, on the entry when all of it is known and on the finding otherwise: %j", (known, marks) => {
    const [entry] = gapsSection(withKnown(...known)).groups.flatMap((group) => group.entries);
    expect([entry?.mark, ...(entry?.findings ?? []).map((finding) => finding.mark)]).toEqual(marks);
  });

  it("is where to start only when there is no other", () => {
    const startOf = (report: Report) =>
      verdictSection(report, gapsSection(report)).next.filter((step) => step.startsWith("Start"));
    const [gap] = riverside.gaps;
    const [other] = riverside.gaps.slice(3);
    if (gap === undefined || other === undefined) throw new Error("the fixture has no gaps");
    expect(startOf({ ...riverside, gaps: [{ ...gap, known: true }, other] })).toEqual([
      "Start with gap 2: Supervision and support.",
    ]);
    expect(startOf(withKnown(true))).toEqual(["Start with gap 1: Board-level lead for safeguarding."]);
  });
});

describe("a waived gap", () => {
  it("is in a list of its own with its reason, who approved it and until when, and not among the others", () => {
    expect(
      gapsSection(riverside).groups.flatMap((group) =>
        group.entries.flatMap((entry) => entry.findings.map((finding) => finding.kind)),
      ),
    ).not.toContain("Evidence blank");
    const [section] = waivedSections(riverside);
    expect(section?.parts[0]?.items[0]).toEqual({
      lead: "Escalation of professional disagreement: evidence blank",
      text: '"Escalation policy" (policies/escalation.md): it holds no content, or nothing but placeholders. (safeguarding/audit.yaml:52)',
      details: [
        { term: "Reason", text: "The trustees rewrite the policy in January" },
        { term: "Approved by", text: "Chair of trustees" },
        { term: "Expires", text: "31 January 2027" },
      ],
    });
  });

  it("without a place is listed without one", () => {
    const gaps = riverside.gaps.map((gap) => ({ ...gap, location: null }));
    expect(waivedSections({ ...riverside, gaps })[0]?.parts[0]?.items[0]?.text).toMatch(/placeholders\.$/u);
  });

  it("is not spoken of where there are no waivers", () => {
    expect(waivedSections({ ...riverside, waivers: [] })).toEqual([]);
  });

  it("is not waited for: waivers may all be used, or none of them", () => {
    const summaryOf = (states: readonly string[]) =>
      waivedSections({
        ...riverside,
        documents: null,
        waivers: riverside.waivers.filter(({ state }) => states.includes(state)),
      })[0]?.summary.split(".")[0];
    expect([summaryOf(["used"]), summaryOf(["unused"])]).toEqual(["2 waivers: 2 used", "1 waiver: 1 unused"]);
  });
});

describe("the policy documents", () => {
  it("are counted with what is wrong with them", () => {
    const summaryOf = (documents: Report["documents"]) => documentsSections({ ...riverside, documents })[0]?.summary;
    const one = (riverside.documents ?? []).slice(2);
    expect([summaryOf(riverside.documents), summaryOf(one), summaryOf([]), summaryOf(null)]).toEqual([
      "3 documents were looked at; 5 findings: 1 error, 3 warnings, 1 note. 1 finding is waived. 1 finding is known.",
      "1 document was looked at; nothing was found to be wrong.",
      "No documents were looked at; nothing was found to be wrong.",
      undefined,
    ]);
  });
});

describe("the baseline", () => {
  it("says how much of it is still there, and what has gone", () => {
    const sectionOf = (known: number, gone: readonly string[]) =>
      baselineSections({ ...riverside, baseline: { file: "known.json", known, gone } })[0];
    expect(sectionOf(1, [])?.summary).toBe(
      "1 gap or finding is in the baseline, known.json, and does not fail a check.",
    );
    expect(sectionOf(3, [])?.summary).toBe(
      "3 gaps and findings are in the baseline, known.json, and do not fail a check.",
    );
    expect(sectionOf(0, ["not-met for board-lead"])).toMatchObject({
      summary: "Nothing that is in the baseline, known.json, is there any more.",
      parts: [{ title: "Gone since", items: [{ lead: "not-met for board-lead" }] }],
    });
    expect(baselineSections({ ...riverside, baseline: null })).toEqual([]);
  });
});

describe("what a board reads first", () => {
  const pointsOf = (report: Report): readonly string[] => {
    const [opening] = sectionsOf(report);
    return opening?.kind === "opening" ? opening.inShort.points : [];
  };

  it("is the verdict, the scores, the gaps and what is overdue", () => {
    expect(pointsOf(riverside)).toEqual([
      "To pass, it must have no errors. 5 new gaps at or above error (not counted: 1 waived). 1 new finding in policy documents at or above error. The assured score is below 80%.",
      "Declared 54% to 82% (what was rated), assured 13% to 41% (what of it stands up).",
      "13 gaps, worst first: 6 errors, 6 warnings, 1 note. 2 gaps are waived. 1 gap is known. What is waived is listed apart.",
      "1 action overdue.",
    ]);
  });

  it("names the gaps where the law requires something, known ones too, but for those that are waived", () => {
    const gaps = riverside.gaps.map(
      (gap) => ({ ...gap, force: gap.severity === "note" ? gap.force : "must" }) as const,
    );
    const [first, waived] = gaps;
    if (first === undefined || waived === undefined) throw new Error("the fixture has no gaps");
    expect(pointsOf({ ...riverside, gaps: [first, waived] })).toContain(
      "Gaps in what the law requires: Board-level lead for safeguarding (gap 1).",
    );
  });

  it("has no score where nothing applies", () => {
    const report = { ...riverside, gaps: [], summary: { ...riverside.summary, declared: null, assured: null } };
    expect(pointsOf(report)).toEqual([
      "To pass, it must have no errors. 5 new gaps at or above error (not counted: 1 waived). 1 new finding in policy documents at or above error. The assured score is below 80%.",
      "No gaps were found.",
    ]);
  });
});

describe("an edition that is no longer in force", () => {
  const noticeOf = (checklist: Partial<Report["checklist"]>): string | undefined =>
    editionNotices({ ...riverside, checklist: { ...riverside.checklist, ...checklist } }).find(
      ({ kind }) => kind === "superseded",
    )?.text;
  const record = "What is said here is a record, not a check against today's guidance.";

  it("says until when, and what has superseded it, shipped or not", () => {
    expect(noticeOf({})).toBe(
      `This edition is no longer in force: it was in force until 14 December 2023. It was superseded by Working Together to Safeguard Children 2023 (working-together-2023). ${record}`,
    );
  });

  it("says it though nothing is named that superseded it", () => {
    expect(noticeOf({ supersededBy: null })).toBe(
      `This edition is no longer in force: it was in force until 14 December 2023. ${record}`,
    );
  });

  it("says it though no day is named", () => {
    expect(noticeOf({ inForce: { from: "2018-07-04", until: null }, supersededBy: "anytown-2026" })).toBe(
      `This edition is no longer in force. It was superseded by anytown-2026. ${record}`,
    );
  });

  it.each([null, "2026-11-21", "2027-01-01"])("is not one while it is in force: until %s", (until) => {
    expect(noticeOf({ inForce: { from: "2018-07-04", until }, supersededBy: null })).toBeUndefined();
  });

  it("is told before what is not certain about its text", () => {
    expect(editionNotices(riverside).map(({ kind }) => kind)).toEqual(["superseded", "edition"]);
  });
});

describe("what was not asked", () => {
  it("says each set of answers once, whatever was left out by it", () => {
    const [standard] = riverside.standards;
    const [requirement] = standard?.requirements ?? [];
    if (standard === undefined || requirement === undefined) throw new Error("the fixture has no requirements");
    const leftOut = (title: string, reason: string) =>
      ({ ...requirement, title, applicability: { status: "does-not-apply", reason } }) as const;
    const requirements = [
      leftOut("A", "Asked only when: x. You said: sector: club."),
      leftOut("B", "Asked only when: y. You said: sector: club; staff: no."),
      leftOut("C", "Asked only when: z. You said: sector: club."),
      leftOut("D", "Asked only when: x. You said: sector: club."),
      leftOut("E", "Not of this kind."),
    ];
    expect(notAskedSection({ ...riverside, standards: [{ ...standard, requirements }] }).parts).toEqual([
      {
        title: "Not asked, by what you said about the organisation",
        groups: [
          {
            answers: "You said: sector: club.",
            reasons: [
              { reason: "Asked only when: x.", titles: ["A", "D"] },
              { reason: "Asked only when: z.", titles: ["C"] },
            ],
          },
          {
            answers: "You said: sector: club; staff: no.",
            reasons: [{ reason: "Asked only when: y.", titles: ["B"] }],
          },
          { answers: null, reasons: [{ reason: "Not of this kind.", titles: ["E"] }] },
        ],
      },
    ]);
  });
});

describe("the words of assurance", () => {
  it("are those of the README", () => {
    const rows = countsSection(riverside).tables.flatMap(({ rows: found }) => found);
    const meaningOf = (label: string): string | undefined => rows.find((row) => row.label === label)?.meaning;
    expect([meaningOf("Verified"), meaningOf("Attested")]).toEqual([
      "a cited document was read, and everything cited stands up",
      "what is cited stands up, but none of it could be read here: a minute book, a scan without text",
    ]);
  });

  it("speak of one requirement as of one", () => {
    const { requirements } = riverside.summary;
    const scopeOf = (unknown: number): string =>
      countsSection({ ...riverside, summary: { ...riverside.summary, requirements: { ...requirements, unknown } } })
        .scope;
    expect([scopeOf(1), scopeOf(2)]).toEqual([
      "Of 15 requirements, 13 were asked (for 1 of them it is not known whether it applies) and 2 did not apply.",
      "Of 15 requirements, 14 were asked (for 2 of them it is not known whether they apply) and 2 did not apply.",
    ]);
  });
});

it("paints nothing where there is nothing", () => {
  expect([paintFor(true).bad(""), paintFor(true).bad("x"), paintFor(false).bad("x")]).toEqual([
    "",
    "\u001B[31mx\u001B[39m",
    "x",
  ]);
});
