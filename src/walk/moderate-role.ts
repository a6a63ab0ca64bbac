import type { Audit } from "../model/audit.js";
import type { Prompter } from "./prompter.js";

/** The role of the moderator, asked every time; null when the person stops. */
export async function askModerator(audit: Audit, prompter: Prompter): Promise<string | null> {
  for (;;) {
    const role = await askRole(audit, prompter);
    if (role === null) return null;
    const own = answersBy(role, audit);
    if (own === 0) return role;
    const step = await confirmRole(role, own, prompter);
    if (step !== "other") return step === "go-on" ? role : null;
  }
}

/** Whether the two name one role: case and white space make no difference. */
export function isSameRole(one: string, other: string): boolean {
  const bare = (role: string) => role.toLowerCase().replaceAll(/\s+/gu, " ").trim();
  return bare(one) === bare(other);
}

async function askRole(audit: Audit, prompter: Prompter): Promise<string | null> {
  const known = [...new Set(Object.values(audit.responses).flatMap(({ moderated }) => moderated?.by ?? []))];
  if (known.length > 0) {
    const role = await prompter.choose<string | null>({
      message: "Who is moderating today?",
      choices: [
        ...known.map((value) => ({ value, title: value })),
        { value: "", title: "Someone in another role", key: "o" },
        { value: null, title: "Stop here", key: "q" },
      ],
    });
    if (role !== "") return role;
  }
  for (;;) {
    const typed = await prompter.askText({
      message: "What is your role? A role, not a name: for example Trustee for safeguarding.",
      check: (text) => (text === "" ? "Type your role, for example Trustee for safeguarding." : null),
    });
    if (typed !== null) return typed;
    prompter.show([{ kind: "quiet", text: "There is nothing to go back to yet. To stop, hold Ctrl and press C." }]);
  }
}

/** How many of the answers the role gave. One that carries no role counts for all who assessed. */
function answersBy(role: string, { responses, assessors = [] }: Audit): number {
  const isAssessor = assessors.some((assessor) => isSameRole(assessor.role, role));
  return Object.values(responses).filter(
    ({ rating, assessed }) =>
      rating !== undefined && (assessed?.by === undefined ? isAssessor : isSameRole(assessed.by, role)),
  ).length;
}

function confirmRole(role: string, own: number, prompter: Prompter): Promise<"other" | "go-on" | "stop"> {
  prompter.show([
    {
      kind: "warning",
      text: `${role} gave ${own} of these answers. Somebody else should moderate: nobody checks their own work well.`,
    },
  ]);
  return prompter.choose<"other" | "go-on" | "stop">({
    message: "Do you want to go on?",
    choices: [
      { value: "other", title: "No, I have another role", key: "o" },
      { value: "go-on", title: "Yes, all the same", key: "y", help: "The audit will name this role as the moderator." },
      { value: "stop", title: "Stop here", key: "q" },
    ],
    initial: "other",
  });
}
