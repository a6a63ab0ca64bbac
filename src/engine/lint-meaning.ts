import type { OverlayFile } from "../model/overlay.js";
import type { EditionFile } from "../schema/edition.gen.js";
import type { EditionOutline } from "./edition-outline.js";
import { type Asked, askedIn, type Wording, wordingOf } from "./lint-asked.js";
import { type LintProblem, warning } from "./lint-problem.js";

/** Ids that stood for something else, and lineage that says other than the texts do. */
export function lintMeaning(
  edition: EditionFile,
  asked: readonly Asked[],
  editions: readonly EditionOutline[],
): readonly LintProblem[] {
  const earlier = editions
    .filter(({ published }) => published < edition.published)
    .toSorted((a, b) => (a.published < b.published ? -1 : 1));
  const before = new Map(earlier.slice(-1).flatMap(requirementsOf));
  return [
    ...reusedIds(asked, earlier),
    ...changedMeanings(asked, (id) => [before.get(id)].filter((item) => item !== undefined)),
  ];
}

/** The lineage of an overlay, which leads to other overlays or to editions, of whatever year. */
export function lintOverlayMeaning(
  overlay: OverlayFile,
  asked: readonly Asked[],
  editions: readonly EditionOutline[],
  given: readonly OverlayFile[],
): readonly LintProblem[] {
  const known = new Map<string, Wording[]>();
  const others = given.filter(({ id }) => id !== overlay.id).flatMap(askedIn);
  const all = [...editions.flatMap(requirementsOf), ...others.map(({ requirement }) => idAnd(requirement))];
  for (const [id, wording] of all) known.set(id, [...(known.get(id) ?? []), wording]);
  return changedMeanings(asked, (id) => known.get(id) ?? []);
}

function requirementsOf({ standards }: EditionOutline): readonly (readonly [string, Wording])[] {
  return standards.flatMap(({ requirements }) => requirements.map(idAnd));
}

function idAnd<Item extends Wording & { readonly id: string }>(requirement: Item): readonly [string, Wording] {
  return [requirement.id, requirement];
}

/** The lineage must lead to the requirement that had the id, if there ever was one: answers are kept by id. */
function reusedIds(asked: readonly Asked[], editions: readonly EditionOutline[]): readonly LintProblem[] {
  const last = new Map(editions.flatMap((edition) => requirementsOf(edition).map(([id]) => [id, edition.id] as const)));
  return asked.flatMap(({ requirement: { id, from = [] }, path }) => {
    const edition = last.get(id);
    if (edition === undefined || from.some((item) => item.requirement === id)) return [];
    return [
      warning(
        "reused-id",
        [...path, "id"],
        `"${edition}" asks something else under the id "${id}", or the lineage here does not lead to it.`,
        `Choose an id that was never used, or say in from: what became of "${id}".`,
      ),
    ];
  });
}

function changedMeanings(asked: readonly Asked[], wordingsOf: (id: string) => readonly Wording[]) {
  return asked.flatMap(({ requirement, path }) =>
    (requirement.from ?? []).flatMap(({ requirement: id, change }, f) => {
      const texts = wordingsOf(id).map(wordingOf);
      if (texts.length === 0) return [];
      const place = [...path, "from", f, "change"];
      const own = wordingOf(requirement);
      if (change === "unchanged" && !texts.includes(own)) return [unlikeBefore(id, place)];
      const isNew = change === "reworded" || change === "widened" || change === "narrowed";
      return isNew && texts.every((text) => text === own) ? [likeBefore(id, change, place)] : [];
    }),
  );
}

function unlikeBefore(id: string, place: Asked["path"]): LintProblem {
  return warning(
    "meaning-changed",
    place,
    `The lineage says that "${id}" is unchanged, and its text is another.`,
    "Say reworded, widened or narrowed, or bring the text back.",
  );
}

function likeBefore(id: string, change: string, place: Asked["path"]): LintProblem {
  return warning(
    "meaning-changed",
    place,
    `The lineage says that "${id}" was ${change}, and its text is the same.`,
    "Say unchanged, or bring the new text.",
  );
}
