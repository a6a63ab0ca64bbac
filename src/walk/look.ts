import { type KeypressEvent, useEffect, useRef } from "@inquirer/core";
import { Chalk } from "chalk";
import { escapeTerminal } from "../reporters/escape.js";
import { wrapHanging } from "./paragraphs.js";

type Paint = (text: string) => string;

export interface Palette {
  readonly strong: Paint;
  readonly chosen: Paint;
  readonly quiet: Paint;
  readonly problem: Paint;
  readonly warning: Paint;
}

/** What the views share: colours, the size of the terminal, and whom to tell when the input ends. */
export interface Look {
  readonly palette: Palette;
  readonly columns: () => number;
  readonly rows: () => number;
  readonly onClose: () => void;
}

export function createPalette(colour: boolean): Palette {
  const chalk = new Chalk({ level: colour ? 1 : 0 });
  return {
    strong: (text) => chalk.bold(text),
    chosen: (text) => chalk.cyan(text),
    quiet: (text) => chalk.dim(text),
    problem: (text) => chalk.red(text),
    warning: (text) => chalk.yellow(text),
  };
}

export const hideCursor = "\u001B[?25l";

/** Lines that fit the terminal, harmless and painted; none for no text. The last column stays free: some terminals break a full line. */
export function layOut(text: string, paint: Paint, look: Look, lead = ""): readonly string[] {
  return text === "" ? [] : wrapHanging(lead, escapeTerminal(text).trim(), look.columns() - 1).map(paint);
}

/** A question with its answer, once it is given. */
export function layOutAnswer(question: string, answer: string, look: Look): string {
  const text = `${escapeTerminal(question).trim()} ${look.palette.chosen(escapeTerminal(answer).trim())}`;
  return wrapHanging("", text, look.columns() - 1).join("\n");
}

/** What is being typed, one character for one, so that the cursor stands right. */
export function showTyped(text: string): string {
  return text.replaceAll(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "?");
}

/** Tells when the input ends under a prompt: Ctrl-D, or a terminal that goes away. Inquirer itself would wait for ever. */
export function useClosing(look: Look): void {
  useEffect((readline) => {
    readline.on("close", look.onClose);
  }, []);
}

/** Tells whether a key is part of a paste, so that pasted lines do not answer question after question. */
export function usePaste(): (key: KeypressEvent) => boolean {
  const isPasting = useRef(false);
  return (key) => {
    if (key.name === "paste-start") isPasting.current = true;
    if (key.name === "paste-end") isPasting.current = false;
    return isPasting.current || key.name === "paste-end";
  };
}
