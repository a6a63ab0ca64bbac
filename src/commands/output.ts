import { basename, dirname, join, resolve } from "node:path";
import { ExitCode, UserError } from "../errors.js";
import { saveFile } from "../files/save-file.js";
import { suggest } from "../files/suggest.js";
import type { Host } from "../host.js";
import type { Verdict } from "../model/report.js";
import type { RenderOptions } from "../reporters/reporter.js";

export interface OutputOptions {
  /** FORMAT or FORMAT=FILE, as given. */
  readonly format?: readonly string[];
  readonly plain?: boolean;
  /** False with --no-color. */
  readonly color?: boolean;
  readonly quiet?: boolean;
}

/** One wanted format; file is null for standard output. */
export interface Wanted<Format> {
  readonly format: Format;
  readonly file: string | null;
}

/** The formats asked for, or the first of those there are. Throws UserError for an unknown one, or two to one place. */
export function wantedFormats<Format extends string>(
  specs: readonly string[] | undefined,
  formats: readonly Format[],
): readonly Wanted<Format>[] {
  const [usual] = formats;
  if (specs === undefined || specs.length === 0) return usual === undefined ? [] : [{ format: usual, file: null }];
  const wanted = specs.map((spec) => {
    const [name = "", ...rest] = spec.split("=");
    const format = formats.find((known) => known === name);
    if (format === undefined) throw new UserError(`there is no format "${name}"`, [], formatHint(name, formats));
    const file = rest.join("=");
    if (rest.length > 0 && file === "")
      throw new UserError(`"${spec}" names no file`, [], `Write ${name}=FILE, or ${name} alone for standard output.`);
    return { format, file: rest.length > 0 ? file : null };
  });
  if (wanted.filter((item) => item.file === null).length > 1) {
    throw new UserError(
      "two formats go to standard output",
      [],
      "Send all but one to a file: -f json -f html=report.html.",
    );
  }
  return wanted;
}

function formatHint(name: string, formats: readonly string[]): string {
  const near = suggest(name, formats);
  return `${near === null ? "" : `Did you mean ${near}? `}Formats: ${formats.join(", ")}.`;
}

/** How to draw on standard output. */
export function renderOptions(options: OutputOptions, host: Host): RenderOptions {
  const refused = options.color === false || (host.env["NO_COLOR"] ?? "") !== "" || host.env["TERM"] === "dumb";
  const forced = (host.env["FORCE_COLOR"] ?? "0") !== "0";
  return {
    width: host.stdout.columns ?? 80,
    colour: !refused && options.plain !== true && (host.stdout.isTerminal || forced),
    plain: options.plain === true,
  };
}

/** The options, and the files that the output was made from: absolute paths, which are never overwritten. */
export interface WriteOptions extends OutputOptions {
  readonly inputs?: readonly string[];
}

/** Renders every wanted format and hands it on: to standard output, or to its file. */
export async function writeWanted<Format extends string>(
  wanted: readonly Wanted<Format>[],
  render: (format: Format, options: RenderOptions) => Promise<string>,
  options: WriteOptions,
  host: Host,
): Promise<void> {
  await protect(wanted, options.inputs ?? [], host);
  for (const { format, file } of wanted) {
    if (file === null) {
      await host.stdout.write(await render(format, renderOptions(options, host)));
      continue;
    }
    const content = await render(format, { width: 80, colour: false, plain: options.plain === true });
    await saveFile(resolve(host.cwd, file), file, content, host.files);
    if (options.quiet !== true) await host.stderr.write(`Wrote ${file}\n`);
  }
}

/** How it ended; said in a line on standard error where no terminal format says it. */
export async function tellVerdict(
  { passed, reasons }: Pick<Verdict, "passed" | "reasons">,
  wanted: readonly Wanted<string>[],
  { quiet }: OutputOptions,
  host: Host,
): Promise<ExitCode> {
  if (quiet !== true && !wanted.some(({ format }) => format === "terminal"))
    await host.stderr.write(passed ? "Passed\n" : `Failed: ${reasons.join(" ")}\n`);
  return passed ? ExitCode.passed : ExitCode.gaps;
}

/** Files that people write, by the name of their schema. */
const ownKinds = new Map([
  ["audit", "an audit"],
  ["overlay", "an overlay"],
  ["answers", "answers"],
  ["config", "a config"],
]);

/** Bytes in which the schema of a file is looked for. */
const headLimit = 64 * 1024;

/**
 * What a person wrote that lies there: answers must not be lost to a slip of the name, whatever audit the output is of.
 * Null when it is something else, or cannot be told: a place that cannot be written says so itself.
 */
async function ownKind(path: string, host: Host): Promise<string | null> {
  try {
    const head = new TextDecoder().decode(await host.files.read(path, headLimit));
    const stated = /^(?:[ \t]*\{)?[ \t]*["']?schema["']?[ \t]*:[ \t]*["']?(?<name>[a-z]+)\/\d/mu.exec(head);
    return ownKinds.get(stated?.groups?.["name"] ?? "") ?? null;
  } catch {
    return null;
  }
}

/**
 * Throws UserError when two formats go to one file, or one would overwrite what it was made from, or what a person
 * wrote.
 */
export async function protect(wanted: readonly Wanted<string>[], inputs: readonly string[], host: Host): Promise<void> {
  if (wanted.every(({ file }) => file === null)) return;
  const taken = new Set(await Promise.all([...new Set(inputs)].map((path) => realPathOf(path, host))));
  const written = new Set<string>();
  for (const { file } of wanted) {
    if (file === null) continue;
    const path = await realPathOf(resolve(host.cwd, file), host);
    if (taken.has(path))
      throw new UserError(
        `${file} is what the report is made from, and is not overwritten`,
        [],
        "Choose another file.",
      );
    if (written.has(path)) throw new UserError(`two formats go to ${file}`, [], "Give each a file of its own.");
    const kept = await ownKind(path, host);
    if (kept !== null) throw new UserError(`${file} holds ${kept}, and is not overwritten`, [], "Choose another file.");
    written.add(path);
  }
}

/** The path with links followed, those of its folder too when nothing is there yet. */
async function realPathOf(path: string, host: Host): Promise<string> {
  try {
    return await host.files.realPath(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(await realPathOf(folder, host), basename(path));
  }
}
