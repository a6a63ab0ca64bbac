import { Interrupted } from "../../src/errors.js";
import type { Choice, Paragraph, Prompter } from "../../src/walk/prompter.js";

/** A question as a script sees it. */
export type Question =
  | {
      readonly kind: "choose";
      readonly message: string;
      readonly choices: readonly Choice<unknown>[];
      readonly initial: unknown;
    }
  | { readonly kind: "several"; readonly message: string; readonly choices: readonly Choice<unknown>[] }
  | {
      readonly kind: "text";
      readonly message: string;
      readonly initial: string;
      readonly check: (text: string) => string | null;
    }
  | { readonly kind: "path"; readonly message: string; readonly check: (path: string) => Promise<string | null> };

/**
 * What a script replies: the key or title of a choice, titles joined by commas, a text or a path;
 * "<" goes back, "^C" interrupts.
 */
export type Reply = (question: Question, shown: readonly string[]) => string;

/** A prompter that replies by itself. `log` holds everything shown and asked. */
export function scriptedPrompter(reply: Reply) {
  const log: string[] = [];
  const asked: string[] = [];
  const replyTo = (question: Question): string => {
    asked.push(question.message);
    const given = reply(question, log);
    log.push(`${question.message} ${given}`);
    if (given === "^C") throw new Interrupted();
    return given;
  };
  const prompter: Prompter = {
    manual: ["Type."],
    show: (paragraphs: readonly Paragraph[]) => void log.push(...paragraphs.map(({ text }) => text)),
    wait: (work) => work,
    choose: async ({ message, choices, initial }) => {
      const given = replyTo({ kind: "choose", message, choices, initial });
      const found = choices.find(({ key, title }) => key === given || title === given);
      if (found === undefined)
        throw new Error(`${message} has no ${given}, only ${choices.map(({ key, title }) => key ?? title).join(" ")}`);
      return found.value;
    },
    chooseSeveral: async ({ message, choices }) => {
      const given = replyTo({ kind: "several", message, choices });
      return given === "<"
        ? null
        : choices.filter(({ title }) => given.split(",").includes(title)).map(({ value }) => value);
    },
    askText: async ({ message, initial = "", check = () => null }) => {
      const given = replyTo({ kind: "text", message, initial, check });
      if (given === "<") return null;
      const text = given === "" ? initial : given;
      const problem = check(text);
      if (problem !== null) throw new Error(`${message} refuses ${text}: ${problem}`);
      return text;
    },
    askPath: async ({ message, check }) => {
      const given = replyTo({ kind: "path", message, check });
      if (given === "<") return null;
      const problem = await check(given);
      if (problem !== null) throw new Error(`${message} refuses ${given}: ${problem}`);
      return given;
    },
    close: () => undefined,
  };
  return { prompter, log, asked };
}

/** Replies one after the other, and interrupts when they are used up. */
export function script(...replies: readonly string[]) {
  let at = 0;
  return scriptedPrompter(() => replies[at++] ?? "^C");
}
