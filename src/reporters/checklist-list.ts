import type { ChecklistList, ChecklistSummary } from "../schema/checklists.gen.js";
import { escapeJson } from "./escape.js";
import type { RenderOptions } from "./reporter.js";
import { finish, type Page, pageFor } from "./terminal-layout.js";
import { capitalise, countOf, describeInForce, editionStatusInfo } from "./wording.js";

/** The formats in which the list of editions can be had; the first is the usual one. */
export const listFormats = ["terminal", "json"] as const;
export type ListFormat = (typeof listFormats)[number];

const renderers = {
  terminal: (list, options) => {
    const page = pageFor(options);
    return finish(list.checklists.flatMap((checklist) => ["", ...summaryLines(checklist, page)]));
  },
  json: (list) => `${escapeJson(JSON.stringify(list, null, 2))}\n`,
} as const satisfies Record<ListFormat, (list: ChecklistList, options: RenderOptions) => string>;

export function renderList(format: ListFormat, list: ChecklistList, options: RenderOptions): string {
  return renderers[format](list, options);
}

const stateInfo = {
  "in-force": "in force",
  superseded: "superseded",
  "not-yet-in-force": "not yet in force",
} as const satisfies Record<ChecklistSummary["state"], string>;

function summaryLines(checklist: ChecklistSummary, page: Page): readonly string[] {
  const { id, title, inForce, state, status, requirements, verifiedReferences, notice } = checklist;
  const style = state === "in-force" ? page.paint.good : page.paint.strong;
  return [
    ...page.text(`${id} (${stateInfo[state]})`, { style }),
    ...page.text(title, { indent: 2 }),
    ...page.text(`${capitalise(describeInForce(inForce))}.`, { indent: 2 }),
    ...page.text(
      `${capitalise(countOf(requirements, "requirement"))}, ${countOf(verifiedReferences, "reference")} verified; ${editionStatusInfo[status]}.`,
      {
        indent: 2,
      },
    ),
    ...(notice === null ? [] : page.text(notice, { indent: 2, style: page.paint.caution })),
  ];
}
