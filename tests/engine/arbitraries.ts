import * as fc from "fast-check";
import type { Audit, Evidence, Facts, Rating, Response } from "../../src/model/audit.js";
import type { Checklist, Condition, Force } from "../../src/model/checklist.js";
import type { EvidenceReadings } from "../../src/model/evidence.js";
import type { Profile } from "../../src/model/profile.js";
import { checklist, minutes, policy, present, requirement, standard, yesNo } from "./fixtures.js";

/** The facts of these laws; the hostile names are data like all others. */
const factIds = ["employs-staff", "has-volunteers", "sector", "__proto__", "constructor"] as const;
const values = ["police", "faith", true, false] as const;

export const profile: Profile = { schema: "profile/1", facts: factIds.map((id) => yesNo(id)) };

/** An object whose every key is data, `__proto__` too. */
function dictionary<T>(keys: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<{ readonly [key: string]: T }> {
  return fc
    .array(fc.tuple(fc.constantFrom(...keys), value), { maxLength: keys.length })
    .map((entries) => Object.fromEntries(entries));
}

const factValue = fc.oneof(fc.constantFrom(...values), fc.subarray(["police", "faith", "housing"]));

export const facts: fc.Arbitrary<Facts> = dictionary(factIds, factValue);

export const factId = fc.constantFrom(...factIds);

export { factValue };

/** Conditions as a checklist may hold them: no list is empty. */
export const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition; leaf: Condition }>((tie) => {
  const parts = fc.array(tie("condition"), { minLength: 1, maxLength: 3 });
  return {
    leaf: fc
      .tuple(factId, fc.oneof(fc.constantFrom(...values), fc.subarray([...values], { minLength: 1 })))
      .map(([id, wanted]) => Object.fromEntries([[id, wanted]])),
    condition: fc.oneof(
      { maxDepth: 3 },
      tie("leaf"),
      parts.map((all) => ({ all })),
      parts.map((any) => ({ any })),
      tie("condition").map((not) => ({ not })),
      fc.tuple(tie("leaf"), tie("leaf")).map(([a, b]) => ({ ...a, ...b })),
    ),
  };
}).condition;

const ratings: readonly Rating[] = ["met", "partly-met", "not-met", "not-applicable"];
const day = fc.constantFrom("2024-01-01", "2026-03-01", "2026-06-01", "2027-06-01");

export const evidence: fc.Arbitrary<Evidence> = fc.oneof(
  fc.constant(minutes),
  fc.tuple(day, day).map(([reviewed, due]) => policy({ reviewed, "review-due": due })),
  fc.constantFrom(
    policy(),
    policy({ path: "policies/gone.md" }),
    policy({ path: "policies/blank.md" }),
    policy({ path: "policies/scan.pdf" }),
  ),
);

export const readings: EvidenceReadings = new Map([
  ["policies/safeguarding.md", present()],
  ["policies/blank.md", present({ blank: true })],
  ["policies/scan.pdf", present({ read: false })],
  ["policies/gone.md", { kind: "missing", what: "there is no such document" }],
]);

export const response: fc.Arbitrary<Response> = fc.record(
  {
    rating: fc.constantFrom(...ratings),
    reason: fc.constant("We run no secure accommodation"),
    evidence: fc.array(evidence, { maxLength: 2 }),
    assessed: day.map((on) => ({ on })),
    question: fc.constantFrom("5d41402a", "00000000"),
    moderated: fc.record({ rating: fc.constantFrom(...ratings), on: day }),
    "to-confirm": fc.constant("The question was widened."),
  },
  { requiredKeys: [] },
);

export const requirementIds = ["board-lead", "culture", "supervision", "__proto__", "constructor", "toString"] as const;

/** A checklist of two standards, some requirements of it for everyone, some for a few. */
export const anyChecklist: fc.Arbitrary<Checklist> = fc
  .tuple(
    fc.subarray([...requirementIds], { minLength: 1 }),
    fc.array(
      fc.tuple(fc.option(condition, { nil: null }), fc.constantFrom<Force>("must", "should", "local", "practice")),
      { minLength: 6, maxLength: 6 },
    ),
    fc.nat(6),
  )
  .map(([ids, kinds, cut]) => {
    const requirements = ids.map((id, index) =>
      requirement(id, { appliesWhen: kinds[index]?.[0] ?? null, force: kinds[index]?.[1] ?? "should" }),
    );
    return checklist([
      standard("leadership", ...requirements.slice(0, cut)),
      standard("people", ...requirements.slice(cut)),
    ]);
  });

export const responses: fc.Arbitrary<Audit["responses"]> = dictionary(requirementIds, response);
