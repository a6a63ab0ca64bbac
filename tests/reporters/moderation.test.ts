import { describe, expect, it } from "vitest";
import type { Rating } from "../../src/model/audit.js";
import type { Report, ReportRequirement } from "../../src/model/report.js";
import { inShort } from "../../src/reporters/in-short.js";
import { gapsSection } from "../../src/reporters/gaps-section.js";
import { describeCountedDifferences, moderationSections } from "../../src/reporters/moderation-section.js";
import { openingSection } from "../../src/reporters/opening-section.js";
import { verdictSection } from "../../src/reporters/verdict-section.js";
import { riverside } from "./fixtures/riverside.js";

type Pair = readonly [title: string, self: Rating | null, moderated: Rating | null, over?: Partial<ReportRequirement>];

function reportOf(...pairs: readonly Pair[]): Report {
  const [leadership] = riverside.standards;
  const [model] = leadership?.requirements ?? [];
  if (leadership === undefined || model === undefined) throw new Error("the fixture has no requirements");
  const requirements = pairs.map(([title, rating, moderated, over]) => ({
    ...model,
    title,
    rating,
    moderated,
    moderation: moderated === null ? null : { by: "Trustee", on: "2026-11-12", reason: null, stands: true },
    ...over,
  }));
  return { ...riverside, standards: [{ ...leadership, requirements }] };
}

const shown = (report: Report) =>
  moderationSections(report).flatMap(({ summary, parts }) => [
    summary,
    ...parts.map(({ title, items }) => `${title}: ${items.map(({ lead }) => lead).join(", ")}`),
  ]);

describe("the moderated ratings of a report", () => {
  it("come with the largest differences first, lower before higher, what is agreed last", () => {
    const report = reportOf(
      ["Agreed one", "met", "met"],
      ["One lower", "met", "partly-met"],
      ["Two lower", "met", "not-met"],
      ["One higher", "not-met", "partly-met"],
      ["Two higher", "not-met", "met"],
      ["Does it apply", "met", "not-applicable"],
      ["Left alone", "met", null],
      ["Left as well", "met", null],
    );
    expect(shown(report)).toEqual([
      "6 ratings were checked by somebody else: 1 agreed, 2 lower, 2 higher, 1 differ on whether it applies. 2 ratings were not moderated.",
      "Moderated lower: Two lower, One lower",
      "Moderated higher: Two higher, One higher",
      "Applies to one, and not to the other: Does it apply",
      "Agreed: Agreed one",
    ]);
  });

  it("are side by side, with the reason, by whom and when", () => {
    const moderation = { by: "Trustee", on: "2026-11-12", reason: "Nobody has read it.", stands: true };
    const report = reportOf(["Whistleblowing", "met", "partly-met", { moderation }]);
    expect(moderationSections(report)[0]?.parts[0]?.items).toEqual([
      {
        lead: "Whistleblowing",
        text: "Self rating: met. Moderated: partly met.",
        details: [
          { term: "Reason", text: "Nobody has read it." },
          { term: "Moderated by", text: "Trustee, 12 November 2026" },
        ],
      },
    ]);
  });

  it("say when nobody is named, and give no reason where there is none", () => {
    const moderation = { by: null, on: "2026-11-12", reason: null, stands: true };
    const report = reportOf(["Whistleblowing", "met", "met", { moderation }]);
    expect(moderationSections(report)[0]?.parts[0]?.items[0]?.details).toEqual([
      { term: "Moderated by", text: "nobody named, 12 November 2026" },
    ]);
  });

  it("say when every rating was moderated", () => {
    expect(shown(reportOf(["Whistleblowing", "met", "met"]))[0]).toBe(
      "1 rating was checked by somebody else: 1 agreed. Every rating was moderated.",
    );
  });

  it("do not count as checked what is of an older answer, but show it last", () => {
    const moderation = { by: "Trustee", on: "2026-01-12", reason: null, stands: false };
    const report = reportOf(["Whistleblowing", "met", "met"], ["Answered since", "met", "met", { moderation }]);
    expect(shown(report)).toEqual([
      "1 rating was checked by somebody else: 1 agreed. 1 rating was not moderated.",
      "Agreed: Whistleblowing",
      "Moderated, but not the answer as it is now, or too long ago: Answered since",
    ]);
  });

  it("count nothing where all are of older answers", () => {
    const moderation = { by: "Trustee", on: "2026-01-12", reason: null, stands: false };
    expect(shown(reportOf(["Answered since", "met", "not-met", { moderation }]))).toEqual([
      "No rating, as it is now, was checked by somebody else. 1 rating was not moderated.",
      "Moderated, but not the answer as it is now, or too long ago: Answered since",
    ]);
  });

  it("leave out what does not apply and what is not answered", () => {
    const applicability = { status: "does-not-apply", reason: "You are no police force." } as const;
    const report = reportOf(
      ["Whistleblowing", "met", "met"],
      ["Police", "met", "met", { applicability }],
      ["Unanswered", null, "met"],
    );
    expect(shown(report)).toHaveLength(2);
    expect(shown(report)[1]).toBe("Agreed: Whistleblowing");
  });

  it("are nothing where nobody moderated", () => {
    expect(moderationSections(reportOf(["Whistleblowing", "met", null]))).toEqual([]);
  });

  it("count nothing as nothing", () => {
    expect(describeCountedDifferences({ agreed: 0, lower: 0, higher: 0, different: 0 })).toBe("");
  });
});

describe("a sign-off in a report", () => {
  const entry = { role: "Chair of trustees", on: "2026-11-20", minute: "2026-11-20/7", since: [] };
  const signed = (...signOff: Report["audit"]["signOff"]) => ({ ...riverside, audit: { ...riverside.audit, signOff } });
  const told = (...signOff: Report["audit"]["signOff"]) => {
    const report = signed(...signOff);
    const gaps = gapsSection(report);
    const { entries } = openingSection(report, inShort(report, gaps, verdictSection(report, gaps)));
    return entries.find(({ term }) => term === "Signed off")?.text;
  };
  const next = (...signOff: Report["audit"]["signOff"]) => {
    const report = signed(...signOff);
    return verdictSection(report, gapsSection(report)).next.at(-1);
  };

  it("says what changed since", () => {
    expect(told({ ...entry, changed: "yes", since: ["whistleblowing"] })).toBe(
      "Chair of trustees, 20 November 2026, minute 2026-11-20/7; changed since: whistleblowing",
    );
  });

  it("names five that changed, and counts the others", () => {
    const since = ["one", "two", "three", "four", "five"];
    expect(told({ ...entry, changed: "yes", since })).toMatch(/changed since: one, two, three, four, five$/u);
    expect(told({ ...entry, changed: "yes", since: [...since, "six"] })).toMatch(/four, five and 1 more$/u);
  });

  it("says that it changed where nothing tells what", () => {
    expect(told({ ...entry, changed: "yes" })).toMatch(/7; changed since$/u);
  });

  it("says that nothing changed, and that it is not known", () => {
    expect(told({ ...entry, changed: "no" }, { ...entry, role: "Manager", minute: null, changed: "unknown" })).toBe(
      "Chair of trustees, 20 November 2026, minute 2026-11-20/7; unchanged since. Manager, 20 November 2026; not known whether it changed since",
    );
  });

  it("is to be asked for anew when all that was signed has changed", () => {
    expect(next({ ...entry, changed: "yes" })).toBe(
      "Take what changed since it was signed off to the board, and record its sign-off anew (wt-audit sign-off).",
    );
    expect(next({ ...entry, changed: "yes" }, { ...entry, changed: "no" })).toMatch(/^Keep the evidence up to date/u);
  });
});
