import type { ListedAction } from "../schema/actions.gen.js";
import type { ActionReporter } from "./actions.js";
import { tabulate, yesOrNo } from "./csv.js";

/** The columns in their order, and what stands in each. */
const columns = {
  audit: ({ audit }) => audit,
  organisation: ({ organisation }) => organisation,
  requirement: ({ requirement }) => requirement,
  title: ({ title }) => title,
  force: ({ force }) => force,
  "local force": ({ localForce }) => localForce ?? "",
  id: ({ id }) => id,
  what: ({ what }) => what,
  owner: ({ owner }) => owner ?? "",
  due: ({ due }) => due ?? "",
  status: ({ status }) => status,
  overdue: ({ overdue }) => yesOrNo(overdue),
  completed: ({ completed }) => completed ?? "",
  gaps: ({ gaps }) => gaps.join("; "),
} as const satisfies Record<string, (action: ListedAction) => string>;

/** One row an action, for a spreadsheet. */
export const renderCsvActions: ActionReporter = ({ list }) => tabulate(columns, list.actions);
