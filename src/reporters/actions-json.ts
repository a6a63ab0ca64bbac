import type { ActionReporter } from "./actions.js";
import { escapeJson } from "./escape.js";

/** The contract for programs: actions/1. The list has the keys of the schema in its order already. */
export const renderJsonActions: ActionReporter = ({ list }) => `${escapeJson(JSON.stringify(list, null, 2))}\n`;
