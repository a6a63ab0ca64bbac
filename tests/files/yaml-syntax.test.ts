import { describe, expect, it } from "vitest";
import { parseYaml } from "../../src/files/yaml-source.js";
import { problemsOf } from "./problems-of.js";

const problems = (text: string) => problemsOf(parseYaml(text, "audit.yaml"));

describe("a syntax error in plain English", () => {
  it.each([
    ["a:\n\tb: 1\n", 2, 1, "A tab stands where the line is indented.", "Use spaces."],
    [
      'a: "x\nb: 1\n',
      3,
      1,
      "A quotation mark is opened and never closed.",
      "Close it, or write two of them ('') for an apostrophe inside quotes.",
    ],
    [
      "a: it: is\n",
      1,
      4,
      "A second colon follows within one value.",
      "Put quotes around text that holds a colon and a space, and check that the next line is not indented too far.",
    ],
    [
      "a: 1\nfoo\n",
      2,
      1,
      "A key stands here without a colon and a value.",
      'Write it as "key: value", with a space after the colon.',
    ],
    ["{a: 1", 1, 6, "A bracket is opened and not closed.", "Close it with ] or }."],
    ["a: [1, 2\nb: 3\n", 2, 1, "A bracket is opened and not closed.", "Close it with ] or }."],
    [
      "a: {b: 1,, c: 2}",
      1,
      10,
      "A comma is missing, or one too many.",
      "Separate what stands in brackets with one comma each.",
    ],
    [
      'a: "\\q"',
      1,
      5,
      "There is no such escape after a backslash.",
      "Write two backslashes (\\\\) for one, or use single quotes.",
    ],
    ["a: @x", 1, 4, "Text may not begin with this character.", "Put quotes around the text."],
    ["a: \u0007x", 1, 4, "The file holds a control character.", "Delete it; it may be invisible in your editor."],
    [
      "a:\n  - x\n - y\n",
      3,
      1,
      "The line is not indented like the ones it belongs with.",
      "Give the keys of one mapping, and the dashes of one list, the same number of spaces.",
    ],
    [
      "'a' b: 1",
      1,
      5,
      "This does not belong here.",
      "Check the line and the one before: quotes, brackets, colons, indentation.",
    ],
  ])("%j", async (text, line, column, message, hint) => {
    expect(await problems(text)).toEqual([
      { code: "yaml-syntax", severity: "error", file: "audit.yaml", line, column, message, hint },
    ]);
  });

  it("is told for every line that has one", async () => {
    expect((await problems('a: b: c\nd: @x\ne: "\\q"\nf: 1\n')).map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it("is told twenty times at most, and how many more there are", async () => {
    const found = await problems("a:\n\tb: 1\n".repeat(30));
    expect(found).toHaveLength(21);
    expect(found.at(-1)?.message).toBe("10 more problems from here on.");
  });

  it("is the first alone in a file too long to look for the rest", async () => {
    expect(await problems(`a: b: c\n${"# a comment\n".repeat(30_000)}d: @x\n`)).toHaveLength(1);
  });
});

describe("a merge that was not finished", () => {
  const sides = "<<<<<<< HEAD\nrating: met\n=======\nrating: not-met\n>>>>>>> office: the chair's answer\n";
  const conflict = (line: number) => [
    {
      code: "merge-conflict",
      severity: "error",
      file: "audit.yaml",
      line,
      column: 1,
      message: "The file holds both sides of a merge that was not finished.",
      hint: "Keep what is right of both, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>.",
    },
  ];

  it("is said at its first line, and nothing that follows from it", async () => {
    expect(await problems(`a: 1\n${sides}b: [\n${sides}`)).toEqual(conflict(2));
  });

  it.each([
    ["lines that end as on Windows", `a: 1\n${sides}`.replaceAll("\n", "\r\n"), 2],
    ["the first line of the file", sides, 1],
    ["a mark that is left over", "a: 1\nb: 2\n>>>>>>> office\n", 3],
    ["a middle that is left over", "a: 1\n=======\nb: 2\n", 2],
    ["what was there before, as some settings show it", "a: 1\n||||||| 1a2b3c4\nb: 2\n", 2],
    ["marks that YAML would take for a key", "{\n<<<<<<< HEAD\n: 1 }\n", 2],
  ])("is seen by %s", async (_what, text, line) => {
    expect(await problems(text)).toEqual(conflict(line));
  });

  it.each(["a: <<<<<<< HEAD\n", "note: |\n  <<<<<<< HEAD\n  =======\n", "a: 1 # =======\n#======= \n"])(
    "%j holds none",
    async (text) => {
      expect((await parseYaml(text, "audit.yaml")).problems).toEqual([]);
    },
  );

  it("a longer line of such signs is something else", async () => {
    expect(await problems("a: 1\n========\n")).toMatchObject([{ code: "yaml-syntax", line: 2 }]);
  });
});
