import type { EvidenceLook, Review } from "../engine/review.js";
import { type Audit, responseTo } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import { describePeriod } from "../model/period.js";
import { type CarryFormat, section, titlesOf } from "./carry.js";
import { escapeJson } from "./escape.js";
import type { RenderOptions } from "./reporter.js";
import { finish, type Page, pageFor } from "./terminal-layout.js";
import { countOf } from "./wording.js";

/** The start of the next period, with what the ids stand for. */
export interface ReviewView {
  readonly review: Review;
  readonly looks: readonly EvidenceLook[];
  readonly before: { readonly audit: Audit; readonly checklist: Checklist };
  readonly target: { readonly checklist: Checklist };
}

const renderers = {
  terminal: (view, options) => finish(pageOf(view, pageFor(options))),
  json: ({ review }) => `${escapeJson(JSON.stringify(review.carry, null, 2))}\n`,
} as const satisfies Record<CarryFormat, (view: ReviewView, options: RenderOptions) => string>;

export function renderReview(format: CarryFormat, view: ReviewView, options: RenderOptions): string {
  return renderers[format](view, options);
}

function pageOf(view: ReviewView, page: Page): readonly string[] {
  const { review, looks, before, target } = view;
  const { added, retired } = review.carry;
  const titles = { before: titlesOf(before.checklist), now: titlesOf(target.checklist) };
  const title = (id: string) => titles.now.get(id) ?? id;
  const inState = (state: EvidenceLook["state"]) => looks.filter((look) => look.state === state);
  return [
    ...page.text(review.audit.organisation.name, { style: page.paint.strong }),
    ...page.text(`The next audit: ${describePeriod(review.audit.period)}, against ${target.checklist.title}.`),
    ...page.text(`The one before: ${describePeriod(before.audit.period)}, against ${before.checklist.title}.`),
    ...(target.checklist.notice === null ? [] : page.text(target.checklist.notice, { style: page.paint.caution })),
    "",
    ...page.text(coverage(view), { style: page.paint.strong }),
    ...staysBehind(review).flatMap((line) => page.text(line)),
    ...section(
      "Its evidence needs a look",
      inState("needs-a-look").map(({ requirement, reasons }) => `${title(requirement)}: ${reasons.join(" ")}`),
      page,
    ),
    ...section(
      "Its question has changed",
      changedQuestions(review).map(([id, why]) => `${title(id)}: ${why}`),
      page,
    ),
    ...section(
      "Nothing is cited for it",
      inState("without-evidence").map(({ requirement }) => title(requirement)),
      page,
    ),
    ...section("New: not asked of you before", added.map(title), page),
    ...section(
      "Retired: no longer asked; what was answered is kept in the archive of the file",
      retired.map((id) => titles.before.get(id) ?? id),
      page,
    ),
    ...section(
      "Its evidence stands as it was",
      inState("as-it-was").map(({ requirement }) => title(requirement)),
      page,
    ),
  ];
}

/** What comes forward, and what is to be done, counted. */
function coverage({ review, looks }: ReviewView): string {
  const { carry, counts } = review;
  const count = (state: EvidenceLook["state"]) => looks.filter((look) => look.state === state).length;
  const forward = carry.toConfirm.length;
  const answers = sentence(countOf(forward, "answer comes", "answers come"));
  const states = [
    `${count("as-it-was")} with evidence as it was`,
    `${count("needs-a-look")} whose evidence needs a look`,
    `${count("without-evidence")} without evidence`,
  ];
  const actions = sentence(countOf(counts.openActions, "action comes along", "actions come along"));
  return [
    `${answers} forward to confirm${forward === 0 ? "" : `: ${states.join(", ")}`}.`,
    `${counts.unanswered} unanswered, ${carry.added.length} new, ${carry.retired.length} retired.`,
    `${actions}, ${countOf(counts.closedActions, "closed one")} archived.`,
  ].join(" ");
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What was said of the audit before, and not of the next. */
function staysBehind({ counts: { moderated, signOffs, retiredActions } }: Review): readonly string[] {
  const said = [
    ...(moderated === 0 ? [] : [countOf(moderated, "moderated rating")]),
    ...(signOffs === 0 ? [] : [countOf(signOffs, "sign-off")]),
  ];
  const stays = moderated + signOffs === 1 ? "stays" : "stay";
  const archived = countOf(retiredActions, "open action goes", "open actions go");
  return [
    ...(said.length === 0 ? [] : [`${said.join(" and ")} ${stays} with the audit before.`]),
    ...(retiredActions > 0 ? [`${archived} to the archive, with an answer that is no longer asked for.`] : []),
  ];
}

/** Answers that were given for another edition, with what it asks otherwise. */
function changedQuestions({ audit, carry }: Review): readonly (readonly [string, string])[] {
  return carry.toConfirm.flatMap((id) => {
    const { "to-confirm": why = "", "carried-from": edition } = responseTo(audit, id) ?? {};
    return edition === undefined ? [] : [[id, why.slice(why.lastIndexOf("\n") + 1)] as const];
  });
}
