import { type Audit, responseTo } from "../model/audit.js";
import { type Checklist, requirementsOf } from "../model/checklist.js";
import type { Carry } from "../schema/carry.gen.js";
import { escapeJson } from "./escape.js";
import type { RenderOptions } from "./reporter.js";
import { finish, type Page, pageFor } from "./terminal-layout.js";

/** The formats in which it can be had what became of answers; the first is the usual one. */
export const carryFormats = ["terminal", "json"] as const;
export type CarryFormat = (typeof carryFormats)[number];

/** What became of the answers of an audit, with what the ids stand for. */
export interface CarryView {
  /** As it is after. */
  readonly audit: Audit;
  readonly carry: Carry;
  readonly from: Checklist;
  readonly to: Checklist;
  /** False: it was against that checklist already. */
  readonly isChanged: boolean;
}

const renderers = {
  terminal: (view, options) => finish(pageOf(view, pageFor(options))),
  json: ({ carry }) => `${escapeJson(JSON.stringify(carry, null, 2))}\n`,
} as const satisfies Record<CarryFormat, (view: CarryView, options: RenderOptions) => string>;

export function renderCarry(format: CarryFormat, view: CarryView, options: RenderOptions): string {
  return renderers[format](view, options);
}

function pageOf({ audit, carry, from, to, isChanged }: CarryView, page: Page): readonly string[] {
  const { carried, toConfirm, added, retired } = carry;
  const counts = `${carried.length} carried, ${toConfirm.length} to confirm, ${added.length} new, ${retired.length} retired`;
  const opening = isChanged ? `From ${from.title} to ${to.title}.` : `Against ${to.title} already: nothing changes.`;
  const [before, after] = [titlesOf(from), titlesOf(to)];
  const why = (id: string) => `${after.get(id) ?? id}: ${responseTo(audit, id)?.["to-confirm"] ?? ""}`;
  const title = (titles: ReadonlyMap<string, string>) => (id: string) => titles.get(id) ?? id;
  return [
    ...page.text(audit.organisation.name, { style: page.paint.strong }),
    ...page.text(opening),
    ...page.text(counts, { style: page.paint.strong }),
    ...(to.notice === null ? [] : ["", ...page.text(to.notice, { style: page.paint.caution })]),
    ...section(
      "To confirm: the answer came along, and counts as assured again when you confirm it",
      toConfirm.map(why),
      page,
    ),
    ...section("New: not asked of you before", added.map(title(after)), page),
    ...section(
      "Retired: no longer asked; what was answered is kept in the archive of the file",
      retired.map(title(before)),
      page,
    ),
    ...section("Carried: the answer stands as it is", carried.map(title(after)), page),
  ];
}

/** A heading and a list beneath it; nothing when there is nothing to list. */
export function section(heading: string, items: readonly string[], page: Page): readonly string[] {
  return items.length === 0 ? [] : [...page.subheading(heading), ...page.list(items)];
}

/** The title of every requirement, by its id. */
export function titlesOf(checklist: Checklist): ReadonlyMap<string, string> {
  return new Map(requirementsOf(checklist).map(({ id, title }) => [id, title]));
}
