import { basename, dirname, resolve } from "node:path";
import { carryOver, type Carried } from "../engine/carry.js";
import { ExitCode, UserError } from "../errors.js";
import { parseAudit } from "../files/audit-file.js";
import { carriedText } from "../files/carried-text.js";
import { saveAudit, saveNewFile } from "../files/save-file.js";
import { readShippedChecklist, shippedIds } from "../files/shipped.js";
import type { Host } from "../host.js";
import type { Audit } from "../model/audit.js";
import type { Day } from "../model/day.js";
import { carryFormats, renderCarry } from "../reporters/carry.js";
import { readTarget, type Target } from "./migrate-target.js";
import { type OutputOptions, protect, wantedFormats, writeWanted } from "./output.js";
import { openAudit, type Opened } from "./read-report.js";

export interface MigrateOptions extends OutputOptions {
  readonly file: string;
  readonly to: string;
  /** A new file; absent: the audit itself is written anew. */
  readonly output?: string;
  readonly dryRun?: boolean;
  /** Paths of the forms for the edition. */
  readonly overlay?: readonly string[];
  /** False with --no-overlays. */
  readonly overlays?: boolean;
  readonly today?: Day;
}

/** Carries the answers of an audit to another edition, and says what became of them. */
export async function migrate(options: MigrateOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, carryFormats);
  const { file, output } = options;
  checkOptions(options);
  const shown = output ?? file;
  const path = resolve(host.cwd, file === "-" ? "audit.yaml" : file);
  const opened = await openAudit(file, host);
  if (output !== undefined) checkPlace(opened.audit, path, resolve(host.cwd, output), output);
  const overlay = options.overlays === false ? { overlay: false as const } : pick(options);
  const target = await readTarget({ to: options.to, ...overlay }, opened, dirname(path), host);
  const overlays = target.overlays.map((name) => resolve(dirname(path), name));
  const inputs = [...opened.inputs, ...overlays, resolve(host.cwd, shown)];
  await protect(wanted, inputs, host);
  const carried = await carry(opened, target, options.today ?? host.today());
  const text = carriedText(opened.source.text, opened.audit, carried.audit, carried.renamed);
  // What is written can be read again, whatever the file looked like.
  await parseAudit(text, shown);
  const isChanged = text !== opened.source.text;
  const write = isChanged && options.dryRun !== true;
  if (write && output === undefined) await saveAudit(path, file, text, opened.source.text, host.files);
  if (write && output !== undefined) await saveNewFile(resolve(host.cwd, output), output, text, host.files);
  const view = { ...carried, from: opened.checklist, to: target.checklist, isChanged };
  await writeWanted(wanted, async (format, render) => renderCarry(format, view, render), options, host);
  if (options.quiet !== true) await host.stderr.write(whatNext(options, write, isChanged, opened));
  return ExitCode.passed;
}

function pick({ overlay }: MigrateOptions): { readonly overlay?: readonly string[] } {
  return overlay === undefined ? {} : { overlay };
}

function checkOptions({ file, output, dryRun, overlay, overlays }: MigrateOptions): void {
  if (file === "-" && output === undefined && dryRun !== true)
    throw new UserError(
      "standard input cannot be written back",
      [],
      "Name a new file with -o FILE, or add --dry-run to see what would become of the answers.",
    );
  if (overlay !== undefined && overlays === false)
    throw new UserError("--overlay and --no-overlays exclude each other", [], "Leave one of them out.");
}

/** Paths of evidence and overlays count from the folder of the audit, and would lead elsewhere from another one. */
function checkPlace(audit: Audit, path: string, target: string, shown: string): void {
  if (dirname(path) === dirname(target) || !namesFiles(audit)) return;
  throw new UserError(
    `${shown} lies in another folder than the audit, whose paths of evidence and overlays would lead elsewhere from there`,
    [],
    `Write it beside the audit: -o ${basename(shown)} in the folder of the audit.`,
  );
}

function namesFiles({ overlays = [], responses, archive = [] }: Audit): boolean {
  const all = [...Object.values(responses), ...archive.map(({ response }) => response)];
  const cited = all.flatMap(({ evidence = [], actions = [] }) => [
    ...evidence,
    ...actions.flatMap((action) => action.evidence ?? []),
  ]);
  return overlays.length > 0 || cited.some(({ path }) => path !== undefined);
}

async function carry({ audit, checklist, profile }: Opened, to: Target, today: Day): Promise<Carried> {
  const editions = await Promise.all((await shippedIds()).map(readShippedChecklist));
  return carryOver({ audit, from: { checklist, profile }, to, editions, overlays: to.overlays, today });
}

function whatNext({ file, output, dryRun }: MigrateOptions, isWritten: boolean, isChanged: boolean, opened: Opened) {
  const shown = output ?? file;
  const next = `Next: wt-audit audit${shown === "audit.yaml" ? "" : ` ${shown}`}\n`;
  if (!isChanged)
    return `${opened.source.file} is an audit against ${opened.audit.checklist} already. Nothing was written.\n`;
  if (!isWritten) return dryRun === true ? "Nothing was written: this was a dry run.\n" : "";
  return `Wrote ${shown}.\n${next}`;
}
