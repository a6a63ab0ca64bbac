import {
  type Action,
  type Audit,
  isOpen,
  moderatedLower,
  ratingInfo,
  type Response,
  responseTo,
} from "../model/audit.js";
import { type Checklist, requirementsOf } from "../model/checklist.js";
import { type Day, describeDay } from "../model/day.js";
import type { EvidenceReadings } from "../model/evidence.js";
import type { Composed } from "../model/overlay.js";
import { describePeriod, type Period } from "../model/period.js";
import type { Carry } from "../schema/carry.gen.js";
import type { Carried } from "./carry.js";
import { readingOf } from "./evidence-rules.js";
import { plan } from "./plan.js";
import { isLower } from "./response-rules.js";
import { lookAtEvidence } from "./unchanged.js";

export interface ReviewInputs {
  /** The audit whose answers come forward. */
  readonly before: Audit;
  /** The same, carried to the checklist of the new period. */
  readonly carried: Carried;
  readonly to: Composed;
  readonly period: Period;
  /** Digest of the file of the audit before. */
  readonly sha256: string;
}

/** The audit of the next period, and what became of the one before. */
export interface Review {
  readonly audit: Audit;
  /** What came along, all of it to be confirmed. */
  readonly carry: Carry;
  readonly counts: {
    /** Asked of the organisation, not new, and without an answer. */
    readonly unanswered: number;
    readonly openActions: number;
    readonly closedActions: number;
    /** Open ones that go to the archive with an answer to what is no longer asked. */
    readonly retiredActions: number;
    /** What was said of the audit before, and stays with it. */
    readonly moderated: number;
    readonly signOffs: number;
  };
}

/**
 * The audit of the next period: every answer comes forward to be confirmed, with its evidence and its open actions.
 * Closed actions go to the archive; a moderation or a sign-off was of the audit before, and stays there. That an answer
 * was moderated lower comes along as a reason to give it anew.
 */
export function startReview({ before, carried, to, period, sha256 }: ReviewInputs): Review {
  const reason = `Carried forward from the audit of ${describePeriod(before.period)}.`;
  const { responses, "sign-off": signOffs = [], "archived-actions": archivedBefore = [], ...rest } = carried.audit;
  const entries = Object.entries(responses);
  const closed = entries.flatMap(([requirement, { actions = [] }]) =>
    actions.filter((action) => !isOpen(action)).map((action) => ({ requirement, action })),
  );
  const archived = [...archivedBefore, ...closed];
  const wordings = new Map(requirementsOf(to.checklist).map(({ id, digest }) => [id, { question: digest }]));
  const audit: Audit = {
    ...rest,
    period,
    previous: { checklist: before.checklist, period: before.period, sha256 },
    responses: Object.fromEntries(
      entries.map(([id, response]) => [id, bringForward(response, reason, wordings.get(id))]),
    ),
    ...(archived.length === 0 ? {} : { "archived-actions": archived }),
  };
  const carry = carryOf(carried.carry, to.checklist);
  return {
    audit,
    carry,
    counts: {
      unanswered: unansweredIn(audit, to, new Set(carry.added)),
      openActions: Object.values(audit.responses).flatMap(({ actions = [] }) => actions).length,
      closedActions: closed.length,
      retiredActions: openOf(carry.retired, before),
      moderated: entries.filter(([, { moderated }]) => moderated !== undefined).length,
      signOffs: signOffs.length,
    },
  };
}

/** What was answered without noting its wording, and was carried as it is, was answered in the words of its edition. */
function bringForward(response: Response, reason: string, wording: Pick<Response, "question"> | undefined): Response {
  const { moderated: _before, actions = [], ...rest } = response;
  const open = actions.filter(isOpen);
  return {
    ...(response.rating === undefined ? {} : wording),
    ...rest,
    ...withOpen(open),
    ...(response.rating === undefined ? {} : { "to-confirm": whyNow(response, reason) }),
  };
}

function openOf(retired: readonly string[], { responses }: Audit): number {
  const ids = new Set(retired);
  return Object.entries(responses)
    .flatMap(([id, { actions = [] }]) => (ids.has(id) ? actions : []))
    .filter(isOpen).length;
}

function withOpen(open: readonly Action[]): Pick<Response, "actions"> {
  return open.length === 0 ? {} : { actions: open };
}

/**
 * Each reason is a line. What carrying to another edition said stays the last: when that is undone it goes, and the
 * answer still waits.
 */
function whyNow(response: Response, reason: string): string {
  const { "to-confirm": why, "carried-from": edition } = response;
  const lines = why?.split("\n") ?? [];
  const said = edition === undefined ? lines : lines.slice(0, -1);
  const ofEdition = edition === undefined ? [] : lines.slice(-1);
  return [...said.filter((line) => line !== reason), ...lowered(response), reason, ...ofEdition].join("\n");
}

function lowered({ rating, moderated }: Response): readonly string[] {
  if (rating === undefined || moderated === undefined || !isLower(moderated.rating, rating)) return [];
  return [`${moderatedLower}, as ${ratingInfo[moderated.rating].toLowerCase()}, on ${describeDay(moderated.on)}.`];
}

/** As the answers were carried, but that none stands before it is confirmed. In checklist order. */
function carryOf({ carried, toConfirm, ...rest }: Carry, checklist: Checklist): Carry {
  const waiting = new Set([...carried, ...toConfirm]);
  const inOrder = requirementsOf(checklist).flatMap(({ id }) => (waiting.has(id) ? [id] : []));
  return { ...rest, carried: [], toConfirm: inOrder };
}

function unansweredIn(audit: Audit, { checklist, profile }: Composed, added: ReadonlySet<string>): number {
  return plan(checklist, profile, audit).steps.filter(
    ({ requirement: { id } }) => !added.has(id) && responseTo(audit, id)?.rating === undefined,
  ).length;
}

/** How the evidence of one answer stands now. */
export interface EvidenceLook {
  readonly requirement: string;
  readonly state: "as-it-was" | "needs-a-look" | "without-evidence";
  /** Why it needs a look, in sentences. */
  readonly reasons: readonly string[];
}

/** Looks again at the evidence of every answer to be confirmed, in the order of `carry`. */
export function lookAgain(
  { audit, carry }: Review,
  checklist: Checklist,
  readings: EvidenceReadings,
  today: Day,
): readonly EvidenceLook[] {
  const requirements = new Map(requirementsOf(checklist).map((requirement) => [requirement.id, requirement]));
  return carry.toConfirm.flatMap((id): readonly EvidenceLook[] => {
    const [requirement, response] = [requirements.get(id), responseTo(audit, id)];
    if (requirement === undefined || response === undefined) return [];
    const looked = lookAtEvidence(response, requirement, (cited) => readingOf(cited, readings), today);
    const reasons = looked.flatMap(({ against }) => against);
    const state = looked.length === 0 ? "without-evidence" : reasons.length === 0 ? "as-it-was" : "needs-a-look";
    return [{ requirement: id, state, reasons }];
  });
}
