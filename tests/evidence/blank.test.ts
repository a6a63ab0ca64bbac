import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isBlank } from "../../src/evidence/blank.js";
import type { TextKind } from "../../src/evidence/text-kind.js";

/** One word fewer than a document must hold. */
const fourteen = "We keep all the children safe. Everybody knows whom to tell about any worry.";
const kinds: readonly TextKind[] = ["markdown", "html", "rst", "asciidoc", "plain"];

/** Whether three words or more of the text count as prose. */
const counts = (text: string, kind: TextKind) => !isBlank(`${fourteen}\n\n${text}\n`, kind);

describe("the least that a text must hold", () => {
  it.each(kinds)("is fifteen words for a document: %s", (kind) => {
    const fifteen = fourteen.replace("any worry", "any small worry");
    expect([isBlank(fourteen, kind), isBlank(fifteen, kind)]).toEqual([true, false]);
  });

  it("is five words for a passage, whose heading names the matter", () => {
    expect([
      isBlank("## Lead\nTell the lead it.", "markdown", "passage"),
      isBlank("## Lead\nTell the lead of it.", "markdown", "passage"),
    ]).toEqual([true, false]);
  });

  it("is reached by a village club in three sentences", () => {
    const statement = "We keep children safe. Two adults are at every meeting. If you are worried, tell Mary Reed.";
    expect(kinds.map((kind) => isBlank(statement, kind))).toEqual(kinds.map(() => false));
  });

  it.each([
    ["Welsh", "Rydym yn cadw plant yn ddiogel. Os ydych yn poeni am blentyn, siaradwch ag arweinydd y clwb heno."],
    ["Chinese", "我們保護每一個參加活動的兒童。如果你擔心任何兒童,請立即告訴負責人或者主席。"],
    ["Hindi", "हम अपने क्लब में सभी बच्चों को सुरक्षित रखते हैं। चिंता होने पर तुरंत हमारे अध्यक्ष को बताएं या पुलिस को फोन करें।"],
    [
      "Spanish",
      "Todo el personal protege a los niños. Si algo le preocupa, avise a la responsable antes de irse a casa.",
    ],
  ])("is counted in %s too", (_language, text) => {
    expect(isBlank(text, "plain")).toBe(false);
  });
});

const examples = new URL("../../checklists/examples/riverside-youth/", import.meta.url);
const documents = ["policies", "minutes"].flatMap((folder) =>
  readdirSync(new URL(folder, examples)).map((name) => `${folder}/${name}`),
);

it.each(documents)("%s of the example is blank only if it is the unfilled handbook", (path) => {
  const text = readFileSync(new URL(path, examples), "utf8");
  expect(isBlank(text, "markdown")).toBe(path === "policies/volunteers-handbook.md");
});

const lorem = `Lorem ipsum dolor sit amet, consectetur adipiscing
elit, sed do eiusmod tempor incididunt ut labore
et dolore magna aliqua. Ut enim ad minim veniam, quis
nostrud exercitation ullamco laboris nisi ut aliquip.

Pellentesque habitant morbi tristique senectus et netus et malesuada fames.`;

const long = "We keep all of the children who come to our clubs and trips safe from harm every day";

describe("nothing counts in", () => {
  it.each<readonly [string, TextKind, string]>([
    ["white space", "markdown", " \t\r\n\u00A0\n"],
    ["rules and bullets", "markdown", "---\n***\n- \n* \n> \n"],
    ["headings", "markdown", `# ${long}\n\n   ### ${long}\n\n###\n`],
    ["headings above a rule", "markdown", `${long}\n===\n\n${long}\n---\n`],
    ["headings with lines ends of another system", "markdown", `${long}\r\n---\r\n`],
    ["headings of plain text", "plain", `${long}\n${"*".repeat(long.length)}\n\n# ${long}\n`],
    [
      "headings of reStructuredText",
      "rst",
      `${"=".repeat(90)}\n${long}\n${"=".repeat(90)}\n\n${long}\n${"~".repeat(90)}\n`,
    ],
    [
      "headings of AsciiDoc",
      "asciidoc",
      `= ${long}\n\n=== ${long}\n\n## ${long}\n\n.${long}\n\n${long}\n${"-".repeat(86)}\n`,
    ],
    ["headings of HTML", "html", `<h1>${long}</h1>\n<h3 class="a">\n${long}\n</h3><h2>${long}</H3>`],
    ["headings of HTML in Markdown", "markdown", `<h1 align="center">\n  ${long}\n</h1>\n`],
    [
      "short lines of a list of contents",
      "markdown",
      "- Our aims\n- Safer recruitment\n- Online safety\n- Who leads\n",
    ],
    ["filler over lines", "markdown", lorem],
    ["filler of HTML", "html", `<p>${lorem}</p>`],
    ["comments", "markdown", `<!-- ${long} --> <!--\n${long}\n-->`],
    ["a comment that is never closed", "html", `<!-- ${long}`],
    ["comments of reStructuredText", "rst", `.. ${long}\n   ${long}\n\n   ${long}\n`],
    ["comments of AsciiDoc", "asciidoc", `// ${long}\n\n////\n${long}\n////\n`],
    ["fields of reStructuredText", "rst", `:Summary: ${long}\n`],
    ["attributes of AsciiDoc", "asciidoc", `:description: ${long}\n\n[quote, ${long}]\n`],
    ["targets of links", "markdown", `[policy]: https://example.org/ "${long}"\n`],
    ["addresses of links", "plain", `https://example.org/${long.replaceAll(" ", "-")}\n`],
    ["tags over lines", "html", `<p\n  class="we keep"\n  title="${long}"\n>\n</p>`],
    [
      "a title, styles and scripts",
      "html",
      `<html><head><title>${long}</title></head><body><style>${long}</style><script>${long}</script></body></html>`,
    ],
    ["a head that is not closed", "html", `<head><meta charset="utf-8">${long}<body></body>`],
    ["entities that are no letters", "html", `<p>${"&nbsp;&bull;&#8226;&#x2022;".repeat(9)}</p>`],
    ["menus and buttons", "html", `<nav>${long}</nav><button>${long}</button>`],
    ["table heads of HTML", "html", `<table><tr><th>${long}<th>${long}</tr></table>`],
    ["table heads", "markdown", `| ${long} | ${long} |\n| --- | :--: |\n`],
    [
      "what a site fills in",
      "markdown",
      `{{ site.policy we keep children safe }}\n{% include policy we keep safe %}\n`,
    ],
    ["tasks to do", "markdown", "- [ ] TODO: write this policy and have it approved by the trustees\n"],
    ["what is to be confirmed", "markdown", "TBC - awaiting the decision of the trustees in May\n"],
    ["what is to be confirmed, in the end", "markdown", "The lead of our club is TBC.\n"],
    ["what is to be confirmed, in words", "markdown", "**To be confirmed** by the trustees in May.\n"],
    ["what is to be written", "plain", "This policy is to be written. The names have yet to be confirmed.\n"],
    ["what will be written", "plain", "This policy will be written before the next meeting.\n"],
    ["what is coming soon", "html", "<p>Our new safeguarding policy is coming soon.</p>"],
    ["what was crossed through", "markdown", "The lead of our club is XXXX and her number is XXXX.\n"],
    ["an invitation", "markdown", "Insert the name of the lead here\n"],
    ["an invitation within a sentence", "markdown", "Our lead is (insert the name), who is here every day.\n"],
    ["a line to fill in", "markdown", "This was approved by the chair ______\n"],
    ["dots to fill in", "plain", "This was approved by the chair ........ on this day\n"],
    ["square brackets", "markdown", "[Name of charity] is committed to [insert]\n"],
    ["bold square brackets", "markdown", "**[Name of charity]** is committed to keeping children safe.\n"],
    ["angle brackets", "markdown", "The lead is <name of the lead>, who is here.\n"],
    ["angle brackets in plain text", "plain", "The lead is <name>, who is here.\n"],
    ["angle brackets in HTML", "html", "<p>The lead is &lt;name of the lead&gt;, who is here.</p>"],
    ["curly brackets", "plain", "The trustees of {Name of charity} keep children safe.\n"],
    ["labels", "markdown", "We keep all of the children:\n"],
    ["a version and a review date", "markdown", "Version 1.2\n\nReview date: 2027-01-01\n"],
    [
      "what a front page says of the document",
      "plain",
      "Approved by: the trustees of Riverside\nPolicy owner: the chair of the trustees\n**Next review**: by the end of May\n",
    ],
    ["a table of such", "markdown", "| Approved by | the trustees of Riverside |\n"],
  ])("%s", (_claim, kind, text) => {
    expect(counts(text, kind)).toBe(false);
  });

  it.each(["---", "+++"])("front matter between %s", (mark) => {
    const matter = `\uFEFF${mark}\r\ntitle: We keep children safe\r\n${mark}\r\n`;
    expect([isBlank(matter + fourteen, "markdown"), isBlank(`${matter}Tell the lead. ${fourteen}`, "html")]).toEqual([
      true,
      false,
    ]);
  });
});

describe("words count in", () => {
  it.each<readonly [string, TextKind, string]>([
    ["a bullet", "markdown", "- Tell the lead.\n"],
    ["a task that is no placeholder", "markdown", "- [ ] Tell the lead\n- [x] Tell the lead\n"],
    ["a line indented like code", "markdown", "    # Tell the lead.\n"],
    ["a line of seven hashes", "markdown", "####### Tell the lead"],
    ["a line of hashes where they are no headings", "rst", "# Tell the lead"],
    ["a line after CR and LF", "markdown", "# Policy\r\nTBC\r\n\r\nTell the lead.\r\n"],
    ["a sentence above a rule", "markdown", "Tell the lead.\n---\n"],
    ["a paragraph of lines above a rule", "markdown", "Tell\nthe lead today\n---\n"],
    ["a list above a rule", "markdown", "- Tell the lead\n---\n"],
    ["a line above signs too few to underline it", "rst", "Tell the lead and the deputy\n---\n"],
    ["what follows a label", "markdown", "Lead: Mary Jane Reed\n"],
    ["what follows a bold label", "markdown", "**Lead:** Mary Jane Reed\n"],
    ["a label below another", "plain", "Approved by: the trustees\nLead: Mary Jane Reed\n"],
    ["a table", "markdown", "| Role | Name |\n| --- | --- |\n| Lead | Mary Jane Reed |\n"],
    ["a table of HTML", "html", "<table><tr><th>Role<th>Name<tr><td>Lead<td>Mary Jane Reed</table>"],
    [
      "a paragraph of HTML after what is hidden",
      "html",
      "<head><title>a</title></head><script>a</script><p>Tell the lead",
    ],
    ["a sentence with tags in it", "html", "<P CLASS=a>Tell <b>the</b>\n<a\nhref='#'>lead</a>"],
    ["an open box of details", "markdown", "<details open>Tell the lead</details>"],
    ["letters written as entities", "html", "<p>&#84;&#x65;ll th&eacute; l&#101;ad"],
    ["what follows a comment", "markdown", "<!-- a --> Tell the lead."],
    ["what follows an empty comment", "markdown", "<!---->Tell the lead."],
    ["what follows a comment of reStructuredText", "rst", ".. draft\n\nTell the lead."],
    ["the body of a directive", "rst", ".. note::\n\n   Tell the lead."],
    ["what follows a comment of AsciiDoc", "asciidoc", "////\ndraft\n////\nTell the lead."],
    ["a sentence with a link", "markdown", "Tell the [lead](lead.md)."],
    ["a sentence with a reference to a link", "markdown", "Tell the lead and the [deputy][1]."],
    ["a sentence with a link of AsciiDoc", "asciidoc", "Tell the link:lead.html[lead of the club]."],
    ["a sentence with a footnote", "markdown", "Tell the lead.[^note]"],
    ["a sentence with an address of e-mail", "plain", "Tell the lead <mary@example.org>."],
    ["a sentence with one letter in brackets", "plain", "[T]ell the lead today."],
    ["a sentence with a variable of the site", "markdown", "Tell the lead, {{ lead.name }}."],
    [
      "a sentence with two words of filler in many",
      "plain",
      "The mauris and elit groups tell their leader about any worry on the day.",
    ],
    ["a form that is to be completed", "plain", "A form is to be completed on the day."],
    [
      "an invitation that is none",
      "plain",
      "Write your name on the list at the door, then come and sit with all of the others over here.",
    ],
  ])("%s", (_claim, kind, text) => {
    expect(counts(text, kind)).toBe(true);
  });

  it("the last paragraph of a long document", () => {
    expect(isBlank(`${"# Heading\n\n".repeat(10_000)}${long}`, "markdown")).toBe(false);
  });

  it("one line without an end", () => {
    expect(isBlank(`${"TBC ".repeat(10_000)}. ${long}`, "plain")).toBe(false);
  });
});

const hostile = [
  ..."# [ [] [a < <a <b> <!-- <h1> <th> <li>x &amp; &# {{ {{}} {% : a: x 我 https:// ]( *_ _ .... |x".split(" "),
  ..."---\n,=\n,\r,\r\n,\n, \t\n,- ,- \n,|\n,x\n---\n,ab\n\n,TBC aa aa\n\n,Version: aa aa\n\n,.. a\n b\n,////\n".split(
    ",",
  ),
  ..."<a ,{a ,a: , ,tbc ,insert ,add a ,to be ,policy is ,lorem ,a. ,. ,aa aa aa. ".split(","),
];
const textOf = (part: string, size: number) => `---\n${part.repeat(size / Buffer.byteLength(part))}\nx!`;

// Never timed: a pattern that looks at a text again from each of its places would take hours, and the test never end.
it.each(["markdown", "html"] as const)("4 MB of any of these come to an end in %s", (kind) => {
  for (const part of ["[", "<a", "<b>", "<!--", "&amp;", "{{}}", "- \n", "\r\n", "ab\n\n", "TBC aa aa\n\n", "x", "a. "])
    expect(isBlank(textOf(part, 4 * 1024 * 1024), kind), part).toBeTypeOf("boolean");
});

it("a tag without an end is looked through once", () => {
  expect(isBlank(`<${"a".repeat(4 * 1024 * 1024)}`, "html")).toBeTypeOf("boolean");
});

it.each(hostile)("much of %j comes to an end in every kind of text", (part) => {
  for (const kind of kinds) expect(isBlank(textOf(part, 512 * 1024), kind), kind).toBeTypeOf("boolean");
});
