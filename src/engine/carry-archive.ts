import type { Audit, Response } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import { describeDay } from "../model/day.js";
import { type Carriage, bringGroup } from "./carry-answer.js";
import { createGroup, type Group, isPlain, reverse } from "./carry-group.js";
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
  const unknown = () => null;
  const back = { from: to, to: from, waysTo: { from: unknown, to: unknown }, otherwise: null };
  const made = bringGroup(reverse(group), before, back);
  const isUntouched =
    made.size === answers.size &&
    [...answers].every(([id, answer]) => {
      const isWaiting = answer["to-confirm"] !== undefined && answer["carried-from"] !== undefined;
      const original = made.get(id);
      return (
        original !== undefined &&
        (isWaiting || answer.rating === undefined) &&
        isSameValue(contentOf(answer), contentOf(original))
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
  carriage: Pick<Carriage, "to" | "waysTo">,
): Restored {
  const { to, waysTo } = carriage;
  const answers = new Map<string, Response>();
  const used = new Set<Archived>();
  for (const entry of archive.toReversed()) {
    const earlier = waysTo.to(entry.checklist);
    const group = earlier?.groups.before.get(entry.requirement) ?? localGroup(entry, to);
    if (earlier === null || group === null || group.after.length === 0) continue;
    if (group.after.some(({ id }) => !open.has(id) || answers.has(id))) continue;
    const entries = newestOf(
      archive,
      entry.checklist,
      group.before.map(({ id }) => id),
    );
    const given = new Map([...entries].map(([id, { response }]) => [id, response]));
    const undone = isPlain(group) ? null : undo(group, given, archive, { from: earlier.from, to });
    const brought = undone?.answers ?? bringGroup(group, given, comingBack(entry, earlier.from, carriage));
    for (const [id, response] of brought) answers.set(id, response);
    for (const each of undone?.used ?? []) used.add(each);
    // What several made, or one made several, does not say how each was answered.
    if (isPlain(group) || undone !== null) for (const each of entries.values()) used.add(each);
  }
  return { answers, used };
}

function comingBack({ on }: Archived, from: Checklist, { to, waysTo }: Pick<Carriage, "to" | "waysTo">): Carriage {
  const otherwise = `It comes back from the archive, where it was put on ${describeDay(on)}.`;
  return { from, to, waysTo: { from: () => null, to: waysTo.to }, otherwise };
}

/** What was answered, whatever it waits for. */
function contentOf(response: Response): Response {
  const { question: _question, ...content } = withoutMarks(response);
  return content;
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
      return createGroup([before], [requirement], [{ ...link, steps: [], gap: [], note: null }]);
    }
  return null;
}
