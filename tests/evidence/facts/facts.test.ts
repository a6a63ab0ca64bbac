import { expect, it } from "vitest";
import { factsOf } from "../../../src/evidence/facts/facts.js";
import type { StatedPassage } from "../../../src/model/document-facts.js";
import type { SupersededTerm } from "../../../src/model/lexicon.js";
import { documentOf, fieldsOf, linkTo } from "./fixture.js";

const terms: readonly SupersededTerm[] = [
  { term: "Criminal Records Bureau", also: ["CRB"], "replaced-by": ["DBS"], from: "2012-12" },
];
const passage: StatedPassage = {
  requirement: "board-lead",
  strength: "states",
  weight: 2,
  line: 3,
  heading: [],
  excerpt: "A trustee leads.",
  reason: "It says so.",
};

const policy = `# Safeguarding Policy
Approved by the trustees on 3 May 2024. This policy will be reviewed every year.
Next review: May 2025

Every helper must tell our Designated Safeguarding Lead, Mary Reed, of any worry about a child. She will tell the LADO.
All helpers have a CRB check. We follow Working Together 2018. Children are heard. Tell [name of deputy] too.`;

it("the facts of a document are all that it says of itself", () => {
  const document = documentOf(policy, { fields: fieldsOf({ title: "Safeguarding Policy" }) });
  expect(factsOf(document, terms, [passage])).toEqual({
    kind: "markdown",
    unit: "line",
    title: "Safeguarding Policy",
    words: 59,
    isPolicy: true,
    blank: false,
    review: {
      reviewed: { day: "2024-05-03", precision: "day", line: 2 },
      due: { day: "2025-05-31", precision: "month", line: 3 },
      every: { duration: "P1Y", line: 2 },
      impossible: [],
    },
    approval: { state: "approved", line: 2 },
    oldTerms: [{ term: "Criminal Records Bureau", replacedBy: ["DBS"], from: "2012-12", line: 6, history: false }],
    editions: [2018],
    nation: { nation: "england", line: 5 },
    audience: "children",
    namesContact: true,
    placeholders: [{ line: 6 }],
    caseData: [],
    links: [],
    sketch: expect.any(Array),
    passages: [passage],
  });
});

it("links are those that may lead to a file beside it", () => {
  const targets = [
    "complaints.md",
    "../forms/consent%20form.pdf#page=2",
    "#contacts",
    "https://riverside.example/policy.md",
    "mailto:lead@riverside.example",
    "//riverside.example/a",
    "/policies/complaints",
    "{{ site.url }}/complaints",
    "tel:01632960001",
    "C:\\policies\\one.docx",
    "",
    "www.riverside.example",
    "photos?page=2",
  ];
  const { links } = factsOf(
    documentOf("Text.", { links: targets.map((target, index) => linkTo(target, index + 1)) }),
    [],
    [],
  );
  expect(links).toEqual([
    { target: "complaints.md", line: 1 },
    { target: "../forms/consent%20form.pdf", line: 2 },
    { target: "photos", line: 13 },
  ]);
});

const hostile = [
  "a ",
  " ",
  "\n",
  "1",
  "1 ",
  "12/",
  "2024 ",
  "may ",
  "review ",
  "review: ",
  "next review date ",
  "this policy ",
  "approved by ",
  "draft ",
  "[",
  "[a ",
  "<a ",
  "{a ",
  "_",
  ".",
  "…",
  "A",
  "Ab ",
  "Ab Cd ",
  "Mr ",
  "@",
  "a@",
  "a@b.",
  "born ",
  "nhs ",
  "123 ",
  "A1",
  "working together ",
  "crb ",
  "the lead is ",
  "children ",
  "section 47 ",
  "e.g. ",
  "| ",
  "a | ",
  "'s ",
  ": ",
  "- ",
  "is ",
  "dsl: ",
  "at ",
  "0",
  "(",
  ")",
  "’",
  "every two ",
  "signed ",
  "insert ",
  "x",
  "lorem ipsum ",
  "the policy was reviewed 2021 ",
];

it.each(hostile)("%j without end, in one paragraph or in rows, is read in seconds", (part) => {
  const text = part.repeat(300_000 / part.length);
  const whole = { kind: "paragraph", level: 0, text, line: 1 } as const;
  const rows = Array.from(
    { length: 300 },
    (_, index) =>
      ({
        kind: "row",
        level: 0,
        text: text.slice(index * 1000, index * 1000 + 1000),
        line: index + 1,
      }) as const,
  );
  const started = performance.now();
  factsOf(documentOf("", { blocks: [whole] }), terms, []);
  factsOf(documentOf("", { blocks: rows }), terms, []);
  expect(performance.now() - started).toBeLessThan(6000);
});
