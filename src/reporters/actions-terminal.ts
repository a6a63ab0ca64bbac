import type { ListedAction } from "../schema/actions.gen.js";
import type { ActionReporter } from "./actions.js";
import {
  type ActionGroup,
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
import { finish, type Page, pageFor } from "./terminal-layout.js";
import { capitalise } from "./wording.js";

/** The list for a person: what presses most comes first, and says so in words. */
export const renderTerminalActions: ActionReporter = (plan, options) => {
  const page = pageFor(options);
  const named = isOfSeveral(plan.list);
  return finish([
    ...page.text(summariseActions(plan), { style: page.paint.strong }),
    ...groupActions(plan.list).flatMap((group) => groupLines(group, named, page)),
  ]);
};

function groupLines({ title, isOverdue, actions }: ActionGroup, named: boolean, page: Page): readonly string[] {
  return [
    "",
    ...page.text(`${title}: ${actions.length}`, { style: isOverdue ? page.paint.bad : page.paint.strong }),
    ...actions.flatMap((action) => ["", ...actionLines(action, named, page)]),
  ];
}

const indent = 2;

function actionLines(action: ListedAction, named: boolean, page: Page): readonly string[] {
  return [
    ...page.text(`${action.id}. ${action.what}`, { style: page.paint.strong }),
    ...page.text(`${capitalise(describeWhen(action))}.`, {
      indent,
      style: action.overdue ? page.paint.bad : page.paint.faint,
    }),
    ...page.entry("Owner", `${describeOwner(action)}. ${describeStatus(action)}.`, indent),
    ...page.entry("For", describeRequirement(action), indent),
    ...(named ? page.entry("Audit", describeAudit(action), indent) : []),
    ...describeProblems(action).flatMap((problem) => page.entry("Gap", problem, indent)),
  ];
}
