import * as fc from "fast-check";
import { expect, it } from "vitest";
import { assess, type AssessInputs } from "../../src/engine/assess.js";
import type { Finding } from "../../src/engine/finding.js";
import { assuredScore, declaredScore } from "../../src/engine/score.js";
import type { Rating } from "../../src/model/audit.js";
import type { Interval } from "../../src/model/report.js";
import { anyChecklist, facts, profile, readings, responses } from "./arbitraries.js";
import { audit, find, today } from "./fixtures.js";

const blank = find(null);

/** Any finding as far as the score looks at it. */
const finding: fc.Arbitrary<Finding> = fc
  .tuple(
    fc.constantFrom<Finding["applicability"]["status"]>("applies", "does-not-apply", "unknown"),
    fc.constantFrom<Rating | null>("met", "partly-met", "not-met", "not-applicable", null),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([status, rating, claimed, hasGap]) => {
    const assured = claimed && (rating === "met" || rating === "partly-met");
    return { ...blank, applicability: { status, reason: "" }, rating, assured, gaps: hasGap ? blank.gaps : [] };
  });

const findings = fc.array(finding, { maxLength: 6 });
const scores = [declaredScore, assuredScore];
const low = (score: Interval) => score?.low ?? 0;
const high = (score: Interval) => score?.high ?? 0;

/** Every way in which what is open may turn out. */
function completions(open: readonly Finding[]): readonly (readonly Finding[])[] {
  const [first, ...rest] = open;
  if (first === undefined) return [[]];
  const ways = waysOf(first);
  return completions(rest).flatMap((tail) => ways.map((way) => [way, ...tail]));
}

function waysOf(one: Finding): readonly Finding[] {
  const { status } = one.applicability;
  const settled = status === "unknown" ? (["applies", "does-not-apply"] as const) : [status];
  return settled.flatMap((next) => {
    const applicability = { status: next, reason: "" };
    if (one.rating !== null) return [{ ...one, applicability }];
    const rated = (["met", "partly-met", "not-met", "not-applicable"] as const).map((rating) => ({
      ...one,
      applicability,
      rating,
      assured: false,
      gaps: [],
    }));
    return [...rated, ...rated.slice(0, 2).map((way) => ({ ...way, assured: true }))];
  });
}

/** The mean of what counts, by the words of design 4.4; null when nothing does. */
function plainMean(closed: readonly Finding[], onlyAssured: boolean): number | null {
  const counted = closed.filter(
    ({ applicability, rating, gaps }) =>
      applicability.status === "applies" && (rating !== "not-applicable" || (onlyAssured && gaps.length > 0)),
  );
  const worth = counted.map(({ rating, assured }) =>
    onlyAssured && !assured ? 0 : rating === "met" ? 1 : rating === "partly-met" ? 0.5 : 0,
  );
  return counted.length === 0 ? null : worth.reduce<number>((sum, value) => sum + value, 0) / counted.length;
}

it.each([
  ["declared", declaredScore, false],
  ["assured", assuredScore, true],
] as const)(
  "the ends of the %s score are the worst and the best that the open ones may turn out",
  (_name, score, onlyAssured) => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 4 }), (some) => {
        const means = completions(some).flatMap((closed) => plainMean(closed, onlyAssured) ?? []);
        const ends = means.length === 0 ? null : { low: Math.min(...means), high: Math.max(...means) };
        expect(score(some)).toEqual(ends);
      }),
      { numRuns: 400 },
    );
  },
);

it("a score lies between 0 and 1, its low end not above its high", () => {
  fc.assert(
    fc.property(findings, (some) => {
      for (const score of scores.map((of) => of(some))) {
        expect(score === null || (score.low >= 0 && score.low <= score.high && score.high <= 1)).toBe(true);
      }
    }),
  );
});

it("what is assured is never more than what is declared", () => {
  fc.assert(
    fc.property(findings, (some) => {
      const [declared, assured] = [declaredScore(some), assuredScore(some)];
      expect(low(assured) <= low(declared) && high(assured) <= high(declared)).toBe(true);
      expect(assured !== null || declared === null).toBe(true);
    }),
  );
});

it("one more that is not applicable, and without a gap, changes no score", () => {
  fc.assert(
    fc.property(findings, finding, fc.nat(6), (some, one, at) => {
      const more = some.toSpliced(at, 0, { ...one, rating: "not-applicable", gaps: [] });
      for (const score of scores) expect(score(more)).toEqual(score(some));
    }),
  );
});

it("one more that is not applicable, with a gap, changes nothing declared and counts as not met in what is assured", () => {
  fc.assert(
    fc.property(findings, finding, fc.nat(6), (some, one, at) => {
      const [doubtful, notMet] = (["not-applicable", "not-met"] as const).map((rating) =>
        some.toSpliced(at, 0, { ...one, rating, assured: false, gaps: blank.gaps }),
      );
      expect(declaredScore(doubtful ?? [])).toEqual(declaredScore(some));
      expect(assuredScore(doubtful ?? [])).toEqual(assuredScore(notMet ?? []));
    }),
  );
});

it("one more that does not apply changes no score", () => {
  fc.assert(
    fc.property(findings, finding, (some, one) => {
      for (const score of scores)
        expect(score([...some, { ...one, applicability: { status: "does-not-apply", reason: "" } }])).toEqual(
          score(some),
        );
    }),
  );
});

it("one more that is met never lowers a score that it is sure to count in", () => {
  fc.assert(
    fc.property(findings, (some) => {
      const met: Finding = { ...blank, rating: "met", assured: true };
      for (const score of scores) {
        expect(
          low(score([...some, met])) >= low(score(some)) - 1e-12 &&
            high(score([...some, met])) >= high(score(some)) - 1e-12,
        ).toBe(true);
      }
    }),
  );
});

it("a better rating of the same requirement never lowers a score", () => {
  const order = ["not-met", "partly-met", "met"] as const;
  fc.assert(
    fc.property(findings, finding, fc.nat(2), fc.nat(2), (some, one, a, b) => {
      const [worse, better] = [Math.min(a, b), Math.max(a, b)].map((index): Finding => ({
        ...one,
        assured: true,
        rating: order[index] ?? "met",
      }));
      for (const score of scores) {
        const [before, after] = [worse, better].map((last) => score(last === undefined ? some : [...some, last]));
        expect(low(after ?? null) >= low(before ?? null) && high(after ?? null) >= high(before ?? null)).toBe(true);
      }
    }),
  );
});

it("an answer to an open one narrows the interval", () => {
  fc.assert(
    fc.property(
      findings,
      fc.constantFrom<Rating>("met", "partly-met", "not-met"),
      fc.boolean(),
      (some, rating, assured) => {
        for (const score of scores) {
          const [open, closed] = [score([...some, blank]), score([...some, { ...blank, rating, assured }])];
          expect(low(open) <= low(closed) && high(closed) <= high(open)).toBe(true);
        }
      },
    ),
  );
});

it("the order of the findings does not matter", () => {
  fc.assert(
    fc.property(findings, (some) => {
      for (const score of scores) expect(score(some.toReversed())).toEqual(score(some));
    }),
  );
});

it("a whole assessment has the same laws: whatever was answered and cited, assured is at most declared", () => {
  fc.assert(
    fc.property(anyChecklist, facts, responses, (list, known, given) => {
      const inputs: AssessInputs = {
        checklist: list,
        profile,
        audit: audit(given, known),
        readings,
        today,
        maxAge: "P12M",
      };
      const found = assess(inputs);
      const [declared, assured] = [declaredScore(found), assuredScore(found)];
      expect(low(assured) <= low(declared) && high(assured) <= high(declared)).toBe(true);
    }),
  );
});
