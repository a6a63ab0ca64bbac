import { describe, expect, it } from "vitest";
import {
  answerTo,
  describeCondition,
  evaluate,
  factsIn,
  judge,
  partsOfReason,
  type Truth,
} from "../../src/engine/applicability.js";
import type { Facts } from "../../src/model/audit.js";
import type { Condition } from "../../src/model/checklist.js";
import { profile } from "./fixtures.js";

describe("evaluate", () => {
  it.each<readonly [string, Condition, Facts, Truth]>([
    ["a fact with the wanted answer holds", { "employs-staff": true }, { "employs-staff": true }, true],
    ["a fact with another answer does not hold", { "employs-staff": true }, { "employs-staff": false }, false],
    ["a wanted no holds when the answer is no", { "employs-staff": false }, { "employs-staff": false }, true],
    ["a fact that was not answered leaves it open", { "employs-staff": true }, {}, null],
    ["one of several answers is enough", { sector: "police" }, { sector: ["faith", "police"] }, true],
    ["one of several wanted values is enough", { sector: ["police", "faith"] }, { sector: "faith" }, true],
    ["lists that share nothing do not hold", { sector: ["police", "faith"] }, { sector: ["housing"] }, false],
    ["an empty list answers nothing", { sector: "police" }, { sector: [] }, null],
    ["an empty list answers nothing, whatever is not wanted", { not: { sector: "police" } }, { sector: [] }, null],
    ["the word true is not yes", { "employs-staff": true }, { "employs-staff": "true" }, false],
    ["an empty condition holds", {}, {}, true],
    ["two facts must both hold", { a: true, b: true }, { a: true, b: false }, false],
    ["two facts that hold do", { a: true, b: true }, { a: true, b: true }, true],
    ["one fact that fails decides though the other is open", { a: true, b: true }, { b: false }, false],
    ["one fact that holds does not decide while the other is open", { a: true, b: true }, { a: true }, null],
    ["all needs every part", { all: [{ a: true }, { b: true }] }, { a: true, b: false }, false],
    ["all holds when every part does", { all: [{ a: true }, { b: true }] }, { a: true, b: true }, true],
    ["all is open while a part is", { all: [{ a: true }, { b: true }] }, { a: true }, null],
    ["all fails as soon as a part does", { all: [{ a: true }, { b: true }] }, { b: false }, false],
    ["any needs one part", { any: [{ a: true }, { b: true }] }, { b: true }, true],
    ["any fails when every part does", { any: [{ a: true }, { b: true }] }, { a: false, b: false }, false],
    ["any is open while a part that could hold is", { any: [{ a: true }, { b: true }] }, { a: false }, null],
    ["not turns yes into no", { not: { a: true } }, { a: true }, false],
    ["not turns no into yes", { not: { a: true } }, { a: false }, true],
    ["not leaves open what is open", { not: { a: true } }, {}, null],
    ["parts nest", { any: [{ all: [{ a: true }, { not: { b: true } }] }, { c: true }] }, { a: true, b: false }, true],
    [
      "all and a fact beside it must both hold",
      { a: true, any: [{ b: true }, { c: true }] },
      { a: true, b: false, c: false },
      false,
    ],
    ["a fact called constructor is only a fact", { constructor: true }, {}, null],
    ["a fact called toString is only a fact", { toString: ["police"] }, { toString: "police" }, true],
  ])("%s", (_claim, condition, facts, truth) => {
    expect(evaluate(condition, facts)).toBe(truth);
  });

  it.each([
    ["not", '{"not": true}'],
    ["all", '{"all": true}'],
    ["any", '{"any": "police"}'],
    ["a part of all", '{"all": [{"a": true}, "police"]}'],
    ["a part of any", '{"any": [{"b": true}, null]}'],
    ["a part that is a list", '{"all": [[{"a": true}]]}'],
  ])("what is no condition leaves it open: %s", (_where, text) => {
    const condition: Condition = JSON.parse(text);
    expect(evaluate(condition, { a: true, b: false })).toBeNull();
  });

  it("__proto__ as a fact is data, in the condition and in the answers", () => {
    const condition: Condition = JSON.parse('{"__proto__": true}');
    const facts: Facts = JSON.parse('{"__proto__": true}');
    expect([evaluate(condition, {}), evaluate(condition, facts)]).toEqual([null, true]);
  });
});

describe("answerTo", () => {
  it.each<readonly [string, Facts, Facts[string] | undefined]>([
    ["gives a word", { sector: "police" }, "police"],
    ["gives a list", { sector: ["police"] }, ["police"]],
    ["gives a no", { sector: false }, false],
    ["gives an empty word", { sector: "" }, ""],
    ["finds none in an empty list", { sector: [] }, undefined],
    ["finds none where there is none", {}, undefined],
  ])("%s", (_claim, facts, answer) => {
    expect(answerTo("sector", facts)).toEqual(answer);
  });

  it("finds no answer in what every object has", () => {
    expect(answerTo("constructor", {})).toBeUndefined();
  });
});

describe("factsIn", () => {
  it("finds every fact once, in the order of the condition", () => {
    const condition: Condition = {
      c: true,
      all: [{ a: true }, { any: [{ b: true }, { c: false }] }],
      not: { d: true, a: true },
    };
    expect(factsIn(condition)).toEqual(["c", "a", "b", "d"]);
  });

  it("finds nothing in what is no condition", () => {
    const condition: Condition = JSON.parse('{"all": true, "any": ["x", null, [{"y": true}]], "not": "z"}');
    expect(factsIn(condition)).toEqual([]);
  });
});

describe("describeCondition", () => {
  it.each<readonly [Condition, string]>([
    [{ all: [{ "employs-staff": true }, { "has-volunteers": false }] }, "(employs staff: yes, and has volunteers: no)"],
    [{ any: [{ "employs-staff": true }] }, "employs staff: yes"],
    [{ all: [{ "employs-staff": true }] }, "employs staff: yes"],
    [{ not: { sector: "police" } }, "not (your organisation: police force)"],
    [{ sector: ["police", "armed-forces"] }, "your organisation: police force or armed-forces"],
    [{ "employs-staff": [true, false] }, "employs staff: yes or no"],
    [{ "runs-trips": "abroad" }, "runs-trips: abroad"],
    [{ "runs-trips": true }, "runs-trips: yes"],
  ])("puts %j into words", (condition, words) => {
    expect(describeCondition(condition, profile)).toBe(words);
  });
});

describe("partsOfReason", () => {
  it("parts who is asked from the answers that left it out", () => {
    const { reason } = judge({ "employs-staff": false, sector: "police" }, { "employs-staff": true }, profile);
    expect(partsOfReason(reason)).toEqual({
      asked: "Asked only when: employs staff: no, and your organisation: police force.",
      answers: "employs staff: yes.",
    });
  });

  it.each<readonly [string, Condition | null, Facts]>([
    ["asked of everyone", null, {}],
    ["it applies", { "employs-staff": true }, { "employs-staff": true }],
    ["it is not known", { "employs-staff": true }, {}],
  ])("finds no answers where none is named: %s", (_case, condition, facts) => {
    const { reason } = judge(condition, facts, profile);
    expect(partsOfReason(reason)).toEqual({ asked: reason, answers: null });
  });

  it("loses nothing of an answer that reads like the words between", () => {
    const { reason } = judge({ "runs-trips": "abroad" }, { "runs-trips": "x. You said: y" }, profile);
    expect(partsOfReason(reason)).toEqual({
      asked: "Asked only when: runs-trips: abroad.",
      answers: "runs-trips: x. You said: y.",
    });
  });
});

describe("judge", () => {
  it("without a condition it is asked of everyone", () => {
    expect(judge(null, {}, profile)).toEqual({ status: "applies", reason: "Asked of every organisation." });
  });

  it("says why it applies", () => {
    expect(judge({ "employs-staff": true }, { "employs-staff": true }, profile)).toEqual({
      status: "applies",
      reason: "Asked only when: employs staff: yes.",
    });
  });

  it("says by which answers it does not apply, in the profile's words", () => {
    const condition: Condition = { sector: ["school-or-college", "police"], "employs-staff": false };
    expect(judge(condition, { sector: ["voluntary-or-private"], "employs-staff": true }, profile)).toEqual({
      status: "does-not-apply",
      reason:
        "Asked only when: your organisation: school or college or police force, and employs staff: no. " +
        "You said: your organisation: voluntary or private body; employs staff: yes.",
    });
  });

  it("leaves out of the reason what was not answered", () => {
    expect(judge({ "employs-staff": true, "has-volunteers": true }, { "has-volunteers": false }, profile).reason).toBe(
      "Asked only when: employs staff: yes, and has volunteers: yes. You said: has volunteers: no.",
    );
  });

  it("leaves out of the reason a fact called constructor that was not answered", () => {
    expect(judge({ "employs-staff": true, constructor: true }, { "employs-staff": false }, profile).reason).toBe(
      "Asked only when: employs staff: yes, and constructor: yes. You said: employs staff: no.",
    );
  });

  it("is unknown while the answer is an empty list, and says so", () => {
    expect(judge({ sector: "police" }, { sector: [] }, profile)).toEqual({
      status: "unknown",
      reason: "Asked only when: your organisation: police force. Not answered yet: your organisation.",
    });
  });

  it("leaves an empty list out of the answers", () => {
    expect(judge({ sector: "police", "employs-staff": false }, { sector: [], "employs-staff": true }, profile)).toEqual(
      {
        status: "does-not-apply",
        reason:
          "Asked only when: your organisation: police force, and employs staff: no. You said: employs staff: yes.",
      },
    );
  });

  it("is unknown, never out of scope, while the deciding fact is missing, and says which", () => {
    expect(judge({ "employs-staff": true, sector: "police" }, { sector: ["police"] }, profile)).toEqual({
      status: "unknown",
      reason:
        "Asked only when: employs staff: yes, and your organisation: police force. Not answered yet: employs staff.",
    });
  });

  it("names all the facts that are missing", () => {
    expect(judge({ any: [{ "employs-staff": true }, { "has-volunteers": true }] }, {}, profile).reason).toBe(
      "Asked only when: (employs staff: yes, or has volunteers: yes). Not answered yet: employs staff; has volunteers.",
    );
  });

  it("names a fact that the profile lacks, and its answer, as they stand", () => {
    expect(judge({ "runs-trips": "abroad" }, { "runs-trips": ["home", "by-boat"] }, profile).reason).toBe(
      "Asked only when: runs-trips: abroad. You said: runs-trips: home, by-boat.",
    );
  });

  it("__proto__ as a missing fact is unknown by its name", () => {
    const condition: Condition = JSON.parse('{"__proto__": true}');
    expect(judge(condition, {}, profile)).toEqual({
      status: "unknown",
      reason: "Asked only when: __proto__: yes. Not answered yet: __proto__.",
    });
  });
});
