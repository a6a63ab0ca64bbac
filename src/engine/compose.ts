import type { Checklist, Practice, Requirement } from "../model/checklist.js";
import type { EditionFile, Requirement as EditionRequirement } from "../schema/edition.gen.js";
import type { PracticeFile, PracticeNote } from "../schema/practice.gen.js";

/** The practice notes of every file, by requirement key. */
export function collectNotes(files: readonly PracticeFile[]): ReadonlyMap<string, PracticeNote> {
  return new Map(files.flatMap((file) => Object.entries(file.notes)));
}

/**
 * The checklist that an edition and the practice notes make. `digest` gives the digest of a text.
 * Throws RangeError for a requirement without a practice note: `lintEdition` finds them first.
 */
export function compose(
  edition: EditionFile,
  notes: ReadonlyMap<string, PracticeNote>,
  digest: (text: string) => string,
): Checklist {
  return {
    schema: "checklist/1",
    id: edition.id,
    title: edition.title,
    published: edition.published,
    inForce: edition["in-force"],
    status: edition.status,
    notice: edition.notice ?? null,
    safetyNotice: edition["safety-notice"],
    supersedes: edition.supersedes,
    supersededBy: edition["superseded-by"],
    overlays: [],
    form: null,
    sources: edition.sources.map((source) => ({ ...source, note: source.note ?? null })),
    duties: edition.duties.map((duty) => ({
      id: duty.id,
      title: duty.title,
      law: duty.law,
      force: duty.force,
      summary: duty.summary,
      bodies: duty.bodies ?? [],
      appliesWhen: duty["applies-when"],
    })),
    standards: edition.standards.map((standard) => ({
      id: standard.id,
      title: standard.title,
      requirements: standard.requirements.map((requirement) => composeRequirement(requirement, notes, digest)),
    })),
    retired: edition.retired.map((item) => ({ ...item, into: item.into ?? null })),
  };
}

function composeRequirement(
  requirement: EditionRequirement,
  notes: ReadonlyMap<string, PracticeNote>,
  digest: (text: string) => string,
): Requirement {
  const note = notes.get(requirement.id);
  if (note === undefined) throw new RangeError(`${requirement.id} has no practice note`);
  const points = requirement.points ?? [];
  return {
    id: requirement.id,
    overlay: null,
    title: requirement.title,
    question: requirement.question,
    expectation: requirement.expectation,
    points,
    force: requirement.force,
    localForce: null,
    reference: { ...requirement.reference, law: requirement.reference.law ?? null },
    appliesWhen: requirement["applies-when"] ?? null,
    from: requirement.from.map((item) => ({ ...item, edition: item.edition ?? null, note: item.note ?? null })),
    note: requirement.note ?? null,
    digest: digest(normalise([requirement.question, requirement.expectation, ...points].join("\n"))),
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

/** Only a change of words is a change of the question: white space is not. */
function normalise(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
