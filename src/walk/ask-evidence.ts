import type { Evidence, Response } from "../model/audit.js";
import type { FoundPassage } from "../model/evidence.js";
import { withEvidence } from "./answer.js";
import { changeCited, citeFile, citeFound, citePlace, type CitingTask } from "./cite.js";
import type { Choice, Prompter } from "./prompter.js";
import { describeEvidence, describeGoodEvidence } from "./requirement-text.js";
import type { Detour } from "./walk.js";

/** What asking for evidence needs to know. */
export interface EvidenceTask extends Omit<CitingTask, "keepPiece"> {
  /** Keeps the response so far, so that nothing is lost when the walk ends in the middle. */
  readonly keep: (response: Response) => Promise<void>;
}

type Change = "file" | "place" | "change" | "remove" | FoundPassage;
type Step = Change | "enough" | Detour;

/** Asks for the evidence of a rating, as many pieces as there are. */
export async function askEvidence(
  before: Response,
  task: EvidenceTask,
  prompter: Prompter,
): Promise<Response | Detour> {
  let response = before;
  const found = await prompter.wait(task.desk.passages(task.requirement.id));
  prompter.show([{ kind: "heading", text: "Evidence" }, ...describeGoodEvidence(task.requirement)]);
  for (;;) {
    const cited = response.evidence ?? [];
    if (cited.length > 0) prompter.show([{ kind: "text", text: "You have cited:" }, ...cited.map(listed)]);
    const step = await chooseStep(cited, found, prompter);
    if (step === "back" || step === "stop") return step;
    if (step === "enough") {
      if (cited.length === 0) prompter.show([{ kind: "quiet", text: noEvidence }]);
      return response;
    }
    const sofar = response;
    let isKept = false;
    const keepPiece = async (piece: Evidence) => {
      isKept = true;
      await task.keep(withEvidence(sofar, put(piece, citing(piece, cited), cited)));
    };
    const changed = await takeStep(step, cited, { ...task, keepPiece }, prompter);
    if (changed !== null) response = withEvidence(response, changed);
    // A piece that the person went back from is not left on disk.
    if (changed !== null || isKept) await task.keep(response);
  }
}

const noEvidence = "That is all right. The report will show the missing evidence as a gap. You can add it another day.";

function listed(cited: Evidence): { readonly kind: "item"; readonly text: string } {
  return { kind: "item", text: describeEvidence(cited) };
}

const changes: readonly Choice<Step>[] = [
  { value: "change", title: "Change the name or the dates of one", key: "c" },
  { value: "remove", title: "Take one off the list", key: "r" },
];

/** What was found and is not cited yet, one keystroke each. */
function offers(found: readonly FoundPassage[], cited: readonly Evidence[]): readonly Choice<Step>[] {
  return found
    .filter(({ path }) => !cited.some((one) => one.path === path || one.path === path.split("#")[0]))
    .map((passage) => ({
      value: passage,
      title: passage.path,
      help: `${passage.result === "states" ? "It says" : "It may be stated here"}: "${passage.excerpt}"`,
    }));
}

function chooseStep(cited: readonly Evidence[], found: readonly FoundPassage[], prompter: Prompter): Promise<Step> {
  const some = cited.length > 0;
  return prompter.choose<Step>({
    message: some ? "Is there more evidence?" : "What evidence do you have?",
    choices: [
      ...offers(found, cited),
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
      ...(some ? changes : []),
      some
        ? { value: "enough", title: "That is all", key: "d" }
        : { value: "enough", title: "No evidence yet", key: "n", help: "The report will show it as a gap." },
      { value: "back", title: "Back", key: "b" },
      { value: "stop", title: "Stop here", key: "q" },
    ],
    // Never what was found: a person reads it, and then picks it.
    initial: some ? "enough" : "file",
  });
}

/** The evidence afterwards; null when the person changed their mind. */
async function takeStep(
  step: Change,
  cited: readonly Evidence[],
  task: CitingTask,
  prompter: Prompter,
): Promise<readonly Evidence[] | null> {
  if (typeof step === "object") {
    const file = await citeFound(step.path, task, prompter);
    return file === null ? null : put(file, citing(file, cited), cited);
  }
  switch (step) {
    case "file": {
      const file = await citeFile(cited, task, prompter);
      return file === null ? null : put(file, citing(file, cited), cited);
    }
    case "place": {
      const place = await citePlace(task, prompter);
      return place === null ? null : put(place, undefined, cited);
    }
    case "change": {
      const one = await pick("Which one do you want to change?", cited, prompter);
      const changed = one === null ? null : await changeCited(one, task, prompter);
      return one === null || changed === null ? null : put(changed, one, cited);
    }
    case "remove": {
      const gone = await pick("Which one do you want to take off?", cited, prompter);
      return gone === null ? null : cited.filter((one) => one !== gone);
    }
  }
}

/** The piece of the list that cites the same file. */
function citing(piece: Evidence, cited: readonly Evidence[]): Evidence | undefined {
  return piece.path === undefined ? undefined : cited.find(({ path }) => path === piece.path);
}

/** The list with the piece in place of the one before; at its end when there is none. */
function put(piece: Evidence, before: Evidence | undefined, cited: readonly Evidence[]): readonly Evidence[] {
  return before === undefined ? [...cited, piece] : cited.map((one) => (one === before ? piece : one));
}

function pick(message: string, cited: readonly Evidence[], prompter: Prompter): Promise<Evidence | null> {
  return prompter.choose<Evidence | null>({
    message,
    choices: [
      ...cited.map((one) => ({ value: one, title: describeEvidence(one) })),
      { value: null, title: "None of them", key: "b" },
    ],
  });
}
