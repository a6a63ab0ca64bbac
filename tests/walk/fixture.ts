import type { Audit } from "../../src/model/audit.js";
import { applyChange, type AuditChange } from "../../src/model/change.js";
import type { Checklist, Condition, Requirement } from "../../src/model/checklist.js";
import type { EvidenceCheck, EvidenceDesk, FoundPassage } from "../../src/model/evidence.js";
import type { Profile } from "../../src/model/profile.js";
import type { Walk } from "../../src/walk/walk.js";

/** Harbour Juniors, a made-up sailing club for children. */
export const profile: Profile = {
  schema: "profile/1",
  facts: [
    {
      id: "employs-staff",
      title: "Employs staff",
      question: "Do you employ anyone?",
      help: "Paid by you, full time or part time.",
      kind: "yes-no",
    },
    {
      id: "staff-abroad",
      title: "Staff abroad",
      question: "Does anyone you employ work abroad?",
      kind: "yes-no",
      "ask-when": { "employs-staff": true },
      otherwise: false,
    },
    {
      id: "sector",
      title: "Kind of organisation",
      question: "What kind of organisation are you?",
      kind: "choices",
      choices: [
        { value: "voluntary", title: "Charity or voluntary organisation" },
        { value: "sport", title: "Sports club", help: "A club that trains or competes." },
        { value: "health", title: "Health provider" },
      ],
    },
  ],
};

function requirement(id: string, question: string, appliesWhen: Condition | null = null): Requirement {
  return {
    id,
    overlay: null,
    title: question.replace(/^Is there |\?$/g, ""),
    question,
    expectation: `The club is expected to have it: ${id}.`,
    points: ["It is written down."],
    force: id === "reporting" ? "must" : "should",
    localForce: null,
    reference: {
      chapter: 2,
      paragraph: "3",
      verified: false,
      source: "club-guide",
      law: id === "reporting" ? "Children Act 2004" : null,
    },
    appliesWhen,
    from: [],
    note: null,
    digest: `0000000${id.length % 10}`,
    practice: {
      why: `Without ${id}, no one knows what to do.`,
      lookFor: ["People can say where it is."],
      ratings: { met: "It is there and known.", partlyMet: "It is there, not known.", notMet: "It is not there." },
      evidence: [{ kind: "document", what: `the ${id} page` }],
      remedy: { action: `Write the ${id} page`, within: "P1M" },
      review: "P1Y",
    },
  };
}

export const checklist: Checklist = {
  schema: "checklist/1",
  id: "club-2018",
  title: "Club guide 2018",
  published: "2018-07-04",
  inForce: { from: "2018-07-04", until: null },
  status: "carried-over",
  notice: "This list is carried over from 2013.",
  safetyNotice: "This is no place to report a concern. If a child is in danger, call 999.",
  supersedes: null,
  supersededBy: null,
  overlays: [],
  form: null,
  sources: [],
  duties: [],
  standards: [
    {
      id: "leadership",
      title: "Leadership",
      requirements: [
        requirement("lead", "Is there someone in the lead?"),
        requirement("policy", "Is there a policy?"),
        requirement("ward", "Is there a lead on every ward?", { sector: "health" }),
      ],
    },
    {
      id: "people",
      title: "People",
      requirements: [
        requirement("checks", "Is there a check before anyone is employed?", { "employs-staff": true }),
        requirement("reporting", "Is there a way to report a concern?"),
        requirement("visas", "Is there a check of people abroad?", { "staff-abroad": true }),
      ],
    },
  ],
  retired: [],
};

export const emptyAudit: Audit = {
  schema: "audit/1",
  checklist: "club-2018",
  organisation: { name: "", facts: {} },
  period: { from: "2026-01-01", to: "2026-12-31" },
  responses: {},
};

/** The audit after name, role and facts: four requirements apply. */
export const readyAudit: Audit = {
  ...emptyAudit,
  organisation: { name: "Harbour Juniors", facts: { "employs-staff": true, "staff-abroad": false, sector: ["sport"] } },
  assessors: [{ role: "Welfare officer" }],
};

export const today = "2026-09-29";

const files: Readonly<Record<string, Pick<EvidenceCheck, "warnings" | "sha256">>> = {
  "policies/child-policy.md": { warnings: [], sha256: "a".repeat(64) },
  "policies/child-policy.md#who-to-tell": { warnings: [], sha256: "c".repeat(64) },
  "policies/draft.md": { warnings: ["The document still says TODO."], sha256: "b".repeat(64) },
};

export const desk: EvidenceDesk = {
  passages: async () => [],
  complete: async (typed) =>
    typed === "" ? ["policies/"] : Object.keys(files).filter((path) => path.startsWith(typed)),
  inspect: async (path) => {
    const found = files[path];
    if (found === undefined)
      return { path, problem: "There is no such file.", warnings: [], sha256: null, reading: null };
    const reading = { kind: "present", read: true, blank: false, sha256: found.sha256 ?? "" } as const;
    return { path, problem: null, ...found, reading };
  },
};

/** A passage that states a requirement. */
export function passage(over: Partial<FoundPassage> = {}): FoundPassage {
  return {
    path: "policies/child-policy.md#who-to-tell",
    place: "policies/child-policy.md:12, Who to tell",
    excerpt: "Tell the lead on the same day.",
    result: "states",
    ...over,
  };
}

/** The desk with passages found for the first requirement. */
export function deskWith(...found: readonly FoundPassage[]): { readonly evidence: EvidenceDesk } {
  return { evidence: { ...desk, passages: async (id) => (id === "lead" ? found : []) } };
}

/** A walk over memory that counts what it saved, and knows whether a save is under way. */
export function walkOver(audit: Audit, more: Partial<Walk> = {}) {
  const saved: AuditChange[] = [];
  const disk = { audit, isSaving: false };
  const walk: Walk = {
    checklist,
    profile,
    audit,
    selection: {},
    today,
    evidence: desk,
    record: async (change) => {
      disk.isSaving = true;
      await new Promise((resolve) => setImmediate(resolve));
      disk.audit = applyChange(disk.audit, change);
      disk.isSaving = false;
      saved.push(change);
      return disk.audit;
    },
    ...more,
  };
  return { walk, saved, disk };
}
