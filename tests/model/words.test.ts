import { describe, expect, it } from "vitest";
import {
  isOpen,
  isUnfinished,
  moderatedLower,
  ratingInfo,
  unfinished,
  wasModeratedLower,
} from "../../src/model/audit.js";
import { describeReference, forceInfo, numberInForm, requirementsOf } from "../../src/model/checklist.js";
import { diagnosticInfo } from "../../src/model/diagnostic.js";
import { action, checklist, requirement, standard } from "../engine/fixtures.js";

describe("why an answer waits", () => {
  const waiting = (line: string) => ({ "to-confirm": `Carried forward.\n${line}` });

  it("tells one that was begun and not finished", () => {
    expect([waiting(unfinished), waiting("It is old."), {}].map(isUnfinished)).toEqual([true, false, false]);
  });

  it("tells one that a moderator rated lower", () => {
    const lower = waiting(`${moderatedLower}, as partly met, on 1 March 2026.`);
    expect([lower, waiting("It is old."), {}].map(wasModeratedLower)).toEqual([true, false, false]);
  });
});

describe("actions", () => {
  it.each([
    ["open", true],
    ["in-progress", true],
    ["done", false],
    ["cancelled", false],
  ] as const)("whether work on one that is %s is left: %s", (status, open) => {
    expect(isOpen(action({ status }))).toBe(open);
  });
});

describe("names", () => {
  it("ratings are offered from met to not applicable", () => {
    expect(Object.entries(ratingInfo)).toEqual([
      ["met", "Met"],
      ["partly-met", "Partly met"],
      ["not-met", "Not met"],
      ["not-applicable", "Not applicable"],
    ]);
  });

  it("every force has plain words", () => {
    expect(forceInfo).toEqual({
      must: "law",
      should: "statutory guidance",
      local: "local rule",
      practice: "good practice",
    });
  });

  it("every diagnostic code is a kebab-case noun with a sentence of meaning", () => {
    const odd = Object.entries(diagnosticInfo).filter(
      ([code, meaning]) => !/^[a-z]+(-[a-z]+)*$/u.test(code) || !/^[A-Z].*\.$/u.test(meaning),
    );
    expect(odd).toEqual([]);
  });
});

describe("checklists", () => {
  it("lists the requirements of all standards in their order", () => {
    const list = checklist([
      standard("leadership", requirement("board-lead"), requirement("culture")),
      standard("people", requirement("safer-recruitment")),
    ]);
    expect(requirementsOf(list).map(({ id }) => id)).toEqual(["board-lead", "culture", "safer-recruitment"]);
  });
});

describe("numberInForm", () => {
  const form = {
    id: "anytown",
    title: "Anytown return",
    scale: null,
    references: { "board-lead": "1.5" },
    weights: {},
  };

  it("is the number that the form gives", () => {
    expect(numberInForm("board-lead", { form })).toBe("1.5");
  });

  it("is null where it gives none, or there is no form", () => {
    expect(["culture", "constructor"].map((id) => numberInForm(id, { form }))).toEqual([null, null]);
    expect(numberInForm("board-lead", { form: null })).toBeNull();
  });
});

describe("describeReference", () => {
  const title = "Working Together 2018";
  const known = { chapter: 2, paragraph: "3", verified: true, source: "guidance", law: null };

  it("names chapter and paragraph of one that was read in the guidance", () => {
    expect(describeReference(title, known)).toBe("Working Together 2018, chapter 2, paragraph 3");
  });

  it("says when it was not verified", () => {
    expect(describeReference(title, { ...known, verified: false })).toBe(
      "Working Together 2018, chapter 2, paragraph 3 (not verified)",
    );
  });

  it("says when the paragraph is not known", () => {
    expect(describeReference(title, { ...known, paragraph: null })).toBe(
      "Working Together 2018, chapter 2, paragraph not known",
    );
  });

  it("leaves out a chapter that is not known", () => {
    expect(describeReference(title, { ...known, chapter: null })).toBe("Working Together 2018, paragraph 3");
  });

  it("adds the law", () => {
    expect(describeReference(title, { ...known, law: "Children Act 2004, section 11", verified: false })).toBe(
      "Working Together 2018, chapter 2, paragraph 3; Children Act 2004, section 11 (not verified)",
    );
  });
});
