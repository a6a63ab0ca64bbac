import type { Checklist } from "../model/checklist.js";
import type { Digest } from "../model/overlay.js";
import type { EditionFile } from "../schema/edition.gen.js";
import type { PracticeFile, PracticeNote } from "../schema/practice.gen.js";
import { composeRequirement } from "./compose-requirement.js";

/** The practice notes of every file, by requirement key. */
export function collectNotes(files: readonly PracticeFile[]): ReadonlyMap<string, PracticeNote> {
  return new Map(files.flatMap((file) => Object.entries(file.notes)));
}

/**
 * The checklist that an edition and the practice notes make. `digest` gives the digest of a text.
 * Throws RangeError for a requirement without a practice note: `lintEdition` finds them first.
 */
export function compose(edition: EditionFile, notes: ReadonlyMap<string, PracticeNote>, digest: Digest): Checklist {
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
      requirements: standard.requirements.map((requirement) =>
        composeRequirement(requirement, noteOf(requirement.id, notes), null, digest),
      ),
    })),
    retired: edition.retired.map((item) => ({ ...item, into: item.into ?? null })),
  };
}

function noteOf(id: string, notes: ReadonlyMap<string, PracticeNote>): PracticeNote {
  const note = notes.get(id);
  if (note === undefined) throw new RangeError(`${id} has no practice note`);
  return note;
}
