import { type Action, type Audit, type Response, responseTo } from "../model/audit.js";
import { type Checklist, type Requirement, requirementsOf } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { Composed } from "../model/overlay.js";
import type { Carry } from "../schema/carry.gen.js";
import { judge } from "./applicability.js";
import { withUniqueActions } from "./carry-actions.js";
import { bringGroup, type Carriage, type EarlierWay, type WayFrom, withQuestion } from "./carry-answer.js";
import { type Archived, restore, type Restored, undo } from "./carry-archive.js";
import { keepFacts } from "./carry-facts.js";
import { type Group, type Groups, groupsOf, isPlain } from "./carry-group.js";
import { isSameValue } from "./carry-join.js";
import { deriveFacts } from "./profile.js";

export interface CarryInputs {
  readonly audit: Audit;
  /** What the audit was answered against. */
  readonly from: Composed;
  readonly to: Composed;
  /** The overlays that the new audit names. */
  readonly overlays: readonly string[];
  /** All that are known, each alone. */
  readonly editions: readonly Checklist[];
  readonly today: Day;
}

export interface Carried {
  readonly audit: Audit;
  readonly carry: Carry;
  /** Requirements that go by another id now, by the old one. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * The audit against another checklist. What was answered in the same words stands; what changed waits to be confirmed;
 * what left is put into the archive, and what returns comes out of it. Nothing of an answer is lost.
 */
export function carryOver(inputs: CarryInputs): Carried {
  const { audit, from, to } = inputs;
  const groups = groupsOf(from.checklist, to.checklist, inputs.editions);
  const carriage = {
    from: from.checklist,
    to: to.checklist,
    waysTo: { from: waysTo(from.checklist, inputs.editions), to: waysTo(to.checklist, inputs.editions) },
    otherwise: null,
  };
  const archive = audit.archive ?? [];
  const live = bringAll(audit, groups, carriage, inputs.today);
  const open = new Set(
    groups.all.flatMap(({ before, after }) => (before.length === 0 ? after.map(({ id }) => id) : [])),
  );
  const restored = restore(
    archive.filter((entry) => !live.used.has(entry)),
    open,
    carriage,
  );
  const used = new Set([...live.used, ...restored.used]);
  // What is put there again stands as the newest, and once.
  const kept = archive.filter((entry) => !used.has(entry) && !live.archived.some((other) => isSameEntry(entry, other)));
  const answers = withUniqueActions(
    [...live.answers, ...restored.answers],
    [...kept.flatMap(({ response }) => response.actions ?? []), ...closedActions(audit)],
  );
  const carried = compile(inputs, answers, [...kept, ...live.archived]);
  return { audit: carried, carry: summarise(inputs, carried, groups), renamed: renamedIn(groups) };
}

/** Actions of earlier periods, whose ids are never given again. */
function closedActions({ "archived-actions": closed = [] }: Audit): readonly Action[] {
  return closed.map(({ action }) => action);
}

function renamedIn({ all }: Groups): ReadonlyMap<string, string> {
  const plain = all
    .filter(isPlain)
    .flatMap(({ before: [before], after: [after] }) =>
      before === undefined || after === undefined || before.id === after.id ? [] : [[before.id, after.id] as const],
    );
  return new Map(plain);
}

/** The ways from the editions to a checklist, each looked up once. */
function waysTo(to: Checklist, editions: readonly Checklist[]): WayFrom {
  const known = new Map<string, EarlierWay | null>();
  return (id) => {
    const present = known.get(id);
    if (present !== undefined) return present;
    const from = editions.find((edition) => edition.id === id);
    const way = from === undefined ? null : { from, groups: groupsOf(from, to, editions) };
    known.set(id, way);
    return way;
  };
}

interface Brought extends Restored {
  /** What is put into the archive, the day being today. */
  readonly archived: readonly Archived[];
}

/** What becomes of the answers that stand in the audit, group by group, in its order. */
function bringAll(audit: Audit, groups: Groups, carriage: Carriage, today: Day): Brought {
  const answers = new Map<string, Response>();
  const used = new Set<Archived>();
  const archived: Archived[] = [];
  const done = new Set<Group>();
  for (const [id, response] of Object.entries(audit.responses)) {
    const group = groups.before.get(id) ?? null;
    if (group === null) archived.push({ checklist: audit.checklist, requirement: id, on: today, response });
    if (group === null || done.has(group)) continue;
    done.add(group);
    const given = answersIn(group, audit);
    const undone = isPlain(group) ? null : undo(group, given, audit.archive ?? [], carriage);
    for (const [target, answer] of undone?.answers ?? bringGroup(group, given, carriage)) answers.set(target, answer);
    for (const entry of undone?.used ?? []) used.add(entry);
    if (undone === null && !isPlain(group)) archived.push(...toArchive(group, given, audit.checklist, today));
  }
  return { answers, used, archived };
}

function answersIn({ before }: Group, audit: Audit): ReadonlyMap<string, Response> {
  return new Map(
    before.flatMap(({ id }) => {
      const response = responseTo(audit, id);
      return response === undefined ? [] : [[id, response] as const];
    }),
  );
}

function toArchive(
  { before }: Group,
  given: ReadonlyMap<string, Response>,
  checklist: string,
  on: Day,
): readonly Archived[] {
  return before.flatMap((requirement) => {
    const response = given.get(requirement.id);
    return response === undefined
      ? []
      : [{ checklist, requirement: requirement.id, on, response: withQuestion(response, requirement) }];
  });
}

function isSameEntry(a: Archived, b: Archived): boolean {
  return a.checklist === b.checklist && a.requirement === b.requirement && isSameValue(a.response, b.response);
}

/** The audit anew, each key only where it says something, or did before. */
function compile(
  { audit, to, overlays }: CarryInputs,
  answers: readonly (readonly [string, Response])[],
  archive: readonly Archived[],
): Audit {
  const { overlays: named, archive: archivedBefore, "archived-facts": factsBefore, ...rest } = audit;
  const { facts, archived } = keepFacts(audit, to.profile);
  const isOver = (now: number, before: number | undefined) => now === 0 && before !== 0;
  return {
    ...rest,
    checklist: to.checklist.id,
    ...(isOver(overlays.length, named?.length) ? {} : { overlays }),
    organisation: { ...audit.organisation, facts },
    responses: Object.fromEntries(answers),
    ...(isOver(archive.length, archivedBefore?.length) ? {} : { archive }),
    ...(isOver(Object.keys(archived).length, factsBefore && Object.keys(factsBefore).length)
      ? {}
      : { "archived-facts": archived }),
  };
}

function summarise({ audit, from, to }: CarryInputs, carried: Audit, groups: Groups): Carry {
  const before = deriveFacts(audit.organisation.facts, from.profile);
  const now = deriveFacts(carried.organisation.facts, to.profile);
  const wasAsked = ({ appliesWhen }: Requirement) =>
    judge(appliesWhen, before, from.profile).status !== "does-not-apply";
  const isAsked = ({ appliesWhen }: Requirement) => judge(appliesWhen, now, to.profile).status !== "does-not-apply";
  const isNew = ({ id }: Requirement): boolean => {
    const group = groups.after.get(id);
    return (
      !isRated(carried, id) &&
      (group === undefined || !group.before.some(wasAsked) || group.links.some(({ gap }) => gap.length > 0))
    );
  };
  const asked = requirementsOf(to.checklist);
  const rated = asked.filter(({ id }) => isRated(carried, id));
  const waits = ({ id }: Requirement) => responseTo(carried, id)?.["to-confirm"] !== undefined;
  const left = requirementsOf(from.checklist).filter(({ id }) => groups.before.get(id)?.after.length === 0);
  return {
    schema: "carry/1",
    from: from.checklist.id,
    to: to.checklist.id,
    carried: rated.filter((requirement) => !waits(requirement)).map(({ id }) => id),
    toConfirm: rated.filter(waits).map(({ id }) => id),
    added: asked.filter((requirement) => isAsked(requirement) && isNew(requirement)).map(({ id }) => id),
    retired: left.filter((requirement) => isRated(audit, requirement.id) || wasAsked(requirement)).map(({ id }) => id),
  };
}

function isRated(audit: Audit, id: string): boolean {
  return responseTo(audit, id)?.rating !== undefined;
}
