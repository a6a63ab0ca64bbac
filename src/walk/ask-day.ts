import { type Day, describeDay, isDay } from "../model/day.js";
import type { Prompter } from "./prompter.js";
import { parseTypedDay } from "./typed-day.js";

interface DayQuestion {
  readonly message: string;
  readonly initial?: Day;
  /** What is wrong with the day; null when it will do. */
  readonly check?: (day: Day) => string | null;
}

/** A day; undefined when it is left blank; "back" when the person goes back. */
export async function askDay(question: DayQuestion, prompter: Prompter): Promise<Day | undefined | "back"> {
  const typed = await prompter.askText({
    message: question.message,
    ...(question.initial === undefined ? {} : { initial: question.initial }),
    check: (text) => (text === "" ? null : problemWith(text, question.check)),
  });
  if (typed === null) return "back";
  const day = parseTypedDay(typed) ?? undefined;
  if (day !== undefined && !isDay(typed))
    prompter.show([{ kind: "quiet", text: `Read as ${describeDay(day)} (${day}).` }]);
  return day;
}

function problemWith(text: string, check: DayQuestion["check"]): string | null {
  const day = parseTypedDay(text);
  if (day === null) return "That is not a date in the calendar. Type it like 1/3/2026 (day first) or 2026-03-01.";
  return check?.(day) ?? null;
}
