import { addDuration, type Day, describeDay, describeDuration } from "../model/day.js";
import type { CaseData, DocumentFacts, Nation, OldTerm, StatedDay } from "../model/document-facts.js";
import { describeFrom, firstDay } from "./old-term.js";
import type { FindingRule } from "./scan-finding.js";

/** Placeholders of one document that are told one by one. */
const mostPlaceholders = 5;

/** A policy that states no next review is overdue after this: the longest interval in use (three years). */
const longestInterval = "P3Y";

const caseInfo = {
  "birth-date": "This looks like the name and the date of birth of a person.",
  "nhs-number": "This looks like somebody's NHS number.",
  "pupil-number": "This looks like a pupil's unique number.",
} as const satisfies Record<CaseData["kind"], string>;

/** The data itself is never told. */
const caseData: FindingRule = {
  name: "case data",
  check: ({ facts }) => facts.caseData.map(({ kind, line }) => ({ code: "case-data", line, message: caseInfo[kind] })),
};

const content: FindingRule = {
  name: "content",
  check: ({ facts, isDeclared }) => {
    if (!facts.blank || !isDeclared) return [];
    return facts.kind === "pdf" && facts.words === 0
      ? [{ code: "no-text", line: null, message: "Its pages hold no text, perhaps pictures of a printed document." }]
      : [
          {
            code: "blank-document",
            line: null,
            message: "It holds no content, or nothing but headings and placeholders.",
          },
        ];
  },
};

const placeholders: FindingRule = {
  name: "placeholders",
  check: ({ facts }) => {
    const told = facts.placeholders.slice(0, mostPlaceholders);
    const more = facts.placeholders.length - told.length;
    return told.map(({ line }, index) => ({
      code: "placeholder",
      line,
      message: `A field of a template is not filled in.${more > 0 && index === told.length - 1 ? ` There are ${more} more.` : ""}`,
    }));
  },
};

const review: FindingRule = {
  name: "review",
  check: ({ facts, isDeclared }, today) => {
    const { reviewed, due, every } = facts.review;
    // A form, a record or a page has days of its own, which are no reviews.
    if (!facts.isPolicy && (due === null || !isDeclared)) return [];
    if (due !== null)
      return due.day < today
        ? [{ code: "review-overdue", line: due.line, message: `Its review was due ${inWords(due)}.` }]
        : [];
    if (reviewed !== null) return overdueSince(reviewed, every, today);
    return [
      every === null
        ? {
            code: "review-not-stated",
            line: null,
            message: "It says neither when it was reviewed nor when it will be.",
          }
        : {
            code: "review-not-stated",
            line: every.line,
            message: `It is to be reviewed every ${describeDuration(every.duration)}, but does not say when it last was.`,
          },
    ];
  },
};

function overdueSince(reviewed: StatedDay, every: DocumentFacts["review"]["every"], today: Day) {
  if (addDuration(reviewed.day, every?.duration ?? longestInterval) >= today) return [];
  const last = `It was last reviewed ${inWords(reviewed)}`;
  const why =
    every === null
      ? "more than three years ago, and says no next review"
      : `and is to be reviewed every ${describeDuration(every.duration)}`;
  return [{ code: "review-overdue" as const, line: reviewed.line, message: `${last}, ${why}.` }];
}

/** When the next review is due: as stated, or from the last review and the stated interval; null when neither tells. */
export function reviewDueOf({ review: { reviewed, due, every } }: DocumentFacts): Day | null {
  if (due !== null) return due.day;
  return reviewed === null || every === null ? null : addDuration(reviewed.day, every.duration);
}

const dates: FindingRule = {
  name: "dates",
  check: ({ facts: { review: stated } }, today) => [
    ...stated.impossible.map(({ text, line }) => ({
      code: "impossible-date" as const,
      line,
      message: `"${text}" is no day of the calendar.`,
    })),
    ...(stated.reviewed !== null && stated.reviewed.precision === "day" && stated.reviewed.day > today
      ? [
          {
            code: "impossible-date" as const,
            line: stated.reviewed.line,
            message: `It says that it was reviewed ${inWords(stated.reviewed)}, which is still to come.`,
          },
        ]
      : []),
  ],
};

function inWords({ day, precision }: StatedDay): string {
  const words = describeDay(day);
  if (precision === "day") return `on ${words}`;
  return `in ${words
    .split(" ")
    .slice(precision === "month" ? 1 : 2)
    .join(" ")}`;
}

const approval: FindingRule = {
  name: "approval",
  check: ({ facts }) => {
    const { state, line } = facts.approval;
    if (state === "draft") return [{ code: "draft", line, message: "It says that it is a draft, or not approved." }];
    return state === "not-stated" && facts.isPolicy
      ? [{ code: "approval-not-stated", line: null, message: "It does not say who approved it." }]
      : [];
  },
};

const oldTerms: FindingRule = {
  name: "old terms",
  check: ({ facts }, today) =>
    facts.oldTerms
      .filter(({ history, from }) => !history && firstDay(from) <= today)
      .map((old) => ({
        code: isEdition(old) ? ("superseded-edition" as const) : ("superseded-term" as const),
        line: old.line,
        about: old.term,
        message: describeOld(old),
      })),
};

function isEdition({ term }: OldTerm): boolean {
  return term.startsWith("Working Together to Safeguard Children");
}

function describeOld({ term, replacedBy, from }: OldTerm): string {
  const instead = replacedBy.length === 0 ? "" : ` Today: ${replacedBy.join(", or ")}.`;
  return `"${term}" has not been current since ${describeFrom(from)}.${instead}`;
}

/** Only of a document that is there for concerns about children: others point to it. */
const contact: FindingRule = {
  name: "contact",
  check: ({ facts }) =>
    facts.isPolicy &&
    !facts.namesContact &&
    facts.audience !== "adults" &&
    /safeguard|child protection|whistle/iu.test(facts.title ?? "")
      ? [{ code: "no-contact", line: null, message: "It names nobody to go to with a concern." }]
      : [],
};

/** The law of each nation that a document may be written for. */
export const nationInfo = {
  england: "England",
  wales: "Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland",
  ireland: "Ireland",
  elsewhere: "another country",
} as const satisfies Record<Nation, string>;

const nation: FindingRule = {
  name: "nation",
  check: ({ facts }) =>
    facts.nation === null || facts.nation.nation === "england"
      ? []
      : [
          {
            code: "other-jurisdiction",
            line: facts.nation.line,
            message: `It is written for the law of ${nationInfo[facts.nation.nation]}; this checklist is for England.`,
          },
        ],
};

const links: FindingRule = {
  name: "links",
  check: ({ brokenLinks }) =>
    brokenLinks.map(({ target, path, line }) => ({
      code: "broken-link",
      line,
      about: path,
      message: `It links to "${target}", where there is nothing.`,
    })),
};

/** What can be wrong with one document, by itself. */
export const findingRules: readonly FindingRule[] = [
  caseData,
  content,
  placeholders,
  review,
  dates,
  approval,
  oldTerms,
  contact,
  nation,
  links,
];

/** What is worth saying of a document without content. */
export const blankRules: readonly FindingRule[] = [caseData, content];
