import type { Profile } from "../model/profile.js";
import type { EditionFile } from "../schema/edition.gen.js";
import type { EditionOutline, LocatedRequirement } from "./edition-outline.js";
import { lintCondition } from "./lint-condition.js";
import { lintLineage } from "./lint-lineage.js";
import { type LintProblem, problem, repeatedIds } from "./lint-problem.js";

/** What an edition is linted against. */
export interface EditionContext {
  readonly profile: Profile;
  /** Requirement keys that have a practice note. */
  readonly practised: ReadonlySet<string>;
  /** Every edition that is known; this one may be among them. */
  readonly editions: readonly EditionOutline[];
}

type Rule = (
  edition: EditionFile,
  located: readonly LocatedRequirement[],
  context: EditionContext,
) => readonly LintProblem[];

/** Everything wrong with an edition that its schema cannot tell. */
export function lintEdition(edition: EditionFile, context: EditionContext): readonly LintProblem[] {
  const located = edition.standards.flatMap((standard, s) =>
    standard.requirements.map((requirement, r) => ({ requirement, path: ["standards", s, "requirements", r] })),
  );
  return rules.flatMap((rule) => rule(edition, located, context));
}

const uniqueIds: Rule = (edition, located) =>
  [
    edition.standards.map((standard, s) => ({ id: standard.id, path: ["standards", s, "id"] })),
    located.map(({ requirement, path }) => ({ id: requirement.id, path: [...path, "id"] })),
    edition.duties.map((duty, d) => ({ id: duty.id, path: ["duties", d, "id"] })),
    edition.sources.map((source, s) => ({ id: source.id, path: ["sources", s, "id"] })),
  ].flatMap(repeatedIds);

const daysInOrder: Rule = ({ published, "in-force": { from, until } }) => [
  ...(published <= from
    ? []
    : [
        problem(
          "days-out-of-order",
          ["in-force", "from"],
          `The edition is in force from ${from}, before it was published on ${published}.`,
        ),
      ]),
  ...(until === null || from <= until
    ? []
    : [
        problem(
          "days-out-of-order",
          ["in-force", "until"],
          `The edition is in force until ${until}, before it comes into force on ${from}.`,
        ),
      ]),
];

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
    .map(({ source, path }) => problem("unknown-source", path, `The edition names no source "${source}".`));
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
    condition === undefined ? [] : lintCondition(condition, path, profile.facts),
  );
};

const practiceNotes: Rule = (_edition, located, { practised }) =>
  located
    .filter(({ requirement }) => !practised.has(requirement.id))
    .map(({ requirement, path }) =>
      problem("missing-practice", [...path, "id"], `"${requirement.id}" has no practice note.`),
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
        "A reference is verified only when its paragraph was read in the guidance itself.",
      ),
    );
};

const lawOfMust: Rule = (_edition, located) =>
  located
    .filter(({ requirement }) => requirement.force === "must" && requirement.reference.law === undefined)
    .map(({ requirement, path }) =>
      problem("missing-law", [...path, "reference"], `"${requirement.id}" is a must and names no law.`),
    );

const rules: readonly Rule[] = [
  uniqueIds,
  daysInOrder,
  knownSources,
  knownFacts,
  practiceNotes,
  (edition, located, { editions }) => lintLineage(edition, located, editions),
  honestReferences,
  lawOfMust,
];
