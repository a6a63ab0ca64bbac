import { type Audit, type Evidence, responseTo } from "../model/audit.js";
import { bindingForce, type Requirement, requirementsOf } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { ListedAction } from "../schema/actions.gen.js";
import { type ActionFilter, findActions, isOfRequirement, isWanted, lastDay, type PlannedAudit } from "./actions.js";

/** Something that falls due. */
export type CalendarEntry = ActionEntry | ReviewEntry;

/** The day of an action. */
export interface ActionEntry {
  readonly kind: "action";
  readonly uid: string;
  readonly day: Day;
  readonly action: ListedAction;
  /** What the practice note suggests for the requirement. */
  readonly remedy: string;
}

/** The review of one document, whatever it is cited for. */
export interface ReviewEntry {
  readonly kind: "review";
  readonly uid: string;
  readonly day: Day;
  readonly organisation: string;
  readonly title: string;
  /** Its path or location, as the audit has it. */
  readonly place: string;
  readonly requirements: readonly Pick<Requirement, "id" | "title">[];
}

/** What falls due, by day. */
export interface Calendar {
  readonly today: Day;
  readonly entries: readonly CalendarEntry[];
}

/** A digest of a text, of letters and digits alone. */
export type Digest = (text: string) => string;

/**
 * The open actions that have a day, and the documents cited whose review does. The review of a document is nobody's
 * action, so that where an owner is asked for there are none.
 */
export function planCalendar(
  audits: readonly PlannedAudit[],
  filter: ActionFilter,
  today: Day,
  digest: Digest,
): Calendar {
  const named = names(digest);
  // Closed ones stay out whatever is asked for: nothing of them falls due.
  const open: ActionFilter = { ...filter, all: false };
  const entries = [...actionEntries(audits, open, today, named), ...reviewEntries(audits, open, today, named)];
  return { today, entries: entries.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))) };
}

/** Names an entry by whose it is and what it is; never by its day, so that a program moves the one that it knows. */
type Name = (audit: Audit, ...what: readonly string[]) => string;

/** The second of the same name, in another audit of the organisation for instance, is told apart by its number. */
function names(digest: Digest): Name {
  const counts = new Map<string, number>();
  return ({ organisation: { reference, name } }, ...what) => {
    const key = JSON.stringify([reference ?? name, ...what]);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return `${digest(count === 1 ? key : `${key} ${count}`)}@wt-audit`;
  };
}

function actionEntries(
  audits: readonly PlannedAudit[],
  filter: ActionFilter,
  today: Day,
  named: Name,
): readonly ActionEntry[] {
  // All are named before some are chosen, so that a name does not depend on what is asked for.
  return findActions(audits, today)
    .map(({ given, requirement, listed }) => ({
      given,
      requirement,
      listed,
      uid: named(given.audit, "action", requirement.id, listed.id),
    }))
    .flatMap(({ requirement, listed, uid }) =>
      listed.due !== null && isWanted(listed, filter, today)
        ? [{ kind: "action", uid, day: listed.due, action: listed, remedy: requirement.practice.remedy.action }]
        : [],
    );
}

/** A document as it is cited with one day; `isAskedFor`: whether one that is wanted cites it. */
interface CitedReview {
  readonly audit: Audit;
  readonly day: Day;
  readonly title: string;
  readonly place: string;
  /** What it is known by, whatever its day. */
  readonly what: readonly string[];
  readonly requirements: Pick<Requirement, "id" | "title">[];
  isAskedFor: boolean;
}

function reviewEntries(
  audits: readonly PlannedAudit[],
  filter: ActionFilter,
  today: Day,
  named: Name,
): readonly ReviewEntry[] {
  const last = lastDay(filter, today);
  return audits
    .flatMap((given) => [...citedReviews(given, filter).values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)))
    .map((review) => ({ ...review, uid: named(review.audit, "review", ...review.what) }))
    .filter(({ day, isAskedFor }) => {
      const isInTime = (last === null || day <= last) && (!filter.overdue || day < today);
      return filter.owner === null && isAskedFor && isInTime;
    })
    .map(({ audit, uid, day, title, place, requirements }) => ({
      kind: "review",
      uid,
      day,
      organisation: audit.organisation.name,
      title,
      place,
      requirements,
    }));
}

/** The documents of one audit whose review has a day, one for each document and day. */
function citedReviews({ audit, checklist }: PlannedAudit, filter: ActionFilter): ReadonlyMap<string, CitedReview> {
  const reviews = new Map<string, CitedReview>();
  for (const requirement of requirementsOf(checklist)) {
    const response = responseTo(audit, requirement.id);
    const isAskedFor = isOfRequirement(requirement.id, bindingForce(requirement), filter);
    for (const cited of response?.evidence ?? []) {
      const day = cited["review-due"];
      if (day === undefined) continue;
      const { title } = cited;
      const place = placeOf(cited);
      // Two things in one minute book are two; one file is one, whatever it is called where it is cited.
      const what = cited.path === undefined ? [place, title] : [place];
      const key = JSON.stringify([...what, day]);
      const review = reviews.get(key) ?? { audit, day, title, place, what, requirements: [], isAskedFor: false };
      reviews.set(key, review);
      review.isAskedFor ||= isAskedFor;
      if (review.requirements.at(-1)?.id !== requirement.id)
        review.requirements.push({ id: requirement.id, title: requirement.title });
    }
  }
  return reviews;
}

/** The file without the heading in it, since it is reviewed as a whole; a # before the ending is part of its name. */
function placeOf({ path, location = "" }: Evidence): string {
  return path?.replace(/(?<=\.[^./#]{1,10})#.*$/u, "") ?? location;
}
