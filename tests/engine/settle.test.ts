import { describe, expect, it } from "vitest";
import { emptyBaseline, renderBaseline, updateBaseline } from "../../src/engine/baseline.js";
import { type Settlement, settle, settleDocuments } from "../../src/engine/settle.js";
import { type Waiver, waiverOf, waiverOfFinding } from "../../src/engine/waivers.js";
import type { Baseline } from "../../src/model/baseline.js";
import { usualGate } from "../../src/model/gate.js";
import type { ReportDocument, ReportFinding } from "../../src/model/report.js";
import { action, leadership, requirement as asked } from "./fixtures.js";
import { met, report } from "./report-fixture.js";

const audit = "safeguarding/audit.yaml";
const usual: Settlement = {
  waivers: [],
  baseline: null,
  changed: null,
  documents: null,
  audit,
  gate: usualGate,
  editionProblem: null,
};
const settled = (over: Partial<Settlement>, responses: Parameters<typeof report>[0] = notMet) =>
  settle(report(responses), { ...usual, ...over });

/** Board lead (should): not met, with an action that nobody owns; the others unanswered. */
const { owner: _, ...unowned } = action();
const notMet = { "board-lead": { rating: "not-met", actions: [unowned] } } as const;

function waiver(over: Partial<Waiver> = {}): Waiver {
  return {
    requirement: "board-lead",
    gap: "not-met",
    file: null,
    finding: null,
    reason: "The chair looks for one",
    approvedBy: "Chair",
    expires: "2026-06-01",
    location: { file: ".wt-audit.yaml", line: 5, column: 5 },
    ...over,
  };
}

const ofFile = (file: string, finding: string, over: Partial<Waiver> = {}) =>
  waiver({ requirement: null, gap: null, file, finding, ...over });

const finding = (code: string, line: number | null = null): ReportFinding => ({
  code,
  severity: "error",
  line,
  about: null,
  message: "It is so.",
  hint: "See to it.",
  waived: false,
  known: false,
});

const documents: readonly ReportDocument[] = [
  {
    file: "policies/a.md",
    unit: "line",
    findings: [finding("draft", 1), finding("placeholder", 2), finding("placeholder", 9)],
  },
  { file: "policies/b.md", unit: "line", findings: [finding("placeholder", 4), finding("case-data", 7)] },
];

const brief = (found: ReturnType<typeof settled>) =>
  found.gaps.map(
    ({ kind, requirement, waived, known }) =>
      `${kind} ${requirement}${waived ? " waived" : ""}${known ? " known" : ""}`,
  );
const briefFindings = (found: { readonly documents: readonly ReportDocument[] | null }) =>
  (found.documents ?? []).flatMap(({ file, findings }) =>
    findings.map(({ code, waived, known }) => `${file} ${code}${waived ? " waived" : ""}${known ? " known" : ""}`),
  );
const states = (found: ReturnType<typeof settled>) => found.waivers.map(({ state }) => state);

describe("a waiver", () => {
  it("marks its gap, and no gap of another kind or requirement", () => {
    const found = settled({ waivers: [waiver()] });
    expect(brief(found)).toEqual([
      "not-met board-lead waived",
      "unanswered culture",
      "action-without-owner board-lead",
      "unanswered supervision",
    ]);
    expect(states(found)).toEqual(["used"]);
    expect(found.verdict.reasons).toEqual(["1 gap at or above error (not counted: 1 waived)."]);
  });

  it("covers every gap of its kind at the requirement", () => {
    const twice = { "board-lead": { rating: "not-met", actions: [unowned, { ...unowned, id: "A2" }] } } as const;
    expect(brief(settled({ waivers: [waiver({ gap: "action-without-owner" })] }, twice))).toEqual([
      "not-met board-lead",
      "unanswered culture",
      "action-without-owner board-lead waived",
      "action-without-owner board-lead waived",
      "unanswered supervision",
    ]);
  });

  it("keeps the order of gaps whose requirements the report does not list", () => {
    const given = { ...report(notMet), standards: [] };
    expect(settle(given, usual).gaps.map(({ kind }) => kind)).toEqual(given.gaps.map(({ kind }) => kind));
  });

  it("changes neither the score nor the counts", () => {
    const [before, after] = [settled({}), settled({ waivers: [waiver()] })];
    expect(after.summary).toEqual(before.summary);
  });

  it("holds on the day of its expiry", () => {
    expect(states(settled({ waivers: [waiver({ expires: "2026-06-01" })] }))).toEqual(["used"]);
  });

  it("waives nothing the day after, is a gap at its line in the config, and does not pass", () => {
    const found = settled({ waivers: [waiver({ expires: "2026-05-31" })] });
    expect(brief(found)).toEqual([
      "not-met board-lead",
      "unanswered culture",
      "action-without-owner board-lead",
      "waiver-expired board-lead",
      "unanswered supervision",
    ]);
    expect(found.gaps[3]).toMatchObject({
      severity: "warning",
      standard: "leadership",
      message: "The waiver of not-met, approved by Chair, expired on 31 May 2026.",
      remedy: "Close the gap, or have the waiver approved again.",
      actions: [{ id: "A1" }],
      location: { file: ".wt-audit.yaml", line: 5, column: 5 },
    });
    expect(found.standards[0]?.requirements.map(({ gaps }) => gaps.includes("waiver-expired"))).toEqual([
      true,
      false,
      false,
    ]);
    expect(found.summary.gaps).toEqual({ error: 2, warning: 2, note: 1 });
    expect(found.verdict.reasons).toContain("The waiver of not-met for board-lead expired on 31 May 2026.");
  });

  it("that has expired does not pass though its gap is closed", () => {
    const all = { "board-lead": met, culture: met, supervision: met };
    const found = settled({ waivers: [waiver({ expires: "2026-05-31" })] }, all);
    expect(brief(found)).toEqual(["waiver-expired board-lead"]);
    expect(found.gaps[0]?.actions).toEqual([]);
    expect(found.verdict.passed).toBe(false);
  });

  it("that has expired is no gap where the requirement is not on the checklist, or for a file; it does not pass either", () => {
    const all = { "board-lead": met, culture: met, supervision: met };
    for (const given of [
      waiver({ requirement: "escalation", expires: "2026-05-31" }),
      ofFile("policies/a.md", "draft", { expires: "2026-05-31" }),
    ]) {
      const found = settled({ waivers: [given] }, all);
      expect([found.gaps, found.verdict.passed]).toEqual([[], false]);
    }
  });

  it("that has expired is no gap of a requirement that does not apply", () => {
    const list = leadership(asked("board-lead", { appliesWhen: { "commissions-services": true } }), asked("culture"));
    const waivers = [waiver({ expires: "2026-05-31" }), waiver({ requirement: "culture", expires: "2026-05-31" })];
    const found = settle(report({ culture: met }, { checklist: list }), { ...usual, waivers });
    expect(brief(found)).toEqual(["waiver-expired culture"]);
    expect(found.verdict.reasons).toHaveLength(2);
  });

  it("for what is not there is not used, and fails nothing", () => {
    const all = { "board-lead": met, culture: met, supervision: met };
    const found = settled({ waivers: [waiver(), ofFile("policies/a.md", "draft")] }, all);
    expect([states(found), found.verdict.passed]).toEqual([["unused", "unused"], true]);
  });

  it("of a finding covers all of its code in its file, and nothing else", () => {
    const found = settled({ documents, waivers: [ofFile("policies/a.md", "placeholder")] });
    expect(briefFindings(found)).toEqual([
      "policies/a.md draft",
      "policies/a.md placeholder waived",
      "policies/a.md placeholder waived",
      "policies/b.md placeholder",
      "policies/b.md case-data",
    ]);
  });

  it("is found again by what it holds for", () => {
    const found = settled({ documents, waivers: [waiver(), ofFile("policies/a.md", "draft")] });
    const [gap, other] = found.gaps;
    const [first, second] = found.documents?.[0]?.findings ?? [];
    if (gap === undefined || other === undefined || first === undefined || second === undefined)
      throw new Error("none");
    expect(waiverOf(gap, found.waivers)?.requirement).toBe("board-lead");
    expect(waiverOf(other, found.waivers)).toBeNull();
    expect(waiverOfFinding("policies/a.md", first, found.waivers)?.finding).toBe("draft");
    expect(waiverOfFinding("policies/a.md", second, found.waivers)).toBeNull();
  });
});

const entry = (requirement: string, gap: string, count = 1) => ({ audit, requirement, gap, count });
const held = (over: Partial<Baseline>) => ({ file: "known.json", content: { ...emptyBaseline, ...over } });

describe("a baseline", () => {
  it("makes known what it has, and only as often as it counts", () => {
    const twice = { "board-lead": { rating: "not-met", actions: [unowned, { ...unowned, id: "A2" }] } } as const;
    const one = { ...entry("board-lead", "action-without-owner"), about: "A1" };
    const found = settled({ baseline: held({ gaps: [one, entry("culture", "unanswered")] }) }, twice);
    expect(brief(found)).toEqual([
      "not-met board-lead",
      "unanswered culture known",
      "action-without-owner board-lead known",
      "action-without-owner board-lead",
      "unanswered supervision",
    ]);
    expect(found.baseline).toEqual({ file: "known.json", known: 2, gone: [] });
    expect(found.verdict.reasons).toEqual(["1 new gap at or above error (not counted: 1 known)."]);
  });

  it("says what has gone, of this audit and of the documents that were read alone", () => {
    const found = settled({
      documents,
      baseline: held({
        gaps: [
          entry("board-lead", "partly-met"),
          entry("culture", "unanswered", 3),
          { ...entry("x", "not-met"), audit: "other.yaml" },
        ],
        findings: [
          { file: "policies/a.md", finding: "no-contact", count: 1 },
          { file: "policies/c.md", finding: "draft", count: 1 },
        ],
      }),
    });
    expect(found.baseline).toEqual({
      file: "known.json",
      known: 1,
      gone: ["partly-met for board-lead", "unanswered for culture (2)", "no-contact in policies/a.md"],
    });
  });

  it("does not say of what is waived that it has gone", () => {
    const found = settled({ waivers: [waiver()], baseline: held({ gaps: [entry("board-lead", "not-met")] }) });
    expect(found.baseline).toEqual({ file: "known.json", known: 0, gone: [] });
    expect(brief(found)[0]).toBe("not-met board-lead waived");
  });

  it("never knows information about a child, nor a waiver that has expired", () => {
    const found = settled({
      documents,
      waivers: [waiver({ expires: "2026-05-31" })],
      baseline: held({
        gaps: [entry("board-lead", "waiver-expired")],
        findings: [{ file: "policies/b.md", finding: "case-data", count: 1 }],
      }),
    });
    expect(found.baseline?.known).toBe(0);
  });
});

describe("what a finding is about", () => {
  const terms = (...about: readonly string[]): readonly ReportDocument[] => [
    {
      file: "policies/a.md",
      unit: "line",
      findings: about.map((term) => ({ ...finding("superseded-term", 3), about: term })),
    },
  ];

  it("makes it new where the baseline knows another, and what was known has gone", () => {
    const content = updateBaseline(emptyBaseline, settled({ documents: terms("Every Child Matters") }), audit);
    const found = settled({ documents: terms("LSCB"), baseline: held(content) });
    expect(briefFindings(found)).toEqual(["policies/a.md superseded-term"]);
    expect(found.baseline?.gone).toEqual(["superseded-term in policies/a.md: Every Child Matters"]);
  });

  it("makes it known where the baseline knows the same, on whatever line", () => {
    const content = updateBaseline(emptyBaseline, settled({ documents: terms("LSCB") }), audit);
    const moved = terms("LSCB").map((each) => ({ ...each, findings: each.findings.map((f) => ({ ...f, line: 90 })) }));
    expect(briefFindings(settled({ documents: moved, baseline: held(content) }))).toEqual([
      "policies/a.md superseded-term known",
    ]);
  });

  it("is left out where it is blank", () => {
    const { findings } = updateBaseline(emptyBaseline, settled({ documents: terms(" ") }), audit);
    expect(findings).toEqual([{ file: "policies/a.md", finding: "superseded-term", count: 1 }]);
  });

  it("is told of an unchanged document when that has changed", () => {
    const link = { ...finding("broken-link", 5), about: "policies/staff.html" };
    const given = [{ file: "policies/a.md", unit: "line" as const, findings: [finding("draft", 1), link] }];
    const known = [
      { file: "policies/a.md", finding: "broken-link", about: "policies/staff.html", count: 1 },
      { file: "policies/a.md", finding: "no-contact", count: 1 },
    ];
    const found = settled({
      documents: given,
      changed: new Set(["policies/staff.md"]),
      baseline: held({ findings: known }),
    });
    expect(briefFindings(found)).toEqual(["policies/a.md broken-link known"]);
    expect(found.baseline).toEqual({ file: "known.json", known: 1, gone: [] });
    expect(settled({ documents: given, changed: new Set(["policies/b.md"]) }).documents).toEqual([]);
  });
});

describe("what documents do not state", () => {
  const missing = [
    { requirement: "board-lead", result: "not-found", waived: false, known: false },
    { requirement: "culture", result: "needs-a-person", waived: false, known: false },
  ] as const;
  const agreed = { waivers: [], baseline: null, changed: null };
  const read = { documents: [], statements: missing };

  it("is waived by a waiver that names it as a kind of gap", () => {
    const found = settleDocuments(read, { ...agreed, waivers: [waiver({ gap: "not-found" })] }, "2026-06-01");
    expect(found.statements?.map((each) => each.waived)).toEqual([true, false]);
    expect(found.waivers.map(({ state }) => state)).toEqual(["used"]);
  });

  it("is known from a baseline, and what is stated now has gone", () => {
    const content = updateBaseline(emptyBaseline, { gaps: [], documents: [], statements: missing }, null);
    expect(content.statements).toEqual([
      { requirement: "board-lead", result: "not-found" },
      { requirement: "culture", result: "needs-a-person" },
    ]);
    const baseline = held(content);
    expect(settleDocuments(read, { ...agreed, baseline }, "2026-06-01").statements?.every((each) => each.known)).toBe(
      true,
    );
    const fewer = settleDocuments({ ...read, statements: missing.slice(1) }, { ...agreed, baseline }, "2026-06-01");
    expect(fewer.baseline).toEqual({ file: "known.json", known: 1, gone: ["not-found for board-lead"] });
  });

  it("stays in a baseline that is updated for an audit, and leaves it once it is waived or stated", () => {
    const old = updateBaseline(emptyBaseline, { gaps: [], documents: [], statements: missing }, null);
    expect(updateBaseline(old, settled({}), audit).statements).toEqual(old.statements);
    expect(settled({ baseline: held(old) }).baseline?.gone).toEqual([]);
    const waived = missing.map((each) => ({ ...each, waived: true }));
    expect(updateBaseline(old, { gaps: [], documents: [], statements: waived }, null).statements).toBeUndefined();
    expect(renderBaseline(old)).toContain(
      '],\n  "statements": [\n    { "requirement": "board-lead", "result": "not-found" },\n',
    );
  });
});

describe("a baseline that is updated", () => {
  const update = (old: Baseline, over: Partial<Settlement> = {}) =>
    updateBaseline(old, settled({ documents, ...over }), audit);

  it("holds what is there and not waived, in an order of its own", () => {
    expect(renderBaseline(update(emptyBaseline, { waivers: [waiver(), ofFile("policies/a.md", "draft")] }))).toBe(`{
  "schema": "baseline/1",
  "gaps": [
    { "audit": "safeguarding/audit.yaml", "requirement": "board-lead", "gap": "action-without-owner", "about": "A1", "count": 1 },
    { "audit": "safeguarding/audit.yaml", "requirement": "culture", "gap": "unanswered", "count": 1 },
    { "audit": "safeguarding/audit.yaml", "requirement": "supervision", "gap": "unanswered", "count": 1 }
  ],
  "findings": [
    { "file": "policies/a.md", "finding": "placeholder", "count": 2 },
    { "file": "policies/b.md", "finding": "placeholder", "count": 1 }
  ]
}
`);
  });

  it("drops what has gone, and keeps what was not looked at", () => {
    const old: Baseline = {
      schema: "baseline/1",
      gaps: [entry("board-lead", "partly-met"), { ...entry("board-lead", "not-met", 4), audit: "other.yaml" }],
      findings: [
        { file: "policies/a.md", finding: "no-contact", count: 1 },
        { file: "policies/b.md", finding: "draft", count: 1 },
        { file: "policies/gone.md", finding: "draft", count: 2 },
      ],
    };
    const after = update(old, { changed: new Set(["policies/a.md"]) });
    expect(after.gaps.filter((each) => each.audit === "other.yaml")).toEqual([old.gaps[1]]);
    expect(after.gaps.map(({ gap }) => gap)).not.toContain("partly-met");
    expect(after.findings).toEqual([
      { file: "policies/a.md", finding: "draft", count: 1 },
      { file: "policies/a.md", finding: "placeholder", count: 2 },
      { file: "policies/b.md", finding: "draft", count: 1 },
      { file: "policies/gone.md", finding: "draft", count: 2 },
    ]);
  });

  it("without an audit keeps all of its gaps", () => {
    const old = held({ gaps: [entry("board-lead", "not-met")] }).content;
    expect(updateBaseline(old, settled({}), null).gaps).toEqual(old.gaps);
  });

  it("of nothing is written as nothing", () => {
    expect(renderBaseline(emptyBaseline)).toBe('{\n  "schema": "baseline/1",\n  "gaps": [],\n  "findings": []\n}\n');
  });
});

describe("changed documents", () => {
  it("alone are told of; gaps of the audit stay", () => {
    const found = settled({ documents, changed: new Set(["policies/b.md", "README.md"]) });
    expect(found.documents?.map(({ file }) => file)).toEqual(["policies/b.md"]);
    expect(found.gaps).toHaveLength(4);
  });

  it("may be none, and that passes when the others were read", () => {
    const all = { "board-lead": met, culture: met, supervision: met };
    expect(settled({ documents, changed: new Set() }, all).verdict.passed).toBe(true);
    expect(settled({ documents: [], changed: new Set() }, all).verdict.passed).toBe(false);
    expect(settled({ changed: new Set() }, all).documents).toBeNull();
  });
});

describe("documents without an audit", () => {
  it("are waived and known in the same way", () => {
    const given = {
      waivers: [ofFile("policies/a.md", "draft")],
      baseline: held({ findings: [{ file: "policies/a.md", finding: "placeholder", count: 1 }] }),
      changed: new Set(["policies/a.md"]),
    };
    const found = settleDocuments({ documents, statements: [] }, given, "2026-06-01");
    expect(briefFindings(found)).toEqual([
      "policies/a.md draft waived",
      "policies/a.md placeholder known",
      "policies/a.md placeholder",
    ]);
    expect(found.baseline).toEqual({ file: "known.json", known: 1, gone: [] });
    expect(found.waivers.map(({ state }) => state)).toEqual(["used"]);
  });
});
