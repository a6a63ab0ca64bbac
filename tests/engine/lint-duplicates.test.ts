import { describe, expect, it } from "vitest";
import { lintDuplicates } from "../../src/engine/lint-duplicates.js";
import type { Requirement } from "../../src/schema/edition.gen.js";
import { edition, stated } from "./editions-fixture.js";

const question = "Does everyone here know who leads on safeguarding?";
const expectation = "Everyone who works or helps here can say which role leads on safeguarding.";
const asked = (...requirements: readonly Requirement[]) =>
  requirements.map((requirement, index) => ({ requirement, path: [index] }));
const lead = stated("known-lead", { question, expectation });

const messages = (...requirements: readonly Requirement[]) =>
  lintDuplicates(asked(...requirements), null).map(({ code, path, message }) => [code, path.join("."), message]);

describe("duplicate-text", () => {
  it("the same question, whatever is expected, is told at the second, once", () => {
    const same = stated("lead-known", { question: `${question.toUpperCase()} `, expectation: "It is on the wall." });
    expect(messages(lead, same)).toEqual([
      ["duplicate-text", "1.question", 'This asks the same as "known-lead", or nearly.'],
    ]);
    expect(messages(lead, { ...same, expectation })).toHaveLength(1);
  });

  it("the same but for a word is told", () => {
    expect(messages(lead, stated("lead-known", { question: question.replace("here", ""), expectation }))).toEqual([
      ["duplicate-text", "1.question", 'This asks the same as "known-lead", or nearly.'],
    ]);
  });

  it("near miss: the same about another role is another question", () => {
    const deputy = stated("known-deputy", {
      question: "Does everyone here know who stands in for the lead?",
      expectation: "Everyone who works or helps here can name the deputy.",
    });
    expect(messages(lead, deputy)).toEqual([]);
  });

  it("an id that stands twice is told elsewhere", () => {
    expect(messages(lead, lead)).toEqual([]);
  });

  it("questions without words are not compared", () => {
    expect(
      messages(
        stated("one", { question: "?", expectation: "..." }),
        stated("two", { question: "?", expectation: "..." }),
      ),
    ).toEqual([]);
  });

  it("what the edition asks already is told with what to do", () => {
    const found = lintDuplicates(asked(stated("anytown-lead", { question, expectation })), edition([lead]));
    expect(found.map(({ message, hint }) => [message, hint])).toEqual([
      [
        'This asks the same as "known-lead" of working-together-2018, or nearly.',
        "Strengthen that one, or say what is different here.",
      ],
    ]);
  });

  it("what the edition asks twice is not the overlay's fault", () => {
    expect(lintDuplicates([], edition([lead, { ...lead, id: "lead-known" }]))).toEqual([]);
  });
});

it("ten thousand requirements are read a few times each, not each with each other", () => {
  let reads = 0;
  const many = Array.from({ length: 10_000 }, (_, index) => {
    const words = Array.from({ length: 12 }, (__, place) => `word${(index * 31 + place * 7919) % 5003}`).join(" ");
    const requirement = stated(`requirement-${index}`, { expectation: words });
    return Object.defineProperty(requirement, "question", {
      get: () => {
        reads += 1;
        return `Is it so that ${words} ${index}?`;
      },
    });
  });
  lintDuplicates(asked(...many), null);
  expect(reads).toBeLessThanOrEqual(40_000);
});

it("of ten thousand requirements that are all the same, each is told once", () => {
  const same = Array.from({ length: 10_000 }, (_, index) => stated(`requirement-${index}`, { question, expectation }));
  expect(lintDuplicates(asked(...same), null)).toHaveLength(9_999);
});
