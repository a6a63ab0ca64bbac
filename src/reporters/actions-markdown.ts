import type { ListedAction } from "../schema/actions.gen.js";
import type { ActionReporter } from "./actions.js";
import {
  describeAudit,
  describeOwner,
  describeProblems,
  describeRequirement,
  describeStatus,
  describeWhen,
  groupActions,
  isOfSeveral,
  summariseActions,
} from "./actions-wording.js";
import { escapeMarkdown } from "./escape.js";
import { capitalise } from "./wording.js";

/** The columns in their order, and what stands in each. */
const columns = {
  When: (action) => capitalise(describeWhen(action)),
  Action: ({ id, what }) => `${id}: ${what}`,
  Owner: (action) => capitalise(describeOwner(action)),
  Status: (action) => [describeStatus(action), ...describeProblems(action)].join("; "),
  Requirement: describeRequirement,
  Audit: describeAudit,
} as const satisfies Record<string, (action: ListedAction) => string>;

/** One table, overdue actions first. */
export const renderMarkdownActions: ActionReporter = (plan) => {
  const shown = Object.entries(columns).filter(([name]) => name !== "Audit" || isOfSeveral(plan.list));
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rows = groupActions(plan.list).flatMap(({ actions }) =>
    actions.map((action) => row(shown.map(([, cell]) => escapeMarkdown(cell(action))))),
  );
  const table = [row(shown.map(([name]) => name)), row(shown.map(() => "---")), ...rows];
  const lines = ["# Actions", "", escapeMarkdown(summariseActions(plan)), ...(rows.length === 0 ? [] : ["", ...table])];
  return `${lines.join("\n")}\n`;
};
