import * as fc from "fast-check";
import { expect, it } from "vitest";
import { emptyBaseline, neverKnown, renderBaseline, updateBaseline } from "../../src/engine/baseline.js";
import { buildReport } from "../../src/engine/report.js";
import { type Settlement, settle } from "../../src/engine/settle.js";
import type { Waiver } from "../../src/engine/waivers.js";
import type { Baseline } from "../../src/model/baseline.js";
import { findingInfo } from "../../src/model/finding-code.js";
import { gapInfo } from "../../src/model/gap.js";
import { usualGate } from "../../src/model/gate.js";
import type { Report, ReportDocument, Severity } from "../../src/model/report.js";
import { anyChecklist, facts, profile, readings, requirementIds, responses } from "./arbitraries.js";
import { audit, today } from "./fixtures.js";

const files = ["policies/a.md", "policies/b.md", "__proto__"] as const;
const severity = fc.constantFrom<Severity>("error", "warning", "note");
const code = fc.constantFrom(...Object.keys(findingInfo));
const kind = fc.constantFrom(...Object.keys(gapInfo));
const requirement = fc.constantFrom(...requirementIds);
const file = fc.constantFrom(...files);

const waiver: fc.Arbitrary<Waiver> = fc
  .tuple(
    fc.oneof(
      fc.record({ requirement, gap: kind, file: fc.constant(null), finding: fc.constant(null) }),
      fc.record({ requirement: fc.constant(null), gap: fc.constant(null), file, finding: code }),
    ),
    fc.constantFrom("2026-05-31", "2026-06-01", "2027-01-31"),
  )
  .map(([target, expires]) => ({ ...target, expires, reason: "Because", approvedBy: "Chair", location: null }));

const documents: fc.Arbitrary<readonly ReportDocument[] | null> = fc.option(
  fc.subarray([...files], { minLength: 1 }).chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.array(fc.record({ code, severity, line: fc.constantFrom(null, 1, 7) }), { maxLength: 5 }).map((found) => ({
          file: name,
          unit: "line" as const,
          findings: found.map((each) => ({
            ...each,
            about: null,
            message: "m",
            hint: "h",
            waived: false,
            known: false,
          })),
        })),
      ),
    ),
  ),
  { nil: null },
);

const count = fc.integer({ min: 1, max: 4 });
const gapEntry = fc.record({ audit: fc.constantFrom("audit.yaml", "other.yaml"), requirement, gap: kind, count });
const findingEntry = fc.record({ file: fc.constantFrom(...files, "policies/c.md"), finding: code, count });
const baseline: fc.Arbitrary<Baseline> = fc.record({
  schema: fc.constant("baseline/1" as const),
  gaps: fc.uniqueArray(gapEntry, { selector: (each) => JSON.stringify({ ...each, count: 0 }) }),
  findings: fc.uniqueArray(findingEntry, { selector: (each) => JSON.stringify({ ...each, count: 0 }) }),
});

const report: fc.Arbitrary<Report> = fc
  .record({ list: anyChecklist, known: facts, given: responses })
  .map(({ list, known, given }) =>
    buildReport({
      scale: null,
      checklist: list,
      profile,
      audit: audit(given, known),
      readings,
      today,
      maxAge: "P12M",
      gate: usualGate,
      version: "0.1.0",
      locate: () => null,
    }),
  );

const settlement: fc.Arbitrary<Settlement> = fc.record({
  waivers: fc.array(waiver, { maxLength: 5 }),
  baseline: fc.option(
    baseline.map((content) => ({ file: "known.json", content })),
    { nil: null },
  ),
  changed: fc.option(
    fc.subarray([...files]).map((names) => new Set<string>(names)),
    { nil: null },
  ),
  documents,
  audit: fc.constant("audit.yaml"),
  gate: severity.map((failOn) => ({ failOn, minAssured: null, anyEdition: true })),
  editionProblem: fc.constant(null),
});

const isNew = ({ waived, known }: { readonly waived: boolean; readonly known: boolean }) => !waived && !known;
const findingsOf = ({ documents: found }: Report) => (found ?? []).flatMap((document) => document.findings);

it("a waiver never changes the scores, takes no gap away, and marks no gap but its own", () => {
  fc.assert(
    fc.property(report, settlement, waiver, (given, agreed, more) => {
      const before = settle(given, agreed);
      const after = settle(given, { ...agreed, waivers: [...agreed.waivers, more] });
      expect([after.summary.declared, after.summary.assured]).toEqual([given.summary.declared, given.summary.assured]);
      expect(after.gaps.length).toBeGreaterThanOrEqual(before.gaps.length);
      const others = (found: Report) => found.gaps.filter((gap) => gap.requirement !== more.requirement);
      expect(others(after)).toEqual(others(before));
    }),
  );
});

it("a check with a waiver that has expired never passes", () => {
  fc.assert(
    fc.property(report, settlement, waiver, (given, agreed, more) => {
      const waivers = [...agreed.waivers, { ...more, expires: "2026-05-31" }];
      expect(settle(given, { ...agreed, waivers }).verdict.passed).toBe(false);
    }),
  );
});

it("after an update nothing is new but what no baseline takes in", () => {
  fc.assert(
    fc.property(report, settlement, baseline, (given, agreed, old) => {
      const found = settle(given, { ...agreed, baseline: null });
      const content = updateBaseline(old, found, "audit.yaml");
      const after = settle(given, { ...agreed, baseline: { file: "known.json", content } });
      expect(after.gaps.filter(isNew).filter(({ kind: each }) => !neverKnown.has(each))).toEqual([]);
      expect(
        findingsOf(after)
          .filter(isNew)
          .filter(({ code: each }) => !neverKnown.has(each)),
      ).toEqual([]);
      expect(after.baseline?.gone).toEqual([]);
    }),
  );
});

it("updating twice writes the same bytes, and in whatever order the baseline was", () => {
  fc.assert(
    fc.property(report, settlement, baseline, (given, agreed, old) => {
      const found = settle(given, { ...agreed, baseline: null });
      const once = updateBaseline(old, found, "audit.yaml");
      const turned = { ...old, gaps: old.gaps.toReversed(), findings: old.findings.toReversed() };
      expect(renderBaseline(updateBaseline(once, found, "audit.yaml"))).toBe(renderBaseline(once));
      expect(renderBaseline(updateBaseline(turned, found, "audit.yaml"))).toBe(renderBaseline(once));
    }),
  );
});

it("an update never drops entries of an audit or a document that was not looked at", () => {
  fc.assert(
    fc.property(report, settlement, baseline, (given, agreed, old) => {
      const found = settle(given, { ...agreed, baseline: null });
      const seen = new Set((found.documents ?? []).map((document) => document.file));
      const unseen = ({ gaps, findings }: Baseline) =>
        new Set([
          ...gaps.filter((each) => each.audit !== "audit.yaml").map((each) => JSON.stringify(each)),
          ...findings.filter((each) => !seen.has(each.file)).map((each) => JSON.stringify({ ...each })),
        ]);
      const canonical = updateBaseline(emptyBaseline, { gaps: [], documents: null }, null);
      expect(canonical).toEqual(emptyBaseline);
      const after = unseen(updateBaseline(old, found, "audit.yaml"));
      for (const each of unseen(old)) expect(after).toContain(each);
    }),
  );
});

it("one gap more than the baseline counts is new", () => {
  fc.assert(
    fc.property(report, settlement, (given, agreed) => {
      const found = settle(given, { ...agreed, baseline: null, waivers: [] });
      const content = updateBaseline(emptyBaseline, found, "audit.yaml");
      const [first] = given.gaps;
      fc.pre(first !== undefined);
      const more = { ...given, gaps: [...given.gaps, first] };
      const after = settle(more, { ...agreed, waivers: [], baseline: { file: "known.json", content } });
      expect(after.gaps.filter(isNew)).toHaveLength(1);
    }),
  );
});
