import { ICalAlarmType, ICalCalendar, ICalCalendarMethod, ICalEvent, ICalEventTransparency } from "ical-generator";
import type { ActionEntry, CalendarEntry, ReviewEntry } from "../engine/calendar.js";
import { addDuration, type Day } from "../model/day.js";
import type { ActionReporter } from "./actions.js";
import { describeOwner, describeRequirement } from "./actions-wording.js";
import { escapeCalendar } from "./escape.js";

const hour = 60 * 60;

/** Seconds before the day begins: a week and a day before it, at nine in the morning rather than at midnight. */
const alarms = [7 * 24 * hour - 9 * hour, 24 * hour - 9 * hour];

/**
 * An iCalendar (RFC 5545) that mail programs import: one event of a whole day for each entry. Its stamp is the day it is
 * made for, so that the same audits give the same bytes.
 */
export const renderIcs: ActionReporter = ({ calendar: { today, entries } }) => {
  const calendar = new ICalCalendar({
    prodId: { company: "wt-audit", product: "actions", language: "EN" },
    // No text of a user: the library writes the name as it is.
    name: "Safeguarding actions and reviews",
    method: ICalCalendarMethod.PUBLISH,
  });
  const end = "END:VCALENDAR";
  const events = entries.map((entry) => fold(writeEvent(entry, today, calendar)));
  return `${calendar.toString().slice(0, -end.length)}${events.join("")}${end}\r\n`;
};

function writeEvent(entry: CalendarEntry, today: Day, calendar: ICalCalendar): string {
  const { summary, description } = entry.kind === "action" ? wordAction(entry) : wordReview(entry);
  const event = new ICalEvent(
    {
      id: entry.uid,
      stamp: today,
      start: entry.day,
      end: dayAfter(entry.day),
      allDay: true,
      summary: escapeCalendar(summary),
      description: escapeCalendar(description.join("\n")),
      transparency: ICalEventTransparency.TRANSPARENT,
    },
    calendar,
  );
  for (const trigger of alarms) event.createAlarm({ type: ICalAlarmType.display, trigger });
  return event.toString();
}

/** Octets of a line at most, its end not counted. */
const longestLine = 75;

/** Long lines broken between characters. The library's own folding takes a second for a thousand events. */
function fold(text: string): string {
  const parts: string[] = [];
  let [from, at, octets] = [0, 0, 0];
  for (const character of text) {
    const size = octetsOf(character);
    if (character === "\n") octets = -size;
    else if (octets + size > longestLine && character !== "\r") {
      parts.push(text.slice(from, at));
      from = at;
      octets = 1;
    }
    at += character.length;
    octets += size;
  }
  return [...parts, text.slice(from)].join("\r\n ");
}

/** In UTF-8. */
function octetsOf(character: string): number {
  if (character < "\u0080") return 1;
  if (character < "\u0800") return 2;
  return character.length === 1 ? 3 : 4;
}

/** The end of a day is the day after it; of the last day that we know, what the standard takes where none is given. */
function dayAfter(day: Day): Day | null {
  const next = addDuration(day, "P1D");
  return next === day ? null : next;
}

interface Wording {
  /** Shown on shared screens: nothing that an organisation wrote about an action, and no owner. */
  readonly summary: string;
  readonly description: readonly string[];
}

function wordAction({ action, remedy }: ActionEntry): Wording {
  return {
    summary: `Safeguarding action ${action.id} due: ${action.title}`,
    description: [
      `To do: ${action.what}`,
      `Owner: ${describeOwner(action)}`,
      `Requirement: ${describeRequirement(action)}`,
      `Suggested remedy: ${remedy}`,
      `Organisation: ${action.organisation}`,
      `When it is done: wt-audit actions done ${action.id} --evidence PATH`,
    ],
  };
}

function wordReview({ title, place, organisation, requirements }: ReviewEntry): Wording {
  return {
    summary: `Safeguarding review due: ${title}`,
    description: [
      `Review: ${title} (${place})`,
      ...requirements.map((requirement) => `Evidence for: ${requirement.title} (${requirement.id})`),
      `Organisation: ${organisation}`,
      "When it is reviewed: record the new dates in the walk, wt-audit audit --redo --only REQUIREMENT",
    ],
  };
}
