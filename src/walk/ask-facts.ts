import { answerTo, evaluate } from "../engine/applicability.js";
import { factsOf, plan } from "../engine/plan.js";
import type { FactValue } from "../model/audit.js";
import type { Fact } from "../model/profile.js";
import { describeFact } from "./fact-text.js";
import type { Ledger } from "./ledger.js";
import type { Choice, Prompter } from "./prompter.js";
import type { Walk } from "./walk.js";

type Leaving = "back" | "later" | "stop";
type FactAnswer = { readonly value: FactValue } | Leaving;

/** Asks the facts that are missing, one at a time, planned anew after each. */
export async function askFacts(walk: Walk, ledger: Ledger, prompter: Prompter): Promise<"asked" | "stop"> {
  const asked: Fact[] = [];
  const later = new Set<string>();
  let again: Fact | undefined;
  for (;;) {
    const missing = plan(walk.checklist, walk.profile, ledger.current(), walk.selection).facts.filter(
      ({ id }) => !later.has(id),
    );
    const fact = again ?? missing[0];
    if (fact === undefined) return "asked";
    const total = asked.length + missing.length + (again === undefined ? 0 : 1);
    prompter.show([{ kind: "heading", text: `About your organisation (${asked.length + 1} of about ${total})` }]);
    const answer = await askFact(fact, asked.length > 0, ledger, prompter);
    again = undefined;
    if (answer === "stop") return "stop";
    if (answer === "back") again = asked.pop();
    else {
      if (answer === "later") later.add(fact.id);
      else await ledger.record({ kind: "fact", id: fact.id, value: answer.value });
      asked.push(fact);
    }
  }
}

/** Lets the person change what was said about the organisation. */
export async function changeFacts(walk: Walk, ledger: Ledger, prompter: Prompter): Promise<"changed" | "stop"> {
  for (;;) {
    const { facts } = ledger.current().organisation;
    const known = factsOf(ledger.current(), walk.profile);
    const answered = walk.profile.facts.filter(
      (fact) =>
        answerTo(fact.id, facts) !== undefined &&
        (fact["ask-when"] === undefined || evaluate(fact["ask-when"], known) !== false),
    );
    const fact = await prompter.choose<Fact | null>({
      message: "Which answer about your organisation do you want to change?",
      choices: [
        ...answered.map((one) => ({ value: one, title: describeFact(one, facts[one.id] ?? []) })),
        { value: null, title: "Back to the questions", key: "b" },
      ],
    });
    if (fact === null) return "changed";
    const answer = await askFact(fact, true, ledger, prompter);
    if (answer === "stop") return "stop";
    if (answer !== "back" && answer !== "later") {
      await ledger.record({ kind: "fact", id: fact.id, value: answer.value });
      if ((await askFacts(walk, ledger, prompter)) === "stop") return "stop";
    }
  }
}

async function askFact(fact: Fact, canGoBack: boolean, ledger: Ledger, prompter: Prompter): Promise<FactAnswer> {
  const { facts } = ledger.current().organisation;
  const current = answerTo(fact.id, facts);
  if (fact.help !== undefined) prompter.show([{ kind: "quiet", text: fact.help }]);
  if (fact.kind === "choices") return askSeveral(fact, canGoBack, current, prompter);
  const answers: readonly Choice<FactAnswer>[] =
    fact.kind === "yes-no"
      ? [
          { value: { value: true }, title: "Yes", key: "y" },
          { value: { value: false }, title: "No", key: "n" },
        ]
      : (fact.choices ?? []).map(({ value, title, help }) => ({
          value: { value },
          title,
          ...(help === undefined ? {} : { help }),
        }));
  const initial = answers.find(({ value }) => typeof value === "object" && value.value === current)?.value;
  return prompter.choose<FactAnswer>({
    message: fact.question,
    choices: [...answers, ...waysOut(canGoBack)],
    ...(initial === undefined ? {} : { initial }),
  });
}

async function askSeveral(
  fact: Fact,
  canGoBack: boolean,
  current: FactValue | undefined,
  prompter: Prompter,
): Promise<FactAnswer> {
  for (;;) {
    const values = await prompter.chooseSeveral<string>({
      message: fact.question,
      choices: fact.choices ?? [],
      ...(Array.isArray(current) ? { initial: current } : {}),
    });
    if (values !== null && values.length > 0) return { value: values };
    if (values !== null) prompter.show([{ kind: "text", text: "Nothing is ticked, so this is not answered." }]);
    const leaving = await prompter.choose<Leaving | "return">({
      message: "What would you like to do?",
      choices: [{ value: "return", title: "Return to the question", key: "r" }, ...waysOut(canGoBack)],
    });
    if (leaving !== "return") return leaving;
  }
}

function waysOut(canGoBack: boolean): readonly Choice<Leaving>[] {
  const back: readonly Choice<Leaving>[] = canGoBack ? [{ value: "back", title: "Back", key: "b" }] : [];
  return [
    { value: "later", title: "Not sure yet: ask me another day", key: "s" },
    ...back,
    { value: "stop", title: "Stop here", key: "q" },
  ];
}
