import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { indexPassages } from "../../src/evidence/passage.js";

const findPassage = (text: string, anchor: string) => indexPassages(text).find(anchor)?.text ?? null;

const policy = [
  "# Safeguarding policy",
  "We keep children safe.",
  "## Accountability",
  "The trustees answer.",
  "### Deputies",
  "There are two.",
  "## Allegations",
  "Tell the LADO.",
].join("\n");

const holds = (line: string) => findPassage(`${line}\nText.`, "accountability") !== null;
const after = (...lines: readonly string[]) =>
  findPassage([...lines, "# Accountability"].join("\n"), "accountability") !== null;

describe("a passage", () => {
  it("runs from its heading to the next of its level", () => {
    expect(findPassage(policy, "accountability")).toBe(
      "## Accountability\nThe trustees answer.\n### Deputies\nThere are two.",
    );
  });

  it("ends at a heading above its level", () => {
    expect(findPassage(policy, "deputies")).toBe("### Deputies\nThere are two.");
  });

  it("of the title is the whole", () => {
    expect(findPassage(policy, "safeguarding-policy")).toBe(policy);
  });

  it("of the last heading runs to the end", () => {
    expect(findPassage(policy, "allegations")).toBe("## Allegations\nTell the LADO.");
  });

  it("is null when there is no such heading", () => {
    expect(findPassage(policy, "whistleblowing")).toBeNull();
  });

  it("is null in a text without headings", () => {
    expect(findPassage("We keep children safe.", "accountability")).toBeNull();
  });
});

it("an index finds one passage after the other", () => {
  const passages = indexPassages(policy);
  expect(["allegations", "deputies", "whistleblowing"].map((anchor) => passages.find(anchor)?.text ?? null)).toEqual([
    "## Allegations\nTell the LADO.",
    "### Deputies\nThere are two.",
    null,
  ]);
});

describe("an anchor", () => {
  it.each([
    ["Who answers to whom?", "who-answers-to-whom"],
    ["Who answers to whom?", "Who-Answers-To-Whom"],
    ["3.2 Position of trust", "32-position-of-trust"],
    ["Children's views", "childrens-views"],
    ["Rôle du référent", "rôle-du-référent"],
    ["Staff & volunteers", "staff--volunteers"],
    ["Section_11", "section_11"],
    ["Closed ##", "closed"],
    ["Closed ## \t", "closed"],
    ["Learning C# and F#", "learning-c-and-f"],
    ["  Spaced out  ", "spaced-out"],
    ["Accountability {#who-answers}", "accountability"],
    ["Accountability {#who-answers}", "who-answers"],
    ["Accountability {#Who-Answers}", "who-answers"],
    ["__proto__", "__proto__"],
    ["constructor", "constructor"],
  ])("of the heading %j may be %s", (title, anchor) => {
    expect(findPassage(`## ${title}\nText.`, anchor)).toBe(`## ${title}\nText.`);
  });

  it("of a second heading of the same words has a number", () => {
    const twice = "## Lead\nJane\n## Lead\nJohn\n## Lead\nJoan";
    expect([
      findPassage(twice, "lead"),
      findPassage(twice, "lead-1"),
      findPassage(twice, "lead-2"),
      findPassage(twice, "lead-3"),
    ]).toEqual(["## Lead\nJane", "## Lead\nJohn", "## Lead\nJoan", null]);
  });

  it("counts headings of the same words at any level", () => {
    expect(findPassage("# Lead\n## Lead\nJohn", "lead-1")).toBe("## Lead\nJohn");
  });
});

describe("a heading", () => {
  it.each(["# Accountability", "###### Accountability", "   ## Accountability", "#\tAccountability"])(
    "may be written %j",
    (line) => {
      expect(holds(line)).toBe(true);
    },
  );

  it.each([
    "#Accountability",
    "####### Accountability",
    "    ## Accountability",
    "Accountability",
    "> ## Accountability",
    "x # Accountability",
  ])("is not %j", (line) => {
    expect(holds(line)).toBe(false);
  });
});

describe("fenced code", () => {
  it.each<readonly [string, boolean, readonly string[]]>([
    ["hides the headings in it", false, ["```"]],
    ["hides them behind tildes", false, ["~~~"]],
    ["hides them when indented by three spaces", false, ["   ```"]],
    ["with a language hides them", false, ["```yaml"]],
    ["ends at the closing fence", true, ["```", "# Code", "```"]],
    ["ends at a longer fence", true, ["```", "`````"]],
    ["ends at a fence with blanks behind it", true, ["```", "```  "]],
    ["does not end at a shorter fence", false, ["````", "```"]],
    ["does not end at a fence of the other kind", false, ["```", "~~~"]],
    ["does not end at a fence with a language", false, ["```", "```yaml"]],
    ["is not opened by code on one line", true, ["```safe``` is a word"]],
    ["is not opened by two marks", true, ["``"]],
    ["is not opened when indented by four spaces", true, ["    ```"]],
    ["behind tildes may have marks in its first line", false, ["~~~ `yaml`"]],
    ["can be opened again", false, ["```", "```", "```"]],
  ])("%s", (_claim, found, lines) => {
    expect(after(...lines)).toBe(found);
  });

  it("does not end a passage", () => {
    const text = "# Accountability\n```\n# Code\n```\nEnd.";
    expect(findPassage(text, "accountability")).toBe(text);
  });

  it("does not count towards the number of an anchor", () => {
    expect(findPassage("```\n# Lead\n```\n# Lead\nJane", "lead")).toBe("# Lead\nJane");
  });
});

describe("the anchor of a line", () => {
  const anchorAt = (line: number, ...lines: readonly string[]) => indexPassages(lines.join("\n")).anchorAt(line);
  const at = (line: number) => indexPassages(policy).anchorAt(line);

  it("is that of the nearest heading above, or of its own", () => {
    expect([at(3), at(4), at(6), at(8), at(99)]).toEqual([
      "accountability",
      "accountability",
      "deputies",
      "allegations",
      "allegations",
    ]);
  });

  it("is none before the first heading, and under the title of the whole", () => {
    expect(anchorAt(1, "Text.", "# One", "# Two")).toBeNull();
    expect([at(1), at(2)]).toEqual([null, null]);
    expect(anchorAt(2, "# Policy", "Text.")).toBeNull();
  });

  it("is that of a first heading which others of its level follow", () => {
    expect(anchorAt(2, "# One", "Text.", "# Two")).toBe("one");
    expect(anchorAt(2, "## One", "Text.", "# Two")).toBe("one");
  });

  it("is none under a heading without words, or that another has by its own id", () => {
    expect(anchorAt(3, "# Policy", "## !!!", "Text.")).toBeNull();
    expect(anchorAt(5, "# Policy", "## A {#b}", "Text.", "## B", "Text.")).toBeNull();
  });

  it("finds the passage that the line is in, whatever the text", () => {
    const parts = array(constantFrom("# A", "## A", "## B {#a}", "### a-1", "## ", "```", "Text", "", "#### B"));
    assert(
      property(parts, (some) => {
        const lines = some.map((part, index) => (part === "Text" ? `Text ${index}` : part));
        const passages = indexPassages(lines.join("\n"));
        for (const [index, line] of lines.entries()) {
          const anchor = passages.anchorAt(index + 1);
          if (anchor !== null && line.startsWith("Text"))
            expect(passages.find(anchor)?.text.split("\n")).toContain(line);
        }
      }),
    );
  });
});

const megabytes = 4 * 1024 * 1024;

it.each([
  ["hashes in one heading", "# ", "#", "x"],
  ["hashes and blanks in one heading", "# ", "# ", "x"],
  ["hashes before many blanks", "# #", " ", "x"],
  ["marks in one line", "", "`", "x"],
  ["explicit ids never closed", "# ", "{#a", ""],
  ["one explicit id never closed", "# {#", "a", ""],
  ["headings", "", "# a\n", ""],
  ["fences", "", "```\n", ""],
  ["carriage returns", "# ", "\r", "x"],
  ["blanks", "", " ", "# x"],
])(
  "4 MB of %s end in time",
  (_name, start, part, end) => {
    const text = start + part.repeat(megabytes / part.length) + end;
    expect(findPassage(text, "accountability")).toBeNull();
  },
  20_000,
);
