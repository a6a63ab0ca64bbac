import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Carried } from "../../src/engine/carry.js";
import { groupsOf } from "../../src/engine/carry-group.js";
import { buildReport } from "../../src/engine/report.js";
import { parseAudit } from "../../src/files/audit-file.js";
import { newAuditText } from "../../src/files/new-audit.js";
import type { Audit } from "../../src/model/audit.js";
import { type Checklist, requirementsOf } from "../../src/model/checklist.js";
import { usualGate } from "../../src/model/gate.js";
import { checklists, profile } from "../data/shipped.js";
import { anyResponses, carry, today } from "./carry-fixture.js";
import { anyLineage } from "./lineage-fixture.js";

const shipped = [...checklists.values()];
const facts = { sector: ["voluntary-or-private", "police"], "employs-staff": true, charity: true };

function auditOf(checklist: Checklist, responses: Audit["responses"], over: Partial<Audit> = {}): Audit {
  return {
    schema: "audit/1",
    checklist: checklist.id,
    organisation: { name: "Riverside Youth Project", facts },
    period: { from: "2026-01-01", to: "2026-12-31" },
    responses,
    ...over,
  };
}

/** Editions, answers to the first of some of them, and what an archive kept from another. */
interface World {
  readonly editions: readonly Checklist[];
  readonly way: readonly Checklist[];
  readonly audit: Audit;
}

function worldsOf(editions: fc.Arbitrary<readonly Checklist[]>, steps: number): fc.Arbitrary<World> {
  return editions.chain((all) =>
    fc.array(fc.constantFrom(...all), { minLength: steps, maxLength: steps }).chain((way) =>
      anyResponses(way[0] as Checklist).map((responses) => ({
        editions: all,
        way,
        audit: auditOf(way[0] as Checklist, responses),
        // What went wrong is to be read, and not four checklists.
        [fc.toStringMethod]: () =>
          JSON.stringify({ editions: all.map(outline), way: way.map(({ id }) => id), responses }),
      })),
    ),
  );
}

function outline(checklist: Checklist) {
  const asked = requirementsOf(checklist).map(({ id, from, digest }) =>
    [id, digest, ...from.map((one) => `${one.change} ${one.requirement}`)].join(" "),
  );
  return shipped.includes(checklist) ? checklist.id : [checklist.id, ...asked];
}

const kinds = [
  { name: "the shipped editions", editions: fc.constant(shipped) },
  { name: "generated editions", editions: anyLineage },
] as const;

function go(world: World, ...to: readonly (Checklist | undefined)[]): Carried {
  let last: Carried | null = null;
  let { audit } = world;
  for (const checklist of to) {
    last = carry(audit, { checklist: checklist as Checklist, profile }, { editions: world.editions, profile });
    audit = last.audit;
  }
  return last as Carried;
}

/** Everything that was said in an audit, live or archived, each as a text. */
function saidIn(audit: Audit): ReadonlySet<string> {
  const responses = [...Object.values(audit.responses), ...(audit.archive ?? []).map(({ response }) => response)];
  return new Set([
    ...responses.flatMap((response) => [
      ...(response.rating === undefined ? [] : [`rating ${response.rating}`]),
      ...(response.evidence ?? []).map((item) => `evidence ${JSON.stringify(item)}`),
      ...(response.note ?? "").split("\n").map((line) => `note ${line}`),
      ...(response.reason ?? "").split("\n").map((line) => `reason ${line}`),
      ...(response["to-confirm"]?.split("\n") ?? []).map((line) => `to-confirm ${line}`),
      ...(response.actions ?? []).map((item) => `action ${JSON.stringify(item)}`),
      ...Object.entries(response.scores ?? {}).map((score) => `score ${JSON.stringify(score)}`),
      ...(response.moderated === undefined ? [] : [`moderated ${JSON.stringify(response.moderated)}`]),
      ...(response.assessed === undefined ? [] : [`assessed ${JSON.stringify(response.assessed)}`]),
    ]),
    ...Object.entries({ ...audit["archived-facts"], ...audit.organisation.facts }).map((fact) => JSON.stringify(fact)),
  ]);
}

describe.each(kinds)("carrying answers between $name", ({ editions }) => {
  test("along an empty diff is the identity", () => {
    fc.assert(
      fc.property(worldsOf(editions, 1), (world) => {
        expect(go(world, world.way[0]).audit).toEqual(world.audit);
      }),
    );
  });

  test("there and back is the identity", () => {
    fc.assert(
      fc.property(worldsOf(editions, 2), (world) => {
        expect(go(world, world.way[1], world.way[0]).audit).toEqual(world.audit);
      }),
      { numRuns: 150 },
    );
  });

  test("there, on, and back the same way is the identity", () => {
    fc.assert(
      fc.property(worldsOf(editions, 3), (world) => {
        const [a, b, c] = world.way;
        expect(go(world, b, c, b, a).audit).toEqual(world.audit);
      }),
      { numRuns: 150 },
    );
  });

  test("by a third edition keeps at least what the straight way keeps", () => {
    fc.assert(
      fc.property(worldsOf(editions, 3), (world) => {
        const [a, b, c] = world.way as readonly [Checklist, Checklist, Checklist];
        const { after: groups } = groupsOf(a, c, world.editions);
        // Where an answer was split on the way, a part of it that left meanwhile need not come back.
        const keptBy = ({ carry: kept }: Carried) =>
          new Set(
            [...kept.carried, ...kept.toConfirm].flatMap((id) => groups.get(id)?.before.map((one) => one.id) ?? []),
          );
        const detour = go(world, b, c);
        // What left on the way and would be merged with what was left open there stays in the archive.
        const put =
          world.editions === shipped ? [] : (detour.audit.archive ?? []).map(({ requirement }) => requirement);
        const mates = put.flatMap((id) =>
          [...groups.values()].flatMap(({ before }) => (before.some((one) => one.id === id) ? before : [])),
        );
        const kept = [...keptBy(detour), ...mates.map(({ id }) => id)];
        expect(kept).toEqual(expect.arrayContaining([...keptBy(go(world, c))]));
      }),
      { numRuns: 150 },
    );
  });

  test("loses nothing that was said", () => {
    fc.assert(
      fc.property(worldsOf(editions, 4), (world) => {
        const [, b, c, d] = world.way;
        const after = saidIn(go(world, b, c, d).audit);
        expect([...saidIn(world.audit)].filter((said) => !after.has(said))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("makes an audit that can be read again", async () => {
    await fc.assert(
      fc.asyncProperty(worldsOf(editions, 3), async (world) => {
        const [, b, c] = world.way;
        const { audit } = go(world, b, c);
        const read = await parseAudit(newAuditText(audit), "audit.yaml");
        expect(read.audit).toEqual(audit);
      }),
      { numRuns: 40 },
    );
  });

  test("names every requirement of the new checklist once at most, and scores nothing that left", () => {
    fc.assert(
      fc.property(worldsOf(editions, 2), (world) => {
        const to = world.way[1] as Checklist;
        const { audit, carry: told } = go(world, to);
        const ids = new Set(requirementsOf(to).map(({ id }) => id));
        const named = [...told.carried, ...told.toConfirm, ...told.added];
        expect(new Set(named).size).toBe(named.length);
        expect(Object.keys(audit.responses).filter((id) => !ids.has(id))).toEqual([]);
        const { archive: _archive, ...without } = audit;
        expect(summaryOf(audit, to)).toEqual(summaryOf(without, to));
      }),
    );
  });
});

function summaryOf(audit: Audit, checklist: Checklist) {
  return buildReport({
    audit,
    checklist,
    profile,
    scale: null,
    digest: (text) => text,
    readings: new Map(),
    today,
    maxAge: "P12M",
    gate: usualGate,
    version: "0.0.0",
    locate: () => null,
  }).summary;
}
