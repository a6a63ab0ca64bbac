import { describe, expect, it } from "vitest";
import { parseAnswers } from "../../src/files/answers-file.js";
import { parseAudit } from "../../src/files/audit-file.js";
import { problemsOf } from "./problems-of.js";

const head = `schema: audit/1
checklist: working-together-2023
organisation: { name: Riverside Youth Project, facts: {} }
period: { from: 2026-01-01, to: 2026-12-31 }
responses:
  board-lead:
`;

/** "7:23 code: message | hint", of an audit whose one answer has these lines. */
async function told(...lines: readonly string[]): Promise<readonly string[]> {
  const text = `${head}${lines.map((line) => `    ${line}\n`).join("")}`;
  const found = await problemsOf(parseAudit(text, "audit.yaml"));
  return found.map(({ line, column, code, message, hint }) => `${line}:${column} ${code}: ${message} | ${hint}`);
}

async function toldOfAnswers(answer: string) {
  const found = await problemsOf(
    parseAnswers(`schema: answers/1\nresponses:\n  board-lead: ${answer}\n`, "answers.yaml"),
  );
  return found.map(({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`);
}

describe("a score in an audit", () => {
  it.each([
    ["rating: partly-met", "scores: { zero-to-three: 2 }"],
    ["rating: not-applicable", "scores: { one-to-three: 0, red-amber-green: grey }"],
    ["rating: not-met", "scores: { zero-to-three: 0 }"],
    ["rating: met", "scores: { yes-partly-no: yes, inspection-grades: good, percentage: 100 }"],
  ])("that agrees with the rating is sound: %s, %s", async (...lines) => {
    expect(await told(...lines)).toEqual([]);
  });

  it("on a scale that is not shipped is refused, with the one that was meant", async () => {
    expect(await told("rating: met", "scores: { zero-to-thre: 3 }")).toEqual([
      '8:15 unknown-scale: There is no rating scale "zero-to-thre". | Did you mean zero-to-three?',
    ]);
    expect(await told("rating: met", "scores: { stars: 5 }")).toEqual([
      '8:15 unknown-scale: There is no rating scale "stars". | The rating scales: red-amber-green, zero-to-three, one-to-three, met-in-four-steps, percentage, yes-partly-no, inspection-grades.',
    ]);
  });

  it("that the scale has not is refused, with its values", async () => {
    expect(await told("rating: met", "scores: { zero-to-three: 4 }")).toEqual([
      "8:30 unknown-score: The scale zero-to-three (0 to 3) has no value 4. | Its values: 0, 1, 2 or 3.",
    ]);
    expect(await told("rating: met", "scores: { inspection-grades: goood }")).toEqual([
      '8:34 unknown-score: The scale inspection-grades (The inspectorate\'s four grades) has no value "goood". | Did you mean good?',
    ]);
    expect(await told("rating: met", "scores: { red-amber-green: purple }")).toEqual([
      '8:32 unknown-score: The scale red-amber-green (Red, amber, green) has no value "purple". | Its values: red, amber, green or grey.',
    ]);
  });

  it("in quotes where the scale has a number is refused, and how to write it is said", async () => {
    expect(await told("rating: met", 'scores: { zero-to-three: "3" }')).toEqual([
      '8:30 unknown-score: The scale zero-to-three (0 to 3) has no value "3". | Write 3, without quotes.',
    ]);
    expect(await told("rating: met", 'scores: { red-amber-green: " green" }')).toEqual([
      '8:32 unknown-score: The scale red-amber-green (Red, amber, green) has no value " green". | Write "green", with the quotes.',
    ]);
  });

  it("that comes to another rating is refused, with what the scale makes of both", async () => {
    expect(await told("rating: met", "scores: { zero-to-three: 2 }")).toEqual([
      "8:30 score-disagrees: 2 on the scale zero-to-three comes to partly met, and board-lead is rated met. | On this scale met is 3: correct the score or the rating.",
    ]);
    expect(await told("rating: partly-met", "scores: { zero-to-three: 3 }")).toEqual([
      "8:30 score-disagrees: 3 on the scale zero-to-three comes to met, and board-lead is rated partly met. | On this scale partly met is 1 or 2: correct the score or the rating.",
    ]);
  });

  it("0 is never read without its scale: the worst on one, not applicable on another", async () => {
    expect(await told("rating: not-met", "scores: { zero-to-three: 0, one-to-three: 0 }")).toEqual([
      "8:47 score-disagrees: 0 on the scale one-to-three comes to not applicable, and board-lead is rated not met. | On this scale not met is 1: correct the score or the rating.",
    ]);
    expect(await told("rating: not-applicable", "reason: None", "scores: { zero-to-three: 0 }")).toEqual([
      "9:30 score-disagrees: 0 on the scale zero-to-three comes to not met, and board-lead is rated not applicable. | The scale has no value for not applicable: remove the score, or correct the rating.",
    ]);
  });

  it("without a rating beside it is refused, with the rating that it comes to", async () => {
    expect(await told("scores: { zero-to-three: 2 }")).toEqual([
      "7:5 missing-key: board-lead has a score and no rating. | Add rating: partly-met, which is what it comes to.",
    ]);
    expect(await told("scores: { zero-to-three: 9 }")).toEqual([
      "7:5 missing-key: board-lead has a score and no rating. | Add a rating beside the scores.",
      "7:30 unknown-score: The scale zero-to-three (0 to 3) has no value 9. | Its values: 0, 1, 2 or 3.",
    ]);
  });

  it("that disagrees with another, without a rating, is refused", async () => {
    expect(await told("scores: { zero-to-three: 2, one-to-three: 3 }")).toEqual([
      "7:5 score-disagrees: The scores of board-lead do not agree: they come to partly met and met. | Correct one of the scores.",
    ]);
  });

  it("beside a rating that is none, or of a kind that is none, is told of that alone", async () => {
    const codes = (found: readonly string[]) => found.map((one) => one.split(":").slice(0, 2).join(":"));
    expect(codes(await told("rating: mett", "scores: { zero-to-three: 2 }"))).toEqual(["7:13 wrong-value"]);
    expect(codes(await told("rating: met", "scores: { zero-to-three: true }"))).toEqual(["8:30 wrong-type"]);
    expect(codes(await told("rating: met", "scores: 3"))).toEqual(["8:13 wrong-type"]);
  });
});

describe("a score in answers", () => {
  it("needs no rating beside it", async () => {
    expect(await toldOfAnswers("{ scores: { zero-to-three: 2 } }")).toEqual([]);
  });

  it("agrees with the rating, and with the other scores", async () => {
    expect(await toldOfAnswers("{ rating: met, scores: { zero-to-three: 2 } }")).toEqual([
      "3:55 score-disagrees: 2 on the scale zero-to-three comes to partly met, and board-lead is rated met.",
    ]);
    expect(await toldOfAnswers("{ scores: { zero-to-three: 3, one-to-three: 2 } }")).toEqual([
      "3:17 score-disagrees: The scores of board-lead do not agree: they come to met and partly met.",
    ]);
  });
});
