import * as fc from "fast-check";
import type { Checklist, Lineage, Requirement } from "../../src/model/checklist.js";
import { checklist, requirement, standard } from "./fixtures.js";

/** What an edition does with what the one before it asked. */
const change = fc.constantFrom("unchanged", "reworded", "widened", "narrowed", "renamed", "split", "merged", "retired");

/** Three to five editions, each made of the one before it: every change there is, and what left may return. */
export const anyLineage: fc.Arbitrary<readonly Checklist[]> = fc
  .array(fc.array(change, { minLength: 8, maxLength: 8 }), { minLength: 2, maxLength: 4 })
  .map((editions) => {
    const made: Checklist[] = [
      editionOf(
        0,
        ["a", "b", "c", "d", "e"].map((id) => asked(id, 0, [])),
        [],
      ),
    ];
    for (const [index, changes] of editions.entries()) made.push(next(made, index + 1, changes));
    return made;
  });

function next(made: readonly Checklist[], number: number, changes: readonly string[]): Checklist {
  const before = made.at(-1)?.standards.flatMap((one) => one.requirements) ?? [];
  const requirements: Requirement[] = [];
  const retired: string[] = [];
  for (let at = 0; at < before.length; at += 1) {
    const { id, digest } = before[at] as Requirement;
    const from = (to: Lineage["change"]): Lineage => ({ requirement: id, change: to, edition: null, note: null });
    const kind = changes[at % changes.length] ?? "unchanged";
    const other = before[at + 1];
    if (kind === "retired") retired.push(id);
    else if (kind === "renamed") requirements.push({ ...asked(`${id}-r${number}`, number, [from("renamed")]), digest });
    else if (kind === "split" && before.length < 12)
      requirements.push(asked(id, number, [from("narrowed")]), asked(`${id}-s${number}`, number, [from("split")]));
    else if (kind === "merged" && other !== undefined) {
      requirements.push(asked(id, number, [from("merged"), { ...from("merged"), requirement: other.id }]));
      at += 1;
    } else if (kind === "unchanged" || kind === "split" || kind === "merged")
      requirements.push({ ...asked(id, number, [from("unchanged")]), digest });
    else requirements.push(asked(id, number, [from(kind as Lineage["change"])]));
  }
  return editionOf(number, [...requirements, ...returned(made, number, requirements)], retired);
}

/** What the edition before did not ask and the one before that did comes back, in its own words. */
function returned(made: readonly Checklist[], number: number, present: readonly Requirement[]): readonly Requirement[] {
  const edition = made.at(-2);
  const last = new Set(made.at(-1)?.standards.flatMap((one) => one.requirements.map(({ id }) => id)));
  const gone = new Set(made.at(-1)?.retired.map((one) => one.requirement));
  return (edition?.standards.flatMap((one) => one.requirements) ?? [])
    .filter(({ id }) => gone.has(id) && !last.has(id) && !present.some((other) => other.id === id))
    .map(({ id, digest }) => ({
      ...asked(id, number, [{ requirement: id, change: "returned", edition: edition?.id ?? null, note: null }]),
      digest,
    }));
}

function asked(id: string, number: number, from: readonly Lineage[]): Requirement {
  const digest = `${number}${[...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)}`.padStart(8, "0");
  return requirement(id, { from, digest });
}

function editionOf(number: number, requirements: readonly Requirement[], retired: readonly string[]): Checklist {
  return checklist([standard("leadership", ...requirements)], {
    id: `working-together-${2001 + number}`,
    title: `Working Together ${2001 + number}`,
    published: `${2001 + number}-01-01`,
    supersedes: number === 0 ? null : `working-together-${2000 + number}`,
    supersededBy: null,
    retired: retired.map((id) => ({ requirement: id, into: null, note: "Left." })),
  });
}
