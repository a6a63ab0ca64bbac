import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, type ToCompare } from "../../src/engine/compare.js";
import { buildReport } from "../../src/engine/report.js";
import type { Audit } from "../../src/model/audit.js";
import type { Checklist } from "../../src/model/checklist.js";
import { usualGate } from "../../src/model/gate.js";
import type { Comparison } from "../../src/schema/comparison.gen.js";
import { anyChecklist, facts, profile, readings, responses } from "./arbitraries.js";
import { lastYear, thisYear } from "./compare-fixture.js";
import { audit, checklist as checklistOf, today } from "./fixtures.js";

/** An audit judged today, whatever its period says: so that only the answers make a difference. */
function judged(answers: Audit["responses"], told: Audit["organisation"]["facts"], asks: Checklist): ToCompare {
  const made = audit(answers, told);
  const report = buildReport({
    checklist: asks,
    profile,
    audit: made,
    readings,
    today,
    maxAge: "P12M",
    gate: usualGate,
    version: "0.1.0",
    digest: (text) => text,
    scale: null,
    locate: () => null,
  });
  return { report, audit: made, checklist: asks, file: "audit.yaml" };
}

function of(given: ToCompare, period: Audit["period"]): ToCompare {
  return { ...given, audit: { ...given.audit, period } };
}

function between(then: ToCompare, now: ToCompare): Comparison {
  return compare([of(then, lastYear), of(now, thisYear)], [now.checklist], today);
}

const pair = fc
  .record({ asks: anyChecklist, told: fc.tuple(facts, facts), answers: fc.tuple(responses, responses) })
  .map(({ asks, told, answers }) => [judged(answers[0], told[0], asks), judged(answers[1], told[1], asks)] as const);

const ids = (items: readonly { readonly requirement: string; readonly kind?: string; readonly message?: string }[]) =>
  items.map(({ requirement, kind, message }) => JSON.stringify([requirement, kind, message])).toSorted();

describe("a comparison", () => {
  it("of an audit with itself in another period finds nothing up, down, opened, closed or gone", () => {
    fc.assert(
      fc.property(pair, ([one]) => {
        const { changes, gaps, actions, evidence } = between(one, one);
        expect({ changes, gaps, done: actions.done, refreshed: evidence.refreshed }).toEqual({
          changes: [],
          gaps: { closed: [], opened: [], gone: [], unproven: [] },
          done: [],
          refreshed: [],
        });
      }),
    );
  });

  it("scores the newest as a report on what is shared alone does", () => {
    fc.assert(
      fc.property(pair, ([then, now]) => {
        const { shared, after } = between(then, now);
        const only = now.checklist.standards.map((standard) => ({
          ...standard,
          requirements: standard.requirements.filter(({ id }) => shared.includes(id)),
        }));
        const { summary } = judged(now.audit.responses, now.audit.organisation.facts, checklistOf(only)).report;
        expect([after.declared, after.assured]).toEqual([summary.declared, summary.assured]);
        expect(after.ratings).toEqual(summary.ratings);
      }),
    );
  });

  it("never gives an older audit less than a report on what is shared does, nor more at its low end", () => {
    fc.assert(
      fc.property(pair, ([then, now]) => {
        const older = between(then, now).before;
        const newer = between(now, then).after;
        expect(older.declared).toEqual(newer.declared);
        expect(older.assured?.low).toBe(newer.assured?.low);
        expect(older.assured?.high ?? 1).toBeGreaterThanOrEqual(newer.assured?.high ?? 0);
      }),
    );
  });

  it("turns up and down, opened and closed when the audits are swapped", () => {
    fc.assert(
      fc.property(pair, ([then, now]) => {
        const [there, back] = [between(then, now), between(now, then)];
        const went = ({ changes }: Comparison, direction: string) =>
          changes
            .filter((change) => change.confirmed && change.direction === direction)
            .map(({ requirement }) => requirement);
        expect(there.shared).toEqual(back.shared);
        expect(went(there, "up")).toEqual(went(back, "down"));
        expect(went(there, "down")).toEqual(went(back, "up"));
        const { closed, unproven, gone } = there.gaps;
        expect(ids([...closed, ...unproven, ...gone])).toEqual(ids(back.gaps.opened));
      }),
    );
  });

  it("claims nothing of what is unanswered or waits to be confirmed", () => {
    fc.assert(
      fc.property(pair, ([then, now]) => {
        const { changes, gaps } = between(then, now);
        const open = new Set(
          now.report.standards
            .flatMap(({ requirements }) => requirements)
            .filter((each) => each.rating === null || each.gaps.includes("to-confirm"))
            .map(({ id }) => id),
        );
        const claimed = [...gaps.closed, ...changes.filter(({ direction }) => direction === "up")];
        expect(claimed.filter(({ requirement }) => open.has(requirement))).toEqual([]);
      }),
    );
  });
});
