import { dirname } from "node:path";
import { isAnswered, plan, type Selection } from "../engine/plan.js";
import { ExitCode, UserError } from "../errors.js";
import { readEvidence } from "../evidence/read-evidence.js";
import { checkAnswers } from "../files/audit-checks.js";
import { readAnswers } from "../files/answers-file.js";
import { refusal } from "../files/diagnostics.js";
import type { Host } from "../host.js";
import type { Evidence, Response } from "../model/audit.js";
import { requirementsOf } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { Answers } from "../schema/answers.gen.js";
import type { AuditChange } from "../walk/change.js";
import type { AuditRecord } from "./audit-record.js";

export interface ApplyOptions {
  /** The answers file, or - for standard input. */
  readonly file: string;
  readonly selection: Selection;
  readonly today: Day;
  readonly record: AuditRecord;
}

/**
 * Records the answers of a file as the walk would: what is answered already is kept unless `redo` is asked for.
 * One save: all of it or, when anything is wrong, none.
 */
export async function applyAnswers({ file, selection, today, record }: ApplyOptions, host: Host): Promise<ExitCode> {
  const { answers, source } = await readAnswers(file, host);
  const diagnostics = checkAnswers(answers, source, record.checklist, record.profile);
  if (diagnostics.length > 0) throw refusal(source.file, diagnostics);
  const general = generalChanges(answers, record);
  if (record.audit().organisation.name === "" && answers.organisation?.name === undefined) {
    throw new UserError(
      "the audit needs the name of the organisation",
      [],
      `Add it to ${source.file}: organisation: { name: ... }`,
    );
  }
  const selected = selectIds(selection, record);
  const given = Object.entries(answers.responses).filter(
    ([id, response]) => response.rating !== undefined && selected.has(id),
  );
  const wanted = given.filter(([id]) => selection.redo === true || !isAnswered(record.audit(), id));
  const changes: AuditChange[] = [...general];
  for (const [requirement, response] of wanted) {
    changes.push({
      kind: "response",
      requirement,
      response: await complete(requirement, response, { answers, today, record }, host),
    });
  }
  await record.record(changes);
  await host.stderr.write(summary(wanted.length, given.length - wanted.length, record));
  return ExitCode.passed;
}

function generalChanges({ organisation, assessor }: Answers, record: AuditRecord): readonly AuditChange[] {
  const current = record.audit().organisation;
  const { name = current.name, reference = current.reference, facts = {} } = organisation ?? {};
  const named = name !== current.name || reference !== current.reference;
  return [
    ...(named ? [{ kind: "organisation" as const, name, ...(reference === undefined ? {} : { reference }) }] : []),
    ...Object.entries(facts).map(([id, value]) => ({ kind: "fact" as const, id, value })),
    ...(assessor === undefined ? [] : [{ kind: "assessor" as const, role: assessor }]),
  ];
}

/** The requirements that the selection names, whether or not they apply: what a file answers is kept. */
function selectIds({ requirements, standards }: Selection, { checklist }: AuditRecord): ReadonlySet<string> {
  const inStandards = checklist.standards.filter((standard) => standards?.includes(standard.id) ?? true);
  const ids = inStandards.flatMap((standard) => standard.requirements.map((requirement) => requirement.id));
  return new Set(ids.filter((id) => requirements?.includes(id) ?? true));
}

interface Context {
  readonly answers: Answers;
  readonly today: Day;
  readonly record: AuditRecord;
}

/** The response with what the walk would have added: when and by whom, the digest of the question, of the evidence. */
async function complete(
  id: string,
  response: Response,
  { answers, today, record }: Context,
  host: Host,
): Promise<Response> {
  const question = requirementsOf(record.checklist).find((requirement) => requirement.id === id)?.digest;
  const by = answers.assessor === undefined ? {} : { by: answers.assessor };
  const { evidence } = response;
  return {
    ...response,
    ...(evidence === undefined
      ? {}
      : { evidence: await Promise.all(evidence.map((item) => withDigest(item, record.path, host))) }),
    assessed: response.assessed ?? { on: today, ...by },
    ...(question === undefined || response.question !== undefined ? {} : { question }),
  };
}

async function withDigest(evidence: Evidence, auditFile: string, host: Host): Promise<Evidence> {
  if (evidence.path === undefined || evidence.sha256 !== undefined) return evidence;
  const found = await readEvidence(evidence.path, dirname(auditFile), host.files);
  return "kind" in found && found.kind === "present" ? { ...evidence, sha256: found.sha256 } : evidence;
}

function summary(recorded: number, kept: number, record: AuditRecord): string {
  const { remaining, facts, progress } = plan(record.checklist, record.profile, record.audit());
  const lines = [
    `${recorded} ${recorded === 1 ? "answer" : "answers"} recorded${kept === 0 ? "" : `, ${kept} kept as they were (--redo replaces them)`}.`,
    `${progress.answered} of ${progress.total} answered.`,
    ...(remaining.length === 0 ? [] : [`Still open: ${remaining.map((step) => step.requirement.id).join(", ")}.`]),
    ...(facts.length === 0
      ? []
      : [`Still to be said about the organisation: ${facts.map((fact) => fact.id).join(", ")}.`]),
  ];
  return `${lines.join("\n")}\n`;
}
