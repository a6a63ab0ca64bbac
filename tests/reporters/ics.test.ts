import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { ActionEntry, CalendarEntry, ReviewEntry } from "../../src/engine/calendar.js";
import { renderIcs } from "../../src/reporters/ics.js";
import { anyText } from "./fixtures/any-text.js";
import { openActions } from "../engine/fixtures.js";
import { listed } from "./fixtures/actions.js";

const today = "2026-11-22";
const options = { width: 80, colour: false, plain: false };

function actionEntry(over: Partial<ActionEntry> = {}, action: Partial<ActionEntry["action"]> = {}): ActionEntry {
  return {
    kind: "action",
    uid: "a1@wt-audit",
    day: "2027-01-31",
    action: { ...listed, ...action },
    remedy: "Ask the board to name one of its members.",
    ...over,
  };
}

const review: ReviewEntry = {
  kind: "review",
  uid: "r1@wt-audit",
  day: "2027-03-01",
  organisation: "Riverside Youth Project",
  title: "Safeguarding policy",
  place: "policies/safeguarding.md",
  requirements: [
    { id: "board-lead", title: "Board-level lead" },
    { id: "whistleblowing", title: "Whistleblowing" },
  ],
};

const render = (...entries: readonly CalendarEntry[]) =>
  renderIcs(
    {
      list: { schema: "actions/1", today, actions: [] },
      filter: openActions,
      calendar: { today, entries },
    },
    options,
  );

/** The events as another program reads them. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => ({ component, event: new ICAL.Event(component) }));
}

const only = (text: string) => read(text)[0] ?? expect.unreachable("no event");

describe("a calendar of one action", () => {
  const { component, event } = only(render(actionEntry()));

  it("is published, not an invitation", () => {
    const calendar = new ICAL.Component(ICAL.parse(render(actionEntry())));
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("prodid")).toBe("-//wt-audit//actions//EN");
  });

  it("lasts the whole day, and its end is the day after", () => {
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe("2027-01-31");
    expect(event.endDate.toString()).toBe("2027-02-01");
  });

  it("takes nobody's time", () => {
    expect(component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
  });

  it("is stamped with the day it is made for", () => {
    expect(String(component.getFirstPropertyValue("dtstamp"))).toBe("2026-11-22T00:00:00Z");
  });

  it("shows on a shared screen neither what was written about it nor whose it is", () => {
    expect(event.summary).toBe("Safeguarding action A1 due: Board-level lead");
  });

  it("says inside what is to be done, by whom, for which requirement, and what is suggested", () => {
    expect(event.description.split("\n")).toEqual([
      "To do: Appoint a trustee",
      "Owner: Chair",
      "Requirement: Board-level lead (board-lead), should (statutory guidance)",
      "Suggested remedy: Ask the board to name one of its members.",
      "Organisation: Riverside Youth Project",
      "When it is done: wt-audit actions done A1 --evidence PATH",
    ]);
  });

  it("says so when it is nobody's", () => {
    expect(only(render(actionEntry({}, { owner: null }))).event.description).toContain("Owner: nobody is named\n");
  });

  it("rings a week and a day before, at nine in the morning", () => {
    const alarms = component.getAllSubcomponents("valarm");
    expect(alarms.map((alarm) => alarm.getFirstPropertyValue("action"))).toEqual(["DISPLAY", "DISPLAY"]);
    const rings = alarms.map((alarm) => {
      const start = event.startDate.clone();
      start.isDate = false;
      const trigger = alarm.getFirstPropertyValue("trigger");
      start.addDuration(trigger instanceof ICAL.Duration ? trigger : expect.unreachable("no duration"));
      return start.toString();
    });
    expect(rings).toEqual(["2027-01-24T09:00:00", "2027-01-30T09:00:00"]);
  });

  it("of the last day that there is has no end after it", () => {
    const last = only(render(actionEntry({ day: "9999-12-31" })));
    expect(last.component.getFirstProperty("dtend")).toBeNull();
    expect(last.event.startDate.toString()).toBe("9999-12-31");
  });
});

it("a review names the document and all that it is evidence for", () => {
  const { event } = only(render(review));
  expect(event.uid).toBe("r1@wt-audit");
  expect(event.startDate.toString()).toBe("2027-03-01");
  expect(event.summary).toBe("Safeguarding review due: Safeguarding policy");
  expect(event.description.split("\n")).toEqual([
    "Review: Safeguarding policy (policies/safeguarding.md)",
    "Evidence for: Board-level lead (board-lead)",
    "Evidence for: Whistleblowing (whistleblowing)",
    "Organisation: Riverside Youth Project",
    "When it is reviewed: record the new dates in the walk, wt-audit audit --redo --only REQUIREMENT",
  ]);
});

it("each entry is an event of its own, under its name", () => {
  expect(read(render(actionEntry(), review)).map(({ event }) => event.uid)).toEqual(["a1@wt-audit", "r1@wt-audit"]);
});

it("a calendar of nothing is still one", () => {
  expect(read(render())).toEqual([]);
  expect(render()).toMatch(/^BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n$/su);
});

it("the same entries give the same bytes", () => {
  expect(render(actionEntry(), review)).toBe(render(actionEntry(), review));
});

describe("text that would do harm", () => {
  const octets = (text: string) => new TextEncoder().encode(text).length;
  const longest = (text: string) => Math.max(...text.split("\r\n").map(octets));
  const told = (what: string) => only(render(actionEntry({}, { what }))).event.description.split("\nOwner: ")[0];

  it.each([
    ["commas; semicolons \\ and backslashes", "commas; semicolons \\ and backslashes"],
    ["two\nlines", "two\nlines"],
    ["two\r\nlines", "two\nlines"],
    ["a\tb", "a b"],
    ["bell\u0007, escape\u001B[31m, nothing\u0000, C1\u009B2J", "bell, escape[31m, nothing, C12J"],
    ["half \uD800 and \u202Eback", "half \\ud800 and \\u202eback"],
    ["x\nEND:VEVENT\nBEGIN:VEVENT\nUID:forged", "x\nEND:VEVENT\nBEGIN:VEVENT\nUID:forged"],
    ["😀".repeat(300), "😀".repeat(300)],
    ["é".repeat(1000), "é".repeat(1000)],
    ["\u4E2D".repeat(500), "\u4E2D".repeat(500)],
    ["x".repeat(1000), "x".repeat(1000)],
  ])("%j is read as %j", (what, shown) => {
    expect(told(what)).toBe(`To do: ${shown}`);
    expect(read(render(actionEntry({}, { what })))).toHaveLength(1);
  });

  it("no line is longer than 75 octets, and lines are as long as that", () => {
    for (const what of ["😀".repeat(300), "é".repeat(1000), "\u4E2D".repeat(500), "x".repeat(1000)]) {
      const found = longest(render(actionEntry({}, { what })));
      expect(found).toBeLessThanOrEqual(75);
      expect(found).toBeGreaterThan(71);
    }
  });

  it("a line of 75 octets is not broken", () => {
    const summary = "Safeguarding review due: ";
    const title = "x".repeat(75 - "SUMMARY:".length - summary.length);
    expect(render({ ...review, title }).split("\r\n")).toContain(`SUMMARY:${summary}${title}`);
    expect(render({ ...review, title: `${title}y` }).split("\r\n")).toContain(" y");
  });

  it("any text is one event that another program reads", () => {
    fc.assert(
      fc.property(anyText, anyText, (what, owner) => {
        const text = render(actionEntry({}, { what, owner, title: what, organisation: owner }));
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(longest(text)).toBeLessThanOrEqual(75);
        const [found, ...more] = read(text);
        expect(more).toEqual([]);
        expect(found?.event.uid).toBe("a1@wt-audit");
        expect(found?.event.startDate.toString()).toBe("2027-01-31");
      }),
    );
  });
});
