import type { Response } from "../model/audit.js";
import type { Checklist, Requirement } from "../model/checklist.js";
import { type Group, type Groups, isFirstPart, isPlain, sourcesOf } from "./carry-group.js";
import { joinResponses, withoutActions } from "./carry-join.js";
import { reasonsFor, type Way } from "./carry-reason.js";

/** From where answers are carried, and what is known of other editions that they were given for. */
export interface Carriage {
  readonly from: Checklist;
  readonly to: Checklist;
  /** The ways from the editions that answers were given for. */
  readonly waysTo: { readonly from: WayFrom; readonly to: WayFrom };
  /** Why an answer waits that nothing else makes wait; null: then it does not. */
  readonly otherwise: string | null;
}

/** The way from an edition by its id; null: there is no such edition. */
export type WayFrom = (edition: string) => EarlierWay | null;

export interface EarlierWay {
  readonly from: Checklist;
  readonly groups: Groups;
}

/** An answer where it stands, with the requirement that it answers. */
interface Part {
  readonly response: Response;
  readonly before: Requirement;
}

/**
 * The answers to a group of requirements, by id, as answers to those that it became. One answer of several parts goes
 * to each of them, its actions to the first only.
 */
export function bringGroup(
  group: Group,
  answers: ReadonlyMap<string, Response>,
  carriage: Carriage,
): ReadonlyMap<string, Response> {
  const brought = group.after.flatMap((after): readonly (readonly [string, Response])[] => {
    const parts = sourcesOf(group, after).flatMap((before): readonly Part[] => {
      const response = answers.get(before.id);
      if (response === undefined) return [];
      const isFirst = isFirstPart(group, before, after);
      return [{ response: isFirst ? response : withoutActions(response), before }];
    });
    const [first] = parts;
    if (first === undefined) return [];
    const response = bring([first, ...parts.slice(1)], after, group, carriage);
    return Object.keys(response).length === 0 && !isPlain(group) ? [] : [[after.id, response]];
  });
  return new Map(brought);
}

/** What the parts make; an answer that is not rated has nothing to confirm. */
function bring(parts: readonly [Part, ...Part[]], after: Requirement, group: Group, carriage: Carriage): Response {
  const { from, to } = carriage;
  const [first] = parts;
  // The same edition in the same words: what was said of it stays true, and what was wrong with it stays wrong.
  if (from.id === to.id && isPlain(group) && first.before.digest === after.digest) return first.response;
  const [, ...others] = parts;
  const joined = joinResponses([
    withQuestion(first.response, first.before),
    ...others.map(({ response, before }) => withQuestion(response, before)),
  ]);
  if (joined.rating === undefined) return parts.length === 1 ? first.response : joined;
  const marks = parts.map(({ response }) => marksOf(response));
  const origins = new Set(parts.map(({ response }) => originOf(response, carriage.from)));
  const [origin = carriage.from.id] = origins.size === 1 ? origins : [];
  const own = eachOf(marks.map((mark) => mark.own)).join("\n");
  const waiting = { origin, ours: eachOf(marks.map((mark) => mark.ours)), question: String(joined.question) };
  const reasons = reasonsNow(waiting, first.before, after, group, carriage);
  if (reasons.length > 0) {
    const why = [...(own === "" ? [] : [own]), reasons.join(" ")].join("\n");
    return { ...joined, "to-confirm": why, "carried-from": origin };
  }
  if (parts.length === 1 && waiting.ours.length === 0) return first.response;
  return own === "" ? joined : { ...joined, "to-confirm": own };
}

/** The answer with the digest of what was asked, which its requirement tells where it does not itself. */
export function withQuestion(response: Response, { digest }: Requirement): Response {
  return response.rating === undefined || response.question !== undefined
    ? response
    : { ...response, question: digest };
}

interface Waiting {
  /** The edition that the answer was given for. */
  readonly origin: string;
  /** Why it waits already, since it was carried from there. */
  readonly ours: readonly string[];
  readonly question: string;
}

/** Why the answer has to be confirmed now: by the whole way from the edition that it was given for, where that is known. */
function reasonsNow(
  { origin, ours, question }: Waiting,
  before: Requirement,
  after: Requirement,
  group: Group,
  carriage: Carriage,
): readonly string[] {
  const { from, to, waysTo, otherwise } = carriage;
  const here = { from, to, group };
  const way = origin === from.id ? here : wholeWay(origin, after, carriage);
  if (way === null) {
    if (origin === to.id && question === after.digest) return [];
    return eachOf([...ours, ...reasonsFor(here, after, question)]);
  }
  const reasons = reasonsFor(way, after, question);
  if (reasons.length > 0) return reasons;
  if (!isPlain(group)) return reasonsFor(here, after, question);
  if (origin === to.id) return isOfAnother(question, after, to) ? ours : [];
  // What several answers made, or a part of one, is no answer to what one of them was given for.
  const made = waysTo.from(origin)?.groups.after.get(before.id);
  const isWhole = made === undefined || isPlain(made);
  // What waits beside its own wording waits for something else than the wording.
  if (ours.length > 0 && (!isWhole || before.digest === question)) return ours;
  return otherwise === null ? [] : [otherwise];
}

/** Whether it was asked in these words of another requirement: what several answers made comes back, and is none of them. */
function isOfAnother(question: string, after: Requirement, { standards }: Checklist): boolean {
  const all = standards.flatMap(({ requirements }) => requirements);
  return question !== after.digest && all.some(({ digest }) => digest === question);
}

function wholeWay(origin: string, after: Requirement, { to, waysTo }: Carriage): Way | null {
  const earlier = waysTo.to(origin);
  const group = earlier?.groups.after.get(after.id);
  return earlier === null || group === undefined || group.before.length === 0
    ? null
    : { from: earlier.from, to, group };
}

function originOf(response: Response, from: Checklist): string {
  return response["to-confirm"] === undefined ? from.id : (response["carried-from"] ?? from.id);
}

/** Why an answer waits: what stood there before it was carried, and, on a line of its own, what carrying it said. */
function marksOf(response: Response): { readonly own: string | undefined; readonly ours: string | undefined } {
  const why = response["to-confirm"];
  if (why === undefined || response["carried-from"] === undefined) return { own: why, ours: undefined };
  const at = why.lastIndexOf("\n");
  return { own: at < 0 ? undefined : why.slice(0, at), ours: why.slice(at + 1) };
}

function eachOf(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== undefined);
}
