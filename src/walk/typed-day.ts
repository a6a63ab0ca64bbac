import { type Day, isDay, monthNames } from "../model/day.js";

const isoPattern = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const britishPattern = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const wordsPattern = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i;

/** A date typed by hand: 2026-03-01, 1/3/2026 (day first) or 1 March 2026. Null when it is none that exists. */
export function parseTypedDay(text: string): Day | null {
  const iso = isoPattern.exec(text);
  if (iso !== null) return toDay(iso[1], iso[2], iso[3]);
  const british = britishPattern.exec(text);
  if (british !== null) return toDay(british[3], british[2], british[1]);
  const words = wordsPattern.exec(text);
  if (words === null) return null;
  const name = (words[2] ?? "").toLowerCase();
  const month = monthNames.findIndex((full) => full.toLowerCase() === name || full.slice(0, 3).toLowerCase() === name);
  return month === -1 ? null : toDay(words[3], String(month + 1), words[1]);
}

function toDay(year = "", month = "", date = ""): Day | null {
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isDay(day) ? day : null;
}
