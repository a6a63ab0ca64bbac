import { isAnswered, type Step } from "../engine/plan.js";
import type { Rating, Response } from "../model/audit.js";
import { asFinished, asUnfinished, type Assessor, rate, responseTo, withNote } from "./answer.js";
import { askAction } from "./ask-action.js";
import { askEvidence } from "./ask-evidence.js";
import type { Ledger } from "./ledger.js";
import type { Prompter } from "./prompter.js";
import { inStages, type Stage } from "./stages.js";
import type { Detour, EvidenceDesk } from "./walk.js";

/** A requirement on the table, and all that is needed to answer it. */
export interface Table {
  readonly step: Step;
  readonly assessor: Assessor;
  readonly desk: EvidenceDesk;
  readonly ledger: Ledger;
  readonly prompter: Prompter;
}

/**
 * Asks what belongs to the rating, and records the answer. Each part is saved as it is given, marked as unfinished until
 * the last; an answer that was finished before stays as it is until the new one is.
 */
export async function askAnswer(rating: Rating, table: Table): Promise<"answered" | Detour> {
  const { requirement } = table.step;
  const audit = table.ledger.current();
  const before = responseTo(audit, requirement.id) ?? {};
  const replacing = isAnswered(audit, requirement.id);
  const save = (response: Response) => table.ledger.record({ kind: "response", requirement: requirement.id, response });
  const keep = async (response: Response) => {
    if (!replacing) await save(asUnfinished(response));
  };
  const rated = rate(before, rating, requirement, table.assessor);
  if (rating !== "not-applicable") await keep(rated);
  const response = await inStages(rated, stagesOf(rating, keep, table), keep);
  if (response === "back" || response === "stop") return response;
  await save(asFinished(response));
  return "answered";
}

function stagesOf(
  rating: Rating,
  keep: (response: Response) => Promise<void>,
  table: Table,
): readonly Stage<Response>[] {
  const { prompter } = table;
  const { requirement } = table.step;
  const { today } = table.assessor;
  const evidence: Stage<Response> = (response) =>
    askEvidence(response, { requirement, today, desk: table.desk, keep }, prompter);
  const note: Stage<Response> = (response) => askNote(response, prompter);
  const action: Stage<Response> = (response) =>
    askAction(response, { requirement, today, audit: table.ledger.current() }, prompter);
  switch (rating) {
    case "met":
      return [evidence, note];
    case "partly-met":
      return [evidence, note, action];
    case "not-met":
      return [note, action];
    case "not-applicable":
      return [(response) => askReason(response, prompter)];
  }
}

async function askNote(response: Response, prompter: Prompter): Promise<Response | Detour> {
  const note = await prompter.askText({
    message: "Is there anything to add? Enter leaves it as it is. Never name a child.",
    ...(response.note === undefined ? {} : { initial: response.note }),
  });
  return note === null ? "back" : withNote(response, note);
}

async function askReason(response: Response, prompter: Prompter): Promise<Response | Detour> {
  const reason = await prompter.askText({
    message: "Why does it not apply to you? For example: We employ no one.",
    ...(response.reason === undefined ? {} : { initial: response.reason }),
    check: (text) => (text === "" ? "A reason is needed, so that others can follow it." : null),
  });
  return reason === null ? "back" : { ...response, reason };
}
