import { expect, it } from "vitest";
import { renderProblem } from "../../src/reporters/problem.js";
import { hostile } from "./fixtures/hostile.js";

it("shows every diagnostic with its place and its hint, then the message and what to do", () => {
  const text = renderProblem({
    message: "audit.yaml cannot be used",
    diagnostics: [
      {
        code: "unknown-key",
        severity: "error",
        file: "audit.yaml",
        line: 3,
        column: 5,
        message: `there is no key ${hostile}`,
        hint: "Did you mean rating?",
      },
      {
        code: "empty",
        severity: "error",
        file: "audit.yaml",
        line: null,
        column: null,
        message: "it is empty",
        hint: null,
      },
    ],
    hint: "Start one with wt-audit init.",
  });
  expect(text.split("\n")).toEqual([
    expect.stringMatching(/^audit\.yaml:3:5: error unknown-key: there is no key =HYPERLINK/),
    "    Did you mean rating?",
    "audit.yaml: error empty: it is empty",
    "wt-audit: audit.yaml cannot be used",
    "Start one with wt-audit init.",
    "",
  ]);
  expect(text).not.toMatch(/(?!\n)\p{Cc}|::error/u);
});

it("says no more than the message when there is no more to say", () => {
  expect(renderProblem({ message: "no such file", diagnostics: [], hint: null })).toBe("wt-audit: no such file\n");
});
