import type { Audit, Response } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import { describeDay } from "../model/day.js";
import { type Carriage, bringGroup } from "./carry-answer.js";
import { type Group, isPlain, reverse } from "./carry-group.js";
import { isSameValue, withoutMarks } from "./carry-join.js";

export type Archived = NonNullable<Audit["archive"]>[number];

/** Answers that came out of the archive, by requirement, and the entries that leave it. */
export interface Restored {
  readonly answers: ReadonlyMap<string, Response>;
  readonly used: ReadonlySet<Archived>;
}

/**
 * The answers as they stood before a group was split or merged, when what it made of them still waits as it was made;
 * null: it was answered anew, or nothing of it is in the archive.
 */
export function undo(
  group: Group,
  answers: ReadonlyMap<string, Response>,
  archive: readonly Archived[],
  { from, to }: Pick<Carriage, "from" | "to">,
): Restored | null {
  const originals = newestOf(
    archive,
    to.id,
    group.after.map(({ id }) => id),
  );
  const before = new Map([...originals].map(([id, { response }]) => [id, response]));
  const back = { from: to, to: from, wayFrom: () => null, otherwise: null };
  const made = bringGroup(reverse(group), before, back);
  const isUntouched =
    made.size === answers.size &&
    [...answers].every(([id, answer]) => {
      const isWaiting = answer["to-confirm"] !== undefined && answer["carried-from"] !== undefined;
      const original = made.get(id);
      return (
        original !== undefined &&
        (isWaiting || answer.rating === undefined) &&
        isSameValue(withoutMarks(answer), withoutMarks(original))
      );
    });
  return isUntouched && made.size > 0 ? { answers: before, used: new Set(originals.values()) } : null;
}

/**
 * What of the archive is asked again, the newest first. `open` are the requirements that had no counterpart in the
 * checklist that is left: what had one is answered there, or was left open there.
 */
export function restore(
  archive: readonly Archived[],
  open: ReadonlySet<string>,
  carriage: Pick<Carriage, "to" | "wayFrom">,
): Restored {
  const { to, wayFrom } = carriage;
  const answers = new Map<string, Response>();
  const used = new Set<Archived>();
  for (const entry of archive.toReversed()) {
    const earlier = wayFrom(entry.checklist);
    const group = earlier?.groups.before.get(entry.requirement) ?? localGroup(entry, to);
    if (earlier === null || group === null || group.after.length === 0) continue;
    if (group.after.some(({ id }) => !open.has(id) || answers.has(id))) continue;
    const entries = newestOf(
      archive,
      entry.checklist,
      group.before.map(({ id }) => id),
    );
    const otherwise = `It comes back from the archive, where it was put on ${describeDay(entry.on)}.`;
    const given = new Map([...entries].map(([id, { response }]) => [id, response]));
    const brought = bringGroup(group, given, { ...carriage, from: earlier.from, otherwise });
    for (const [id, response] of brought) answers.set(id, response);
    // What several made, or one made several, does not say how each was answered.
    if (isPlain(group)) for (const each of entries.values()) used.add(each);
  }
  return { answers, used };
}

function newestOf(
  archive: readonly Archived[],
  checklist: string,
  requirements: readonly string[],
): ReadonlyMap<string, Archived> {
  const entries = archive.filter((entry) => entry.checklist === checklist && requirements.includes(entry.requirement));
  return new Map(entries.map((entry) => [entry.requirement, entry]));
}

/** Of a requirement of an overlay, which no edition tells of: the one that bears its id, or names it as what it was. */
function localGroup({ requirement: id, response }: Archived, to: Checklist): Group | null {
  for (const standard of to.standards)
    for (const requirement of standard.requirements) {
      const { overlay, from } = requirement;
      if (overlay === null || (requirement.id !== id && !from.some((item) => item.requirement === id))) continue;
      const before = { ...requirement, id, digest: response.question ?? "" };
      const link = { before: { requirement: before, standard }, after: { requirement, standard } };
      return { before: [before], after: [requirement], links: [{ ...link, steps: [], gap: [], note: null }] };
    }
  return null;
}
