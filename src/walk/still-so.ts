import { changesBeside, isOtherQuestion, lookAtEvidence } from "../engine/unchanged.js";
import { type Evidence, isOpen, isUnfinished, type Response } from "../model/audit.js";
import type { EvidenceCheck, EvidenceReading } from "../model/evidence.js";
import { asFinished, rate, withEvidence } from "./answer.js";
import type { Table } from "./ask-answer.js";
import { askWhetherDone } from "./ask-whether-done.js";
import type { Paragraph } from "./prompter.js";
import { inStages } from "./stages.js";
import type { Detour } from "./walk.js";

/** An answer that waits to be confirmed, held against what is found now. */
export interface StillSo {
  /** Whether nothing has changed, so that one key confirms it. */
  readonly isUnchanged: boolean;
  /** How each piece of evidence stands, and what else has changed. */
  readonly shown: readonly Paragraph[];
}

/** What is known of an answer that waits to be confirmed; null for one that does not, or that was not finished. */
export function lookWhetherStillSo(
  standing: Response | undefined,
  checks: ReadonlyMap<Evidence, EvidenceCheck>,
  { step: { requirement }, assessor: { today } }: Table,
): StillSo | null {
  if (standing?.rating === undefined || standing["to-confirm"] === undefined || isUnfinished(standing)) return null;
  const looked = lookAtEvidence(standing, requirement, (cited) => readingIn(cited, checks), today);
  const beside = [...changesBeside(standing, today), ...withoutReason(standing)];
  const isUnchanged =
    beside.length === 0 &&
    !isOtherQuestion(standing, requirement) &&
    looked.every(({ against }) => against.length === 0);
  const evidence = looked.flatMap(({ cited, against }): readonly Paragraph[] =>
    against.length === 0
      ? [
          {
            kind: "quiet",
            text: `"${cited.title}": ${cited.path === undefined ? unread : "as it was when it was cited."}`,
          },
        ]
      : against.map(warning),
  );
  const asked = isUnchanged
    ? []
    : [warning("Something has changed since: please rate it again. All else that you said is kept.")];
  return { isUnchanged, shown: [...evidence, ...beside.map(warning), ...asked] };
}

const unread = "it is no file that can be read here, and its review is not overdue.";

function withoutReason({ rating, reason = "" }: Response): readonly string[] {
  return rating === "not-applicable" && reason.trim() === "" ? ["No reason is given why it does not apply."] : [];
}

function warning(text: string): Paragraph {
  return { kind: "warning", text };
}

/** Null for a location; what could not be looked at counts as not there. */
function readingIn(cited: Evidence, checks: ReadonlyMap<Evidence, EvidenceCheck>): EvidenceReading | null {
  if (cited.path === undefined) return null;
  const check = checks.get(cited);
  return check?.reading ?? { kind: "missing", what: (check?.problem ?? "it was not read").replace(/\.$/u, "") };
}

/**
 * Records the answer as given today. Where it is met and actions are open, it is asked first what became of them: each
 * answer to that is on disk before the next, while the whole still waits.
 */
export async function confirmStillSo(
  standing: Response,
  evidence: readonly Evidence[],
  table: Table,
): Promise<"answered" | Detour> {
  const { ledger, prompter, assessor } = table;
  const { requirement } = table.step;
  const save = (response: Response) => ledger.record({ kind: "response", requirement: requirement.id, response });
  const open = standing.rating === "met" ? (standing.actions ?? []).filter(isOpen) : [];
  const stages = open.map(
    (action) => (response: Response) => askWhetherDone(action, response, assessor.today, prompter),
  );
  const confirmed = await inStages(
    withEvidence(standing, evidence),
    stages,
    async (response) => void (await save(response)),
  );
  if (confirmed === "back" || confirmed === "stop") return confirmed;
  await save(
    asFinished(confirmed.rating === undefined ? confirmed : rate(confirmed, confirmed.rating, requirement, assessor)),
  );
  return "answered";
}
