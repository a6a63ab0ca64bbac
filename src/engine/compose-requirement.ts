import type { Overlay, Practice, Requirement } from "../model/checklist.js";
import type { Digest } from "../model/overlay.js";
import type { Lineage, Requirement as EditionRequirement } from "../schema/edition.gen.js";
import type { PracticeNote } from "../schema/practice.gen.js";

/** A requirement as the file of an edition or of an overlay states it. */
interface Stated extends Omit<EditionRequirement, "from"> {
  readonly from?: readonly Lineage[];
}

/** The requirement that a statement and a practice note make; `overlay` asks it, or the edition where that is null. */
export function composeRequirement(
  stated: Stated,
  note: PracticeNote,
  overlay: Overlay | null,
  digest: Digest,
): Requirement {
  const points = stated.points ?? [];
  return {
    id: stated.id,
    overlay,
    title: stated.title,
    question: stated.question,
    expectation: stated.expectation,
    points,
    force: stated.force,
    localForce: null,
    reference: { ...stated.reference, law: stated.reference.law ?? null },
    appliesWhen: stated["applies-when"] ?? null,
    from: (stated.from ?? []).map((item) => ({ ...item, edition: item.edition ?? null, note: item.note ?? null })),
    note: stated.note ?? null,
    digest: digest(normalise([stated.question, stated.expectation, ...points].join("\n"))),
    practice: composePractice(note),
  };
}

function composePractice(note: PracticeNote): Practice {
  const { "partly-met": partlyMet, "not-met": notMet, met } = note.ratings;
  return {
    why: note.why,
    lookFor: note["look-for"],
    ratings: { met, partlyMet, notMet },
    evidence: note.evidence,
    remedy: note.remedy,
    review: note.review,
  };
}

/** The text on one line, with single spaces: only a change of words is a change of the question. */
export function normalise(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
