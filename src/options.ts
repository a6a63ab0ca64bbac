import { type Command, InvalidArgumentError, Option } from "commander";
import type { ExitCode } from "./errors.js";
import { usualGate, usualMaxAge } from "./model/gate.js";
import { isDay, isDuration } from "./model/day.js";

/** The formats of a gap report. */
export const reportFormats = "terminal, markdown, html, json or csv";

/** Runs a handler and keeps its exit code. */
export type End = (code: Promise<ExitCode>) => Promise<void>;

/** Of a requirement, strongest first. */
const forces = ["must", "should", "local", "practice"] as const;

/** FORMAT or FORMAT=FILE, as often as wanted. */
export function formatOption(choices: string): Option {
  return new Option("-f, --format <format[=file]>", `${choices}; repeat for several`).argParser(collect);
}

/** The values of an option that may be given again and again. */
export function collect(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

export function failOnOption(): Option {
  // No default of commander's: what is not given is taken from a config.
  return new Option("--fail-on <severity>", `the mildest gap that fails (default: ${usualGate.failOn})`).choices([
    "error",
    "warning",
    "note",
  ]);
}

export function maxAgeOption(): Option {
  return new Option("--max-age <duration>", `how old an answer may be (default: ${usualMaxAge})`).argParser(
    parseDuration,
  );
}

export function todayOption(): Option {
  return new Option("--today <day>", "the day to judge by, YYYY-MM-DD (default: today)").argParser(parseDay);
}

export function checklistOption(description: string): Option {
  return new Option("--checklist <id>", description);
}

/** As often as wanted. */
export function overlayOption(): Option {
  return new Option("--overlay <file>", "a local form to audit against as well; repeat for several").argParser(
    (value: string, previous: readonly string[] | undefined) => [...(previous ?? []), value],
  );
}

export function plainOption(): Option {
  return new Option("--plain", "no redraw and no symbols, for screen readers and logs");
}

export function colourOption(): Option {
  return new Option("--no-color", "no colour (also NO_COLOR)");
}

export function quietOption(): Option {
  return new Option("-q, --quiet", "say nothing on standard error but errors");
}

export function parseDay(text: string): string {
  if (!isDay(text))
    throw new InvalidArgumentError("Write a day of the calendar as year-month-day, such as 2026-03-01.");
  return text;
}

export function parseDuration(text: string): string {
  if (!isDuration(text))
    throw new InvalidArgumentError("Write a length of time as P30D (30 days), P6M (6 months) or P1Y (a year).");
  return text;
}

/** Percent, from 0 to 100. */
export function parsePercent(text: string): number {
  const percent = Number(text);
  if (!/^\d{1,3}(\.\d+)?$/u.test(text) || percent > 100) {
    throw new InvalidArgumentError("A percentage is a number from 0 to 100.");
  }
  return percent;
}

/** Ids with commas between them. */
export function parseList(text: string): readonly string[] {
  const ids = text
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
  if (ids.length === 0) throw new InvalidArgumentError("Name at least one id.");
  return ids;
}

/** Forces with commas between them. */
export function parseForces(text: string): readonly (typeof forces)[number][] {
  return parseList(text).map((name) => {
    const force = forces.find((known) => known === name);
    if (force === undefined) throw new InvalidArgumentError(`The forces are ${forces.join(", ")}.`);
    return force;
  });
}

/** A whole number from 1. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!/^\d{1,6}$/u.test(text) || count === 0) throw new InvalidArgumentError("Give a whole number from 1.");
  return count;
}

/** The day, and how what is printed looks. */
export function addLookOptions(command: Command): Command {
  const options = [todayOption(), plainOption(), colourOption(), quietOption()];
  return options.reduce((each, option) => each.addOption(option), command);
}
