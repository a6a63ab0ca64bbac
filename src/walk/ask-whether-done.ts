import type { Action, Response } from "../model/audit.js";
import type { Day } from "../model/day.js";
import { withChangedAction } from "./answer.js";
import type { Choice, Prompter } from "./prompter.js";
import type { Detour } from "./walk.js";

type Step = "done" | "cancelled" | "open" | Detour;

/**
 * Asks what became of an action that was open when its requirement was rated as met. It can be done only where evidence
 * is cited for the requirement: that is what shows it.
 */
export async function askWhetherDone(
  action: Action,
  response: Response,
  today: Day,
  prompter: Prompter,
): Promise<Response | Detour> {
  const cited = response.evidence ?? [];
  const done: readonly Choice<Step>[] =
    cited.length === 0
      ? []
      : [
          {
            value: "done",
            title: "Yes: the evidence you have cited shows it",
            key: "y",
            help: "It is marked as done.",
          },
        ];
  const step = await prompter.choose<Step>({
    message: `An action is open here. Is it done? ${action.what}`,
    choices: [
      ...done,
      { value: "cancelled", title: "No, and it is no longer needed", key: "n", help: "It is marked as cancelled." },
      {
        value: "open",
        title: "Leave it open",
        key: "k",
        help: cited.length === 0 ? "To mark it as done, go back and cite what shows it." : "It stays as it is.",
      },
      { value: "back", title: "Back", key: "b" },
      { value: "stop", title: "Stop here", key: "q" },
    ],
    initial: "open",
  });
  switch (step) {
    case "done": {
      const evidence = [...(action.evidence ?? []), ...cited];
      return withChangedAction(response, { ...action, status: "done", completed: today, evidence });
    }
    case "cancelled":
      return withChangedAction(response, { ...action, status: "cancelled" });
    case "open":
      return withChangedAction(response, action);
    case "back":
    case "stop":
      return step;
  }
}
