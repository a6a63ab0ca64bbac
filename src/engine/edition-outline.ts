import type { Day } from "../model/day.js";
import type { EditionFile, Requirement } from "../schema/edition.gen.js";

/** What other files need to know of an edition. */
export interface EditionOutline {
  readonly id: string;
  readonly published: Day;
  readonly supersedes: string | null;
  readonly supersededBy: string | null;
  readonly standards: readonly StandardOutline[];
}

interface StandardOutline {
  readonly id: string;
  readonly requirements: readonly RequirementOutline[];
}

interface RequirementOutline {
  readonly id: string;
  readonly question: string;
  readonly expectation: string;
  readonly points?: readonly string[];
}

/** A requirement of an edition file, and where in it. */
export interface LocatedRequirement {
  readonly requirement: Requirement;
  readonly path: readonly (string | number)[];
}

export function outlineOf(edition: EditionFile): EditionOutline {
  const { id, published, supersedes, standards } = edition;
  return { id, published, supersedes, supersededBy: edition["superseded-by"], standards };
}

/** The keys of all requirements of an edition, or of one of its standards. */
export function keysOf(editions: readonly EditionOutline[], standardId?: string): ReadonlySet<string> {
  const standards = editions.flatMap((edition) => edition.standards);
  const wanted = standardId === undefined ? standards : standards.filter(({ id }) => id === standardId);
  return new Set(wanted.flatMap((standard) => standard.requirements.map(({ id }) => id)));
}
