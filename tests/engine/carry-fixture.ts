import * as fc from "fast-check";
import { type Carried, carryOver } from "../../src/engine/carry.js";
import type { Action, Audit, Evidence, Rating, Response } from "../../src/model/audit.js";
import { type Checklist, requirementsOf } from "../../src/model/checklist.js";
import type { Composed } from "../../src/model/overlay.js";
import type { Profile } from "../../src/model/profile.js";

/** The day on which the Riverside Youth Project carries its answers over. */
export const today = "2026-06-01";

export interface CarryOptions {
  readonly profile: Profile;
  /** All that are known. */
  readonly editions: readonly Checklist[];
  /** The checklist and profile that are left, where an overlay makes them another than the edition's. */
  readonly from?: Composed;
  readonly overlays?: readonly string[];
  readonly on?: string;
}

/** The audit carried to another checklist. */
export function carry(audit: Audit, to: Composed, { editions, profile, ...options }: CarryOptions): Carried {
  const from = options.from ?? { checklist: editionOf(editions, audit.checklist), profile };
  return carryOver({
    audit,
    from,
    to,
    overlays: options.overlays ?? audit.overlays ?? [],
    editions,
    today: options.on ?? today,
  });
}

export function editionOf(editions: readonly Checklist[], id: string): Checklist {
  const found = editions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no edition ${id}`);
  return found;
}

const ratings: readonly Rating[] = ["met", "partly-met", "not-met", "not-applicable"];
const day = fc.constantFrom("2024-01-01", "2026-03-01", "2026-06-01");
const text = fc.constantFrom("Minuted by the trustees", "Written down\nand known", "See the policy: #1 'quoted'");

const evidence: fc.Arbitrary<Evidence> = fc.oneof(
  fc.record({ title: text, path: fc.constantFrom("policies/safeguarding.md", "policies/gone.md"), reviewed: day }),
  fc.record({ title: text, location: text }),
);

const action = fc.record(
  { what: text, owner: text, due: day, status: fc.constantFrom("open", "in-progress", "done", "cancelled") },
  { requiredKeys: ["what", "status"] },
);

/** An answer without ids of actions, and without the digest of what was asked. */
const answer = fc.record(
  {
    rating: fc.constantFrom(...ratings),
    reason: text,
    evidence: fc.array(evidence, { maxLength: 2 }),
    note: text,
    actions: fc.array(action, { maxLength: 2 }),
    assessed: fc.record({ on: day }),
    moderated: fc.record({ rating: fc.constantFrom(...ratings), on: day }),
    "to-confirm": fc.constantFrom("The answer was begun and not finished.", "One line\nand another"),
  },
  { requiredKeys: [] },
);

/** Answers to some requirements of a checklist, given for its wording; ids of actions begin with the prefix. */
export function anyResponses(checklist: Checklist, prefix = "A"): fc.Arbitrary<{ readonly [id: string]: Response }> {
  const requirements = requirementsOf(checklist);
  return fc
    .array(fc.option(answer, { nil: null }), { minLength: requirements.length, maxLength: requirements.length })
    .map((answers) => {
      let count = 0;
      return Object.fromEntries(
        requirements.flatMap(({ id, digest }, index) => {
          const given = answers[index] ?? null;
          if (given === null) return [];
          const { actions, ...rest } = given.rating === "met" ? { ...given, scores: { "zero-to-three": 3 } } : given;
          const numbered = actions?.map((one): Action => ({ id: `${prefix}${(count += 1)}`, ...one }));
          const question = rest.rating === undefined ? {} : { question: digest };
          return [[id, { ...rest, ...(numbered === undefined ? {} : { actions: numbered }), ...question }]];
        }),
      );
    });
}
