import { describeDay } from "../model/day.js";
import type {
  ComparedAction,
  ComparedAudit,
  ComparedGap,
  Comparison,
  NotCompared,
  RatingChange,
} from "../schema/comparison.gen.js";
import { comparisonInShort } from "./comparison-in-short.js";
import {
  allAudits,
  describeAction,
  describeChange,
  describeKind,
  describePeriod,
  describeShared,
  unprovenInfo,
} from "./comparison-wording.js";
import { countOf, describeInterval, severityInfo, sinceSignOffInfo } from "./wording.js";

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
  /** Its last day, for where there is little room. */
  readonly until: string;
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
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** What it is, in a few words. */
  readonly lead: string;
  readonly text: string;
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
  return {
    title: comparison.trend.length > 2 ? "The trend" : "Before and after",
    summary: `${describeShared(comparison)}: the figures are of ${comparison.shared.length === 1 ? "it" : "these"} alone.`,
    isTrend: comparison.trend.length > 2,
    rows: comparison.trend.map((audit) => ({
      period: describePeriod(audit),
      until: `To ${describeDay(audit.period.to)}`,
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
    { id: "closed", title: "Gaps closed", summary: null, items: byRequirement(gaps.closed, kindOf) },
    {
      id: "unproven",
      title: "Gaps not known to be closed",
      summary: "They are not there now, but nothing shows that they were closed.",
      items: byRequirement(gaps.unproven, (gap) => `${kindOf(gap)}: ${unprovenInfo[gap.why]}`),
    },
    {
      id: "gone",
      title: "Gaps no longer asked about",
      summary: "Their requirement is no longer asked, or no longer applies: they are neither closed nor open.",
      items: byRequirement(gaps.gone, kindOf),
    },
  ];
}

function gapItem(gap: ComparedGap): ListItem {
  return { lead: gap.title, text: `${kindOf(gap)}: ${gap.message} (${gap.requirement})` };
}

/** "Not met (error)". */
function kindOf({ kind, severity }: ComparedGap): string {
  return `${describeKind(kind)} (${severityInfo[severity].one})`;
}

/** What is over is told in a line a requirement, the same once. */
function byRequirement<Gap extends ComparedGap>(
  gaps: readonly Gap[],
  describe: (gap: Gap) => string,
): readonly ListItem[] {
  const ids = new Set(gaps.map(({ requirement }) => requirement));
  return [...ids].flatMap((id) => {
    const own = gaps.filter(({ requirement }) => requirement === id);
    const told = [...new Set(own.map(describe))].join("; ");
    return own.slice(0, 1).map(({ title }) => ({ lead: title, text: `${told} (${id})` }));
  });
}

function actionSections({ actions, today }: Comparison): readonly ComparisonSection[] {
  return [
    { id: "done", title: "Actions marked done", summary: null, items: actions.done.map(actionItem) },
    {
      id: "late",
      title: "Actions that are late",
      summary: `Still to be done, and due before ${describeDay(today)}.`,
      items: actions.late.map(actionItem),
    },
  ];
}

function actionItem(action: ComparedAction): ListItem {
  return { lead: action.what, text: `${describeAction(action)} (${action.requirement})` };
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
  if (after === null) return "Cited anew";
  const earlier = before === null ? "not cited before, or with no day of review" : `before that ${describeDay(before)}`;
  return `Reviewed ${describeDay(after)}, ${earlier}`;
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

function describeSignOff({ signedOff, changedSince }: ComparedAudit): string {
  if (signedOff === null || changedSince === null) return "not signed off";
  return `signed off on ${describeDay(signedOff)}, ${sinceSignOffInfo[changedSince]}`;
}
