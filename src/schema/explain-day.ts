import { quote } from "../files/wording.js";
import { monthNames } from "../model/day.js";

interface Explanation {
  readonly message: string;
  readonly hint: string;
}

/** Why a text is no day. */
export function explainDay(text: string): Explanation {
  const hint = "Write the day as YYYY-MM-DD: 2026-11-21.";
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === "") return { message: `${quote(text)} is not a day.`, hint: rewriteDay(text) ?? hint };
  const name = monthNames[Number(month) - 1];
  if (name === undefined) return { message: `${quote(text)} is not a day: there is no month ${month}.`, hint };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) > last)
    return {
      message: `${quote(text)} is not a day: ${name} ${year} has ${last} days.`,
      hint: "Check the day and the month.",
    };
  return { message: `${quote(text)} is not a day: there is no day ${day}.`, hint };
}

/** Days as people also write them: 1/3/2026, 1.3.2026, 2026-3-1, and days with a time. British order where it matters. */
function rewriteDay(text: string): string | null {
  const [, y = "", m = "", d = ""] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text.trim()) ?? [];
  const [, day = d, month = m, year = y] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text.trim()) ?? [];
  return year === "" ? null : `Write it as ${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}.`;
}
