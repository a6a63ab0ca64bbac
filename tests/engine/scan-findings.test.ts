import { describe, expect, it } from "vitest";
import type { DocumentFacts } from "../../src/model/document-facts.js";
import { document, facts, findingsOf, inShort, on, scanOf } from "./scan-fixture.js";

const review = (over: Partial<DocumentFacts["review"]>) =>
  document({ review: { reviewed: null, due: null, every: null, impossible: [], ...over } });

it("nothing is wrong with a policy that is in date, approved and names somebody", () => {
  expect(findingsOf(document())).toEqual([]);
});

it("a finding carries severity, hint and the marks that a check sets", () => {
  expect(findingsOf(review({ due: on("2026-11-20") }))).toEqual([
    {
      code: "review-overdue",
      severity: "error",
      line: 2,
      about: null,
      message: "Its review was due on 20 November 2026.",
      hint: "Review the document, and write down when it was reviewed and when the next review is due.",
      waived: false,
      known: false,
    },
  ]);
});

describe("the review of a document", () => {
  it("that was due yesterday is overdue, one that is due today is not", () => {
    expect(inShort(review({ due: on("2026-11-20") }))).toHaveLength(1);
    expect(inShort(review({ due: on("2026-11-21") }))).toEqual([]);
  });

  it.each([
    ["month", "2025-09-30", "Its review was due in September 2025."],
    ["year", "2025-12-31", "Its review was due in 2025."],
  ] as const)("that was due in a past %s is told in its words", (precision, day, message) => {
    expect(inShort(review({ due: on(day, precision) }))).toEqual([["review-overdue", 2, message]]);
  });

  it("that is stated as an interval is overdue when the interval has passed", () => {
    const every = { duration: "P1Y", line: 4 };
    expect(inShort(review({ reviewed: on("2025-11-20"), every }))).toEqual([
      ["review-overdue", 2, "It was last reviewed on 20 November 2025, and is to be reviewed every 1 year."],
    ]);
    expect(inShort(review({ reviewed: on("2025-11-21"), every }))).toEqual([]);
  });

  it("of which no next one is stated is overdue after three years", () => {
    expect(inShort(review({ reviewed: on("2023-11-20") }))).toEqual([
      [
        "review-overdue",
        2,
        "It was last reviewed on 20 November 2023, more than three years ago, and says no next review.",
      ],
    ]);
    expect(inShort(review({ reviewed: on("2023-11-21") }))).toEqual([]);
  });

  it("of a form that states no next one is nobody's concern, even where it says how often", () => {
    const old = { reviewed: on("2019-01-01"), due: null, impossible: [] };
    expect(inShort(document({ isPolicy: false, review: { ...old, every: null } }))).toEqual([]);
    expect(inShort(document({ isPolicy: false, review: { ...old, every: { duration: "P1Y", line: 4 } } }))).toEqual([]);
  });

  it("that is stated nowhere is told of a policy, and of nothing else", () => {
    const silent = { reviewed: null, due: null, every: null, impossible: [] };
    expect(inShort(document({ review: silent }))).toEqual([
      ["review-not-stated", null, "It says neither when it was reviewed nor when it will be."],
    ]);
    expect(inShort(document({ review: silent, isPolicy: false }))).toEqual([]);
  });

  it("of which only the interval is stated is not stated", () => {
    expect(inShort(review({ every: { duration: "P1Y", line: 4 } }))).toEqual([
      ["review-not-stated", 4, "It is to be reviewed every 1 year, but does not say when it last was."],
    ]);
  });
});

describe("dates that cannot be", () => {
  it("are told with what is written", () => {
    const given = document({ review: { ...facts().review, impossible: [{ text: "31/02/2026", line: 5 }] } });
    expect(inShort(given)).toEqual([["impossible-date", 5, '"31/02/2026" is no day of the calendar.']]);
  });

  it("are those of a review that is still to come", () => {
    const given = document({ review: { ...facts().review, reviewed: on("2026-11-22") } });
    expect(inShort(given)).toEqual([
      ["impossible-date", 2, "It says that it was reviewed on 22 November 2026, which is still to come."],
    ]);
  });

  it("are not those of a review this month, of which no day is stated", () => {
    expect(inShort(document({ review: { ...facts().review, reviewed: on("2026-11-30", "month") } }))).toEqual([]);
  });
});

describe("what a document says of its approval", () => {
  it("makes it a draft", () => {
    expect(inShort(document({ approval: { state: "draft", line: 1 } }))).toEqual([
      ["draft", 1, "It says that it is a draft, or not approved."],
    ]);
  });

  it("is missed in a policy, and in nothing else", () => {
    const approval = { state: "not-stated", line: null } as const;
    expect(inShort(document({ approval }))).toEqual([
      ["approval-not-stated", null, "It does not say who approved it."],
    ]);
    expect(inShort(document({ approval, isPolicy: false }))).toEqual([]);
  });
});

describe("a document without content", () => {
  it("is blank, and nothing else is said of it", () => {
    expect(inShort(document({ blank: true, approval: { state: "not-stated", line: null } }))).toEqual([
      ["blank-document", null, "It holds no content, or nothing but headings and placeholders."],
    ]);
  });

  it("that is a PDF without a word may be pictures of pages", () => {
    expect(inShort(document({ blank: true, kind: "pdf", unit: "page", words: 0 }))).toEqual([
      ["no-text", null, "Its pages hold no text, perhaps pictures of a printed document."],
    ]);
    expect(inShort(document({ blank: true, kind: "pdf", unit: "page", words: 3 }))).toEqual([
      ["blank-document", null, "It holds no content, or nothing but headings and placeholders."],
    ]);
  });
});

it("a file that nobody says is a policy is neither blank nor overdue", () => {
  const found = (over: Partial<DocumentFacts>) => inShort({ ...document(over), isDeclared: false });
  const past = { review: { ...facts().review, due: on("2026-11-20") } };
  expect(found({ blank: true })).toEqual([]);
  expect(found({ ...past, isPolicy: false })).toEqual([]);
  expect(found(past)).toMatchObject([expect.arrayContaining(["review-overdue"])]);
  expect(found({ blank: true, caseData: [{ kind: "nhs-number", line: 3 }] })).toHaveLength(1);
});

it("fields of a template are told one by one up to five, and how many more there are", () => {
  const placeholders = [1, 2, 3, 4, 5, 6, 7].map((line) => ({ line }));
  const told = inShort(document({ placeholders }));
  expect(told).toHaveLength(5);
  expect(told[0]).toEqual(["placeholder", 1, "A field of a template is not filled in."]);
  expect(told[4]).toEqual(["placeholder", 5, "A field of a template is not filled in. There are 2 more."]);
  expect(inShort(document({ placeholders: placeholders.slice(0, 5) }))[4]).toEqual([
    "placeholder",
    5,
    "A field of a template is not filled in.",
  ]);
});

it.each([
  ["birth-date", "This looks like the name and the date of birth of a person."],
  ["nhs-number", "This looks like somebody's NHS number."],
  ["pupil-number", "This looks like a pupil's unique number."],
] as const)("what looks like a %s is an error, in a blank document too", (kind, message) => {
  const caseData = [{ kind, line: 9 }];
  expect(findingsOf(document({ caseData }))).toMatchObject([
    { code: "case-data", severity: "error", line: 9, message },
  ]);
  expect(inShort(document({ caseData, blank: true }))).toContainEqual(["case-data", 9, message]);
});

describe("a term that has had its day", () => {
  const old = {
    term: "Criminal Records Bureau",
    replacedBy: ["Disclosure and Barring Service", "DBS"],
    from: "2012-12",
  };

  it.each([
    ["2012-12", '"Criminal Records Bureau" has not been current since December 2012.'],
    ["2010", '"Criminal Records Bureau" has not been current since 2010.'],
    ["2018-07-04", '"Criminal Records Bureau" has not been current since 4 July 2018.'],
  ])("is told since %s", (from, since) => {
    expect(inShort(document({ oldTerms: [{ ...old, from, line: 7, history: false }] }))).toEqual([
      ["superseded-term", 7, `${since} Today: Disclosure and Barring Service, or DBS.`],
    ]);
  });

  it("without a successor is told alone", () => {
    const told = inShort(document({ oldTerms: [{ ...old, replacedBy: [], line: 7, history: false }] }));
    expect(told).toEqual([
      ["superseded-term", 7, '"Criminal Records Bureau" has not been current since December 2012.'],
    ]);
  });

  it("is no fault as history, nor before its day", () => {
    expect(inShort(document({ oldTerms: [{ ...old, line: 7, history: true }] }))).toEqual([]);
    expect(inShort(document({ oldTerms: [{ ...old, from: "2026-11-22", line: 7, history: false }] }))).toEqual([]);
    expect(inShort(document({ oldTerms: [{ ...old, from: "2026-11-21", line: 7, history: false }] }))).toHaveLength(1);
  });

  it("that is an edition of the guidance is told as one", () => {
    const edition = { ...old, term: "Working Together to Safeguard Children 2018", line: 7, history: false };
    expect(findingsOf(document({ oldTerms: [edition] }))).toMatchObject([{ code: "superseded-edition", line: 7 }]);
  });
});

describe("somebody to go to", () => {
  it.each(["Safeguarding policy", "Child Protection", "Whistleblowing"])("is missed in %s", (title) => {
    expect(inShort(document({ title, namesContact: false }))).toEqual([
      ["no-contact", null, "It names nobody to go to with a concern."],
    ]);
  });

  it.each([{ title: "Health and safety" }, { title: null }, { isPolicy: false }, { audience: "adults" }] as const)(
    "is not missed in %o",
    (over) => {
      expect(inShort(document({ namesContact: false, ...over }))).toEqual([]);
    },
  );
});

it("a document for another nation's law is told so, one for England is not", () => {
  expect(inShort(document({ nation: { nation: "scotland", line: 3 } }))).toEqual([
    ["other-jurisdiction", 3, "It is written for the law of Scotland; this checklist is for England."],
  ]);
  expect(inShort(document({ nation: { nation: "england", line: 3 } }))).toEqual([]);
});

it("a link to nothing is told with its target", () => {
  expect(inShort({ ...document(), brokenLinks: [{ target: "gone.md", path: "policies/gone.md", line: 8 }] })).toEqual([
    ["broken-link", 8, 'It links to "gone.md", where there is nothing.'],
  ]);
});

it("what is said of a line is said once", () => {
  const old = { term: "CRB", replacedBy: [], from: "2012-12", line: 7, history: false };
  expect(inShort(document({ oldTerms: [old, old, { ...old, line: 8 }] }))).toHaveLength(2);
});

it("findings stand worst first, then by line, those of the whole document before", () => {
  const given = document({
    approval: { state: "not-stated", line: null },
    namesContact: false,
    placeholders: [{ line: 9 }, { line: 4 }],
    caseData: [{ kind: "nhs-number", line: 30 }],
  });
  expect(findingsOf(given).map(({ code, line }) => [code, line])).toEqual([
    ["case-data", 30],
    ["no-contact", null],
    ["placeholder", 4],
    ["placeholder", 9],
    ["approval-not-stated", null],
  ]);
});

it("what is said of the whole document stands before what is said of a line, whichever was found first", () => {
  const impossible = [{ text: "31/02/2026", line: 5 }];
  expect(inShort(review({ impossible })).map((item) => JSON.stringify(item).slice(0, 24))).toEqual([
    '["review-not-stated",nul',
    '["impossible-date",5,"\\"',
  ]);
  const given = document({ placeholders: [{ line: 9 }], namesContact: false });
  expect(findingsOf(given).map(({ code }) => code)).toEqual(["no-contact", "placeholder"]);
});

describe("two documents that are nearly the same", () => {
  const sketch = Array.from({ length: 64 }, (_, index) => index + 1);
  const copy = (file: string, day: string | null) =>
    document({ sketch, review: { ...facts().review, reviewed: day === null ? null : on(day) } }, file);

  it("are told of the later by path when no day tells them apart", () => {
    const told = [copy("policies/a.md", "2026-03-01"), copy("policies/b.md", "2026-03-01")];
    expect(findingsOf(...told)).toMatchObject([
      { code: "near-copy", line: null, message: 'It is nearly the same as "policies/a.md".' },
    ]);
    expect(findingsOf(copy("a.md", null), copy("b.md", "2026-03-01"))).toMatchObject([{ code: "near-copy" }]);
  });

  it.each([
    ["2025-03-01", "2026-03-01", 0],
    ["2026-03-01", "2025-03-01", 1],
  ])("are told of the older one: %s and %s", (first, second, older) => {
    const told = [copy("policies/a.md", first), copy("policies/b.md", second)];
    const scanned = told.map((item) => item.file);
    expect(findingsOf(...told)).toMatchObject([
      { code: "older-copy", message: `It is an older copy of "${scanned[1 - older]}".` },
    ]);
  });

  it.each([
    [
      ["2024-03-01", "2025-03-01", "2026-03-01"],
      ["a.md > b.md", "b.md > c.md"],
    ],
    [
      ["2026-03-01", "2025-03-01", "2024-03-01"],
      ["b.md > a.md", "c.md > a.md"],
    ],
    [
      ["2024-03-01", "2026-03-01", "2025-03-01"],
      ["a.md > b.md", "c.md > b.md"],
    ],
  ])("are told of all but the newest: %s", (days, expected) => {
    const told = scanOf(["a.md", "b.md", "c.md"].map((file, index) => copy(file, days[index] ?? null)));
    const older = told.documents.flatMap(({ file, findings }) =>
      findings.map(({ message }) => message.replace('It is an older copy of "', `${file} > `).replace('".', "")),
    );
    expect(older).toEqual(expected);
  });

  it("are told once of a document that is like two others, which are less alike", () => {
    const like = (from: number, to: number) =>
      sketch.map((hash, index) => (index >= from && index < to ? -hash : hash));
    const given = (file: string, day: string, own: readonly number[]) =>
      document({ sketch: own, review: { ...facts().review, reviewed: on(day) } }, file);
    const three = [
      given("a.md", "2026-03-01", like(0, 0)),
      given("b.md", "2026-02-01", like(0, 4)),
      given("c.md", "2026-01-01", like(0, 8)),
    ];
    expect(scanOf(three).documents.map(({ findings }) => findings.length)).toEqual([0, 1, 1]);
  });

  it("are told once, however many copies there are", () => {
    const told = findingsOf(copy("a.md", null), copy("b.md", null), copy("c.md", null));
    expect(told.map(({ code }) => code)).toEqual(["near-copy", "near-copy"]);
  });
});
