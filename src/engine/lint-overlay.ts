import { requirementsOf } from "../model/checklist.js";
import type { OverlayFile } from "../model/overlay.js";
import { lintCondition } from "./lint-condition.js";
import { type OverlayContext, type OverlayRule, subjectOf } from "./lint-overlay-subject.js";
import { type LintProblem, problem, repeatedIds } from "./lint-problem.js";
import { conflicts, factsStand } from "./lint-overlay-conflicts.js";
import { nothingWeaker } from "./lint-overlay-weakening.js";

/**
 * Everything that makes an overlay unsound over what it extends. Each problem has its path in the overlay's file and,
 * where it is about what stands elsewhere, that place, too.
 */
export function lintOverlay(overlay: OverlayFile, context: OverlayContext): readonly LintProblem[] {
  const subject = subjectOf(overlay, context);
  return rules.flatMap((rule) => rule(subject));
}

const uniqueIds: OverlayRule = ({ overlay, stated, items }) =>
  [
    overlay.sources.map(({ id }, s) => ({ id, path: ["sources", s, "id"] })),
    (overlay.facts ?? []).map(({ id }, f) => ({ id, path: ["facts", f, "id"] })),
    (overlay.standards ?? []).map(({ id }, s) => ({ id, path: ["standards", s, "id"] })),
    stated.map(({ requirement, path }) => ({ id: requirement.id, path: [...path, "id"] })),
    (overlay.form?.sections ?? []).map(({ id }, s) => ({ id, path: ["form", "sections", s, "id"] })),
    items.map(({ item, path }) => ({ id: item.id, path: [...path, "id"] })),
  ].flatMap(repeatedIds);

/** An id means one thing for ever, so that answers can be carried by it. */
const ownIds: OverlayRule = ({ overlay, stated, context: { edition, asked, editions } }) => {
  const national = new Set(requirementsOf(edition).map(({ id }) => id));
  const hint = "Give it an id of its own, such as one that begins with the id of the overlay.";
  const own = editions.includes(overlay.id)
    ? [problem("reused-id", ["id"], `"${overlay.id}" is the id of an edition.`, "Give the overlay an id of its own.")]
    : [];
  const reused = stated.flatMap(({ requirement: { id }, path }): readonly LintProblem[] => {
    const asker = national.has(id) ? edition.id : asked.get(id);
    if (asker === undefined) return [];
    const message = `"${id}" is a requirement of ${asker}, and an id is never used for anything else.`;
    return [{ ...problem("reused-id", [...path, "id"], message, hint), other: { edition: asker, requirement: id } }];
  });
  return [...own, ...reused];
};

const titledStandards: OverlayRule = ({ overlay, context: { edition, chain } }) => {
  const below = [...edition.standards, ...chain.flatMap(({ standards = [] }) => standards)];
  const known = new Set(below.map(({ id }) => id));
  return (overlay.standards ?? []).flatMap(({ id, title }, s) =>
    known.has(id) || title !== undefined
      ? []
      : [
          problem(
            "missing-key",
            ["standards", s],
            `The standard "${id}" is new and has no title.`,
            "Add title: to it.",
          ),
        ],
  );
};

const knownSources: OverlayRule = ({ overlay, stated, base }) => {
  const among = [...overlay.sources, ...base.checklist.sources].map(({ id }) => id);
  const known = new Set(among);
  return stated
    .filter(({ requirement }) => !known.has(requirement.reference.source))
    .map(({ requirement: { reference }, path }) => ({
      ...problem(
        "unknown-source",
        [...path, "reference", "source"],
        `The overlay names no source "${reference.source}".`,
      ),
      unknown: { id: reference.source, among },
    }));
};

const knownFacts: OverlayRule = ({ stated, facts }) => {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  return stated.flatMap(({ requirement, path }) => {
    const condition = requirement["applies-when"];
    return condition === undefined ? [] : lintCondition(condition, [...path, "applies-when"], known);
  });
};

const lawOfMust: OverlayRule = ({ stated }) =>
  stated
    .filter(({ requirement }) => requirement.force === "must" && requirement.reference.law === undefined)
    .map(({ requirement, path }) =>
      problem(
        "missing-law",
        [...path, "reference"],
        `"${requirement.id}" is a must and names no law.`,
        "Add law: with the Act and its section, or make it local: what a partnership asks is not law by itself.",
      ),
    );

const knownItems: OverlayRule = ({ items, known, among }) =>
  items
    .filter(({ item }) => !known.has(item.id))
    .map(({ item, path }) => ({
      ...problem("unknown-requirement", [...path, "id"], `Nothing asks for "${item.id}".`),
      unknown: { id: item.id, among },
    }));

const knownScale: OverlayRule = ({ overlay, context: { scales } }) => {
  const scale = overlay.form?.scale;
  if (scale === undefined || scales.includes(scale)) return [];
  const found = problem("unknown-scale", ["form", "scale"], `There is no rating scale "${scale}".`);
  return [{ ...found, unknown: { id: scale, among: scales } }];
};

const rules: readonly OverlayRule[] = [
  uniqueIds,
  ownIds,
  nothingWeaker,
  conflicts,
  titledStandards,
  knownSources,
  factsStand,
  knownFacts,
  lawOfMust,
  knownItems,
  knownScale,
];
