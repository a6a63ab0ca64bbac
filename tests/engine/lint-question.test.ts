import { describe, expect, it } from "vitest";
import { lintQuestion } from "../../src/engine/lint-question.js";
import { stated } from "./editions-fixture.js";

const codes = (question: string) =>
  lintQuestion({ requirement: stated("culture", { question }), path: ["at"] }).map(({ code, path }) => [
    code,
    path.join("."),
  ]);

describe("double-barrelled-question", () => {
  it.each([
    "Do you record and review concerns?",
    "Do all your staff check and then report them?",
    "Do you keep a log of concerns and review it every month?",
    "Is the policy reviewed every year and published?",
    "Has each volunteer been trained and regularly checked?",
    "Is there a policy and is it read?",
    "Do you have a lead as well as a deputy?",
    "Is there a policy? Do people know it?",
    "Are records stored and/or shared with care?",
  ])("%s", (question) => {
    expect(codes(question)).toEqual([["double-barrelled-question", "at.question"]]);
  });

  it.each([
    "Do you record what children and parents say?",
    "Do you have a record and report for each trip?",
    "Do you keep a record of trips and visits?",
    "Do all staff know how to recognise abuse and neglect and what to do about it?",
    "Is it set out when and how you share information?",
    "Is there a written and agreed procedure?",
    "Is everyone treated fairly and supported?",
    "Does your policy cover children and families who are new here?",
    'Do people know the answer to "who leads?"',
  ])("near miss: %s", (question) => {
    expect(codes(question)).toEqual([]);
  });

  it("what is asked besides is quoted", () => {
    const [found] = lintQuestion({
      requirement: stated("culture", { question: "Is there a policy and is it read?" }),
      path: [],
    });
    expect(found?.message).toBe('The question asks two things at once: "and is".');
  });

  it("two questions are quoted whole", () => {
    const question = "Is there a lead? Who is it?";
    const [found] = lintQuestion({ requirement: stated("culture", { question }), path: [] });
    expect(found?.message).toBe(`The question asks two things at once: "${question}".`);
  });
});

describe("negative-question", () => {
  it.each([
    "Is there no lead?",
    "Do people not report concerns?",
    "Isn't there a policy?",
    "Don\u2019t you have a policy?",
    "Are children ever left without a trained adult?",
    "Do staff fail to report concerns?",
    "Has nobody been told?",
  ])("%s", (question) => {
    expect(codes(question)).toEqual([["negative-question", "at.question"]]);
  });

  it.each([
    "Is it written down what people do when a concern is not acted on?",
    "Do you make sure that nobody is left out?",
    "Do your arrangements reach every helper, paid or not?",
    "Are concerns passed on without delay?",
    "Are concerns passed on no later than the next day?",
    "Do you ask not only parents but children?",
    "Do you take notes of every meeting?",
  ])("near miss: %s", (question) => {
    expect(codes(question)).toEqual([]);
  });
});
