import { keyOf, neverKnown, orderBaseline, renderBaseline } from "../engine/baseline.js";
import type { Baseline, BaselineFinding, BaselineGap, BaselineStatement } from "../model/baseline.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { findingInfo } from "../model/finding-code.js";
import { gapInfo } from "../model/gap.js";
import { isObject } from "../schema/alternatives.js";
import { findProblems } from "../schema/validate.js";
import { diagnose, refusal } from "./diagnostics.js";
import type { FileSystem } from "./file-system.js";
import { isThere } from "./place.js";
import { readText } from "./read-text.js";
import { saveFile } from "./save-file.js";
import { didYouMean } from "./suggest.js";
import { quote } from "./wording.js";
import { parseYaml, type YamlSource } from "./yaml-source.js";

/** Bytes of a baseline; ten thousand documents with many findings each come to five MiB. */
const baselineLimit = 32 * 1024 * 1024;

/** The baseline in a file; null when there is no file. Throws UserError with everything that is wrong with it. */
export async function readBaseline(path: string, shownAs: string, files: FileSystem): Promise<Baseline | null> {
  if (!(await isThere(path, files))) return null;
  return parseBaseline(await readText(path, shownAs, files, baselineLimit), shownAs);
}

/** The baseline that a text holds. Throws UserError with everything that is wrong with it. */
export async function parseBaseline(text: string, shownAs: string): Promise<Baseline> {
  const quick = sourceOf(text, shownAs);
  if (quick !== null) {
    const problems = await problemsIn(quick);
    // As we write it, so that no key can stand twice: JSON keeps the last of two and says nothing.
    if (isBaseline(quick.value, problems) && renderBaseline(quick.value) === text.replaceAll("\r\n", "\n"))
      return quick.value;
  }
  const source = await parseYaml(text, shownAs);
  const problems = await problemsIn(source);
  if (!isBaseline(source.value, problems)) throw refusal(shownAs, problems);
  return source.value;
}

/** Writes the baseline unless it says the same already. Throws UserError when it cannot be written. */
export async function saveBaseline(
  path: string,
  shownAs: string,
  { before, after }: { readonly before: Baseline | null; readonly after: Baseline },
  files: FileSystem,
): Promise<"written" | "unchanged"> {
  const text = renderBaseline(after);
  // What is larger than we read would be lost once it is written.
  if (Buffer.byteLength(text) > baselineLimit) throw refusal(shownAs, [tooLarge(shownAs)]);
  if (before !== null && renderBaseline(orderBaseline(before)) === text) return "unchanged";
  await files.alone(path, () => saveFile(path, shownAs, text, files));
  return "written";
}

function tooLarge(shownAs: string): Diagnostic {
  const message = "The baseline would be larger than 32 MiB, and could not be read again.";
  return diagnose("too-large", shownAs, null, message, "Exclude what is no policy, or mend the most frequent finding.");
}

/** The text read as JSON, without places; null when it is none. */
function sourceOf(text: string, file: string): YamlSource | null {
  try {
    return { file, text, value: JSON.parse(text), problems: [], root: null, locate: () => ({ line: 1, column: 1 }) };
  } catch {
    return null;
  }
}

async function problemsIn(source: YamlSource): Promise<readonly Diagnostic[]> {
  return [...(await findProblems("baseline", source)), ...checkEntries(source)];
}

/** What a schema cannot say: kinds and codes that there are and may be known, none twice at one place. */
function checkEntries(source: YamlSource): readonly Diagnostic[] {
  const seen = new Set<string>();
  const twice = (
    entry: BaselineGap | BaselineFinding | BaselineStatement,
    list: string,
    index: number,
  ): readonly Diagnostic[] => {
    const [key, before] = [keyOf(entry), seen.size];
    if (seen.add(key).size > before) return [];
    const message = "An entry for the same stands already further up.";
    const place = source.locate([list, index], "value");
    return [diagnose("duplicate-entry", source.file, place, message, "Put the two together, or update the baseline.")];
  };
  const gaps = entriesOf(source, "gaps").flatMap(({ audit, requirement, gap, about }, index) =>
    typeof audit === "string" && typeof requirement === "string" && typeof gap === "string"
      ? [
          ...checkCode(gap, gapInfo, "kind of gap", ["gaps", index, "gap"], source),
          ...twice({ audit, requirement, gap, ...aboutOf(about), count: 1 }, "gaps", index),
        ]
      : [],
  );
  const findings = entriesOf(source, "findings").flatMap(({ file, finding, about }, index) =>
    typeof file === "string" && typeof finding === "string"
      ? [
          ...checkCode(finding, findingInfo, "finding", ["findings", index, "finding"], source),
          ...twice({ file, finding, ...aboutOf(about), count: 1 }, "findings", index),
        ]
      : [],
  );
  const statements = entriesOf(source, "statements").flatMap(({ requirement, result }, index) =>
    typeof requirement === "string" && (result === "not-found" || result === "needs-a-person")
      ? twice({ requirement, result }, "statements", index)
      : [],
  );
  return [...gaps, ...findings, ...statements];
}

function aboutOf(about: unknown): { readonly about?: string } {
  return typeof about === "string" ? { about } : {};
}

function checkCode(
  code: string,
  info: Readonly<Record<string, unknown>>,
  what: string,
  path: readonly (string | number)[],
  source: YamlSource,
): readonly Diagnostic[] {
  if (code.trim() === "") return [];
  const place = source.locate(path, "value");
  if (neverKnown.has(code)) {
    const hint = "Take the entry out: see to it, or waive what can be waived.";
    return [diagnose("wrong-value", source.file, place, `${quote(code)} is never a part of a baseline.`, hint)];
  }
  if (Object.hasOwn(info, code)) return [];
  const known = Object.keys(info).filter((each) => !neverKnown.has(each));
  const hint = didYouMean(code, known, `They are: ${known.join(", ")}.`);
  return [diagnose("wrong-value", source.file, place, `There is no ${what} ${quote(code)}.`, hint)];
}

function entriesOf({ value }: YamlSource, key: string): readonly Readonly<Record<string, unknown>>[] {
  const entries = isObject(value) ? value[key] : undefined;
  return Array.isArray(entries) ? entries.map((entry: unknown) => (isObject(entry) ? entry : {})) : [];
}

/** The type comes from the schema, so what the schema finds no fault with is of the type. */
function isBaseline(_value: unknown, problems: readonly Diagnostic[]): _value is Baseline {
  return problems.length === 0;
}
