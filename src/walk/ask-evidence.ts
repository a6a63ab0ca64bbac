import type { Evidence, Response } from "../model/audit.js";
import type { Requirement } from "../model/checklist.js";
import { addDuration, type Day, describeDuration } from "../model/day.js";
import { withEvidence } from "./answer.js";
import { askDay } from "./ask-day.js";
import type { Prompter } from "./prompter.js";
import { describeEvidence, describeGoodEvidence } from "./requirement-text.js";
import { inStages, type Stage } from "./stages.js";
import type { Detour, EvidenceDesk } from "./walk.js";

/** What asking for evidence needs to know. */
export interface EvidenceTask {
  readonly requirement: Requirement;
  readonly today: Day;
  readonly desk: EvidenceDesk;
  /** Keeps the response so far, so that nothing is lost when the walk ends in the middle. */
  readonly keep: (response: Response) => Promise<void>;
}

/** Evidence that is being entered. */
type Draft = Partial<Evidence>;
type Step = "file" | "place" | "remove" | "enough" | Detour;

/** Asks for the evidence of a rating, as many pieces as there are. */
export async function askEvidence(
  before: Response,
  task: EvidenceTask,
  prompter: Prompter,
): Promise<Response | Detour> {
  let response = before;
  prompter.show([{ kind: "heading", text: "Evidence" }, ...describeGoodEvidence(task.requirement)]);
  for (;;) {
    const cited = response.evidence ?? [];
    if (cited.length > 0) prompter.show([{ kind: "text", text: "You have cited:" }, ...cited.map(listed)]);
    const step = await chooseStep(cited, prompter);
    if (step === "back" || step === "stop") return step;
    if (step === "enough") {
      if (cited.length === 0) prompter.show([{ kind: "quiet", text: noEvidence }]);
      return response;
    }
    const changed = await takeStep(step, cited, task, prompter);
    if (changed !== null) {
      response = withEvidence(response, changed);
      await task.keep(response);
    }
  }
}

const noEvidence = "That is all right. The report will show the missing evidence as a gap. You can add it another day.";

function listed(cited: Evidence): { readonly kind: "item"; readonly text: string } {
  return { kind: "item", text: describeEvidence(cited) };
}

function chooseStep(cited: readonly Evidence[], prompter: Prompter): Promise<Step> {
  const some = cited.length > 0;
  return prompter.choose<Step>({
    message: some ? "Is there more evidence?" : "What evidence do you have?",
    choices: [
      {
        value: "file",
        title: "A file: a policy, a record",
        key: "f",
        help: "A file in the folder of your audit, or in a folder inside it.",
      },
      {
        value: "place",
        title: "Something that is not a file here",
        key: "p",
        help: "A minute book, a training system, a page of your website: you say where it is.",
      },
      ...(some ? [{ value: "remove" as const, title: "Take one off the list", key: "r" }] : []),
      some
        ? { value: "enough", title: "That is all", key: "d" }
        : { value: "enough", title: "No evidence yet", key: "n", help: "The report will show it as a gap." },
      { value: "back", title: "Back", key: "b" },
      { value: "stop", title: "Stop here", key: "q" },
    ],
    initial: some ? "enough" : "file",
  });
}

/** The evidence afterwards; null when the person changed their mind. */
async function takeStep(
  step: "file" | "place" | "remove",
  cited: readonly Evidence[],
  task: EvidenceTask,
  prompter: Prompter,
): Promise<readonly Evidence[] | null> {
  if (step === "remove") return remove(cited, prompter);
  const added = step === "file" ? await askFile(cited, task, prompter) : await askPlace(task, prompter);
  return added === null ? null : [...cited, added];
}

async function remove(cited: readonly Evidence[], prompter: Prompter): Promise<readonly Evidence[] | null> {
  const gone = await prompter.choose<Evidence | null>({
    message: "Which one do you want to take off?",
    choices: [
      ...cited.map((one) => ({ value: one, title: describeEvidence(one) })),
      { value: null, title: "None of them", key: "b" },
    ],
  });
  return gone === null ? null : cited.filter((one) => one !== gone);
}

async function askFile(cited: readonly Evidence[], task: EvidenceTask, prompter: Prompter): Promise<Evidence | null> {
  const file: Stage<Draft> = async (draft) => {
    const path = await prompter.askPath({
      message: "Which file? Type the first letters of its folder or name.",
      complete: (typed) => task.desk.complete(typed),
      check: async (typed) => {
        const { problem, path: written } = await task.desk.inspect(typed);
        return problem ?? (cited.some((one) => one.path === written) ? "You have cited that file already." : null);
      },
    });
    if (path === null) return "back";
    const found = await task.desk.inspect(path);
    prompter.show(found.warnings.map((text) => ({ kind: "warning", text })));
    return {
      ...draft,
      path: found.path,
      title: found.title ?? titleFromPath(found.path),
      ...(found.sha256 === null ? {} : { sha256: found.sha256 }),
      ...(found.reviewed === undefined ? {} : { reviewed: found.reviewed }),
      ...(found.reviewDue === undefined ? {} : { "review-due": found.reviewDue }),
    };
  };
  return askInStages([file, titleStage("What is it called?", prompter), ...dateStages(task, prompter)]);
}

async function askPlace(task: EvidenceTask, prompter: Prompter): Promise<Evidence | null> {
  const place: Stage<Draft> = async (draft) => {
    const location = await prompter.askText({
      message: "Where can it be found? For example: Minute book, 12 May 2026, item 4.",
      ...(draft.location === undefined ? {} : { initial: draft.location }),
      check: (text) => (text === "" ? "Say where someone else would find it." : null),
    });
    return location === null ? "back" : { ...draft, location };
  };
  return askInStages([
    titleStage("What is it? For example: Trustees' minutes.", prompter),
    place,
    ...dateStages(task, prompter),
  ]);
}

async function askInStages(stages: readonly Stage<Draft>[]): Promise<Evidence | null> {
  const draft = await inStages<Draft>({}, stages);
  if (draft === "back" || draft === "stop" || draft.title === undefined) return null;
  return { ...draft, title: draft.title };
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

function dateStages({ requirement, today }: EvidenceTask, prompter: Prompter): readonly Stage<Draft>[] {
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
    return reviewed === undefined ? draft : { ...draft, reviewed };
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
function titleFromPath(path: string): string {
  const file = path.split("#")[0]?.split("/").at(-1) ?? "";
  const words = file
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[-_]+/g, " ")
    .trim();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
