import { isAnswered, type Plan } from "../engine/plan.js";
import { type Evidence, isUnfinished, type Rating, ratingInfo, type Response, responseTo } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import type { EvidenceCheck, EvidenceDesk } from "../model/evidence.js";
import { asFinished, rate, withEvidence } from "./answer.js";
import { askAnswer, type Table } from "./ask-answer.js";
import type { Choice, Paragraph } from "./prompter.js";
import { describeHelp, describePassages, describeResponse, describeStep } from "./requirement-text.js";
import { confirmStillSo, lookWhetherStillSo, type StillSo } from "./still-so.js";

export type Outcome = "answered" | "back" | "skip" | "jump" | "stop";
type Pick = Rating | "yes" | "keep" | "help" | "back" | "skip" | "jump" | "stop";

/** Asks one requirement until it is answered or left. */
export async function askRequirement(
  table: Table,
  plan: Plan,
  checklist: Checklist,
  canGoBack: boolean,
): Promise<Outcome> {
  const { ledger, prompter } = table;
  const { requirement } = table.step;
  prompter.show(describeStep(table.step, plan, checklist));
  prompter.show(describePassages(await prompter.wait(table.desk.passages(requirement.id))));
  for (;;) {
    const standing = responseTo(ledger.current(), requirement.id);
    const checked = await checkEvidence(standing?.evidence ?? [], table.desk);
    const stillSo = lookWhetherStillSo(standing, checked.checks, table);
    if (standing !== undefined)
      prompter.show([...describeResponse(standing, requirement), ...(stillSo?.shown ?? checked.warnings)]);
    const offer = offerFor(standing, stillSo);
    const pick = await prompter.choose<Pick>({
      message: offer === "yes" ? "Is it still so?" : "How would you rate this?",
      choices: choicesFor(table, offer, canGoBack),
      // A stray Enter must never rate anything: it asks for help, or keeps what is there.
      initial: offer ?? "help",
    });
    if (pick === "back" || pick === "skip" || pick === "jump" || pick === "stop") return pick;
    if (pick === "help") prompter.show([...describeHelp(requirement), { kind: "heading", text: requirement.question }]);
    else if (pick === "keep") return confirm(withEvidence(standing ?? {}, checked.evidence), table);
    else {
      const result =
        pick === "yes"
          ? await confirmStillSo(standing ?? {}, checked.evidence, table)
          : await askAnswer(pick, checked.evidence, table);
      if (result !== "back") return result;
    }
  }
}

async function confirm(standing: Response, table: Table): Promise<"answered"> {
  const { requirement } = table.step;
  const response =
    standing.rating === undefined ? standing : rate(standing, standing.rating, requirement, table.assessor);
  await table.ledger.record({ kind: "response", requirement: requirement.id, response: asFinished(response) });
  return "answered";
}

/**
 * How the answer can be taken as it stands: one that waits only where nothing has changed; null: it is asked in full.
 */
function offerFor(standing: Response | undefined, stillSo: StillSo | null): "yes" | "keep" | null {
  if (stillSo !== null) return stillSo.isUnchanged ? "yes" : null;
  return canKeep(standing) ? "keep" : null;
}

/** Whether the answer is whole, so that it can be confirmed as it stands. */
function canKeep(response: Response | undefined): boolean {
  if (response?.rating === undefined || isUnfinished(response)) return false;
  return response.rating !== "not-applicable" || (response.reason ?? "").trim() !== "";
}

const offered = {
  yes: { value: "yes", title: "Yes, still so", key: "y", help: "It is recorded as given today." },
  keep: { value: "keep", title: "Keep this answer", key: "k", help: "It is recorded as confirmed today." },
} as const satisfies Record<"yes" | "keep", Choice<Pick>>;

function choicesFor(table: Table, offer: "yes" | "keep" | null, canGoBack: boolean): readonly Choice<Pick>[] {
  const { id, practice } = table.step.requirement;
  const { ratings } = practice;
  const isWhole = isAnswered(table.ledger.current(), id);
  const back: readonly Choice<Pick>[] = canGoBack
    ? [{ value: "back", title: "Back to the question before", key: "b" }]
    : [];
  return [
    ...(offer === null ? [] : [offered[offer]]),
    { value: "met", title: ratingInfo.met, key: "m", help: ratings.met },
    { value: "partly-met", title: ratingInfo["partly-met"], key: "p", help: ratings.partlyMet },
    { value: "not-met", title: ratingInfo["not-met"], key: "n", help: ratings.notMet },
    {
      value: "not-applicable",
      title: ratingInfo["not-applicable"],
      key: "a",
      help: "It cannot arise in your organisation.",
    },
    {
      value: "help",
      title: "Help with this question",
      key: "?",
      help: "Why it is asked, what to look for, what each rating looks like.",
    },
    ...back,
    { value: "skip", title: isWhole ? "Leave it and go on" : "Skip for now", key: "s" },
    { value: "jump", title: "Jump to another part", key: "j" },
    { value: "stop", title: "Stop here", key: "q", help: "Everything is saved. You can go on another day." },
  ];
}

interface CheckedEvidence {
  /** With the digest as it is now, where the document can be read. */
  readonly evidence: readonly Evidence[];
  readonly warnings: readonly Paragraph[];
  /** By the evidence as it stood. */
  readonly checks: ReadonlyMap<Evidence, EvidenceCheck>;
}

/** Looks at every cited file again, so that an answer is kept with open eyes. */
async function checkEvidence(cited: readonly Evidence[], desk: EvidenceDesk): Promise<CheckedEvidence> {
  const evidence: Evidence[] = [];
  const warnings: Paragraph[] = [];
  const checks = new Map<Evidence, EvidenceCheck>();
  for (const one of cited) {
    const found = one.path === undefined ? null : await desk.inspect(one.path);
    if (found !== null) checks.set(one, found);
    const sha256 = found === null || found.problem !== null ? null : found.sha256;
    evidence.push(sha256 === null ? one : { ...one, sha256 });
    if (found !== null && found.problem !== null)
      warnings.push({ kind: "warning", text: `${one.title}: ${found.problem}` });
    if (sha256 !== null && one.sha256 !== undefined && sha256 !== one.sha256) {
      warnings.push({
        kind: "warning",
        text: `${one.title} has changed since it was cited. Read it again before you answer.`,
      });
    }
  }
  return { evidence, warnings, checks };
}
