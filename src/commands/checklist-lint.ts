import { type EditionOutline, lintEdition, type LintProblem, lintPractice } from "../engine/lint.js";
import { ExitCode, UserError } from "../errors.js";
import { readData } from "../files/data-file.js";
import { arrange, diagnose } from "../files/diagnostics.js";
import { readShippedChecklist, readShippedProfile, shippedIds } from "../files/shipped.js";
import type { YamlSource } from "../files/yaml-source.js";
import type { Host } from "../host.js";
import { requirementsOf } from "../model/checklist.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { ChecklistData, LoadedData } from "../files/data-file.js";

/** Holds the files of a checklist to their schemas, and to one another and what is shipped. Fails when anything is wrong. */
export async function checklistLint({ files }: { readonly files: readonly string[] }, host: Host): Promise<ExitCode> {
  const loaded = await Promise.all(files.map((file) => load(file, host)));
  const data = loaded.flatMap((item) => ("data" in item && item.data !== null ? [item.data] : []));
  const context = await contextOf(data);
  const diagnostics = loaded.flatMap((item) => ("diagnostics" in item ? item.diagnostics : problemsOf(item, context)));
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

/** A file that cannot be read is a problem among the others, so that all are told at once. */
async function load(file: string, host: Host): Promise<LoadedData | { readonly diagnostics: readonly Diagnostic[] }> {
  try {
    return await readData(file, host);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

type Context = Parameters<typeof lintEdition>[1];

/** What is shipped, with the files given in the place of those of the same id. */
async function contextOf(data: readonly ChecklistData[]): Promise<Context> {
  const shipped = await Promise.all((await shippedIds()).map(readShippedChecklist));
  const given = data.flatMap((item) => (item.schema === "edition/1" ? [item] : []));
  const editions: readonly EditionOutline[] = [
    ...given,
    ...shipped.filter(({ id }) => !given.some((edition) => edition.id === id)),
  ];
  const notes = data.flatMap((item) => (item.schema === "practice/1" ? Object.keys(item.notes) : []));
  const profile = data.find((item) => item.schema === "profile/1") ?? (await readShippedProfile());
  const practised = new Set([...shipped.flatMap(requirementsOf).map((requirement) => requirement.id), ...notes]);
  return { profile, editions, practised };
}

function problemsOf({ data, problems, source }: LoadedData, context: Context): readonly Diagnostic[] {
  if (data?.schema === "edition/1") return locateAll(lintEdition(data, context), source);
  if (data?.schema === "practice/1") return locateAll(lintPractice(data, context.editions), source);
  return problems;
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
