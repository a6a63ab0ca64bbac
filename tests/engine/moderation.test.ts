import { describe, expect, it } from "vitest";
import { differenceOf, isModerated, planModeration } from "../../src/engine/moderation.js";
import type { Response } from "../../src/model/audit.js";
import { audit, checklist, profile, requirement, standard } from "./fixtures.js";

const age = { today: "2026-06-01", maxAge: "P12M" };
const moderatedOn = (on: string, assessedOn?: string): Response => ({
  rating: "met",
  moderated: { rating: "met", on },
  ...(assessedOn === undefined ? {} : { assessed: { on: assessedOn } }),
});

describe("an answer is moderated", () => {
  it.each([
    ["on the day it was given", moderatedOn("2026-05-20", "2026-05-20"), true],
    ["before it was last given", moderatedOn("2026-05-19", "2026-05-20"), false],
    ["when it carries no day", moderatedOn("2026-05-20"), true],
    ["today", moderatedOn("2026-06-01"), true],
    ["on a day that has not come", moderatedOn("2026-06-02"), false],
    ["a year ago to the day", moderatedOn("2025-06-01"), true],
    ["more than a year ago", moderatedOn("2025-05-31"), false],
    ["while it waits to be confirmed", { ...moderatedOn("2026-05-20"), "to-confirm": "Carried." }, false],
    ["by nobody", { rating: "met" } as const, false],
  ])("%s: %o is %s", (_, response, expected) => {
    expect(isModerated(response, age)).toBe(expected);
  });

  it("never when there is no answer", () => {
    expect(isModerated(null, age)).toBe(false);
  });
});

describe("a moderated rating beside the self rating", () => {
  it.each([
    ["met", "met", "agreed"],
    ["met", "partly-met", "lower"],
    ["met", "not-met", "lower"],
    ["not-met", "partly-met", "higher"],
    ["partly-met", "met", "higher"],
    ["not-applicable", "not-applicable", "agreed"],
    ["not-applicable", "not-met", "lower"],
    ["not-applicable", "partly-met", "lower"],
    ["not-applicable", "met", "different"],
    ["met", "not-applicable", "different"],
    ["not-met", "not-applicable", "different"],
  ] as const)("%s and %s: %s", (self, moderated, expected) => {
    expect(differenceOf(self, moderated)).toBe(expected);
  });
});

describe("what waits for a moderator", () => {
  const asked = checklist([
    standard(
      "leadership",
      requirement("board-lead"),
      requirement("culture"),
      requirement("police-only", { appliesWhen: { sector: "police" } }),
    ),
    standard("people", requirement("supervision"), requirement("induction"), requirement("training")),
  ]);
  const answered = audit({
    "board-lead": { rating: "met" },
    "police-only": { rating: "met" },
    supervision: { rating: "not-met", moderated: { rating: "not-met", on: "2026-05-20" } },
    induction: { rating: "met", "to-confirm": "The edition changed." },
    training: { rating: "partly-met" },
  });
  const plan = (selection: Parameters<typeof planModeration>[3] = {}) => {
    const { steps, remaining, progress, facts } = planModeration(asked, profile, answered, selection, age);
    return {
      steps: steps.map((step) => `${step.position} ${step.requirement.id}`),
      remaining: remaining.map((step) => step.requirement.id),
      progress,
      facts,
    };
  };

  it("is every answer that is whole, applies and was not moderated", () => {
    expect(plan()).toEqual({
      steps: ["1 board-lead", "2 supervision", "3 training"],
      remaining: ["board-lead", "training"],
      progress: { answered: 1, total: 3 },
      facts: [],
    });
  });

  it("is what is moderated as well, when it is to be done again", () => {
    expect(plan({ redo: true }).remaining).toEqual(["board-lead", "supervision", "training"]);
  });

  it("counts within what is chosen", () => {
    expect(plan({ standards: ["people"] })).toMatchObject({
      steps: ["1 supervision", "2 training"],
      progress: { answered: 1, total: 2 },
    });
    expect(plan({ requirements: ["training", "culture"] }).steps).toEqual(["1 training"]);
  });

  it("is of the sample alone", () => {
    expect(plan({ sample: ["training", "induction"] })).toMatchObject({
      steps: ["1 training"],
      remaining: ["training"],
    });
  });
});
