import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharedRequirements } from "../../src/engine/diff.js";
import { relate } from "../../src/engine/relate.js";
import { type Checklist, type Lineage, type Requirement, requirementsOf } from "../../src/model/checklist.js";
import type { Link } from "../../src/model/lineage.js";
import { checklists, edition } from "../data/shipped.js";
import { checklist, requirement, standard } from "./fixtures.js";

const shipped = [...checklists.values()];
const anytown = { id: "anytown-2026", title: "Anytown" };

/** An edition of one standard that was published at the beginning of a year. */
function editionOf(year: number, requirements: readonly Requirement[], over: Partial<Checklist> = {}): Checklist {
  const published = `${year}-01-01`;
  return checklist([standard("leadership", ...requirements)], {
    id: `edition-${year}`,
    title: `Edition ${year}`,
    published,
    ...over,
  });
}

function lineage(from: string, change: Lineage["change"] = "unchanged", over: Partial<Lineage> = {}): Lineage {
  return { requirement: from, change, edition: null, note: null, ...over };
}

function asked(id: string, ...from: readonly Lineage[]): Requirement {
  return requirement(id, { from });
}

function local(id: string, ...from: readonly Lineage[]): Requirement {
  return requirement(id, { overlay: anytown, from });
}

/** before > after: changes, for each link. */
function sketch(links: readonly Link[]): readonly string[] {
  return links.map(({ before, after, steps, gap }) => {
    const ids = `${before?.requirement.id ?? "-"} > ${after?.requirement.id ?? "-"}`;
    const changes = steps.map(({ change }) => change);
    return [ids, ...changes, ...gap.map((id) => `(${id})`)].join(" ");
  });
}

function shippedLink(from: string, to: string, id: string): Link | undefined {
  return relate(edition(from), edition(to), shipped).find(
    ({ before, after }) => (after ?? before)?.requirement.id === id,
  );
}

describe("relate, over the shipped editions", () => {
  it("whistleblowing left in 2013 and is linked across the gap from 2006 to 2018", () => {
    const link = shippedLink("2006", "2018", "whistleblowing");
    expect(link?.before?.requirement.id).toBe("whistleblowing");
    expect(link?.before?.standard.id).toBe("culture");
    expect(link?.steps.map(({ checklist: by, change }) => [by, change])).toEqual([
      ["working-together-2018", "returned"],
    ]);
    expect(link?.gap).toEqual(["working-together-2013"]);
    expect(link?.note).toBe(
      "2013: Left the list. What stayed is that staff should feel able to raise concerns. " +
        'A part of it went to "Competent staff who can raise concerns".',
    );
  });

  it.each(["2023", "2026"])("the gap is known as far away as %s", (year) => {
    expect(shippedLink("2006", year, "whistleblowing")?.gap).toEqual(["working-together-2013"]);
    expect(shippedLink(year, "2006", "whistleblowing")?.gap).toEqual(["working-together-2013"]);
  });

  it.each(["2018", "2023", "2026"])(
    "from 2013 to %s it comes from nothing, and the note says where it stood",
    (year) => {
      const link = shippedLink("2013", year, "whistleblowing");
      expect(link?.before).toBeNull();
      expect(link?.steps.map(({ change }) => change)).toEqual(["returned"]);
      expect(link?.note).toBe("It stood in Working Together to Safeguard Children 2006.");
    },
  );

  it("what retired goes nowhere, with what the edition says of it", () => {
    const link = shippedLink("2006", "2023", "strategic-priorities");
    expect(link?.after).toBeNull();
    expect(link?.steps).toEqual([]);
    expect(link?.note).toBe("2013: Left the list. Priorities in strategy documents are no longer asked for.");
  });

  it("steps are met in the order of the way, and the other way round when going back", () => {
    const steps = (from: string, to: string) =>
      shippedLink(from, to, "allegations-policy")?.steps.map(({ checklist: by, change }) => `${by} ${change}`);
    expect(steps("2006", "2023")).toEqual([
      "working-together-2013 widened",
      "working-together-2018 widened",
      "working-together-2023 narrowed",
    ]);
    expect(steps("2023", "2006")).toEqual([
      "working-together-2023 widened",
      "working-together-2018 narrowed",
      "working-together-2013 narrowed",
    ]);
  });

  it("one that was split stands in a link for each part; going back they are merged", () => {
    const of = (from: string, to: string) =>
      sketch(relate(edition(from), edition(to), shipped)).filter((line) => line.includes("allegations-policy"));
    expect(of("2018", "2023")).toEqual([
      "allegations-policy > allegations-policy narrowed",
      "allegations-policy > allegation-support split",
    ]);
    expect(of("2023", "2018")).toEqual([
      "allegations-policy > allegations-policy widened",
      "allegation-support > allegations-policy merged",
    ]);
  });
});

describe("relate, over editions", () => {
  it("what two editions make one is linked to both", () => {
    const older = editionOf(2001, [asked("policy"), asked("procedure")]);
    const newer = editionOf(2002, [asked("policy", lineage("policy", "merged"), lineage("procedure", "merged"))]);
    expect(sketch(relate(older, newer, [older, newer]))).toEqual([
      "policy > policy merged",
      "procedure > policy merged",
    ]);
    expect(sketch(relate(newer, older, [older, newer]))).toEqual(["policy > policy split", "policy > procedure split"]);
  });

  it("what is split and merged again is one link with both steps", () => {
    const first = editionOf(2001, [asked("policy")]);
    const second = editionOf(2002, [
      asked("policy", lineage("policy", "narrowed")),
      asked("support", lineage("policy", "split")),
    ]);
    const third = editionOf(2003, [asked("policy", lineage("policy", "merged"), lineage("support", "merged"))]);
    expect(sketch(relate(first, third, [third, second, first]))).toEqual(["policy > policy narrowed merged split"]);
  });

  it("what is new on the way has no beginning, and none is made up by what it is merged into", () => {
    const first = editionOf(2001, [asked("policy")]);
    const second = editionOf(2002, [asked("policy", lineage("policy")), asked("lead"), asked("deputy")]);
    const third = editionOf(2003, [
      asked("policy", lineage("policy", "merged"), lineage("lead", "merged")),
      asked("deputy", lineage("deputy", "widened")),
    ]);
    expect(sketch(relate(first, third, [first, second, third]))).toEqual([
      "policy > policy merged",
      "- > deputy widened",
    ]);
  });

  it("a part that leaves on the way leaves its other part linked; when all leave, each says why", () => {
    const first = editionOf(2001, [asked("policy"), asked("plan")]);
    const second = editionOf(2002, [
      asked("policy", lineage("policy")),
      asked("support", lineage("policy", "split")),
      asked("plan-a", lineage("plan", "split")),
      asked("plan-b", lineage("plan", "split")),
    ]);
    const third = editionOf(2003, [asked("policy", lineage("policy"))], {
      retired: [
        { requirement: "support", into: null, note: "No longer asked." },
        { requirement: "plan-a", into: "policy", note: "Left." },
        { requirement: "plan-b", into: null, note: "Left too." },
      ],
    });
    const links = relate(first, third, [first, second, third]);
    expect(sketch(links)).toEqual(["policy > policy", "plan > -"]);
    expect(links[1]?.note).toBe('2003: Left. A part of it went to "policy". 2003: Left too.');
  });

  it("an id that is used again without lineage is no link", () => {
    const older = editionOf(2001, [asked("policy")]);
    const newer = editionOf(2002, [asked("policy")]);
    expect(sketch(relate(older, newer, []))).toEqual(["- > policy", "policy > -"]);
  });

  it("what returns from an edition that nobody knows comes from nothing", () => {
    const older = editionOf(2001, [asked("policy")]);
    const newer = editionOf(2002, [asked("policy", lineage("policy", "returned", { edition: "edition-1990" }))]);
    const [link] = relate(older, newer, [older, newer]);
    expect(link).toMatchObject({ before: null, gap: [], note: null });
  });

  it("what returns under another id, and twice, has both gaps", () => {
    const years = [
      editionOf(2001, [asked("policy")]),
      editionOf(2002, []),
      editionOf(2003, [asked("rules", lineage("policy", "returned", { edition: "edition-2001" }))]),
      editionOf(2004, []),
      editionOf(2005, [asked("rules", lineage("rules", "returned", { edition: "edition-2003" }))]),
    ] as const;
    expect(sketch(relate(years[0], years[4], years))).toEqual([
      "policy > rules returned returned (edition-2002) (edition-2004)",
    ]);
    expect(sketch(relate(years[4], years[0], years))).toEqual([
      "rules > policy returned returned (edition-2002) (edition-2004)",
    ]);
  });

  it("what returns from an edition in which it did not stand comes from nothing", () => {
    const older = editionOf(2001, []);
    const newer = editionOf(2002, [asked("policy", lineage("policy", "returned", { edition: "edition-2001" }))]);
    expect(sketch(relate(older, newer, [older, newer]))).toEqual(["- > policy"]);
  });

  it("an edition and itself are linked by id, whatever its lineage says", () => {
    const only = editionOf(2002, [asked("policy", lineage("rules", "widened")), asked("rules")]);
    expect(sketch(relate(only, only, [only]))).toEqual(["policy > policy", "rules > rules"]);
  });
});

describe("relate, over overlays", () => {
  const overlaid = (requirements: readonly Requirement[], year = 2001) => editionOf(year, requirements);

  it("local requirements are linked by id, from edition to edition too", () => {
    const older = overlaid([asked("policy"), local("club-rules")]);
    const newer = overlaid([asked("policy", lineage("policy", "widened")), local("club-rules")], 2002);
    expect(sketch(relate(older, newer, []))).toEqual(["policy > policy widened", "club-rules > club-rules"]);
    expect(sketch(relate(newer, older, []))).toEqual(["policy > policy narrowed", "club-rules > club-rules"]);
  });

  it("one that names others is linked to those, both ways", () => {
    const older = overlaid([local("club-rules"), local("trips")]);
    const newer = overlaid([
      local("rules", lineage("club-rules", "renamed", { note: "Not only for clubs." })),
      local("trips", lineage("trips", "widened")),
      local("day-trips", lineage("trips", "split")),
    ]);
    expect(sketch(relate(older, newer, []))).toEqual([
      "club-rules > rules renamed",
      "trips > trips widened",
      "trips > day-trips split",
    ]);
    expect(relate(older, newer, [])[0]?.steps).toEqual([
      { checklist: "anytown-2026", change: "renamed", note: "Not only for clubs." },
    ]);
    expect(sketch(relate(newer, older, []))).toEqual([
      "rules > club-rules renamed",
      "trips > trips narrowed",
      "day-trips > trips merged",
    ]);
  });

  it("the same overlay over two editions is linked by id, whatever it names", () => {
    const both = [local("rules", lineage("club-rules", "renamed")), local("club-rules")];
    expect(sketch(relate(overlaid(both), overlaid(both, 2002), []))).toEqual([
      "rules > rules",
      "club-rules > club-rules",
    ]);
  });

  it("one that names what is not there is linked by id", () => {
    const older = overlaid([local("rules")]);
    const newer = overlaid([local("rules", lineage("club-rules", "renamed"))]);
    expect(sketch(relate(older, newer, []))).toEqual(["rules > rules"]);
  });

  it("what one side alone asks has no counterpart", () => {
    const older = overlaid([asked("policy"), local("club-rules")]);
    const newer = overlaid([asked("policy"), local("trips")]);
    expect(sketch(relate(older, newer, []))).toEqual(["policy > policy", "- > trips", "club-rules > -"]);
  });

  it("what an edition carries on itself no overlay splits, widens or takes away, whatever it claims to come from", () => {
    const older = overlaid([asked("policy"), asked("plan")]);
    const newer = overlaid(
      [
        asked("policy", lineage("policy")),
        asked("scheme", lineage("plan", "renamed")),
        local("our-policy", lineage("policy", "split")),
        local("plan", lineage("plan", "widened")),
      ],
      2002,
    );
    const there = ["policy > policy", "plan > scheme renamed", "- > our-policy", "- > plan"];
    expect(sketch(relate(older, newer, []))).toEqual(there);
    expect(sharedRequirements(relate(older, newer, []))).toHaveLength(2);
    const back = ["policy > policy", "scheme > plan renamed", "our-policy > -", "plan > -"];
    expect(sketch(relate(newer, older, []))).toEqual(back);
    const same = overlaid([asked("policy"), local("our-policy", lineage("policy", "split"))]);
    expect(sketch(relate(overlaid([asked("policy")]), same, []))).toEqual(["policy > policy", "- > our-policy"]);
    expect(sketch(relate(same, overlaid([asked("policy")]), []))).toEqual(["policy > policy", "our-policy > -"]);
  });

  it("an arrangement that an edition takes over from an overlay, or leaves to one, is the same", () => {
    const older = overlaid([asked("plan"), local("escalation")]);
    const newer = overlaid([asked("escalation"), local("our-plan", lineage("plan", "unchanged"))], 2002);
    expect(sketch(relate(older, newer, []))).toEqual(["escalation > escalation", "plan > our-plan"]);
    expect(sketch(relate(newer, older, []))).toEqual(["our-plan > plan", "escalation > escalation"]);
  });
});

describe("laws of relate", () => {
  const ids = ["a", "b", "c", "d"] as const;
  const changes: readonly Lineage["change"][] = ["unchanged", "widened", "narrowed", "split", "merged", "renamed"];
  const item = (year: number): fc.Arbitrary<Lineage> =>
    fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(...changes), fc.boolean(), fc.nat(3))
      .map(([id, change, , back]) =>
        back === 0 ? lineage(id, "returned", { edition: `edition-${year - 2}` }) : lineage(id, change),
      );
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
  const pairs = [...checklists.keys()].flatMap((a) => [...checklists.keys()].map((b) => [a, b] as const));

  function stands(from: Checklist, to: Checklist, editions: readonly Checklist[]): void {
    const links = relate(from, to, editions);
    const idsOf = (side: "before" | "after") => new Set(links.flatMap((link) => link[side]?.requirement.id ?? []));
    expect(idsOf("before")).toEqual(new Set(requirementsOf(from).map(({ id }) => id)));
    expect(idsOf("after")).toEqual(new Set(requirementsOf(to).map(({ id }) => id)));
    const keys = links.map(({ before, after }) => `${before?.requirement.id} > ${after?.requirement.id}`);
    expect(new Set(keys).size).toBe(keys.length);
  }

  function mirrors(from: Checklist, to: Checklist, editions: readonly Checklist[]): void {
    const ends = (links: readonly Link[], a: "before" | "after", b: "before" | "after") =>
      links.map((link) => `${link[a]?.requirement.id} > ${link[b]?.requirement.id} ${link.gap.join()}`).toSorted();
    expect(ends(relate(from, to, editions), "before", "after")).toEqual(
      ends(relate(to, from, editions), "after", "before"),
    );
  }

  it.each(pairs)("from %s to %s every requirement stands in a link, and the way back mirrors it", (a, b) => {
    const [from, to] = [checklists.get(a), checklists.get(b)];
    if (from === undefined || to === undefined) throw new Error("not shipped");
    stands(from, to, shipped);
    mirrors(from, to, shipped);
  });

  it("every requirement stands in a link, each pair once, over any lineage and overlays", () => {
    fc.assert(
      fc.property(history, fc.nat(3), fc.nat(3), (editions, a, b) => {
        const [from, to] = [editions[a], editions[b]];
        if (from !== undefined && to !== undefined) stands(from, to, editions);
      }),
    );
  });

  it("what is shared without overlays is shared with them, whatever they claim to come from", () => {
    const nationalOf = (one: Checklist): Checklist => ({
      ...one,
      standards: one.standards.map((each) => ({
        ...each,
        requirements: each.requirements.filter(({ overlay }) => overlay === null),
      })),
    });
    const sharedIn = (from: Checklist, to: Checklist, editions: readonly Checklist[]) =>
      sharedRequirements(relate(from, to, editions)).map(
        ({ before, after }) => `${before.requirement.id} > ${after.requirement.id}`,
      );
    fc.assert(
      fc.property(history, fc.nat(3), fc.nat(3), (all, a, b) => {
        const editions = all.map(nationalOf);
        const [from, to, fromAlone, toAlone] = [all[a], all[b], editions[a], editions[b]];
        if (from === undefined || to === undefined || fromAlone === undefined || toAlone === undefined) return;
        const alone = sharedIn(fromAlone, toAlone, editions);
        expect(sharedIn(from, to, editions)).toEqual(expect.arrayContaining(alone));
      }),
    );
  });

  it("the way back mirrors the way there, over any lineage", () => {
    fc.assert(
      fc.property(history, fc.nat(3), fc.nat(3), (editions, a, b) => {
        const [from, to] = [editions[a], editions[b]];
        if (from !== undefined && to !== undefined) mirrors(from, to, editions);
      }),
    );
  });
});
