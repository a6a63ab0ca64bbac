import type { Strength } from "../../model/document-facts.js";
import type { Lexicon, StatementExample } from "../../model/lexicon.js";
import { compileLexicon, type CompiledLexicon } from "./compiled-lexicon.js";
import { createAbove, judgeSentence } from "./find-passages.js";

/** An example of the lexicon that is not taken as it should be. */
export interface ExampleProblem {
  readonly requirement: string;
  readonly list: "good" | "bad";
  readonly index: number;
  readonly text: string;
  /** How the example is taken; null: none of its words are known. */
  readonly taken: Strength | null;
}

/** Every example that does not hold: a good one must state its requirement, a bad one may not. */
export function checkExamples(lexicon: Lexicon): readonly ExampleProblem[] {
  const compiled = compileLexicon(lexicon);
  return Object.entries(lexicon.statements).flatMap(([requirement, { examples }]) =>
    (["good", "bad"] as const).flatMap((list) =>
      (examples?.[list] ?? []).flatMap((example, index) => {
        const taken = takenAs(requirement, example, compiled);
        const text = typeof example === "string" ? example : example.text;
        return (taken === "states") === (list === "good") ? [] : [{ requirement, list, index, text, taken }];
      }),
    ),
  );
}

function takenAs(requirement: string, example: StatementExample, lexicon: CompiledLexicon): Strength | null {
  const { text, under, lead = null } = typeof example === "string" ? { text: example } : example;
  const sentence = {
    text,
    line: 1,
    headings: under === undefined ? [] : under.split(" > "),
    lead,
    kind: lead === null ? ("paragraph" as const) : ("item" as const),
  };
  const taken = judgeSentence(sentence, null, createAbove(null, lexicon), lexicon)
    .filter((passage) => passage.requirement === requirement)
    .map((passage) => passage.strength);
  return taken.find((strength) => strength === "states") ?? taken[0] ?? null;
}
