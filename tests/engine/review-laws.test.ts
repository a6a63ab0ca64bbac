import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildReport } from "../../src/engine/report.js";
import { lookAgain, type Review, startReview } from "../../src/engine/review.js";
import { type Audit, isOpen, type Response } from "../../src/model/audit.js";
import { type Checklist, requirementsOf } from "../../src/model/checklist.js";
import type { EvidenceReading } from "../../src/model/evidence.js";
import { usualGate } from "../../src/model/gate.js";
import { nextPeriod } from "../../src/model/period.js";
import { checklists, profile } from "../data/shipped.js";
import { anyResponses, carry } from "./carry-fixture.js";
import { anyLineage } from "./lineage-fixture.js";

const shipped = [...checklists.values()];
const facts = { sector: ["voluntary-or-private", "police"], "employs-staff": true, charity: true };
const period = { from: "2026-01-01", to: "2026-12-31" };

/** An audit of the Riverside Youth Project, and the edition that comes next. */
interface World {
  readonly editions: readonly Checklist[];
  readonly audit: Audit;
  readonly from: Checklist;
  readonly to: Checklist;
}

function worldsOf(editions: fc.Arbitrary<readonly Checklist[]>): fc.Arbitrary<World> {
  return editions.chain((all) =>
    fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all)).chain(([from, to]) =>
      anyResponses(from).map((responses) => ({
        editions: all,
        from,
        to,
        audit: {
          schema: "audit/1" as const,
          checklist: from.id,
          organisation: { name: "Riverside Youth Project", facts },
          period,
          responses,
          "sign-off": [{ role: "Chair of trustees", on: "2026-11-20" }],
        },
        // What went wrong is to be read, and not all checklists.
        [fc.toStringMethod]: () => JSON.stringify({ from: from.id, to: to.id, responses }),
      })),
    ),
  );
}

function next({ audit, editions }: World, to: Checklist): Review {
  const carried = carry(audit, { checklist: to, profile }, { editions, profile });
  return startReview({
    before: audit,
    carried,
    to: { checklist: to, profile },
    period: nextPeriod(audit.period),
    sha256: "0".repeat(64),
  });
}

/** Everything that was said in an audit and stays said, wherever it stands; each as a text. */
function saidIn(audit: Audit): ReadonlySet<string> {
  const responses = [...Object.values(audit.responses), ...(audit.archive ?? []).map(({ response }) => response)];
  const actions = [
    ...responses.flatMap((response) => response.actions ?? []),
    ...(audit["archived-actions"] ?? []).map(({ action }) => action),
  ];
  return new Set([
    ...responses.flatMap((response) => [
      ...(response.rating === undefined ? [] : [`rating ${response.rating}`]),
      ...(response.evidence ?? []).map((item) => `evidence ${JSON.stringify(item)}`),
      ...(response.note ?? "").split("\n").map((line) => `note ${line}`),
      ...(response.reason ?? "").split("\n").map((line) => `reason ${line}`),
      ...(response["to-confirm"]?.split("\n") ?? []).map((line) => `to-confirm ${line}`),
    ]),
    ...actions.map((item) => `action ${JSON.stringify(item)}`),
  ]);
}

const documents = new Map<string, EvidenceReading>([
  ["policies/safeguarding.md", { kind: "present", read: true, blank: false, sha256: "a".repeat(64) }],
]);

function reportOn(audit: Audit, checklist: Checklist) {
  return buildReport({
    audit,
    checklist,
    profile,
    readings: documents,
    today: "2026-06-01",
    maxAge: "P3Y",
    gate: usualGate,
    version: "0.0.0",
    digest: () => "",
    scale: null,
    locate: () => null,
  });
}

const kinds = [
  { name: "of the shipped editions", editions: fc.constant(shipped) },
  { name: "of generated editions", editions: anyLineage },
] as const;

describe.each(kinds)("the next audit $name", ({ editions }) => {
  test("loses no rating, note, reason, evidence or action, open or closed", () => {
    fc.assert(
      fc.property(worldsOf(editions), (world) => {
        const now = saidIn(next(world, world.to).audit);
        expect([...saidIn(world.audit)].filter((said) => !now.has(said))).toEqual([]);
      }),
    );
  });

  test("has nothing that is assured before it is confirmed", () => {
    fc.assert(
      fc.property(worldsOf(editions), (world) => {
        const { audit, carry: told } = next(world, world.to);
        const { standards } = reportOn(audit, world.to);
        expect(
          standards.flatMap(({ requirements }) => requirements).filter(({ assurance }) => assurance !== "none"),
        ).toEqual([]);
        expect(told.carried).toEqual([]);
        const rated = requirementsOf(world.to).filter(({ id }) => audit.responses[id]?.rating !== undefined);
        expect(told.toConfirm).toEqual(rated.map(({ id }) => id));
      }),
    );
  });

  test("has the declared score of the one before when all is confirmed and the edition is the same", () => {
    fc.assert(
      fc.property(worldsOf(editions), (world) => {
        const { audit } = next(world, world.from);
        const confirmed = Object.entries(audit.responses).map(([id, response]): [string, Response] => {
          const { "to-confirm": _why, ...rest } = response;
          return [id, rest];
        });
        const { summary } = reportOn({ ...audit, responses: Object.fromEntries(confirmed) }, world.from);
        const before = reportOn(world.audit, world.from).summary;
        expect([summary.declared, summary.ratings]).toEqual([before.declared, before.ratings]);
      }),
    );
  });

  test("has only open actions beside its answers, and neither a moderation nor a sign-off", () => {
    fc.assert(
      fc.property(worldsOf(editions), (world) => {
        const { audit } = next(world, world.to);
        const responses = Object.values(audit.responses);
        expect(responses.flatMap(({ actions = [] }) => actions).filter((action) => !isOpen(action))).toEqual([]);
        expect(responses.filter(({ moderated }) => moderated !== undefined)).toEqual([]);
        expect("sign-off" in audit).toBe(false);
      }),
    );
  });

  test("tells of the evidence of every answer that comes forward, once", () => {
    fc.assert(
      fc.property(worldsOf(editions), (world) => {
        const review = next(world, world.to);
        const looks = lookAgain(review, world.to, documents, "2026-06-01");
        expect(looks.map(({ requirement }) => requirement)).toEqual(review.carry.toConfirm);
        expect(looks.filter(({ state, reasons }) => (state === "needs-a-look") !== reasons.length > 0)).toEqual([]);
      }),
    );
  });
});
