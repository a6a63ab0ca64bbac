import { type ModerationSelection, planModeration } from "../engine/moderation.js";
import { describeDrawn, drawSample } from "../engine/sample.js";
import { ExitCode, Interrupted, UserError } from "../errors.js";
import { hasTerminal, type Host } from "../host.js";
import type { Day } from "../model/day.js";
import { renderSample, sampleFormats } from "../reporters/sample.js";
import { describeNothingToModerate } from "../walk/moderate-text.js";
import { conductModeration, type Moderation, planOf } from "../walk/moderate.js";
import { applyModerations } from "./apply-moderations.js";
import { openDesk } from "./audit.js";
import { type AuditRecord, openExistingRecord } from "./audit-record.js";
import { judgeOptions } from "./judge.js";
import { type OutputOptions, renderOptions, wantedFormats, writeWanted } from "./output.js";
import { readReport } from "./read-report.js";
import { checkSelection } from "./selection.js";
import { tellingSignOff } from "./telling-sign-off.js";

export interface ModerateOptions extends OutputOptions {
  readonly file: string;
  readonly only?: readonly string[];
  readonly standard?: readonly string[];
  readonly redo?: boolean;
  readonly sample?: number;
  readonly seed?: string;
  readonly list?: boolean;
  readonly answers?: string;
  readonly maxAge?: string;
  readonly today?: Day;
}

/** A second person goes through the ratings; resumes where it was left. */
export async function moderate(options: ModerateOptions, host: Host): Promise<ExitCode> {
  checkOptions(options);
  const { today, maxAge } = judgeOptions(options, host);
  const record = await openExistingRecord({ file: options.file, today }, host);
  const drawn = draw(options, record, { today, maxAge });
  const task = { options, record, selection: drawn.selection, age: { today, maxAge } };
  if (options.list === true) return list(task, drawn, host);
  if (options.answers !== undefined) {
    const { answers: file } = options;
    return tellingSignOff(record, options, host, () =>
      applyModerations({ ...task, file, quiet: options.quiet === true }, host),
    );
  }
  const plan = planModeration(record.checklist, record.profile, record.audit(), drawn.selection, task.age);
  if (plan.remaining.length === 0) {
    const said = describeNothingToModerate(plan, record.audit(), resumeWith(options.file));
    if (options.quiet !== true) await host.stderr.write(`${said.map(({ text }) => text).join("\n")}\n`);
    return ExitCode.passed;
  }
  if (!hasTerminal(host))
    throw new UserError("moderating asks questions, and there is no terminal to ask them in", [], unattended);
  return tellingSignOff(record, options, host, () => converse(task, host));
}

const unattended = `To run it unattended, give the moderated ratings in a file:
  wt-audit moderate audit.yaml --answers moderated.yaml
What such a file holds: wt-audit schema answers; each response only moderated: { rating, reason, on, by }.
To see what a panel would be shown: wt-audit moderate audit.yaml --sample 5 --list`;

interface Task {
  readonly options: ModerateOptions;
  readonly record: AuditRecord;
  readonly selection: ModerationSelection;
  readonly age: Moderation["age"];
}

/** Throws UserError for options that make no sense together. */
function checkOptions({ sample, seed, list: isList, answers, format }: ModerateOptions): void {
  const hint = "For example: wt-audit moderate audit.yaml --sample 5 --list";
  if (sample === undefined && seed !== undefined) throw new UserError("--seed is for a sample", [], hint);
  if (sample === undefined && isList === true) throw new UserError("--list prints a sample", [], hint);
  if (isList !== true && format !== undefined) throw new UserError("--format is for --list", [], hint);
  if (isList === true && answers !== undefined)
    throw new UserError("--list prints a sample, and --answers records ratings", [], "Do one after the other.");
}

interface Drawn {
  readonly selection: ModerationSelection;
  readonly seed: string;
}

/** What is asked for, and of that the sample. It is drawn from all answers, moderated or not: so it stays the same. */
function draw(options: ModerateOptions, record: AuditRecord, age: Moderation["age"]): Drawn {
  const { checklist, profile } = record;
  const { organisation, period } = record.audit();
  const seed = options.seed ?? `${organisation.name} ${period.from} ${period.to}`;
  const selection = {
    ...(options.only === undefined ? {} : { requirements: options.only }),
    ...(options.standard === undefined ? {} : { standards: options.standard }),
    ...(options.redo === undefined ? {} : { redo: options.redo }),
  };
  checkSelection(selection, checklist);
  if (options.sample === undefined) return { selection, seed };
  const { steps } = planModeration(checklist, profile, record.audit(), selection, age);
  const ids = steps.map(({ requirement }) => requirement.id);
  return { selection: { ...selection, sample: drawSample(ids, options.sample, seed) }, seed };
}

async function list({ options, record, selection, age }: Task, { seed }: Drawn, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, sampleFormats);
  const { checklist, profile } = record;
  const { sample: _drawn, ...whole } = selection;
  const from = planModeration(checklist, profile, record.audit(), whole, age).steps.length;
  const { steps } = planModeration(checklist, profile, record.audit(), selection, age);
  const sample = describeDrawn(record.audit(), steps, { seed, of: from, today: age.today });
  await writeWanted(
    wanted,
    async (format, render) => renderSample(format, sample, render),
    { ...options, inputs: record.inputs },
    host,
  );
  return ExitCode.passed;
}

async function converse({ options, record, selection, age }: Task, host: Host): Promise<ExitCode> {
  const { report } = await readReport(options.file, judgeOptions(options, host), host);
  const render = renderOptions(options, { ...host, stdout: host.stderr });
  const prompter = await host.openPrompter({ plain: render.plain, colour: render.colour });
  const stop = new AbortController();
  const moderation: Moderation = {
    checklist: record.checklist,
    profile: record.profile,
    audit: record.audit(),
    selection,
    age,
    report,
    evidence: openDesk(record, age.today, host, stop.signal, prompter),
    resume: resumeWith(options.file),
    record: (change) => record.record([change]),
  };
  const howToGoOn = () => {
    const { answered, total } = planOf(moderation, record.audit()).progress;
    const next = options.redo ? fromTheStart : "To go on, type the same command again.";
    return `Saved in ${options.file}: ${answered} of ${total} moderated.\n${next}\n`;
  };
  try {
    const end = await conductModeration(moderation, prompter);
    if (end.kind === "stopped") await host.stderr.write(howToGoOn());
    return ExitCode.passed;
  } catch (error) {
    if (error instanceof Interrupted) await host.stderr.write(`\n${howToGoOn()}`);
    throw error;
  } finally {
    stop.abort();
    prompter.close();
  }
}

const fromTheStart = "--redo begins at the first answer again; choose with --only or --standard.";

function resumeWith(file: string): string {
  return `wt-audit moderate ${file}`;
}
