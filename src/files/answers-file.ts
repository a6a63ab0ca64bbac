import type { Answers } from "../schema/answers.gen.js";
import { isObject } from "../schema/alternatives.js";
import { findProblems } from "../schema/validate.js";
import { refusal } from "./diagnostics.js";
import { checkOwnRules } from "./own-rules.js";
import { readInput, type ReadingHost } from "./read-input.js";
import { findScoreProblems } from "./score-checks.js";
import { parseYaml, type YamlSource } from "./yaml-source.js";

/** Answers for an unattended walk, and the text they were read from. */
export interface LoadedAnswers {
  readonly answers: Answers;
  readonly source: YamlSource;
}

/** Reads an answers file; `-` is standard input. Throws UserError with everything that the file alone shows to be wrong. */
export async function readAnswers(file: string, host: ReadingHost): Promise<LoadedAnswers> {
  const { text, shownAs } = await readInput(file, host);
  return parseAnswers(text, shownAs);
}

/** The answers that a text holds. Throws as `readAnswers` does. */
export async function parseAnswers(text: string, shownAs: string): Promise<LoadedAnswers> {
  const source = await parseYaml(text, shownAs);
  const problems = [
    ...(await findProblems("answers", source)),
    ...checkOwnRules(source),
    ...(await findScoreProblems(source, false)),
  ];
  if (problems.length > 0 || !isAnswers(source.value)) throw refusal(shownAs, problems);
  return { answers: source.value, source };
}

/** The types are made from the schemas: what the schema finds no fault with has the type. */
function isAnswers(value: unknown): value is Answers {
  return isObject(value);
}
