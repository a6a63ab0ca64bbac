import type { EditionFile } from "../schema/edition.gen.js";
import { type EditionOutline, keysOf, type LocatedRequirement } from "./edition-outline.js";
import { type LintProblem, problem } from "./lint-problem.js";

type Rule = (
  edition: EditionFile,
  located: readonly LocatedRequirement[],
  editions: readonly EditionOutline[],
) => readonly LintProblem[];

/** What an edition says of the editions before and after it, held to what is known of them. */
export function lintLineage(...given: Parameters<Rule>): readonly LintProblem[] {
  return rules.flatMap((rule) => rule(...given));
}

/** Where requirements come from, and those that retired, stood in the edition before; what returns, in the one named. */
const knownOrigins: Rule = (edition, located, editions) => {
  const before = requirementsBefore(edition, editions);
  const missing = (id: string) => `The edition before has no "${id}".`;
  const from = located.flatMap(({ requirement, path }) =>
    requirement.from.map((item, f) => ({ item, path: [...path, "from", f] })),
  );
  const unknown = from.flatMap(({ item, path }) => {
    if (item.change !== "returned")
      return before.has(item.requirement) ? [] : [problem("broken-lineage", path, missing(item.requirement))];
    const origin = editions.find((other) => other.id === item.edition);
    if (origin === undefined)
      return [
        problem("unknown-edition", path, "A requirement that returns names the shipped edition it last stood in."),
      ];
    return keysOf([origin]).has(item.requirement)
      ? []
      : [problem("broken-lineage", path, `"${origin.id}" has no "${item.requirement}".`)];
  });
  const retired = edition.retired.flatMap(({ requirement }, r) =>
    before.has(requirement) ? [] : [problem("broken-lineage", ["retired", r], missing(requirement))],
  );
  return [...unknown, ...retired];
};

const nothingLost: Rule = (edition, located, editions) => {
  const accounted = new Set([
    ...located.flatMap(({ requirement }) => requirement.from.map((item) => item.requirement)),
    ...edition.retired.map((item) => item.requirement),
  ]);
  return [...requirementsBefore(edition, editions)]
    .filter((id) => !accounted.has(id))
    .map((id) =>
      problem("broken-lineage", ["standards"], `"${id}" of the edition before is neither carried on nor retired.`),
    );
};

/** What took a part of a retired requirement over stands in this edition. */
const knownHeirs: Rule = (edition, located) =>
  edition.retired.flatMap(({ into }, r) =>
    into === undefined || located.some(({ requirement }) => requirement.id === into)
      ? []
      : [problem("unknown-requirement", ["retired", r, "into"], `This edition has no requirement "${into}".`)],
  );

/** When one edition names another as the one before or after it, that one says the same. */
const agreedSuccession: Rule = (edition, _located, editions) => {
  const { id, supersedes, "superseded-by": supersededBy } = edition;
  const others = editions.filter((other) => other.id !== id);
  return [
    ...others
      .filter((other) => (other.id === supersedes) !== (other.supersededBy === id))
      .map((other) => problem("broken-lineage", ["supersedes"], disagreement(other, "before", other.supersededBy))),
    ...others
      .filter((other) => (other.id === supersededBy) !== (other.supersedes === id))
      .map((other) => problem("broken-lineage", ["superseded-by"], disagreement(other, "after", other.supersedes))),
  ];
};

function disagreement(other: EditionOutline, side: "before" | "after", named: string | null): string {
  const says = `names ${named === null ? "none" : `"${named}"`} as the one ${side === "before" ? "after" : "before"} it`;
  return `"${other.id}" ${says}, which does not agree with what this edition names as the one ${side} it.`;
}

/** The requirement ids of the known edition published last before this one; none for the first. */
function requirementsBefore(edition: EditionFile, editions: readonly EditionOutline[]): ReadonlySet<string> {
  const earlier = editions
    .filter((other) => other.published < edition.published)
    .toSorted((a, b) => (a.published < b.published ? -1 : 1));
  return keysOf(earlier.slice(-1));
}

const rules: readonly Rule[] = [knownOrigins, nothingLost, knownHeirs, agreedSuccession];
