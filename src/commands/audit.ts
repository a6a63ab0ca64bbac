import { dirname } from "node:path";
import { plan, type Selection } from "../engine/plan.js";
import { ExitCode, Interrupted, UserError } from "../errors.js";
import { createEvidenceDesk } from "../evidence/desk.js";
import { stoppableFiles } from "../evidence/stoppable-files.js";
import { hasTerminal, type Host } from "../host.js";
import { isUnfinished } from "../model/audit.js";
import type { Day } from "../model/day.js";
import type { EvidenceDesk } from "../model/evidence.js";
import { renderReport } from "../reporters/reporters.js";
import type { Prompter } from "../walk/prompter.js";
import { applyAnswers } from "./apply-answers.js";
import { type AuditRecord, openRecord } from "./audit-record.js";
import { judgeOptions } from "./judge.js";
import { type OutputOptions, renderOptions } from "./output.js";
import { readReport } from "./read-report.js";
import { checkSelection } from "./selection.js";
import { tellingSignOff } from "./telling-sign-off.js";

export interface AuditOptions extends OutputOptions {
  readonly file: string;
  readonly only?: readonly string[];
  readonly standard?: readonly string[];
  readonly redo?: boolean;
  readonly answers?: string;
  readonly checklist?: string;
  readonly today?: Day;
}

/** The walk: starts an audit, or resumes it where it was left. */
export async function audit(options: AuditOptions, host: Host): Promise<ExitCode> {
  const today = options.today ?? host.today();
  if (options.file === "-")
    throw new UserError(
      "the walk saves to a file, and standard input is none",
      [],
      "Name the file: wt-audit audit audit.yaml",
    );
  if (options.answers === undefined && !hasTerminal(host)) {
    throw new UserError("the walk asks questions, and there is no terminal to ask them in", [], unattended);
  }
  const record = await openRecord({ ...options, today }, host);
  const selection = selectionOf(options);
  checkSelection(selection, record.checklist);
  return tellingSignOff(record, options, host, () =>
    options.answers === undefined
      ? walk({ ...options, today }, selection, record, host)
      : applyAnswers({ file: options.answers, selection, today, quiet: options.quiet === true, record }, host),
  );
}

const unattended = `To run it unattended, give the answers in a file:
  wt-audit audit --answers answers.yaml
What such a file holds: wt-audit schema answers. To read a finished audit: wt-audit report, wt-audit check.`;

async function walk(
  options: AuditOptions & { readonly today: Day },
  selection: Selection,
  record: AuditRecord,
  host: Host,
): Promise<ExitCode> {
  const { conduct } = await import("../walk/conduct.js");
  const render = renderOptions(options, { ...host, stdout: host.stderr });
  const prompter = await host.openPrompter({ plain: render.plain, colour: render.colour });
  const stop = new AbortController();
  try {
    const end = await conduct(
      {
        checklist: record.checklist,
        profile: record.profile,
        scales: record.scales,
        audit: record.audit(),
        selection,
        today: options.today,
        evidence: openDesk(record, options.today, host, stop.signal, prompter),
        resume: options.file === "audit.yaml" ? "wt-audit audit" : `wt-audit audit ${options.file}`,
        record: (change) => record.record([change]),
      },
      prompter,
    );
    if (end.kind === "stopped") {
      await host.stderr.write(howToGoOn(record, options));
      return ExitCode.passed;
    }
  } catch (error) {
    if (error instanceof Interrupted) await host.stderr.write(`\n${howToGoOn(record, options)}`);
    throw error;
  } finally {
    stop.abort();
    prompter.close();
  }
  if (record.isSaved()) await showReport(options, host);
  return ExitCode.passed;
}

/** A desk over the folder of the audit; its documents are read, until the signal stops it, when the first is asked for. */
export function openDesk(
  { path, checklist }: AuditRecord,
  today: Day,
  host: Host,
  signal: AbortSignal,
  prompter: Prompter,
): EvidenceDesk {
  const folder = dirname(path);
  const tell = (text: string) => (signal.aborted ? undefined : prompter.show([{ kind: "quiet", text }]));
  const files = stoppableFiles(host.files, signal);
  const open = async () =>
    (await import("./policy-passages.js")).openPassages({ folder, checklist, files, tell }, host);
  let opened: ReturnType<typeof open> | null = null;
  return createEvidenceDesk(folder, host.files, {
    passages: async (requirement) => (await (opened ??= open())).passages(requirement),
    facts: async (bytes, file) => (await (opened ??= open())).facts(bytes, file),
    today,
  });
}

async function showReport(options: AuditOptions, host: Host): Promise<void> {
  const { report } = await readReport(
    options.file,
    judgeOptions(options.today === undefined ? {} : { today: options.today }, host),
    host,
  );
  await host.stdout.write(await renderReport("terminal", report, renderOptions(options, host)));
}

const fromTheStart = "--redo begins at the first question again; choose with --only or --standard.";

/** What the screen says when the walk ends before its end. */
function howToGoOn(record: AuditRecord, { file, redo }: AuditOptions): string {
  if (!record.isSaved()) return "Nothing was answered, so nothing was saved.\n";
  const { progress } = plan(record.checklist, record.profile, record.audit());
  const begun = Object.values(record.audit().responses).filter(isUnfinished).length;
  const andBegun = begun === 0 ? "" : `, ${begun} more begun`;
  return `Saved in ${file}: ${progress.answered} of ${progress.total} answered${andBegun}.\n${redo ? fromTheStart : "To go on, type the same command again."}\n`;
}

function selectionOf({ only, standard, redo }: AuditOptions): Selection {
  return {
    ...(only === undefined ? {} : { requirements: only }),
    ...(standard === undefined ? {} : { standards: standard }),
    ...(redo === undefined ? {} : { redo }),
  };
}
