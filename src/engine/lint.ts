import type { Day } from "../model/day.js";
import type { DiagnosticCode } from "../model/diagnostic.js";
import type { Profile } from "../model/profile.js";
import type { Condition, EditionFile, Requirement } from "../schema/edition.gen.js";
import type { PracticeFile } from "../schema/practice.gen.js";
import { factsIn } from "./applicability.js";

/** Something wrong in the data itself, beyond its schema; `path` leads to the place in the file. */
export interface LintProblem {
  readonly code: DiagnosticCode;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint: string | null;
}

/** What one edition needs to know of another. */
export interface EditionOutline {
  readonly id: string;
  readonly published: Day;
  readonly standards: readonly { readonly id: string; readonly requirements: readonly { readonly id: string }[] }[];
}

/** What an edition is linted against. */
export interface LintContext {
  readonly profile: Profile;
  /** Requirement keys that have a practice note. */
  readonly practised: ReadonlySet<string>;
  /** Every other edition that is known. */
  readonly editions: readonly EditionOutline[];
}

interface Located {
  readonly requirement: Requirement;
  readonly path: readonly (string | number)[];
}

type Rule = (edition: EditionFile, located: readonly Located[], context: LintContext) => readonly LintProblem[];

/** Everything wrong with an edition that its schema cannot tell. */
export function lintEdition(edition: EditionFile, context: LintContext): readonly LintProblem[] {
  const located = edition.standards.flatMap((standard, s) =>
    standard.requirements.map((requirement, r) => ({ requirement, path: ["standards", s, "requirements", r] })),
  );
  return rules.flatMap((rule) => rule(edition, located, context));
}

/** A practice file holds notes by key: each key must be a requirement of its standard in some edition. */
export function lintPractice(file: PracticeFile, editions: readonly EditionOutline[]): readonly LintProblem[] {
  const standards = editions.flatMap((edition) => edition.standards);
  return Object.keys(file.notes).flatMap((key) => {
    const homes = standards.filter((standard) => standard.requirements.some((item) => item.id === key));
    if (homes.length === 0)
      return [problem("unknown-requirement", ["notes", key], `no edition has a requirement "${key}"`)];
    if (homes.some((standard) => standard.id === file.standard)) return [];
    return [
      problem(
        "wrong-standard",
        ["notes", key],
        `"${key}" stands in the standard "${homes[0]?.id}", not in "${file.standard}"`,
      ),
    ];
  });
}

const uniqueIds: Rule = (edition, located) => {
  const standards = edition.standards.map((standard, s) => ({ id: standard.id, path: ["standards", s, "id"] }));
  const requirements = located.map(({ requirement, path }) => ({ id: requirement.id, path: [...path, "id"] }));
  const duties = edition.duties.map((duty, d) => ({ id: duty.id, path: ["duties", d, "id"] }));
  const sources = edition.sources.map((source, s) => ({ id: source.id, path: ["sources", s, "id"] }));
  return [standards, requirements, duties, sources].flatMap((list) =>
    list
      .filter((item, index) => list.findIndex((other) => other.id === item.id) !== index)
      .map((item) => problem("duplicate-id", item.path, `the id "${item.id}" stands twice`)),
  );
};

const knownSources: Rule = (edition, located) => {
  const ids = new Set(edition.sources.map((source) => source.id));
  const named = [
    ...located.map(({ requirement, path }) => ({
      source: requirement.reference.source,
      path: [...path, "reference", "source"],
    })),
    ...edition.duties.flatMap(({ source }, d) =>
      source === undefined ? [] : [{ source, path: ["duties", d, "source"] }],
    ),
  ];
  return named
    .filter(({ source }) => !ids.has(source))
    .map(({ source, path }) => problem("unknown-source", path, `the edition names no source "${source}"`));
};

const knownFacts: Rule = (edition, located, { profile }) => {
  const conditions = [
    ...located.map(({ requirement, path }) => ({
      condition: requirement["applies-when"],
      path: [...path, "applies-when"],
    })),
    ...edition.duties.map((duty, d) => ({ condition: duty["applies-when"], path: ["duties", d, "applies-when"] })),
  ];
  return conditions.flatMap(({ condition, path }) =>
    condition === undefined ? [] : lintCondition(condition, path, profile),
  );
};

function lintCondition(
  condition: Condition,
  path: readonly (string | number)[],
  profile: Profile,
): readonly LintProblem[] {
  return factsIn(condition).flatMap((id) => {
    const fact = profile.facts.find((item) => item.id === id);
    if (fact === undefined) return [problem("unknown-fact", path, `the profile has no fact "${id}"`)];
    const allowed: readonly unknown[] =
      fact.kind === "yes-no" ? [true, false] : (fact.choices ?? []).map((choice) => choice.value);
    return valuesOf(condition, id)
      .filter((value) => !allowed.includes(value))
      .map((value) => problem("wrong-value", path, `"${String(value)}" is no answer to the fact "${id}"`));
  });
}

function valuesOf(condition: unknown, id: string): readonly unknown[] {
  if (typeof condition !== "object" || condition === null) return [];
  if (Array.isArray(condition)) return condition.flatMap((part) => valuesOf(part, id));
  return Object.entries(condition).flatMap(([key, wanted]) => {
    if (key === id) return Array.isArray(wanted) ? wanted : [wanted];
    return ["all", "any", "not"].includes(key) ? valuesOf(wanted, id) : [];
  });
}

const practiceNotes: Rule = (_edition, located, { practised }) =>
  located
    .filter(({ requirement }) => !practised.has(requirement.id))
    .map(({ requirement, path }) =>
      problem("missing-practice", [...path, "id"], `"${requirement.id}" has no practice note`),
    );

const lineage: Rule = (edition, located, { editions }) => {
  const before = requirementsBefore(edition, editions);
  const from = located.flatMap(({ requirement, path }) =>
    requirement.from.map((item, f) => ({ item, path: [...path, "from", f] })),
  );
  const unknown = from.flatMap(({ item, path }) => {
    if (item.change !== "returned")
      return before.has(item.requirement)
        ? []
        : [problem("broken-lineage", path, `the edition before has no "${item.requirement}"`)];
    const origin = editions.find((other) => other.id === item.edition);
    if (origin === undefined)
      return [
        problem("unknown-edition", path, `a requirement that returns names the shipped edition it last stood in`),
      ];
    const stood = origin.standards.some((standard) => standard.requirements.some(({ id }) => id === item.requirement));
    return stood ? [] : [problem("broken-lineage", path, `"${origin.id}" has no "${item.requirement}"`)];
  });
  const accounted = new Set([
    ...from.map(({ item }) => item.requirement),
    ...edition.retired.map((item) => item.requirement),
  ]);
  const lost = [...before].filter((id) => !accounted.has(id));
  const retired = edition.retired.flatMap((item, r) =>
    before.has(item.requirement)
      ? []
      : [problem("broken-lineage", ["retired", r], `the edition before has no "${item.requirement}"`)],
  );
  return [
    ...unknown,
    ...retired,
    ...lost.map((id) =>
      problem("broken-lineage", ["standards"], `"${id}" of the edition before is neither carried on nor retired`),
    ),
  ];
};

/** The requirement ids of the known edition published last before this one; none for the first. */
function requirementsBefore(edition: EditionFile, editions: readonly EditionOutline[]): ReadonlySet<string> {
  const earlier = editions
    .filter((other) => other.published < edition.published)
    .toSorted((a, b) => (a.published < b.published ? -1 : 1));
  return new Set((earlier.at(-1)?.standards ?? []).flatMap((standard) => standard.requirements.map((item) => item.id)));
}

/** What took a part of a retired requirement over stands in this edition. */
const knownHeirs: Rule = (edition, located) =>
  edition.retired.flatMap(({ into }, r) =>
    into === undefined || located.some(({ requirement }) => requirement.id === into)
      ? []
      : [problem("unknown-requirement", ["retired", r, "into"], `this edition has no requirement "${into}"`)],
  );

const honestReferences: Rule = (edition, located) => {
  const guidance = new Set(edition.sources.filter((source) => source.kind === "guidance").map((source) => source.id));
  return located
    .filter(
      ({ requirement: { reference } }) =>
        reference.verified && (!guidance.has(reference.source) || reference.paragraph === null),
    )
    .map(({ path }) =>
      problem(
        "false-verified",
        [...path, "reference"],
        "a reference is verified only when its paragraph was read in the guidance itself",
      ),
    );
};

const lawOfMust: Rule = (_edition, located) =>
  located
    .filter(({ requirement }) => requirement.force === "must" && requirement.reference.law === undefined)
    .map(({ requirement, path }) =>
      problem("missing-law", [...path, "reference"], `"${requirement.id}" is a must and names no law`),
    );

const rules: readonly Rule[] = [
  uniqueIds,
  knownSources,
  knownFacts,
  practiceNotes,
  lineage,
  knownHeirs,
  honestReferences,
  lawOfMust,
];

function problem(
  code: DiagnosticCode,
  path: readonly (string | number)[],
  message: string,
  hint: string | null = null,
): LintProblem {
  return { code, path, message, hint };
}
