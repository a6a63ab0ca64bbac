import { escapeTerminal } from "../reporters/escape.js";
import { labelsOf } from "./menu-labels.js";
import { openLines } from "./lines.js";
import { type ParagraphStyle, renderParagraphs, unpainted } from "./paragraphs.js";
import type { Choice, Menu, PathQuestion, Prompter, SeveralMenu, TextQuestion } from "./prompter.js";
import type { KeyStream, Screen, SignalSource } from "./streams.js";
import { tidy } from "./typed-text.js";

export interface PlainPrompterOptions {
  readonly input: KeyStream;
  readonly output: Screen;
  /** Without it, Ctrl-C ends the process at once. */
  readonly signals?: SignalSource;
}

const goBack = "b";
const nothing = "-";
const longestList = 20;
const manual = [
  "In a list, type the letter or number of your choice and press Enter.",
  "To go back: type b and press Enter.",
  "To stop: q in a list, or hold Ctrl and press C anywhere.",
] as const;

/** Questions as lines of text, answers as lines of text: nothing is redrawn. For screen readers and logs. */
export function createPlainPrompter({ input, output, signals }: PlainPrompterOptions): Prompter {
  const lines = openLines(input, signals);
  const say = (text: string) =>
    void output.write(text === "" ? "\n" : renderParagraphs([{ kind: "item", text }], styleOf(output.columns)));
  const ask = async (prompt: string) => {
    output.write(`${prompt} `);
    return tidy(await lines.next());
  };
  const talk: Talk = { say, ask };
  return {
    manual,
    show: (paragraphs) => void output.write(renderParagraphs(paragraphs, styleOf(output.columns))),
    wait: (work) => lines.wait(work),
    choose: (menu) => choose(menu, talk),
    chooseSeveral: (menu) => chooseSeveral(menu, talk),
    askText: (question) => askText(question, talk),
    askPath: (question) => askPath(question, talk),
    close: () => lines.close(),
  };
}

interface Talk {
  readonly say: (text: string) => void;
  /** The line that is typed after the prompt, tidied. */
  readonly ask: (prompt: string) => Promise<string>;
}

async function choose<Value>(menu: Menu<Value>, { say, ask }: Talk): Promise<Value> {
  const labels = labelsOf(menu.choices);
  const initial = menu.choices.findIndex(({ value }) => value === menu.initial);
  const standing = initial === -1 ? "" : ` Enter alone means ${labels[initial] ?? ""}.`;
  say("");
  say(menu.message);
  menu.choices.forEach((choice, index) => say(`${labels[index] ?? ""}: ${describe(choice)}`));
  for (;;) {
    const typed = (await ask(`Your choice.${standing}`)).toLowerCase();
    const index = typed === "" ? initial : findChoice(typed, menu.choices, labels);
    const choice = menu.choices[index];
    if (choice !== undefined) return choice.value;
    say(`Type one of these and press Enter: ${labels.join(", ")}.`);
  }
}

async function chooseSeveral<Value>(menu: SeveralMenu<Value>, { say, ask }: Talk): Promise<readonly Value[] | null> {
  const initial = menu.choices.flatMap(({ value }, index) =>
    menu.initial?.includes(value) === true ? [index + 1] : [],
  );
  const standing = initial.length === 0 ? "" : ` Enter alone keeps ${initial.join(", ")}.`;
  say("");
  say(menu.message);
  menu.choices.forEach((choice, index) => say(`${index + 1}: ${describe(choice)}`));
  for (;;) {
    const typed = (
      await ask(`The numbers of all that apply, with commas; 0 for none; b to go back.${standing}`)
    ).toLowerCase();
    if (typed === goBack) return null;
    if (typed === "0") return [];
    const numbers =
      typed === ""
        ? initial
        : typed
            .split(/[\s,;]+/)
            .filter((part) => part !== "")
            .map(Number);
    if (
      numbers.length > 0 &&
      numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= menu.choices.length)
    ) {
      return menu.choices.filter((_, index) => numbers.includes(index + 1)).map(({ value }) => value);
    }
    say(`Type numbers from 1 to ${menu.choices.length}, for example 1, 3.`);
  }
}

async function askText(
  { message, initial = "", check = () => null }: TextQuestion,
  { say, ask }: Talk,
): Promise<string | null> {
  const canBeEmpty = check("") === null;
  say("");
  say(message);
  if (initial !== "") {
    say(`It is now: ${initial}`);
    say(`Enter alone keeps it.${canBeEmpty ? " A single - makes it empty." : ""}`);
  }
  for (;;) {
    const typed = await ask("Your answer, or b to go back:");
    if (typed.toLowerCase() === goBack) return null;
    const text = typed === nothing && canBeEmpty ? "" : typed === "" ? initial : typed;
    const problem = check(text);
    if (problem === null) return text;
    say(problem);
  }
}

async function askPath({ message, complete, check }: PathQuestion, { say, ask }: Talk): Promise<string | null> {
  const list = (paths: readonly string[]) => {
    for (const path of paths.slice(0, longestList)) say(path);
    if (paths.length > longestList) say(`and ${paths.length - longestList} more.`);
  };
  say("");
  say(message);
  const first = await complete("");
  if (first.length > 0) {
    say("Here are:");
    list(first);
  }
  for (;;) {
    const typed = await ask("Type a path; a folder lists what is in it; b goes back:");
    if (typed.toLowerCase() === goBack) return null;
    const fitting = await complete(typed);
    const problem = typed === "" || typed.endsWith("/") ? "" : await check(typed);
    if (problem === null) return typed;
    if (problem !== "") say(problem);
    if (fitting.length > 0) say("These begin like that:");
    else if (problem === "") say("There is nothing like that.");
    list(fitting);
  }
}

/** Where there is no letter to remember it by, a choice is explained at once. */
function describe({ title, key, help }: Choice<unknown>): string {
  return key === undefined && help !== undefined ? `${title}. ${help}` : title;
}

/** By label, or by title in full. */
function findChoice(typed: string, choices: readonly Choice<unknown>[], labels: readonly string[]): number {
  const byLabel = labels.indexOf(typed);
  return byLabel === -1 ? choices.findIndex(({ title }) => escapeTerminal(title).toLowerCase() === typed) : byLabel;
}

function styleOf(columns: number | undefined): ParagraphStyle {
  return {
    width: columns === undefined || columns < 1 ? null : columns - 1,
    lead: { heading: "", text: "", item: "", quiet: "", warning: "Note: " },
    paint: { heading: unpainted, text: unpainted, item: unpainted, quiet: unpainted, warning: unpainted },
  };
}
