import type { Evidence } from "../model/audit.js";
import { addDuration, type Day, describeDay, describeDuration } from "../model/day.js";
import type { EvidenceReading, EvidenceReadings } from "../model/evidence.js";
import type { GapKind, ReportEvidence } from "../model/report.js";
import { type GapRule, gapIn } from "./finding.js";

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

const outOfDate: EvidenceRule = ({ evidence: { reviewed, "review-due": due }, today, review }) => {
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

const evidenceRules: readonly EvidenceRule[] = [missing, blank, changed, outOfDate];

function judgeEvidence(judged: Judged): readonly EvidenceProblem[] {
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
        }).map((problem) =>
          gapIn(subject, problem.kind, `${describe(cited)}: ${problem.message}`, "evidence", index, problem.key),
        ),
      );
    },
  };
}

/** A path that was never read counts as missing: nothing is claimed that was not checked. */
function readingOf(evidence: Evidence, readings: EvidenceReadings): EvidenceReading | null {
  if (evidence.path === undefined) return null;
  return readings.get(evidence.path) ?? { kind: "missing", what: "it was not read" };
}

function describe(evidence: Evidence): string {
  return `"${evidence.title}" (${evidence.path ?? evidence.location})`;
}
