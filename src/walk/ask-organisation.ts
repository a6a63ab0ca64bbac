import type { Ledger } from "./ledger.js";
import type { Prompter, TextQuestion } from "./prompter.js";

/** Asks the name of the organisation when the audit has none. */
export async function askOrganisation(ledger: Ledger, prompter: Prompter): Promise<void> {
  if (ledger.current().organisation.name.trim() !== "") return;
  const name = await askFirst(
    { message: "What is your organisation called?", check: notBlank("Type the name of the organisation.") },
    prompter,
  );
  await ledger.record({ kind: "organisation", name });
}

/** The role that answers: the one given, the one the audit names, or asked. It stands in the audit afterwards. */
export async function askAssessor(given: string | undefined, ledger: Ledger, prompter: Prompter): Promise<string> {
  const known = (ledger.current().assessors ?? []).map((assessor) => assessor.role);
  const role = given ?? (await chooseRole(known, prompter));
  if (!known.includes(role)) await ledger.record({ kind: "assessor", role });
  return role;
}

async function chooseRole(known: readonly string[], prompter: Prompter): Promise<string> {
  const [only, ...others] = known;
  if (only !== undefined && others.length === 0) {
    prompter.show([{ kind: "quiet", text: `Answering as: ${only}` }]);
    return only;
  }
  if (only !== undefined) {
    const role = await prompter.choose<string | null>({
      message: "Who is answering today?",
      choices: [
        ...known.map((value) => ({ value, title: value })),
        { value: null, title: "Someone in another role", key: "o" },
      ],
    });
    if (role !== null) return role;
  }
  return askFirst(
    {
      message: "What is your role? A role, not a name: for example Designated safeguarding lead.",
      check: notBlank("Type your role, for example Designated safeguarding lead."),
    },
    prompter,
  );
}

/** A text where there is nothing to go back to. */
async function askFirst(question: TextQuestion, prompter: Prompter): Promise<string> {
  for (;;) {
    const text = await prompter.askText(question);
    if (text !== null) return text;
    prompter.show([{ kind: "quiet", text: "There is nothing to go back to yet. To stop, hold Ctrl and press C." }]);
  }
}

function notBlank(problem: string): (text: string) => string | null {
  return (text) => (text === "" ? problem : null);
}
