import { Writable } from "node:stream";
import { AbortPromptError, CancelPromptError, ExitPromptError } from "@inquirer/core";
import { Interrupted } from "../errors.js";
import { keyedMenu, type MenuItem } from "./keyed-menu.js";
import { createPalette, type Look, type Palette } from "./look.js";
import { labelsOf } from "./menu-labels.js";
import { type ParagraphStyle, renderParagraphs, unpainted } from "./paragraphs.js";
import { pathLine } from "./path-line.js";
import type { Choice, Prompter } from "./prompter.js";
import { severalMenu } from "./several-menu.js";
import { hasEnded, type KeyStream, type Screen, type SignalSource } from "./streams.js";
import { textLine } from "./text-line.js";

export interface InquirerPrompterOptions {
  readonly input: KeyStream;
  readonly output: Screen;
  readonly colour: boolean;
  /** Without it, Ctrl-C between two questions ends the process at once. */
  readonly signals?: SignalSource;
}

const pasteOn = "\u001B[?2004h";
const pasteOff = "\u001B[?2004l";

const manual = [
  "In a list, press the letter of your choice and it is taken. Arrow keys and Enter work too.",
  "To go back: b in a list, Escape where you type.",
  "To stop: q in a list, or hold Ctrl and press C anywhere.",
] as const;

interface PromptContext {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

type Ask = <Answer>(start: (look: Look, context: PromptContext) => Promise<Answer>) => Promise<Answer>;

/** Questions that are redrawn as keys are pressed, with Inquirer's engine. */
export function createInquirerPrompter(options: InquirerPrompterOptions): Prompter {
  const { input, output, signals } = options;
  const look = {
    palette: createPalette(options.colour),
    columns: () => output.columns || 80,
    rows: () => output.rows || 24,
  };
  /** Whether a text was shown last, which a blank line sets off from the question. */
  let hasShown = false;
  let isInterrupted = false;
  let current: AbortController | null = null;
  const interrupt = () => {
    isInterrupted = true;
    current?.abort();
  };
  signals?.on("SIGINT", interrupt);

  const ask: Ask = async (start) => {
    if (isInterrupted || hasEnded(input)) throw new Interrupted();
    const controller = new AbortController();
    current = controller;
    output.write(`${hasShown ? "\n" : ""}${output.isTTY === true ? pasteOn : ""}`);
    hasShown = false;
    try {
      return await start(
        { ...look, onClose: () => controller.abort() },
        { input, output: forwardTo(output), signal: controller.signal },
      );
    } catch (error) {
      if (isExit(error)) throw new Interrupted();
      throw error;
    } finally {
      if (output.isTTY === true) output.write(pasteOff);
      current = null;
    }
  };
  return {
    manual,
    show: (paragraphs) => {
      if (paragraphs.length === 0) return;
      output.write(renderParagraphs(paragraphs, styleOf(look.palette, look.columns())));
      hasShown = true;
    },
    wait: async (work) => {
      if (isInterrupted) throw new Interrupted();
      const controller = new AbortController();
      current = controller;
      try {
        return await Promise.race([work, interruptedBy(controller.signal)]);
      } finally {
        current = null;
      }
    },
    ...questionsBy(ask),
    close: () => {
      signals?.off("SIGINT", interrupt);
      input.pause();
    },
  };
}

function questionsBy(ask: Ask): Omit<Prompter, "manual" | "show" | "wait" | "close"> {
  return {
    choose: async ({ message, choices, initial }) => {
      const highlighted = Math.max(
        0,
        choices.findIndex(({ value }) => value === initial),
      );
      const items = itemsOf(choices);
      const index = await ask((look, context) => keyedMenu({ message, items, initial: highlighted, look }, context));
      return valueAt(choices, index);
    },
    chooseSeveral: async ({ message, choices, initial = [] }) => {
      const ticked = choices.flatMap(({ value }, index) => (initial.includes(value) ? [index] : []));
      const items = itemsOf(choices);
      const indexes = await ask((look, context) => severalMenu({ message, items, initial: ticked, look }, context));
      return indexes?.map((index) => valueAt(choices, index)) ?? null;
    },
    askText: ({ message, initial = "", check = () => null }) =>
      ask((look, context) => textLine({ message, initial, check, look }, context)),
    askPath: ({ message, complete, check }) =>
      ask((look, context) => pathLine({ message, complete, check, look }, context)),
  };
}

function interruptedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Interrupted())));
}

function isExit(error: unknown): boolean {
  return error instanceof ExitPromptError || error instanceof AbortPromptError || error instanceof CancelPromptError;
}

/** A stream that Inquirer may end, in the size of the real one. */
function forwardTo(output: Screen): NodeJS.WritableStream {
  const forward = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, next) => void output.write(chunk, () => next()),
  });
  return Object.defineProperties(forward, { columns: { get: () => output.columns }, rows: { get: () => output.rows } });
}

function itemsOf(choices: readonly Choice<unknown>[]): readonly MenuItem[] {
  const labels = labelsOf(choices);
  // Past nine, a digit could be the first of two: only the arrow keys choose then.
  const isLong = labels.some((label) => label.length > 1);
  return choices.map(({ title, key, help = "" }, index) => ({
    label: key ?? (isLong ? "" : (labels[index] ?? "")),
    title,
    help,
  }));
}

function valueAt<Value>(choices: readonly Choice<Value>[], index: number): Value {
  const choice = choices[index];
  if (choice === undefined) throw new RangeError(`no choice ${index} of ${choices.length}`);
  return choice.value;
}

function styleOf(palette: Palette, columns: number): ParagraphStyle {
  return {
    width: columns - 1,
    lead: { heading: "", text: "", item: "  - ", quiet: "", warning: "! " },
    paint: {
      heading: palette.strong,
      text: unpainted,
      item: unpainted,
      quiet: palette.quiet,
      warning: palette.warning,
    },
  };
}
