import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diff, sharedRequirements } from "../../src/engine/diff.js";
import { relate } from "../../src/engine/relate.js";
import { type Checklist, type Lineage, type Requirement, requirementsOf } from "../../src/model/checklist.js";
import type { Change, ChangeKind } from "../../src/schema/diff.gen.js";
import { checklists, profile as shippedProfile } from "../data/shipped.js";
import { checklist, profile, requirement, standard } from "./fixtures.js";

const shipped = [...checklists.values()];
const anytown = { id: "anytown-2026", title: "Anytown return 2026" };

function editionOf(year: number, requirements: readonly Requirement[], over: Partial<Checklist> = {}): Checklist {
  return checklist([standard("leadership", ...requirements)], {
    id: `edition-${year}`,
    title: `Edition ${year}`,
    published: `${year}-01-01`,
    ...over,
  });
}

function lineage(from: string, change: Lineage["change"] = "unchanged", note: string | null = null): Lineage {
  return { requirement: from, change, edition: null, note };
}

/** The changes between two editions of one requirement each, the newer one carried on from the older. */
function changed(
  was: Partial<Requirement>,
  is: Partial<Requirement>,
  change: Lineage["change"] = "unchanged",
  note: string | null = null,
): readonly Change[] {
  const older = editionOf(2001, [requirement("policy", was)]);
  const newer = editionOf(2002, [requirement("policy", { from: [lineage("policy", change, note)], ...is })]);
  return diff(older, newer, [older, newer], profile).changes;
}

function only(changes: readonly Change[]): Change | undefined {
  expect(changes).toHaveLength(1);
  return changes[0];
}

describe("diff, by comparing", () => {
  it("what differs in nothing is unchanged, once", () => {
    expect(changed({}, {})).toEqual([
      { kind: "unchanged", requirement: "policy", title: "policy", part: null, before: null, after: null, note: null },
    ]);
  });

  it("white space is no change of words", () => {
    expect(only(changed({ question: "Is  it\nclear? " }, { question: "Is it clear?" }))?.kind).toBe("unchanged");
  });

  it("more to look for widens, and less narrows", () => {
    const { practice } = requirement("policy");
    const stricter = { practice: { ...practice, lookFor: [...practice.lookFor, "A test call", "A  rota"] } };
    expect(only(changed({}, stricter))).toEqual({
      kind: "widened",
      requirement: "policy",
      title: "policy",
      part: null,
      before: null,
      after: "To look for: A test call A  rota",
      note: null,
    });
    expect(only(changed(stricter, {}))).toMatchObject({
      kind: "narrowed",
      before: "To look for: A test call A  rota",
      after: null,
    });
    expect(
      only(changed({}, { practice: { ...practice, lookFor: practice.lookFor.map((one) => `${one} `) } }))?.kind,
    ).toBe("unchanged");
  });

  it("a shorter review widens, and a longer one narrows", () => {
    const { practice } = requirement("policy");
    const yearly = { practice: { ...practice, review: "P12M" } };
    const monthly = { practice: { ...practice, review: "P1M" } };
    const [long, short] = ["Evidence stands for 12 months.", "Evidence stands for 1 month."];
    expect(only(changed(yearly, monthly))).toMatchObject({ kind: "widened", before: long, after: short });
    expect(only(changed(monthly, yearly))).toMatchObject({ kind: "narrowed", before: short, after: long });
    expect(only(changed(yearly, { practice: { ...practice, review: "P1Y" } }))?.kind).toBe("unchanged");
  });

  it("other words for a rating are told", () => {
    const { practice } = requirement("policy");
    const ratings = { met: "All of it.", partlyMet: "Some.", notMet: "None." };
    expect(only(changed({}, { practice: { ...practice, ratings } }))).toMatchObject({
      kind: "reworded",
      part: null,
      after: "Met: All of it. Partly met: Some. Not met: None.",
    });
  });

  it("a requirement of another id has a practice note of its own, which is no change", () => {
    const { practice } = requirement("policy");
    const older = editionOf(2001, [requirement("policy")]);
    const renamed = requirement("rules", {
      title: "policy",
      from: [lineage("policy", "renamed")],
      practice: { ...practice, review: "P1D", lookFor: ["Another thing"] },
    });
    const newer = editionOf(2002, [renamed]);
    expect(diff(older, newer, [older, newer], profile).changes.map(({ kind }) => kind)).toEqual(["renamed"]);
  });

  it("a requirement that an overlay splits without end is told with the first twenty parts", () => {
    const older = editionOf(2001, [requirement("policy")]);
    const parts = Array.from({ length: 3000 }, (_, index) =>
      requirement(`part-${index}`, { overlay: anytown, from: [lineage("policy", "split")] }),
    );
    const newer = editionOf(2002, parts);
    const { changes } = diff(older, newer, [older, newer], profile);
    const splits = changes.filter(({ kind }) => kind === "split");
    expect(splits).toHaveLength(3000);
    expect(splits[0]?.after).toMatch(/^part-0, part-1, .*, part-19 and 2980 more$/u);
  });

  it("each part that differs is reworded, the note with the first", () => {
    const parts = changed(
      { question: "Old?", expectation: "Old.", points: [] },
      { question: "New?", expectation: "New.", points: ["One", "Two"] },
      "reworded",
      "Put more plainly.",
    );
    expect(parts.map(({ kind, part, before, after, note }) => [kind, part, before, after, note])).toEqual([
      ["reworded", "question", "Old?", "New?", "2002: Put more plainly."],
      ["reworded", "expectation", "Old.", "New.", null],
      ["reworded", "points", null, "One\nTwo", null],
    ]);
  });

  it("another title is renamed", () => {
    expect(only(changed({ title: "Policy" }, { title: "A policy" }))).toMatchObject({
      kind: "renamed",
      before: "Policy",
      after: "A policy",
    });
  });

  it("another force is told with what an overlay makes of it", () => {
    expect(only(changed({}, { localForce: "must" }))).toMatchObject({
      kind: "force",
      before: "should",
      after: "should, here must",
    });
    expect(only(changed({ force: "must" }, { force: "must", localForce: "should" }))?.kind).toBe("unchanged");
  });

  it("who is asked is told in the profile's words", () => {
    expect(only(changed({}, { appliesWhen: { "employs-staff": true } }))).toMatchObject({
      kind: "applicability",
      before: "every organisation",
      after: "employs staff: yes",
    });
  });

  it("the order of a condition is no change of who is asked", () => {
    const was = { sector: ["police", "faith"], all: [{ a: true }, { b: true }] };
    const is = { all: [{ b: true }, { a: true }], sector: ["faith", "police"] };
    expect(only(changed({ appliesWhen: was }, { appliesWhen: is }))?.kind).toBe("unchanged");
  });

  it("another place in the document is another reference; another title of the document is none", () => {
    const { reference } = requirement();
    expect(only(changed({}, { reference: { ...reference, paragraph: "4" } }))).toMatchObject({
      kind: "reference",
      before: "Edition 2001, chapter 2, paragraph 3 (not verified)",
      after: "Edition 2002, chapter 2, paragraph 4 (not verified)",
    });
    expect(only(changed({}, { reference: { ...reference, source: "elsewhere" } }))?.kind).toBe("unchanged");
  });

  it("the reference of a local requirement is to its overlay's document", () => {
    const { reference } = requirement();
    const before = editionOf(2001, [requirement("policy", { overlay: anytown })]);
    const after = editionOf(2001, [
      requirement("policy", { overlay: anytown, reference: { ...reference, paragraph: "4" } }),
    ]);
    expect(only(diff(before, after, [], profile).changes)?.after).toBe(
      "Anytown return 2026, chapter 2, paragraph 4 (not verified)",
    );
  });

  it("another standard is moved, with both titles", () => {
    const older = editionOf(2001, [requirement("policy")]);
    const newer = checklist([standard("people", requirement("policy", { from: [lineage("policy")] }))]);
    expect(only(diff(older, newer, [], profile).changes)).toMatchObject({
      kind: "moved",
      before: "leadership",
      after: "people",
    });
  });
});

describe("diff, by the lineage", () => {
  const kindsOf = (changes: readonly Change[]): readonly ChangeKind[] => changes.map(({ kind }) => kind);

  it.each(["widened", "narrowed", "moved", "split", "merged"] as const)("what is %s says so, and why", (kind) => {
    expect(only(changed({}, {}, kind, "So it is."))).toMatchObject({ kind, note: "2002: So it is." });
  });

  it("what the lineage calls reworded, and is not, is unchanged", () => {
    expect(only(changed({}, {}, "reworded", "Put more plainly."))?.kind).toBe("unchanged");
  });

  it("going back turns it round, and says of which edition", () => {
    const older = editionOf(2001, [requirement("policy")]);
    const newer = editionOf(2002, [requirement("policy", { from: [lineage("policy", "widened", "Adds trips.")] })]);
    expect(only(diff(newer, older, [older, newer], profile).changes)).toMatchObject({
      kind: "narrowed",
      note: "Back before 2002, which says: Adds trips.",
    });
  });

  it("what an overlay says bears its title; of one that is not known, its id", () => {
    const older = editionOf(2001, [requirement("rules", { overlay: anytown })]);
    const from = [lineage("rules", "widened", "Adds trips.")];
    const newer = (over: Partial<Checklist>) =>
      editionOf(2001, [requirement("rules", { overlay: anytown, from })], over);
    expect(only(diff(older, newer({ overlays: [anytown] }), [], profile).changes)?.note).toBe(
      "Anytown return 2026: Adds trips.",
    );
    expect(only(diff(older, newer({}), [], profile).changes)?.note).toBe("anytown-2026: Adds trips.");
  });

  it("another id is renamed, with the title it had", () => {
    const older = editionOf(2001, [requirement("commitment", { title: "Commitment" }), requirement("plan")]);
    const newer = editionOf(2002, [
      requirement("board-lead", { title: "Board lead", from: [lineage("commitment", "renamed", "A named leader.")] }),
      requirement("plans", { title: "plan", from: [lineage("plan", "renamed")] }),
    ]);
    expect(diff(older, newer, [], profile).changes).toMatchObject([
      {
        kind: "renamed",
        before: "commitment",
        after: "board-lead",
        note: 'It was called "Commitment". 2002: A named leader.',
      },
      { kind: "renamed", before: "plan", after: "plans", note: null },
    ]);
  });

  it("what is split names all parts; a part of its own is neither renamed nor reworded", () => {
    const older = editionOf(2001, [requirement("policy")]);
    const newer = editionOf(2002, [
      requirement("policy", { from: [lineage("policy", "narrowed")] }),
      requirement("support", { question: "Is support given?", from: [lineage("policy", "split")] }),
    ]);
    const { changes, shared } = diff(older, newer, [], profile);
    expect(changes.map(({ kind, requirement: id, before, after }) => [kind, id, before, after])).toEqual([
      ["narrowed", "policy", "policy", "policy"],
      ["split", "policy", "policy", "policy, support"],
      ["split", "support", "policy", "policy, support"],
    ]);
    expect(shared).toBe(0);
    const back = diff(newer, older, [], profile).changes;
    expect(back.map(({ kind, requirement: id, before, after }) => [kind, id, before, after])).toEqual([
      ["widened", "policy", "policy", "policy"],
      ["merged", "policy", "policy, support", "policy"],
    ]);
  });

  it("a part that the lineage calls renamed is renamed too", () => {
    const older = editionOf(2001, [requirement("policy")]);
    const newer = editionOf(2002, [
      requirement("policy", { from: [lineage("policy")] }),
      requirement("rules", { title: "policy", from: [lineage("policy", "renamed", "Now rules.")] }),
    ]);
    expect(kindsOf(diff(older, newer, [], profile).changes)).toEqual(["split", "renamed", "split"]);
  });

  it("two that become one under another id are merged, and compared with the first", () => {
    const older = editionOf(2001, [requirement("policy", { force: "must" }), requirement("procedure")]);
    const newer = editionOf(2002, [
      requirement("rules", { from: [lineage("policy", "merged"), lineage("procedure", "merged")] }),
    ]);
    expect(diff(older, newer, [], profile).changes).toMatchObject([
      { kind: "merged", before: "policy, procedure", after: "rules" },
      { kind: "force", before: "must", after: "should" },
    ]);
  });

  it("new and retired show the question; a note says where a part went", () => {
    const older = editionOf(2001, [requirement("plan", { question: "Is there a plan?" })]);
    const newer = editionOf(2002, [requirement("lead", { question: "Is there a lead?" })], {
      retired: [{ requirement: "plan", into: "lead", note: "Left the list." }],
    });
    expect(diff(older, newer, [], profile).changes).toMatchObject([
      { kind: "added", requirement: "lead", before: null, after: "Is there a lead?", note: null },
      {
        kind: "retired",
        requirement: "plan",
        before: "Is there a plan?",
        after: null,
        note: '2002: Left the list. A part of it went to "lead".',
      },
    ]);
  });

  it("what returns tells its history, from across the gap and from within it", () => {
    const back: Lineage = { requirement: "plan", change: "returned", edition: "edition-2001", note: "Returns." };
    const first = editionOf(2001, [requirement("plan", { question: "Was there?" })]);
    const second = editionOf(2002, [], { retired: [{ requirement: "plan", into: null, note: "Left." }] });
    const third = editionOf(2003, [requirement("plan", { question: "Is there?", from: [back] })]);
    const all = [first, second, third];
    expect(diff(first, third, all, profile).changes[0]).toMatchObject({
      kind: "returned",
      before: "Was there?",
      after: "Is there?",
      note: "2002: Left. Edition 2002 did not ask it. 2003: Returns.",
    });
    expect(only(diff(second, third, all, profile).changes)).toMatchObject({
      kind: "returned",
      before: null,
      after: "Is there?",
      note: "It stood in Edition 2001. Edition 2002 did not ask it. 2003: Returns.",
    });
    expect(only(diff(third, second, all, profile).changes)?.kind).toBe("retired");
    expect(diff(first, third, all, profile).shared).toBe(0);
  });

  it("what returns over no edition that is known says only that", () => {
    const back: Lineage = { requirement: "plan", change: "returned", edition: "edition-1990", note: null };
    const older = editionOf(2001, []);
    const newer = editionOf(2002, [requirement("plan", { from: [back] })]);
    expect(only(diff(older, newer, [older, newer], profile).changes)).toMatchObject({ kind: "returned", note: null });
  });
});

describe("diff names its two sides", () => {
  it("with their overlays, and counts what scores compare over", () => {
    const plain = editionOf(2001, [requirement("policy"), requirement("plan")]);
    const { from, to, shared } = diff(plain, { ...plain, overlays: [anytown] }, [], profile);
    expect(from).toEqual({ id: "edition-2001", title: "Edition 2001", published: "2001-01-01", overlays: [] });
    expect(to.overlays).toEqual(["anytown-2026"]);
    expect(shared).toBe(2);
  });
});

describe("laws of diff", () => {
  const pairs = shipped.flatMap((a) => shipped.map((b) => [a.id, b.id, a, b] as const));
  const ids = ["a", "b", "c", "d"] as const;
  const changes: readonly Lineage["change"][] = [
    "unchanged",
    "widened",
    "narrowed",
    "split",
    "merged",
    "renamed",
    "returned",
  ];
  const item = (year: number): fc.Arbitrary<Lineage> =>
    fc.record({
      requirement: fc.constantFrom(...ids),
      change: fc.constantFrom(...changes),
      edition: fc.constant(`edition-${year - 2}`),
      note: fc.constantFrom(null, "So."),
    });
  const anyEdition = (year: number): fc.Arbitrary<Checklist> =>
    fc
      .tuple(
        fc.subarray([...ids]),
        fc.array(fc.tuple(fc.array(item(year), { maxLength: 3 }), fc.boolean()), { minLength: 4, maxLength: 4 }),
      )
      .map(([chosen, kinds]) =>
        editionOf(
          year,
          chosen.map((id, at) =>
            requirement(id, { from: kinds[at]?.[0] ?? [], overlay: kinds[at]?.[1] === true ? anytown : null }),
          ),
        ),
      );
  const history = fc.tuple(...[2001, 2002, 2003, 2004].map(anyEdition));

  function holds(from: Checklist, to: Checklist, editions: readonly Checklist[]): void {
    const there = diff(from, to, editions, shippedProfile);
    const back = diff(to, from, editions, shippedProfile);
    const of = (found: readonly Change[], ...kinds: readonly ChangeKind[]) =>
      found
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ requirement: id }) => id)
        .toSorted();
    const came = (found: readonly Change[]) =>
      of(
        found.filter(({ before }) => before === null),
        "added",
        "returned",
      );
    expect(came(there.changes)).toEqual(of(back.changes, "retired"));
    expect(came(back.changes)).toEqual(of(there.changes, "retired"));
    const isSplit = there.changes.some(({ kind, after }) => kind === "split" && after?.includes(",") === true);
    const isMerged = back.changes.some(({ kind, before }) => kind === "merged" && before?.includes(",") === true);
    expect(isMerged || !isSplit).toBe(true);
    expect(there.shared).toBe(back.shared);
    const told = new Set(there.changes.map(({ requirement: id }) => id));
    for (const { id } of requirementsOf(to)) expect(told).toContain(id);
    const links = relate(from, to, editions);
    const gone = new Set(of(there.changes, "retired"));
    for (const { id } of requirementsOf(from))
      expect(gone.has(id) || links.some(({ before, after }) => before?.requirement.id === id && after !== null)).toBe(
        true,
      );
  }

  it.each(pairs)("%s and %s: every requirement is told, and the way back mirrors the way there", (_a, _b, a, b) => {
    holds(a, b, shipped);
  });

  it("every requirement is told, and the way back mirrors the way there, over any lineage", () => {
    fc.assert(
      fc.property(history, fc.nat(3), fc.nat(3), (editions, a, b) => {
        const [from, to] = [editions[a], editions[b]];
        if (from !== undefined && to !== undefined) holds(from, to, editions);
      }),
    );
  });

  it.each(shipped.map((one) => [one.id, one] as const))("%s and itself: nothing but unchanged", (_id, one) => {
    const { changes: found, shared } = diff(one, one, shipped, shippedProfile);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["unchanged"]));
    expect(found).toHaveLength(requirementsOf(one).length);
    expect(shared).toBe(requirementsOf(one).length);
  });

  it("any checklist and itself: nothing but unchanged", () => {
    fc.assert(
      fc.property(history, fc.nat(3), (editions, at) => {
        const one = editions[at];
        if (one === undefined) return;
        expect(diff(one, one, editions, profile).changes.every(({ kind }) => kind === "unchanged")).toBe(true);
      }),
    );
  });

  it("no requirement is shared twice", () => {
    fc.assert(
      fc.property(history, (editions) => {
        const pairsOf = sharedRequirements(
          relate(editions[0] ?? editionOf(2001, []), editions[3] ?? editionOf(2004, []), editions),
        );
        expect(new Set(pairsOf.map(({ before }) => before)).size).toBe(pairsOf.length);
        expect(new Set(pairsOf.map(({ after }) => after)).size).toBe(pairsOf.length);
      }),
    );
  });
});
