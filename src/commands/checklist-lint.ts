import { lint, lintContext } from "../engine/lint.js";
import { type LintCode, lintCodes } from "../engine/lint-codes.js";
import { type LintProblem, problem } from "../engine/lint-problem.js";
import { ExitCode, UserError } from "../errors.js";
import { type ChecklistData, type LoadedData, readData } from "../files/data-file.js";
import { arrange, diagnose } from "../files/diagnostics.js";
import { readShippedChecklist, readShippedProfile, shippedIds } from "../files/shipped.js";
import type { YamlSource } from "../files/yaml-source.js";
import type { Host } from "../host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { isAtLeast } from "../model/gap.js";
import type { Lexicon } from "../model/lexicon.js";
import type { Severity } from "../model/report.js";
import { diagnosticLines } from "../reporters/problem.js";
import { findOverlays, findUnsoundOverlays, type GivenOverlay } from "./checklist-overlays.js";
import { explainRule, moreOfRule } from "./checklist-rule.js";

export interface ChecklistLintOptions {
  readonly files: readonly string[];
  /** The mildest problem that fails; warning unless given. */
  readonly failOn?: Severity;
  /** A rule to tell about, instead of files to look at. */
  readonly explain?: string;
}

/** Holds the files of a checklist to their schemas, to the rules of the craft, and to one another and what is shipped. */
export async function checklistLint(options: ChecklistLintOptions, host: Host): Promise<ExitCode> {
  if (options.explain !== undefined) return explainRule(options.explain, host);
  const files = [...new Set(options.files)];
  if (files.length === 0)
    throw new UserError("no file is named", [], "Name the files: wt-audit checklist lint my-form.yaml");
  const diagnostics = await findAll(files, host);
  const checked = count(files.length, "file");
  if (diagnostics.length === 0) {
    await host.stdout.write(`${checked} checked, nothing wrong.\n`);
    return ExitCode.passed;
  }
  const { failOn = "warning" } = options;
  const broken = new Set(diagnostics.map(({ file }) => file)).size;
  const summary = `${count(diagnostics.length, "problem")} in ${broken} of ${checked}`;
  if (diagnostics.some(({ severity }) => isAtLeast(severity, failOn))) throw new UserError(summary, diagnostics);
  await host.stderr.write(`${diagnostics.flatMap(diagnosticLines).join("\n")}\n`);
  await host.stdout.write(`${checked} checked: ${summary}, none of them at or above ${failOn}.\n`);
  return ExitCode.passed;
}

/** Everything wrong with the files, file by file. */
async function findAll(named: readonly string[], host: Host): Promise<readonly Diagnostic[]> {
  const loaded = await Promise.all(named.map((file) => load(file, host)));
  const sound = loaded.flatMap((item): readonly Sound[] =>
    "data" in item && item.data !== null ? [{ ...item, data: item.data }] : [],
  );
  const editions = await shippedIds();
  const set = await findOverlays(sound.flatMap(overlayOf), editions, host);
  const shipped = {
    editions: await Promise.all(editions.map(readShippedChecklist)),
    profile: await readShippedProfile(),
  };
  const context = lintContext(
    sound.map(({ data }) => data),
    shipped,
    set.beside.map(({ overlay }) => overlay),
  );
  const unsound = [...set.problems, ...(await findUnsoundOverlays(set, context.profile, editions))];
  const found = await Promise.all(
    loaded.map(async (item) => {
      if ("diagnostics" in item) return item.diagnostics;
      if (item.data === null) return item.problems;
      const problems = lint(item.data, context);
      const isLexicon = problems.length === 0 && item.data.schema === "lexicon/1";
      const { file } = item.source;
      return locateAll(
        isLexicon ? await failingExamples(item.data) : problems,
        item.source,
        unsound.filter((diagnostic) => diagnostic.file === file),
      );
    }),
  );
  const files = new Set(sound.map(({ source }) => source.file));
  const elsewhere = unsound.filter(({ file }) => !files.has(file));
  return withPages([...found.flat(), ...arrange(elsewhere)], files);
}

function overlayOf({ data, source, named }: Sound): readonly GivenOverlay[] {
  return data.schema === "overlay/1" ? [{ data, source, file: named }] : [];
}

/** Each rule's first problem says where more is told; what a schema finds has no page. */
function withPages(diagnostics: readonly Diagnostic[], sound: ReadonlySet<string>): readonly Diagnostic[] {
  const told = new Set<LintCode>();
  return diagnostics.map((diagnostic) => {
    const code = lintCodes.find((known) => known === diagnostic.code);
    if (code === undefined || told.has(code) || !sound.has(diagnostic.file)) return diagnostic;
    told.add(code);
    const hint = diagnostic.hint === null ? "" : `${diagnostic.hint} `;
    return { ...diagnostic, hint: `${hint}${moreOfRule(code)}` };
  });
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

/** A file that was found sound by its schema. */
interface Sound {
  readonly named: string;
  readonly source: YamlSource;
  readonly data: ChecklistData;
}

/** A file that cannot be read is a problem among the others, so that all are told at once. */
async function load(
  file: string,
  host: Host,
): Promise<(LoadedData & { readonly named: string }) | { readonly diagnostics: readonly Diagnostic[] }> {
  try {
    return { ...(await readData(file, host)), named: file };
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** What makes a file unsound comes first, so that no number of warnings hides it. */
function locateAll(
  problems: readonly LintProblem[],
  source: YamlSource,
  unsound: readonly Diagnostic[],
): readonly Diagnostic[] {
  const located = problems.map(({ code, severity, path, message, hint }) => ({
    ...diagnose(code, source.file, source.locate(path, "value"), message, hint),
    severity,
  }));
  return [
    ...arrange([...unsound, ...located.filter(({ severity }) => severity === "error")]),
    ...arrange(located.filter(({ severity }) => severity !== "error")),
  ];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
