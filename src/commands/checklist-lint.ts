import { lint, lintContext } from "../engine/lint.js";
import { type LintProblem, problem } from "../engine/lint-problem.js";
import { ExitCode, UserError } from "../errors.js";
import { type LoadedData, readData } from "../files/data-file.js";
import { arrange, diagnose } from "../files/diagnostics.js";
import { readShippedChecklist, readShippedProfile, shippedIds } from "../files/shipped.js";
import type { YamlSource } from "../files/yaml-source.js";
import type { Host } from "../host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Lexicon } from "../model/lexicon.js";

/** Holds the files of a checklist to their schemas, and to one another and what is shipped. Fails when anything is wrong. */
export async function checklistLint(
  { files: named }: { readonly files: readonly string[] },
  host: Host,
): Promise<ExitCode> {
  const files = [...new Set(named)];
  const loaded = await Promise.all(files.map((file) => load(file, host)));
  const data = loaded.flatMap((item) => ("data" in item && item.data !== null ? [item.data] : []));
  const context = lintContext(data, {
    editions: await Promise.all((await shippedIds()).map(readShippedChecklist)),
    profile: await readShippedProfile(),
  });
  const found = await Promise.all(
    loaded.map(async (item) => {
      if ("diagnostics" in item) return item.diagnostics;
      if (item.data === null) return item.problems;
      const problems = lint(item.data, context);
      const isLexicon = problems.length === 0 && item.data.schema === "lexicon/1";
      return locateAll(isLexicon ? await failingExamples(item.data) : problems, item.source);
    }),
  );
  const diagnostics = found.flat();
  if (diagnostics.length > 0) {
    const broken = new Set(diagnostics.map((diagnostic) => diagnostic.file)).size;
    throw new UserError(
      `${count(diagnostics.length, "problem")} in ${broken} of ${count(files.length, "file")}`,
      diagnostics,
    );
  }
  await host.stdout.write(`${count(files.length, "file")} checked, nothing wrong.\n`);
  return ExitCode.passed;
}

/** The examples that a lexicon does not take as it says. */
async function failingExamples(lexicon: Lexicon): Promise<readonly LintProblem[]> {
  const { checkExamples } = await import("../evidence/statement/check-examples.js");
  return checkExamples(lexicon).map(({ requirement, list, index, taken }) =>
    problem(
      "example-fails",
      ["statements", requirement, "examples", list, index],
      list === "good"
        ? `This should state ${requirement}, and is taken as ${taken ?? "nothing"}.`
        : `This should not state ${requirement}, and is taken to.`,
      "Change the rules, or the example.",
    ),
  );
}

/** A file that cannot be read is a problem among the others, so that all are told at once. */
async function load(file: string, host: Host): Promise<LoadedData | { readonly diagnostics: readonly Diagnostic[] }> {
  try {
    return await readData(file, host);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function locateAll(problems: readonly LintProblem[], source: YamlSource): readonly Diagnostic[] {
  return arrange(
    problems.map(({ code, path, message, hint }) =>
      diagnose(code, source.file, source.locate(path, "value"), message, hint),
    ),
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
