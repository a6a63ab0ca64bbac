import { scan, type ScanInputs } from "../../src/engine/scan.js";
import type { ReadDocument } from "../../src/engine/scan-finding.js";
import type { DocumentFacts, StatedDay, StatedPassage } from "../../src/model/document-facts.js";
import type { Scan, ScanFinding } from "../../src/model/scan.js";
import { leadership, profile, requirement } from "./fixtures.js";

export const today = "2026-11-21";

/** A sound policy of Riverside Youth Project: nothing is wrong with it. */
export function facts(over: Partial<DocumentFacts> = {}): DocumentFacts {
  return {
    kind: "markdown",
    unit: "line",
    title: "Safeguarding policy",
    words: 400,
    isPolicy: true,
    blank: false,
    review: { reviewed: on("2026-03-01"), due: on("2027-03-01"), every: null, impossible: [] },
    approval: { state: "approved", line: 3 },
    oldTerms: [],
    editions: [],
    nation: null,
    audience: "children",
    namesContact: true,
    placeholders: [],
    caseData: [],
    links: [],
    sketch: [],
    passages: [],
    ...over,
  };
}

export function on(day: string, precision: StatedDay["precision"] = "day", line = 2): StatedDay {
  return { day, precision, line };
}

export function passage(requirementId: string, over: Partial<StatedPassage> = {}): StatedPassage {
  return {
    requirement: requirementId,
    strength: "states",
    weight: 2,
    line: 12,
    heading: ["Who to tell"],
    excerpt: "Tell the safeguarding lead.",
    reason: "It says so.",
    ...over,
  };
}

export function document(over: Partial<DocumentFacts> = {}, file = "policies/safeguarding.md"): ReadDocument {
  return { file, facts: facts(over), isDeclared: true, brokenLinks: [] };
}

/** Scans documents for two requirements, one of which has words of English law. */
export function scanOf(documents: readonly ReadDocument[], over: Partial<ScanInputs> = {}): Scan {
  return scan({
    checklist: leadership(requirement("board-lead"), requirement("designated-officer-informed")),
    profile,
    facts: {},
    today,
    version: "0.1.0",
    words: {
      stated: new Set(["board-lead", "designated-officer-informed"]),
      ofEngland: new Set(["designated-officer-informed"]),
      needed: new Map(),
    },
    documents,
    left: [],
    failOn: "error",
    changed: null,
    ...over,
  });
}

export function findingsOf(...documents: readonly ReadDocument[]): readonly ScanFinding[] {
  return scanOf(documents).documents.flatMap(({ findings }) => findings);
}

/** Code, line and message of each finding. */
export function inShort(...documents: readonly ReadDocument[]): readonly unknown[] {
  return findingsOf(...documents).map(({ code, line, message }) => [code, line, message]);
}
