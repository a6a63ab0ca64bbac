import { type Day, describeDay } from "../model/day.js";

/** The first day of a year, of a month, or the day itself. */
export function firstDay(from: string): Day {
  return from + "-01-01".slice(from.length - 4);
}

/** "2010", "December 2012", "15 December 2023". */
export function describeFrom(from: string): string {
  const words = describeDay(firstDay(from)).split(" ");
  return words.slice(words.length - from.split("-").length).join(" ");
}
