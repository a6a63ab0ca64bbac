import { isDeepStrictEqual } from "node:util";
import type { Step } from "../engine/plan.js";
import { type Evidence, isOpen, type Rating, type Response, responseTo } from "../model/audit.js";
import type { EvidenceDesk } from "../model/evidence.js";
import type { Scale } from "../schema/scales.gen.js";
import { asFinished, asUnfinished, type Assessor, rate, withEvidence, withNote } from "./answer.js";
import { askAction } from "./ask-action.js";
import { scoreStages } from "./ask-score.js";
import { askEvidence } from "./ask-evidence.js";
import { askWhetherDone } from "./ask-whether-done.js";
import type { Ledger } from "./ledger.js";
import type { Prompter } from "./prompter.js";
import { inStages, type Stage } from "./stages.js";
import type { Detour } from "./walk.js";

/** A requirement on the table, and all that is needed to answer it. */
export interface Table {
  readonly step: Step;
  readonly assessor: Assessor;
  readonly desk: EvidenceDesk;
  /** Of the forms that the answer goes into. */
  readonly scales: readonly Scale[];
  readonly ledger: Ledger;
  readonly prompter: Prompter;
}

/**
 * Asks what belongs to the rating, and records the answer. The rating is saved as soon as it is given (not applicable:
 * with its reason), and each part after it, marked as unfinished until the last. So it is with an answer that stood
 * before: its rating is replaced at once, all else that was said stays until it is changed. To go back before anything
 * but the rating was said puts the answer back that stood before.
 * `evidence` is what was cited before, with the digests read again.
 */
export async function askAnswer(
  rating: Rating,
  evidence: readonly Evidence[],
  table: Table,
): Promise<"answered" | Detour> {
  const { requirement } = table.step;
  const before = responseTo(table.ledger.current(), requirement.id) ?? {};
  const rated = rate(withEvidence(before, evidence), rating, requirement, table.assessor);
  let kept: Response | null = null;
  const save = (response: Response) => table.ledger.record({ kind: "response", requirement: requirement.id, response });
  const keep = async (response: Response) => {
    await save(asUnfinished(response));
    kept = response;
  };
  if (rating !== "not-applicable") await keep(rated);
  const response = await inStages(rated, stagesOf(rated, rating, keep, table), keep);
  if (response === "back" && before.rating !== undefined && isDeepStrictEqual(kept, rated)) await save(before);
  if (response === "back" || response === "stop") return response;
  await save(asFinished(response));
  return "answered";
}

function stagesOf(
  rated: Response,
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
    askAction(response, { requirement, today, audit: table.ledger.current(), keep }, prompter);
  const scores = scoreStages(rating, table.scales, prompter);
  switch (rating) {
    case "met": {
      const open = (rated.actions ?? []).filter(isOpen);
      return [
        ...scores,
        evidence,
        note,
        ...open.map(
          (one): Stage<Response> =>
            (response) =>
              askWhetherDone(one, response, today, prompter),
        ),
      ];
    }
    case "partly-met":
      return [...scores, evidence, note, action];
    case "not-met":
      return [...scores, note, action];
    case "not-applicable":
      // Nothing is kept before the reason is given.
      return [(response) => askReason(response, prompter), ...scores];
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
