import { describe, expect, it } from "vitest";
import { isBlank } from "../../src/evidence/blank.js";

describe("a document is blank when", () => {
  it.each([
    ["it is empty", ""],
    ["it holds white space", " \t\r\n\u00A0\n"],
    ["it holds a byte order mark", "\uFEFF"],
    ["it holds headings only", "# Safeguarding policy\n\n## Accountability\n\n###\n"],
    ["a heading is indented by three spaces", "   ### Accountability"],
    ["it holds rules and bullets only", "---\n***\n- \n* \n> \n"],
    ["it holds a placeholder", "TBC"],
    ["the placeholder is a bullet", "- tbd"],
    ["the placeholder is numbered", "1. TODO"],
    ["the placeholder is numbered with a bracket", "12) To do"],
    ["the placeholder is bold and ends in a full stop", "**To be confirmed.**"],
    ["it asks for text", "Insert the name of the lead here"],
    ["it asks for text in sixty letters", `Insert ${"a".repeat(60)}here`],
    ["it asks for text in no letters", "Insert here"],
    ["two letters are crossed through", "xx"],
    ["a label is sixty letters long with its colon", `${"a".repeat(59)}: TBC`],
    ["it is filler", "Lorem ipsum dolor sit amet"],
    ["it stands in square brackets", "[name of the lead]"],
    ["several stand in square brackets", "[name] [telephone]"],
    ["it stands in angle brackets", "<name of the lead>"],
    ["it is crossed through", "XXXX"],
    ["it says not applicable", "N/A"],
    ["it says draft", "Draft"],
    ["it is coming soon", "coming soon"],
    ["it is a label without a value", "Approved on:"],
    ["it is a label with a placeholder", "Approved on: TBC"],
    ["it is a bold label with a placeholder", "**Review date:** [date]"],
    ["it is a table of a head and placeholders", "| Role | Name |\n| --- | :--: |\n| TBC | |\n"],
    ["it holds a comment", "<!-- Write the policy here. -->"],
    ["a comment runs over lines", "# Policy\n<!--\nWe keep children safe.\n-->\n"],
    ["a comment is never closed", "# Policy\n<!-- We keep children safe."],
    ["it holds two comments", "<!-- a --> <!-- b -->"],
    ["it holds front matter only", "---\ntitle: Safeguarding policy\n---\n"],
    ["it holds front matter after a byte order mark", "\uFEFF---\ntitle: Safeguarding policy\n---\n"],
    ["it holds front matter with CRLF", "---\r\ntitle: Safeguarding policy\r\n---\r\n# Policy\r\n"],
    ["it holds front matter of the other kind", "+++\ntitle = 'Safeguarding policy'\n+++\n"],
    ["its front matter is empty", "---\n---\n# Policy\n"],
    ["it holds tags without words", "<html><body>\n<p>&nbsp;</p>\n<br/>\n</body></html>"],
  ])("%s", (_claim, text) => {
    expect(isBlank(text)).toBe(true);
  });
});

describe("a document is not blank when", () => {
  it.each([
    ["it holds a sentence", "# Policy\n\nWe keep children safe.\n"],
    ["the sentence is a bullet", "- Tell the lead."],
    ["the sentence is indented like code", "    Tell the lead."],
    ["a label has a value", "Approved on: 2026-03-01"],
    ["what follows a label would be a heading elsewhere", "Lead: Jane"],
    ["the line only opens with a placeholder", "TBC by the trustees in May"],
    ["the line only ends with a placeholder", "The lead is TBC"],
    [
      "a colon stands far into a sentence",
      `${"We keep all the children who come to our clubs and our trips safe"}: TBC`,
    ],
    ["an invitation runs over sixty letters", `Insert ${"a".repeat(61)}here`],
    ["a label is longer than sixty letters with its colon", `${"a".repeat(60)}: TBC`],
    ["a label has a value of one letter", "Grade:A"],
    ["a year stands before a placeholder", "2026 TBC"],
    ["a heading is indented like code", "    # We keep children safe"],
    ["words stand between empty front matter and a rule", "---\n---\nWe keep children safe.\n---\n"],
    ["an empty comment stands before words", "<!---->We keep children safe."],
    ["a comment stands before one letter", "<!-- a -->9"],
    ["square brackets stand at both ends of a sentence", "[Jane] leads, and her deputy is [John]"],
    ["a link stands alone", "[Safeguarding policy](policy.md)"],
    ["a table holds a value", "| Role | Name |\n| --- | --- |\n| Lead | Jane |\n"],
    ["a line of words stands above a rule", "We keep children safe.\n---\n"],
    ["a comment ends and words follow on its line", "<!-- draft --> We keep children safe."],
    ["words stand before a comment", "We keep children safe. <!-- draft -->"],
    ["words follow the front matter", "---\ntitle: Policy\n---\nWe keep children safe.\n"],
    ["front matter is never closed", "---\nWe keep children safe.\n"],
    ["rules stand in its middle", "We keep children safe.\n---\nTBC\n---\n"],
    ["it is HTML with words", "<p>We keep children safe.</p>"],
    ["it is HTML with words on every line", "<h1>Policy</h1>\n<p>We keep <b>children</b> safe.</p>"],
    ["it is not English", "Rydym yn cadw plant yn ddiogel"],
    ["it is not in Latin letters", "我們保護兒童"],
    ["it holds a number", "999"],
    ["seven hashes make no heading", "####### We keep children safe."],
    ["a hash without a space makes no heading", "#safe"],
    ["lines end in CR and LF", "# Policy\r\nTBC\r\nTell the lead.\r\n"],
  ])("%s", (_claim, text) => {
    expect(isBlank(text)).toBe(false);
  });
});

const megabytes = 4 * 1024 * 1024;

it.each([
  ["hashes", "#"],
  ["square brackets", "["],
  ["closed square brackets", "[]"],
  ["angle brackets", "<"],
  ["comments", "<!--"],
  ["rules", "---\n"],
  ["carriage returns", "\r"],
  ["bullets", "- "],
  ["pipes", "|x"],
  ["colons", ":"],
  ["blanks", " "],
  ["placeholders", "tbc "],
  ["an invitation", "insert "],
  ["asterisks", "*_"],
])(
  "4 MB of %s end in time",
  (_name, part) => {
    const text = part.repeat(megabytes / part.length);
    expect(typeof isBlank(`---\n${text}\nx!`)).toBe("boolean");
  },
  20_000,
);
