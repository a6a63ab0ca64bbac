import { compare, type ToCompare } from "../../src/engine/compare.js";
import { buildReport, type ReportInputs } from "../../src/engine/report.js";
import type { Audit, Response } from "../../src/model/audit.js";
import type { Checklist } from "../../src/model/checklist.js";
import { usualGate } from "../../src/model/gate.js";
import type { Comparison } from "../../src/schema/comparison.gen.js";
import {
  audit,
  checklist,
  leadership,
  minutes,
  policy,
  profile,
  readings,
  requirement,
  standard,
  today,
} from "./fixtures.js";

export const lastYear = { from: "2025-01-01", to: "2025-12-31" };
export const thisYear = { from: "2026-01-01", to: "2026-12-31" };

export const three = leadership(requirement("board-lead"), requirement("supervision"), requirement("culture"));

export interface Given {
  readonly over?: Partial<Audit>;
  readonly asks?: Checklist;
  readonly inputs?: Partial<ReportInputs>;
  readonly file?: string;
}

/** An audit of last year, as it stood on its last day. */
export function older(responses: Audit["responses"], given: Given = {}): ToCompare {
  return judged(responses, { period: lastYear, ...given.over }, "2025-12-31", { file: "2025.yaml", ...given });
}

/** The audit of this year, as it stands today. */
export function newer(responses: Audit["responses"], given: Given = {}): ToCompare {
  return judged(responses, { period: thisYear, ...given.over }, today, { file: "2026.yaml", ...given });
}

function judged(
  responses: Audit["responses"],
  over: Partial<Audit>,
  day: string,
  { asks = three, inputs = {}, file = "audit.yaml" }: Given,
): ToCompare {
  const made = { ...audit(responses), checklist: asks.id, ...over };
  const report = buildReport({
    checklist: asks,
    profile,
    audit: made,
    readings: readings(),
    today: day,
    maxAge: "P12M",
    gate: usualGate,
    version: "0.1.0",
    digest: (text) => text,
    scale: null,
    locate: () => null,
    ...inputs,
  });
  return { report, audit: made, checklist: asks, file };
}

/** What changed in one requirement, board-lead, from one response to another; null: unanswered. */
export function between(
  then: Response | null,
  now: Response | null,
  given: { readonly was?: Given; readonly now?: Given } = {},
) {
  const responses = (response: Response | null) => (response === null ? {} : { "board-lead": response });
  const asks = leadership(requirement("board-lead"));
  return compare(
    [older(responses(then), { asks, ...given.was }), newer(responses(now), { asks, ...given.now })],
    [asks],
    today,
  );
}

/** Where the gaps of each kind went. */
export function ends({ gaps }: Comparison) {
  return {
    closed: gaps.closed.map(({ kind }) => kind),
    opened: gaps.opened.map(({ kind }) => kind),
    gone: gaps.gone.map(({ kind }) => kind),
    unproven: gaps.unproven.map(({ kind, why }) => `${kind}: ${why}`),
  };
}

/** An entry of the minute book, in date on the last day of last year. */
export const oldMinutes = { ...minutes, reviewed: "2025-05-12" };
export const metThen = { rating: "met", evidence: [oldMinutes] } as const satisfies Response;
export const metNow = { rating: "met", evidence: [minutes] } as const satisfies Response;

/** The policy as it was in date last year; its digest was kept. */
export const oldPolicy = policy({ reviewed: "2025-03-01", "review-due": "2026-03-01", sha256: "a".repeat(64) });

/** An edition before the one of the fixtures. */
export function edition2018(...requirements: Parameters<typeof standard>[1][]): Checklist {
  return checklist([standard("leadership", ...requirements)], {
    id: "working-together-2018",
    title: "Working Together to Safeguard Children 2018",
    published: "2018-07-04",
    inForce: { from: "2018-07-04", until: "2023-12-14" },
    supersedes: null,
    supersededBy: "working-together-2023",
  });
}

/** The edition of the fixtures, what it asks coming from the one before. */
export function edition2023(...requirements: Parameters<typeof standard>[1][]): Checklist {
  return checklist([standard("leadership", ...requirements)], { supersedes: "working-together-2018" });
}
