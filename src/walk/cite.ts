import type { Evidence } from "../model/audit.js";
import type { Requirement } from "../model/checklist.js";
import { addDuration, type Day, describeDuration } from "../model/day.js";
import type { EvidenceDesk } from "../model/evidence.js";
import { capitalise } from "../reporters/wording.js";
import { askDay } from "./ask-day.js";
import type { Prompter } from "./prompter.js";
import { inStages, type Stage } from "./stages.js";

/** What citing a piece of evidence needs to know. */
export interface CitingTask {
  readonly requirement: Requirement;
  readonly today: Day;
  readonly desk: EvidenceDesk;
  /** Keeps a new piece of evidence as far as it is told. */
  readonly keepPiece: (piece: Evidence) => Promise<void>;
}

/** Evidence that is being entered. */
type Draft = Partial<Evidence>;

/** A file, as evidence; one that is cited already is changed. Null when the person changed their mind. */
export function citeFile(cited: readonly Evidence[], task: CitingTask, prompter: Prompter): Promise<Evidence | null> {
  const stages = [fileStage(cited, task, prompter), fileTitle(prompter), ...dateStages(task, prompter)];
  return askInStages({}, stages, task.keepPiece);
}

/**
 * A document that was found, as evidence: looked at as one that is typed. Null when it cannot be cited, or the person
 * changed their mind.
 */
export async function citeFound(found: string, task: CitingTask, prompter: Prompter): Promise<Evidence | null> {
  const { path, problem, warnings, sha256 } = await task.desk.inspect(found);
  prompter.show([...(problem === null ? [] : [problem]), ...warnings].map((text) => ({ kind: "warning", text })));
  if (problem !== null) return null;
  const piece = { title: titleFromPath(path), path, ...(sha256 === null ? {} : { sha256 }) };
  await task.keepPiece(piece);
  return askInStages(piece, [fileTitle(prompter), ...dateStages(task, prompter)], task.keepPiece);
}

/** What is no file here, as evidence; null when the person changed their mind. */
export function citePlace(task: CitingTask, prompter: Prompter): Promise<Evidence | null> {
  return askInStages({}, placeStages(task, prompter), task.keepPiece);
}

/** The evidence with another name or other dates; null when the person changed their mind. */
export function changeCited(cited: Evidence, task: CitingTask, prompter: Prompter): Promise<Evidence | null> {
  const stages =
    cited.path === undefined ? placeStages(task, prompter) : [fileTitle(prompter), ...dateStages(task, prompter)];
  return askInStages(cited, stages);
}

function placeStages(task: CitingTask, prompter: Prompter): readonly Stage<Draft>[] {
  const title = titleStage("What is it? For example: Trustees' minutes.", prompter);
  return [title, placeStage(prompter), ...dateStages(task, prompter)];
}

async function askInStages(
  start: Draft,
  stages: readonly Stage<Draft>[],
  keepPiece: CitingTask["keepPiece"] = async () => undefined,
): Promise<Evidence | null> {
  const draft = await inStages(start, stages, async (partly) => {
    const piece = asEvidence(partly);
    if (piece !== null) await keepPiece(piece);
  });
  return draft === "back" || draft === "stop" ? null : asEvidence(draft);
}

/** Null until it is told what it is and where. */
function asEvidence({ title, ...draft }: Draft): Evidence | null {
  return title === undefined || (draft.path === undefined && draft.location === undefined) ? null : { ...draft, title };
}

function fileStage(cited: readonly Evidence[], { desk }: CitingTask, prompter: Prompter): Stage<Draft> {
  return async (draft) => {
    const typed = await prompter.askPath({
      message: "Which file? Type the first letters of its folder or name.",
      complete: (start) => desk.complete(start),
      check: async (path) => (await desk.inspect(path)).problem,
    });
    if (typed === null) return "back";
    const { path, warnings, sha256 } = await desk.inspect(typed);
    prompter.show(warnings.map((text) => ({ kind: "warning", text })));
    const listed = cited.find((one) => one.path === path);
    if (listed !== undefined) prompter.show([{ kind: "text", text: isListed }]);
    const known = draft.path === path ? draft : (listed ?? { title: titleFromPath(path) });
    return { ...known, path, ...(sha256 === null ? {} : { sha256 }) };
  };
}

const isListed = "That file is on your list already. You can change its name and its dates here.";

function placeStage(prompter: Prompter): Stage<Draft> {
  return async (draft) => {
    const location = await prompter.askText({
      message: "Where can it be found? For example: Minute book, 12 May 2026, item 4.",
      ...(draft.location === undefined ? {} : { initial: draft.location }),
      check: (text) => (text === "" ? "Say where someone else would find it." : null),
    });
    return location === null ? "back" : { ...draft, location };
  };
}

function fileTitle(prompter: Prompter): Stage<Draft> {
  return titleStage("What is it called?", prompter);
}

function titleStage(message: string, prompter: Prompter): Stage<Draft> {
  return async (draft) => {
    const title = await prompter.askText({
      message,
      ...(draft.title === undefined ? {} : { initial: draft.title }),
      check: (text) => (text === "" ? "Give it a name that others know it by." : null),
    });
    return title === null ? "back" : { ...draft, title };
  };
}

function dateStages({ requirement, today }: CitingTask, prompter: Prompter): readonly Stage<Draft>[] {
  const { review } = requirement.practice;
  const askReviewed: Stage<Draft> = async ({ reviewed: before, ...draft }) => {
    const reviewed = await askDay(
      {
        message:
          "When was it last reviewed, or when is it from? For example 1/3/2026. Leave it empty if you do not know.",
        ...(before === undefined ? {} : { initial: before }),
        check: (day) => (day > today ? "That day is still to come. When was it last reviewed?" : null),
      },
      prompter,
    );
    if (reviewed === "back") return "back";
    if (reviewed === undefined) return draft;
    const { "review-due": _due, ...rest } = draft;
    // A later review sets a new date for the next one.
    return { ...(before === undefined || before === reviewed ? draft : rest), reviewed };
  };
  const askDue: Stage<Draft> = async ({ "review-due": before, ...draft }) => {
    const { reviewed } = draft;
    const suggested = before ?? (reviewed === undefined ? undefined : addDuration(reviewed, review));
    const due = await askDay(
      {
        message: `When must it be reviewed again? Suggested: every ${describeDuration(review).replace(/^1 /, "")}. Leave it empty if no date is set.`,
        ...(suggested === undefined || (reviewed !== undefined && suggested < reviewed) ? {} : { initial: suggested }),
        check: (day) =>
          reviewed !== undefined && day < reviewed
            ? "That is before it was last reviewed. When is the next review?"
            : null,
      },
      prompter,
    );
    if (due === "back") return "back";
    if (due !== undefined && due < today) prompter.show([{ kind: "warning", text: dueHasPassed }]);
    return due === undefined ? draft : { ...draft, "review-due": due };
  };
  return [askReviewed, askDue];
}

const dueHasPassed = "That day has passed. The report will say that the review is overdue.";

/** "policies/safe_recruitment-policy.docx#checks" is "Safe recruitment policy". */
export function titleFromPath(path: string): string {
  const file = path.split("#")[0]?.split("/").at(-1) ?? "";
  const words = file
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[-_]+/g, " ")
    .trim();
  return capitalise(words);
}
