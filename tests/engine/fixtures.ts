import type { ActionFilter } from "../../src/engine/actions.js";
import { assess } from "../../src/engine/assess.js";
import type { Finding } from "../../src/engine/finding.js";
import type { Action, Audit, Evidence, Facts, Response } from "../../src/model/audit.js";
import type { Checklist, Condition, Force, Requirement, Standard } from "../../src/model/checklist.js";
import type { EvidenceReading, EvidenceReadings } from "../../src/model/evidence.js";
import type { Fact, Profile } from "../../src/model/profile.js";
import type { Gap, GapKind, Summary } from "../../src/model/report.js";

/** The day on which the Riverside Youth Project looks at its audit. */
export const today = "2026-06-01";

/** A fact that is answered yes or no. */
export function yesNo(id: string, over: Partial<Fact> = {}): Fact {
  const words = id.replaceAll("-", " ");
  return { id, title: words, question: `Is it so: ${words}?`, kind: "yes-no", ...over };
}

export const profile: Profile = {
  schema: "profile/1",
  facts: [
    {
      id: "sector",
      title: "your organisation",
      question: "What kind of organisation are you?",
      kind: "choices",
      choices: [
        { value: "voluntary-or-private", title: "voluntary or private body" },
        { value: "school-or-college", title: "school or college" },
        { value: "police", title: "police force" },
      ],
    },
    yesNo("employs-staff"),
    yesNo("has-volunteers"),
    yesNo("recruits", {
      "ask-when": { any: [{ "employs-staff": true }, { "has-volunteers": true }] },
      otherwise: false,
    }),
    yesNo("commissions-services"),
  ],
};

/** What the Riverside Youth Project says of itself. */
export const riversideFacts: Facts = {
  sector: ["voluntary-or-private"],
  "employs-staff": true,
  "has-volunteers": true,
  recruits: true,
  "commissions-services": false,
};

export function requirement(id = "line-of-accountability", over: Partial<Requirement> = {}): Requirement {
  return {
    id,
    overlay: null,
    title: id.replaceAll("-", " "),
    question: "Is it clear, in writing, who answers to whom for safeguarding?",
    expectation: "A clear line of accountability.",
    points: [],
    force: "should",
    localForce: null,
    reference: { chapter: 2, paragraph: "3", verified: false, source: "safe-cic-2018", law: null },
    appliesWhen: null,
    from: [],
    note: null,
    digest: "5d41402a",
    practice: {
      why: "So that nobody waits for somebody else.",
      lookFor: ["A chart", "A named trustee"],
      ratings: { met: "In writing.", partlyMet: "Known, not written.", notMet: "Nobody knows." },
      evidence: [{ kind: "policy", what: "The safeguarding policy" }],
      remedy: { action: "Write down who answers to whom", within: "P3M" },
      review: "P12M",
    },
    ...over,
  };
}

export function standard(id: string, ...requirements: readonly Requirement[]): Standard {
  return { id, title: id.replaceAll("-", " "), requirements };
}

export function checklist(standards: readonly Standard[], over: Partial<Checklist> = {}): Checklist {
  return {
    schema: "checklist/1",
    id: "working-together-2023",
    title: "Working Together to Safeguard Children 2023",
    published: "2023-12-15",
    inForce: { from: "2023-12-15", until: "2026-03-17" },
    status: "restated",
    notice: null,
    safetyNotice: "If a child is in danger, call 999.",
    supersedes: "working-together-2018",
    supersededBy: "working-together-2026",
    overlays: [],
    form: null,
    sources: [{ id: "safe-cic-2018", title: "Safe CIC", kind: "newsletter", note: null }],
    duties: [],
    standards,
    retired: [],
    ...over,
  };
}

/** One standard, leadership, with requirements of these ids: a force or a condition makes them special. */
export function leadership(...requirements: readonly Requirement[]): Checklist {
  return checklist([standard("leadership", ...requirements)]);
}

export function audit(responses: Audit["responses"], facts: Facts = riversideFacts, over: Partial<Audit> = {}): Audit {
  return {
    schema: "audit/1",
    checklist: "working-together-2023",
    organisation: { name: "Riverside Youth Project", facts },
    period: { from: "2026-01-01", to: "2026-12-31" },
    responses,
    ...over,
  };
}

/** The safeguarding policy, in date on `today`. */
export function policy(over: Partial<Evidence> = {}): Evidence {
  return {
    title: "Safeguarding policy",
    path: "policies/safeguarding.md",
    reviewed: "2026-03-01",
    "review-due": "2027-03-01",
    ...over,
  };
}

/** An entry in the trustees' minute book, which cannot be read. */
export const minutes: Evidence = {
  title: "Trustees' minutes",
  location: "Minute book 2026-05-12 item 4",
  reviewed: "2026-05-12",
};

export const soundDigest = "a".repeat(64);

export function present(over: Partial<Extract<EvidenceReading, { kind: "present" }>> = {}): EvidenceReading {
  return { kind: "present", read: true, blank: false, sha256: soundDigest, ...over };
}

export function readings(reading: EvidenceReading = present()): EvidenceReadings {
  return new Map([["policies/safeguarding.md", reading]]);
}

export function action(over: Partial<Action> = {}): Action {
  return { id: "A1", what: "Appoint a trustee", owner: "Chair", due: "2026-09-30", status: "open", ...over };
}

export interface Circumstances {
  readonly force?: Force;
  readonly appliesWhen?: Condition;
  readonly facts?: Facts;
  readonly reading?: EvidenceReading;
  readonly readings?: EvidenceReadings;
  readonly today?: string;
  readonly maxAge?: string;
  readonly period?: Audit["period"];
}

/** The finding about one requirement with this response; null: none. */
export function find(
  response: Response | null,
  { force = "should", appliesWhen, ...given }: Circumstances = {},
): Finding {
  const asked = requirement("line-of-accountability", { force, appliesWhen: appliesWhen ?? null });
  const period = given.period === undefined ? {} : { period: given.period };
  const [finding] = assess({
    checklist: leadership(asked),
    profile,
    audit: audit(
      response === null ? {} : { "line-of-accountability": response },
      given.facts ?? riversideFacts,
      period,
    ),
    readings: given.readings ?? readings(given.reading),
    today: given.today ?? today,
    maxAge: given.maxAge ?? "P12M",
  });
  if (finding === undefined) throw new Error("one requirement makes one finding");
  return finding;
}

/** The kinds of the gaps of that finding. */
export function kinds(response: Response | null, given: Circumstances = {}): readonly GapKind[] {
  return find(response, given).gaps.map(({ kind }) => kind);
}

export function gap(over: Partial<Gap> = {}): Gap {
  const { title, reference } = requirement();
  return {
    kind: "not-met",
    severity: "error",
    standard: "leadership",
    requirement: "line-of-accountability",
    overlay: null,
    title,
    force: "should",
    localForce: null,
    reference,
    about: null,
    message: "The organisation says that this is not in place.",
    remedy: "Write it down.",
    actions: [],
    waived: false,
    known: false,
    location: null,
    ...over,
  };
}

/** A summary with one requirement that applies and is met with sound evidence. */
export function summary(over: Partial<Summary> = {}): Summary {
  return {
    requirements: { total: 1, applicable: 1, notApplicable: 0, unknown: 0 },
    ratings: { met: 1, partlyMet: 0, notMet: 0, notApplicable: 0, unanswered: 0 },
    assurance: { verified: 1, moderated: 0, attested: 0, none: 0 },
    declared: { low: 1, high: 1 },
    assured: { low: 1, high: 1 },
    gaps: { error: 0, warning: 0, note: 0 },
    ...over,
  };
}

/** The open actions, whosever they are and whenever they are due. */
export const openActions: ActionFilter = {
  due: null,
  overdue: false,
  owner: null,
  requirements: null,
  forces: null,
  all: false,
};
