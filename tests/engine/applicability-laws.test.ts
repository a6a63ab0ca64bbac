import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evaluate, factsIn, judge, type Truth } from "../../src/engine/applicability.js";
import type { Facts } from "../../src/model/audit.js";
import type { Condition } from "../../src/model/checklist.js";
import { condition, factId, facts, factValue, profile } from "./arbitraries.js";

const withFact = (known: Facts, id: string, value: Facts[string]): Facts =>
  Object.fromEntries([...Object.entries(known), [id, value]]);

const isAnswered = (known: Facts, id: string): boolean =>
  Object.hasOwn(known, id) && !(Array.isArray(known[id]) && known[id].length === 0);

it("another fact may settle what was open, and never turns a yes into a no or a no into a yes", () => {
  fc.assert(
    fc.property(condition, facts, factId, factValue, (given, known, id, value) => {
      fc.pre(!isAnswered(known, id));
      const before = evaluate(given, known);
      return before === null || evaluate(given, withFact(known, id, value)) === before;
    }),
    { numRuns: 2000 },
  );
});

it("an organisation that has answered nothing is never out of scope", () => {
  fc.assert(fc.property(condition, (given) => judge(given, {}, profile).status === "unknown"));
});

it("what is judged without a deciding fact is unknown, and names a fact that is missing", () => {
  fc.assert(
    fc.property(condition, facts, (given, known) => {
      const { status, reason } = judge(given, known, profile);
      const missing = factsIn(given).filter((id) => !isAnswered(known, id));
      return status !== "unknown" || (missing.length > 0 && reason.includes("Not answered yet: "));
    }),
  );
});

it("it is open exactly as long as a fact in it is missing that could decide", () => {
  fc.assert(
    fc.property(condition, facts, (given, known) => {
      const answered = factsIn(given).every((id) => isAnswered(known, id));
      return !answered || evaluate(given, known) !== null;
    }),
  );
});

it("an empty list is the same as no answer", () => {
  fc.assert(
    fc.property(condition, facts, factId, (given, known, id) => {
      const without = Object.fromEntries(Object.entries(known).filter(([key]) => key !== id));
      expect(judge(given, withFact(known, id, []), profile)).toEqual(judge(given, without, profile));
    }),
  );
});

it("a condition and its opposite are never both true, nor both false", () => {
  fc.assert(
    fc.property(condition, facts, (given, known) => {
      const opposite: Truth = evaluate({ not: given }, known);
      return evaluate(given, known) === (opposite === null ? null : !opposite);
    }),
  );
});

it("not all is the same as any not", () => {
  fc.assert(
    fc.property(fc.array(condition, { minLength: 1, maxLength: 3 }), facts, (parts, known) => {
      return (
        evaluate({ not: { all: parts } }, known) === evaluate({ any: parts.map((not): Condition => ({ not })) }, known)
      );
    }),
  );
});

it("facts that a condition does not ask about do not count", () => {
  fc.assert(
    fc.property(condition, facts, factId, factValue, (given, known, id, value) => {
      fc.pre(!factsIn(given).includes(id));
      return evaluate(given, withFact(known, id, value)) === evaluate(given, known);
    }),
  );
});

it("with every fact answered it agrees with plain two-valued logic", () => {
  const plain = (given: Condition, known: Facts): boolean =>
    Object.entries(given).every(([key, wanted]) => {
      if (key === "not") return !plain(only(wanted), known);
      if (key === "all") return list(wanted).every((part) => plain(only(part), known));
      if (key === "any") return list(wanted).some((part) => plain(only(part), known));
      return list(wanted).some((value) => list(known[key]).includes(value));
    });
  const full = facts.map((some): Facts =>
    Object.fromEntries([
      ...profile.facts.map(({ id }) => [id, false] as const),
      ...Object.entries(some).filter(([id]) => isAnswered(some, id)),
    ]),
  );
  fc.assert(fc.property(condition, full, (given, known) => evaluate(given, known) === plain(given, known)));
  expect(plain({ any: [{ a: true }, { not: { b: ["x"] } }] }, { a: false, b: "y" })).toBe(true);
});

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function only(value: unknown): Condition {
  return Object.fromEntries(Object.entries(Object(value)));
}
