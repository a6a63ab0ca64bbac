import type { Evidence } from "../model/audit.js";
import { addDuration, type Day, describeDay, describeDuration } from "../model/day.js";
import type { DocumentFacts, StatedPassage } from "../model/document-facts.js";
import type { EvidenceReading, EvidenceReadings, EvidenceSays } from "../model/evidence.js";
import { describeFrom, firstDay } from "./old-term.js";
import type { GapKind, ReportEvidence } from "../model/report.js";
import { type GapRule, gapIn, type StatedGap } from "./finding.js";

/** What one piece of evidence is judged by. */
interface Judged {
  readonly evidence: Evidence;
  /** null: a location, which cannot be read. */
  readonly reading: EvidenceReading | null;
  readonly today: Day;
  /** The practice note's interval, an ISO 8601 duration. */
  readonly review: string;
}

interface EvidenceProblem {
  readonly kind: GapKind;
  readonly message: string;
  readonly key: string;
}

type EvidenceRule = (judged: Judged) => EvidenceProblem | null;

/** A rule that looks at the document alone. */
type SaysRule = (judged: Pick<Judged, "reading" | "today">) => EvidenceProblem | null;

const missing: EvidenceRule = ({ reading }) =>
  reading?.kind === "missing" ? { kind: "evidence-missing", message: `${reading.what}.`, key: "path" } : null;

const blank: EvidenceRule = ({ reading }) =>
  reading?.kind === "present" && reading.blank
    ? { kind: "evidence-blank", message: "it holds no content, or nothing but placeholders.", key: "path" }
    : null;

const changed: EvidenceRule = ({ evidence, reading }) =>
  reading?.kind === "present" && evidence.sha256 !== undefined && evidence.sha256 !== reading.sha256
    ? { kind: "evidence-changed", message: "it has changed since it was assessed.", key: "sha256" }
    : null;

const unratified: SaysRule = ({ reading }) => {
  const facts = saidBy(reading)?.facts;
  if (facts?.approval.state !== "draft") return null;
  const message = `it says${at(facts.approval.line, facts)} that it is a draft, or not approved.`;
  return { kind: "evidence-unratified", message, key: "path" };
};

/** A term or an edition that has had its day, in the part that is cited. */
const superseded: SaysRule = ({ reading, today }) => {
  const says = saidBy(reading);
  const old = says?.facts.oldTerms.find(
    ({ history, from, line }) => !history && firstDay(from) <= today && line >= says.from && line <= says.to,
  );
  if (says === null || old === undefined) return null;
  const since = `which has not been current since ${describeFrom(old.from)}`;
  const message = `it speaks of "${old.term}"${at(old.line, says.facts)}, ${since}.`;
  return { kind: "evidence-superseded", message, key: "path" };
};

/** " on line 5", " on page 2", " in paragraph 7"; nothing where no place is known. */
function at(line: number | null, { unit }: DocumentFacts): string {
  return line === null ? "" : ` ${unit === "paragraph" ? "in" : "on"} ${unit} ${line}`;
}

function saidBy(reading: EvidenceReading | null): EvidenceSays | null {
  return reading?.kind === "present" ? (reading.says ?? null) : null;
}

/** By what the document itself says of its review. */
const overdue: SaysRule = ({ reading, today }) => {
  const facts = saidBy(reading)?.facts;
  const due = facts?.review.due ?? null;
  return facts === undefined || due === null || due.day >= today
    ? null
    : outOfDateAt("path", `it says${at(due.line, facts)} that its review was due by ${describeDay(due.day)}.`);
};

const outOfDate: EvidenceRule = (judged) =>
  overdue(judged) ?? outOfDateByAudit(withStated(judged, saidBy(judged.reading)?.facts.review));

/** Where the audit gives no day, those that the document states stand. */
function withStated(judged: Judged, stated: DocumentFacts["review"] | undefined): Judged {
  const { reviewed, "review-due": due } = judged.evidence;
  if (reviewed !== undefined || due !== undefined || stated === undefined) return judged;
  const evidence = {
    ...judged.evidence,
    ...(stated.reviewed === null ? {} : { reviewed: stated.reviewed.day }),
    ...(stated.due === null ? {} : { "review-due": stated.due.day }),
  };
  return { ...judged, evidence };
}

const outOfDateByAudit: EvidenceRule = ({ evidence: { reviewed, "review-due": due }, today, review }) => {
  const every = `is to be reviewed every ${describeDuration(review)}`;
  if (reviewed !== undefined && reviewed > today) {
    return outOfDateAt("reviewed", `its review is dated ${describeDay(reviewed)}, which has not come yet.`);
  }
  if (due !== undefined && due < today) return outOfDateAt("review-due", `its review was due on ${describeDay(due)}.`);
  if (reviewed !== undefined && addDuration(reviewed, review) < today) {
    return outOfDateAt("reviewed", `it was last reviewed on ${describeDay(reviewed)}, and ${every}.`);
  }
  if (reviewed !== undefined) return null;
  if (due === undefined)
    return outOfDateAt("title", "no review date is recorded, so nobody can tell whether it is in date.");
  if (due <= addDuration(today, review)) return null;
  return outOfDateAt(
    "review-due",
    `no review is recorded, the next is due only on ${describeDay(due)}, and it ${every}.`,
  );
};

function outOfDateAt(key: string, message: string): EvidenceProblem {
  return { kind: "evidence-out-of-date", message, key };
}

const evidenceRules: readonly EvidenceRule[] = [missing, blank, unratified, changed, outOfDate, superseded];

/** What a document says that speaks against citing it, each as the end of a sentence that begins with its name. */
export function saysAgainst(reading: EvidenceReading, today: Day): readonly string[] {
  return [unratified, overdue, superseded].flatMap((rule) => rule({ reading, today })?.message ?? []);
}

/** What speaks against one piece of evidence, each as the end of a sentence that begins with its name. */
export function judgeEvidence(judged: Judged): readonly EvidenceProblem[] {
  return evidenceRules.flatMap((rule) => rule(judged) ?? []);
}

/** Every cited piece of evidence with what was found against it. */
export function reportEvidence(
  cited: readonly Evidence[],
  readings: EvidenceReadings,
  review: string,
  today: Day,
): readonly ReportEvidence[] {
  return cited.map((evidence) => {
    const reading = readingOf(evidence, readings);
    const problems = judgeEvidence({ evidence, reading, today, review });
    return {
      title: evidence.title,
      path: evidence.path ?? null,
      location: evidence.location ?? null,
      reviewed: evidence.reviewed ?? null,
      reviewDue: evidence["review-due"] ?? null,
      read: reading?.kind === "present" && reading.read,
      standsUp: problems.length === 0,
      problems: problems.map((problem) => problem.kind),
    };
  });
}

/** The gaps in the evidence of an answer that claims something is in place. */
export function evidenceRule(readings: EvidenceReadings): GapRule {
  return {
    name: "evidence",
    check: (subject) => {
      const { rating, evidence = [] } = subject.response ?? {};
      if (rating !== "met" && rating !== "partly-met") return [];
      return evidence.flatMap((cited, index) =>
        judgeEvidence({
          evidence: cited,
          reading: readingOf(cited, readings),
          today: subject.today,
          review: subject.requirement.practice.review,
        }).map((problem) => ({
          ...gapIn(
            subject,
            problem.kind,
            `${describeCited(cited)}: ${problem.message}`,
            "evidence",
            index,
            problem.key,
          ),
          ...aboutOf(cited),
        })),
      );
    },
  };
}

/** Evidence has a path or a location: its schema sees to that. */
function aboutOf({ path, location = "" }: Evidence): Pick<StatedGap, "about"> {
  return { about: path ?? location };
}

/** Met by documents of which none was found to state it: a person should read them. What cannot be read may state it. */
export function topicRule(readings: EvidenceReadings): GapRule {
  return {
    name: "topic",
    check: (subject) => {
      const { rating, evidence = [] } = subject.response ?? {};
      if (rating !== "met" || evidence.length === 0) return [];
      const { id } = subject.requirement;
      const isSilent = evidence.every((cited) => {
        const says = saidBy(readingOf(cited, readings));
        return (
          says !== null && says.lookedFor.has(id) && !says.facts.passages.some((passage) => mayState(passage, id, says))
        );
      });
      return isSilent
        ? [gapIn(subject, "evidence-off-topic", "No document cited was found to state this.", "evidence", 0, "path")]
        : [];
    },
  };
}

/** Evidence, whatever it is cited for, that looks as if it named a child. What it says is never told. */
export function caseDataRule(readings: EvidenceReadings): GapRule {
  return {
    name: "case data",
    check: (subject) =>
      (subject.response?.evidence ?? []).flatMap((cited, index) => {
        const facts = saidBy(readingOf(cited, readings))?.facts;
        const first = facts?.caseData[0];
        if (facts === undefined || first === undefined) return [];
        const message = `${describeCited(cited)}: it looks as if it held information about a child${at(first.line, facts)}.`;
        return [gapIn(subject, "evidence-case-data", message, "evidence", index, "path")];
      }),
  };
}

function mayState(passage: StatedPassage, id: string, { from, to }: EvidenceSays): boolean {
  const isStrong = passage.strength === "states" || passage.strength === "hints";
  return isStrong && passage.requirement === id && passage.line >= from && passage.line <= to;
}

/** A path that was never read counts as missing: nothing is claimed that was not checked. */
export function readingOf(evidence: Evidence, readings: EvidenceReadings): EvidenceReading | null {
  if (evidence.path === undefined) return null;
  return readings.get(evidence.path) ?? { kind: "missing", what: "it was not read" };
}

/** The title and where it is: "Safeguarding policy" (policies/safeguarding.md). */
export function describeCited(evidence: Evidence): string {
  return `"${evidence.title}" (${evidence.path ?? evidence.location})`;
}
