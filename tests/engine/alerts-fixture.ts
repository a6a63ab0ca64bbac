import type { Gap, Report, ReportRequirement } from "../../src/model/report.js";
import type { Scan } from "../../src/model/scan.js";

const reference = { chapter: 2, paragraph: "3", verified: false, source: "safe-cic-2018", law: null } as const;

export function requirement(id: string, title: string, rest: Partial<ReportRequirement> = {}): ReportRequirement {
  return {
    id,
    overlay: null,
    title,
    question: "Is it in place?",
    expectation: "It is in place.",
    force: "should",
    localForce: null,
    reference,
    localReference: null,
    applicability: { status: "applies", reason: "Asked of everyone." },
    rating: "met",
    score: null,
    reason: null,
    note: null,
    moderated: null,
    moderation: null,
    assured: true,
    assurance: "verified",
    evidence: [],
    gaps: [],
    ...rest,
  };
}

export function gap(kind: Gap["kind"], id: string, rest: Partial<Gap> = {}): Gap {
  return {
    kind,
    severity: "error",
    standard: "leadership",
    requirement: id,
    overlay: null,
    title: "Escalation of professional disagreement",
    force: "should",
    localForce: null,
    reference,
    about: null,
    message: "The organisation says that this is not in place.",
    remedy: "Write it down.",
    actions: [],
    waived: false,
    known: false,
    location: { file: "safeguarding/audit.yaml", line: 52, column: 9 },
    ...rest,
  };
}

/** One standard of Riverside Youth Project, checked without documents, waivers or a baseline. */
export const report: Report = {
  schema: "report/1",
  tool: { name: "wt-audit", version: "0.1.0" },
  today: "2026-11-21",
  checklist: {
    id: "working-together-2023",
    title: "Working Together to Safeguard Children 2023",
    status: "restated",
    notice: null,
    safetyNotice: "This audit is no place to report a concern.",
    inForce: { from: "2023-12-15", until: null },
    supersededBy: null,
    overlays: [],
  },
  audit: { period: { from: "2026-01-01", to: "2026-12-31" }, assessors: [], signOff: [] },
  organisation: { name: "Riverside Youth Project", reference: null, facts: {}, duties: [] },
  summary: {
    requirements: { total: 4, applicable: 2, notApplicable: 1, unknown: 1 },
    ratings: { met: 1, partlyMet: 0, notMet: 1, notApplicable: 1, unanswered: 0 },
    assurance: { verified: 1, moderated: 0, attested: 0, none: 0 },
    declared: { low: 0.5, high: 0.5 },
    assured: { low: 0.25, high: 0.5 },
    gaps: { error: 2, warning: 1, note: 0 },
  },
  form: null,
  standards: [
    {
      id: "leadership",
      title: "Leadership and accountability",
      requirements: [
        requirement("line-of-accountability", "Clear line of accountability"),
        requirement("escalation-policy", "Escalation of professional disagreement", { rating: "not-met" }),
      ],
    },
  ],
  gaps: [gap("not-met", "escalation-policy")],
  waivers: [],
  baseline: null,
  documents: null,
  verdict: { passed: false, failOn: "error", reasons: ["1 gap at or above error."] },
};

/** Two policies of Riverside Youth Project, read with no audit beside them. */
export const scan: Scan = {
  schema: "scan/1",
  tool: { name: "wt-audit", version: "0.1.0" },
  today: "2026-11-21",
  checklist: { id: "working-together-2023", title: "Working Together to Safeguard Children 2023", notice: null },
  summary: {
    requirements: { found: 1, needsAPerson: 1, notFound: 1 },
    notAsked: 3,
    documents: { read: 1, left: 1 },
    findings: { error: 1, warning: 0, note: 0 },
  },
  requirements: [
    {
      id: "line-of-accountability",
      title: "Clear line of accountability",
      standard: "Leadership and accountability",
      force: "should",
      result: "found",
      reason: "It says who answers to whom.",
      passages: [],
      waived: false,
      known: false,
    },
    {
      id: "escalation-policy",
      title: "Escalation of professional disagreement",
      standard: "Leadership and accountability",
      force: "should",
      result: "not-found",
      reason: "No document says what to do when professionals disagree.",
      passages: [],
      waived: false,
      known: false,
    },
    {
      id: "whistleblowing",
      title: "Whistleblowing",
      standard: "People",
      force: "must",
      result: "needs-a-person",
      reason: "It is mentioned, and not stated.",
      passages: [
        {
          file: "policies/safeguarding.md",
          line: 30,
          unit: "line",
          heading: ["Concerns"],
          excerpt: "See there.",
          reason: "A mention.",
        },
      ],
      waived: false,
      known: false,
    },
  ],
  documents: [
    {
      file: "policies/safeguarding.md",
      kind: "markdown",
      unit: "line",
      title: "Safeguarding policy",
      reviewed: "2024-03-01",
      reviewDue: "2025-03-01",
      ratified: null,
      editions: [2018],
      jurisdiction: "england",
      audience: "children",
      findings: [
        {
          code: "review-overdue",
          severity: "error",
          line: 4,
          about: null,
          message: "Its review was due on 1 March 2025.",
          hint: "Review the document.",
          waived: false,
          known: false,
        },
      ],
    },
  ],
  left: [{ file: "policies/rota.xlsx", reason: "It is a spreadsheet, and is not read." }],
  verdict: { passed: false, failOn: "error", reasons: ["1 finding at or above error."] },
};
