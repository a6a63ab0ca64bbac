import { type Action, type Audit, isOpen, type Response } from "../model/audit.js";
import type { Requirement } from "../model/checklist.js";
import { addDuration, type Day, describeDuration } from "../model/day.js";
import { nextActionId, withAction } from "./answer.js";
import { askDay } from "./ask-day.js";
import type { Prompter } from "./prompter.js";
import { inStages, type Stage } from "./stages.js";
import type { Detour } from "./walk.js";

/** What offering an action needs to know. */
export interface ActionTask {
  readonly requirement: Requirement;
  readonly today: Day;
  readonly audit: Audit;
  /** Keeps the response so far, so that nothing is lost when the walk ends in the middle. */
  readonly keep: (response: Response) => Promise<void>;
}

/** An action that is being entered. */
type Draft = Partial<Pick<Action, "what" | "owner" | "due">>;
type Step = "accept" | "reword" | "write" | "none" | Detour;

/** Offers the suggested remedy as an action. */
export async function askAction(response: Response, task: ActionTask, prompter: Prompter): Promise<Response | Detour> {
  const { remedy } = task.requirement.practice;
  prompter.show([
    { kind: "heading", text: "What will you do about it?" },
    { kind: "text", text: `Suggested: ${remedy.action} (within ${describeDuration(remedy.within)})` },
  ]);
  for (;;) {
    const step = await chooseStep(response, prompter);
    if (step === "back" || step === "stop") return step;
    if (step === "none") return response;
    const action = await askDetails(step, response, task, prompter);
    if (action !== null) return withAction(response, action);
  }
}

function chooseStep(response: Response, prompter: Prompter): Promise<Step> {
  const open = (response.actions ?? []).filter(isOpen);
  return prompter.choose<Step>({
    message:
      open.length === 0
        ? "Take this on as an action?"
        : `Open already: ${open.map(({ what }) => what).join("; ")}. Add another?`,
    choices: [
      { value: "accept", title: "Yes, as suggested", key: "y", help: "You are asked who will do it and by when." },
      { value: "reword", title: "Yes, but change the words", key: "c" },
      { value: "write", title: "Write my own", key: "w" },
      open.length === 0
        ? { value: "none", title: "No action now", key: "n", help: "The report will say that none is planned." }
        : { value: "none", title: "Keep what is there", key: "k" },
      { value: "back", title: "Back", key: "b" },
      { value: "stop", title: "Stop here", key: "q" },
    ],
    initial: open.length === 0 ? "accept" : "none",
  });
}

/** The action; null when the person changed their mind. */
async function askDetails(
  step: "accept" | "reword" | "write",
  response: Response,
  task: ActionTask,
  prompter: Prompter,
): Promise<Action | null> {
  const { remedy } = task.requirement.practice;
  const start: Draft = step === "write" ? {} : { what: remedy.action };
  const id = nextActionId(task.audit, response.actions);
  const stages = [...(step === "accept" ? [] : [askWhat(prompter)]), askOwner(prompter), askDue(task, prompter)];
  const draft = await inStages(start, stages, async (partly) => {
    const action = asAction(id, partly);
    if (action !== null) await task.keep(withAction(response, action));
  });
  return draft === "back" || draft === "stop" ? null : asAction(id, draft);
}

/** Null while it is not said what will be done. */
function asAction(id: string, { what, ...draft }: Draft): Action | null {
  return what === undefined ? null : { id, ...draft, what, status: "open" };
}

function askWhat(prompter: Prompter): Stage<Draft> {
  return async (draft) => {
    const what = await prompter.askText({
      message: "What will be done? Never name a child.",
      ...(draft.what === undefined ? {} : { initial: draft.what }),
      check: (text) => (text === "" ? "Say in a sentence what will be done." : null),
    });
    return what === null ? "back" : { ...draft, what };
  };
}

function askOwner(prompter: Prompter): Stage<Draft> {
  return async ({ owner: before, ...draft }) => {
    const owner = await prompter.askText({
      message:
        "Who will see to it? A role, not a name: for example Chair of trustees. Leave it empty if that is not decided.",
      ...(before === undefined ? {} : { initial: before }),
    });
    if (owner === null) return "back";
    return owner === "" ? draft : { ...draft, owner };
  };
}

function askDue({ requirement, today }: ActionTask, prompter: Prompter): Stage<Draft> {
  return async ({ due: before, ...draft }) => {
    const due = await askDay(
      {
        message: "By when? Leave it empty if that is not decided.",
        initial: before ?? addDuration(today, requirement.practice.remedy.within),
        check: (day) => (day < today ? "That day has passed. Choose today or a later day." : null),
      },
      prompter,
    );
    if (due === "back") return "back";
    return due === undefined ? draft : { ...draft, due };
  };
}
