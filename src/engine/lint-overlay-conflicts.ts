import type { Checklist } from "../model/checklist.js";
import type { OverlayFile } from "../model/overlay.js";
import type { OverlayRequirement } from "../schema/overlay.gen.js";
import { normalise } from "./compose-requirement.js";
import { lintProfile } from "./lint-profile.js";
import { type LintProblem, type Path, problem } from "./lint-problem.js";
import { type OverlayRule, statedIn } from "./lint-overlay-subject.js";

/** What overlays must agree on: what stands under an id, as text that can be compared. */
interface Statement {
  readonly what: string;
  readonly id: string;
  readonly path: Path;
  readonly says: string;
}

/** What this overlay says otherwise than one that it extends. */
export const conflicts: OverlayRule = ({ overlay, context }) => [
  ...conflictsBetween([...context.chain, overlay], (later) => later === overlay),
  ...retitled(overlay, context.edition),
];

/**
 * What overlays say otherwise than one before them in the list, at the later one; `isAsked` tells which later ones
 * count. The same words in both are no conflict: they are asked once.
 */
export function conflictsBetween(
  overlays: readonly OverlayFile[],
  isAsked: (later: OverlayFile, earlier: OverlayFile) => boolean,
): readonly (LintProblem & { readonly in: OverlayFile })[] {
  const first = new Map<string, { readonly statement: Statement; readonly overlay: OverlayFile }>();
  return overlays.flatMap((overlay) =>
    statementsOf(overlay).flatMap((statement) => {
      const key = `${statement.what} ${statement.id}`;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, { statement, overlay });
      if (earlier === undefined || earlier.overlay === overlay) return [];
      if (earlier.statement.says === statement.says || !isAsked(overlay, earlier.overlay)) return [];
      return [conflict(statement, overlay, earlier)];
    }),
  );
}

function conflict(
  { what, id, path }: Statement,
  overlay: OverlayFile,
  earlier: { readonly statement: Statement; readonly overlay: OverlayFile },
): LintProblem & { readonly in: OverlayFile } {
  const message = `The ${what} "${id}" says one thing here and another in "${earlier.overlay.id}".`;
  const hint = "Use the same words in both, so that it is asked once, or give one of them an id of its own.";
  const other = { overlay: earlier.overlay.id, path: earlier.statement.path };
  return { ...problem("overlay-conflict", path, message, hint), other, in: overlay };
}

function statementsOf(overlay: OverlayFile): readonly Statement[] {
  const titled = (overlay.standards ?? []).flatMap(({ id, title }, s) =>
    title === undefined ? [] : [{ what: "standard", id, path: ["standards", s, "title"], says: normalise(title) }],
  );
  const requirements = statedIn(overlay).map(({ requirement, path }) => ({
    what: "requirement",
    id: requirement.id,
    path: [...path, "id"],
    says: wordsOf(requirement),
  }));
  const facts = (overlay.facts ?? []).map((fact, f) => ({
    what: "fact",
    id: fact.id,
    path: ["facts", f, "id"],
    says: comparable(fact),
  }));
  return [...titled, ...requirements, ...facts];
}

/**
 * Force, what to look for and review are joined, and where each found it is its own affair; all else that is asked, and
 * how it is rated, must agree.
 */
function wordsOf({ title, question, expectation, points, "applies-when": condition, practice }: OverlayRequirement) {
  const { why, ratings, evidence, remedy } = practice;
  return comparable([title, question, expectation, points ?? [], condition ?? null, why, ratings, evidence, remedy]);
}

/** The same whatever the order of keys, and the white space of texts. */
function comparable(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "string") return normalise(part);
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1));
  });
}

/** Standards of the edition keep their title; a form may call them what it likes. */
function retitled({ standards = [] }: OverlayFile, edition: Checklist): readonly LintProblem[] {
  const titles = new Map(edition.standards.map(({ id, title }) => [id, title]));
  return standards.flatMap(({ id, title }, s) => {
    const before = titles.get(id);
    if (title === undefined || before === undefined || normalise(title) === normalise(before)) return [];
    const message = `The standard "${id}" stands in ${edition.id} and is called "${before}".`;
    const hint = "Leave its title out here. What your form calls it stands under form, in sections.";
    return [problem("overlay-conflict", ["standards", s, "title"], message, hint)];
  });
}

/** Facts are sound together with those asked before them, and none is asked for twice. */
export const factsStand: OverlayRule = ({ overlay, facts, base, context }) => {
  const national = new Set(context.profile.facts.map(({ id }) => id));
  const own = (overlay.facts ?? []).map((fact, f) => ({ fact, f }));
  const doubled = own
    .filter(({ fact }) => national.has(fact.id))
    .map(({ fact, f }) =>
      problem(
        "duplicate-id",
        ["facts", f, "id"],
        `The fact "${fact.id}" is asked of every organisation already.`,
        "Leave it out here and use it as it is, or give yours an id of its own.",
      ),
    );
  // Those that repeat what a base overlay asks are not among `facts`; those that stand twice here are told elsewhere.
  const before = base.profile.facts;
  const asked = new Set(before.map(({ id }) => id));
  const added = own.filter(({ fact }) => !asked.has(fact.id));
  const unsound = lintProfile({ ...context.profile, facts }).flatMap((found): readonly LintProblem[] => {
    const [, index, ...rest] = found.path;
    const place = added[Number(index) - before.length];
    return place === undefined || rest[0] === "id" ? [] : [{ ...found, path: ["facts", place.f, ...rest] }];
  });
  return [...doubled, ...unsound];
};
