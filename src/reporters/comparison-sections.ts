import { describeDay } from "../model/day.js";
import type { ComparedAudit, ComparedGap, Comparison, NotCompared, RatingChange } from "../schema/comparison.gen.js";
import { comparisonInShort } from "./comparison-in-short.js";
import { allAudits, describeAction, describeChange, describeKind, describePeriod, unprovenInfo } from "./comparison-wording.js";
import { countOf, describeInterval, severityInfo } from "./wording.js";

/** A comparison as it is read, the same in every format that people read. All texts are raw. */
export interface ComparisonPage {
  readonly title: string;
  readonly organisation: string;
  /** What is compared with what. */
  readonly span: string;
  readonly inShort: { readonly title: string; readonly points: readonly string[] };
  readonly figures: Figures;
  readonly sections: readonly ComparisonSection[];
}

/** What every audit comes to on what all share, oldest first. */
export interface Figures {
  readonly title: string;
  readonly summary: string;
  /** Whether there are enough audits for a chart. */
  readonly isTrend: boolean;
  readonly rows: readonly FigureRow[];
}

export interface FigureRow {
  readonly period: string;
  readonly audit: ComparedAudit;
  /** "62% to 71%", or "no score". */
  readonly declared: string;
  readonly assured: string;
}

export interface ComparisonSection {
  /** Unique on the page, fit for an address. */
  readonly id: string;
  readonly title: string;
  /** Null where the title says it all. */
  readonly summary: string | null;
  /** Never empty. */
  readonly items: readonly { readonly lead: string; readonly text: string }[];
}

export function comparisonPage(comparison: Comparison): ComparisonPage {
  const { before, after } = comparison;
  return {
    title: "What changed",
    organisation: comparison.organisation,
    span: `${describePeriod(before)}, and ${describePeriod(after)}`,
    inShort: { title: "In short", points: comparisonInShort(comparison) },
    figures: figuresOf(comparison),
    sections: [
      ...ratingSections(comparison),
      ...gapSections(comparison),
      ...actionSections(comparison),
      ...evidenceSections(comparison),
      ...notComparedSections(comparison),
      howSection(comparison),
    ].filter(({ items }) => items.length > 0),
  };
}

function figuresOf(comparison: Comparison): Figures {
  const count = comparison.shared.length;
  return {
    title: comparison.trend.length > 2 ? "The trend" : "Before and after",
    summary: `Of ${countOf(count, "requirement")} that ${count === 1 ? "applies" : "apply"} in ${allAudits(comparison)} and ${count === 1 ? "means" : "mean"} the same in each.`,
    isTrend: comparison.trend.length > 2,
    rows: comparison.trend.map((audit) => ({
      period: describePeriod(audit),
      audit,
      declared: describeInterval(audit.declared),
      assured: describeInterval(audit.assured),
    })),
  };
}

function ratingSections({ changes }: Comparison): readonly ComparisonSection[] {
  const itemsOf = (direction: RatingChange["direction"]) =>
    changes
      .filter((change) => change.direction === direction)
      .map((change) => ({ lead: change.title, text: `${describeChange(change)} (${change.requirement})` }));
  return [
    { id: "up", title: "Ratings that went up", summary: null, items: itemsOf("up") },
    { id: "down", title: "Ratings that went down", summary: null, items: itemsOf("down") },
    {
      id: "other",
      title: "Ratings that changed otherwise",
      summary: "To or from unanswered or not applicable, or higher but not confirmed: neither up nor down.",
      items: itemsOf("other"),
    },
  ];
}

function gapSections({ gaps }: Comparison): readonly ComparisonSection[] {
  return [
    { id: "opened", title: "Gaps opened", summary: null, items: gaps.opened.map(gapItem) },
    { id: "closed", title: "Gaps closed", summary: null, items: gaps.closed.map(gapItem) },
    {
      id: "unproven",
      title: "Gaps not known to be closed",
      summary: "They are not there now, but nothing shows that they were closed.",
      items: gaps.unproven.map((gap) => {
        const { lead, text } = gapItem(gap);
        return { lead, text: `${text} Not known to be closed: ${unprovenInfo[gap.why]}.` };
      }),
    },
    {
      id: "gone",
      title: "Gaps no longer asked about",
      summary: "Their requirement is no longer asked, or no longer applies: they are neither closed nor open.",
      items: gaps.gone.map(gapItem),
    },
  ];
}

function gapItem({ requirement, title, kind, severity, message }: ComparedGap) {
  return {
    lead: title,
    text: `${describeKind(kind)} (${severityInfo[severity].one}, ${requirement}). ${message}`,
  };
}

function actionSections({ actions, today }: Comparison): readonly ComparisonSection[] {
  return [
    {
      id: "done",
      title: "Actions marked done",
      summary: null,
      items: actions.done.map((action) => ({ lead: action.what, text: `${describeAction(action)} (${action.requirement})` })),
    },
    {
      id: "late",
      title: "Actions that are late",
      summary: `Still to be done, and due before ${describeDay(today)}.`,
      items: actions.late.map((action) => ({ lead: action.what, text: `${describeAction(action)} (${action.requirement})` })),
    },
  ];
}

/** One document is cited for many requirements: each is told once. */
function evidenceSections({ evidence }: Comparison): readonly ComparisonSection[] {
  const groups = new Map<string, { readonly lead: string; readonly days: string; readonly ids: readonly string[] }>();
  for (const { requirement, title, before, after } of evidence.refreshed) {
    const days = describeRefresh(before, after);
    const key = JSON.stringify([title, days]);
    groups.set(key, { lead: title, days, ids: [...(groups.get(key)?.ids ?? []), requirement] });
  }
  return [
    {
      id: "evidence",
      title: "Evidence refreshed",
      summary: "Reviewed on a later day than before, or cited anew, and nothing was found against it.",
      items: [...groups.values()].map(({ lead, days, ids }) => ({ lead, text: `${days} (${ids.join(", ")})` })),
    },
  ];
}

function describeRefresh(before: string | null, after: string | null): string {
  if (before !== null && after !== null) return `reviewed ${describeDay(after)}, before that ${describeDay(before)}`;
  return after === null ? "cited anew" : `reviewed ${describeDay(after)}, no day of review known before`;
}

const whyNotInfo = {
  new: "An older audit does not ask",
  retired: "The newest no longer asks",
  changed: "Asks for more, or for less, than before",
  applicability: "Not known to apply in each",
} as const satisfies Record<NotCompared["why"], string>;

function notComparedSections(comparison: Comparison): readonly ComparisonSection[] {
  const { notCompared } = comparison;
  const reasons = ["changed", "applicability", "new", "retired"] as const satisfies readonly NotCompared["why"][];
  const items = reasons.flatMap((why) => {
    const titles = notCompared.filter((item) => item.why === why).map(({ title }) => title);
    return titles.length === 0 ? [] : [{ lead: `${whyNotInfo[why]} (${titles.length})`, text: titles.join("; ") }];
  });
  return [
    {
      id: "not-compared",
      title: "What could not be compared",
      summary: `${countOf(notCompared.length, "requirement")} of the audits ${notCompared.length === 1 ? "is" : "are"} not among those that ${allAudits(comparison)} share.`,
      items,
    },
  ];
}

/** As it was judged: a reader must know what the numbers rest on. */
function howSection({ trend, today }: Comparison): ComparisonSection {
  return {
    id: "how",
    title: "How it was compared",
    summary: `The documents that the audits cite were read today, on ${describeDay(today)}. Where one has changed or gone since an older audit, the assured score of that audit is a range.`,
    items: trend.map((audit) => ({
      lead: describePeriod(audit),
      text: `${audit.title}, as it stood on ${describeDay(audit.judgedOn)}; ${describeSignOff(audit)} (${audit.file})`,
    })),
  };
}

function describeSignOff({ signedOff }: ComparedAudit): string {
  return signedOff === null ? "not signed off" : `signed off on ${describeDay(signedOff)}`;
}
