import type { EditionFile, Requirement } from "../../src/schema/edition.gen.js";
import type { PracticeNote } from "../../src/schema/practice.gen.js";

/** A requirement as an edition file states it. */
export function stated(id: string, over: Partial<Requirement> = {}): Requirement {
  return {
    id,
    title: id.replaceAll("-", " "),
    question: "Is it clear who answers to whom?",
    expectation: "A clear line of accountability.",
    force: "should",
    reference: { chapter: 2, paragraph: "3", verified: false, source: "newsletter-2018" },
    from: [],
    ...over,
  };
}

/** An edition of one standard, leadership, published in 2018. */
export function edition(requirements: readonly Requirement[], over: Partial<EditionFile> = {}): EditionFile {
  return {
    schema: "edition/1",
    id: "working-together-2018",
    title: "Working Together to Safeguard Children 2018",
    published: "2018-07-04",
    "in-force": { from: "2018-07-04", until: "2023-12-14" },
    supersedes: "working-together-2015",
    "superseded-by": "working-together-2023",
    status: "restated",
    "safety-notice": "If a child is in danger, call 999.",
    sources: [{ id: "newsletter-2018", title: "Newsletter", kind: "newsletter" }],
    duties: [],
    standards: [{ id: "leadership", title: "Leadership and accountability", requirements }],
    retired: [],
    ...over,
  };
}

export const note: PracticeNote = {
  why: "So that nobody waits for somebody else.",
  "look-for": ["A chart", "A named trustee"],
  ratings: { met: "In writing.", "partly-met": "Known, not written.", "not-met": "Nobody knows." },
  evidence: [{ kind: "policy", what: "The safeguarding policy" }],
  remedy: { action: "Write down who answers to whom", within: "P3M" },
  review: "P12M",
};
