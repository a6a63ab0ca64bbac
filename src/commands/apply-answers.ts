import { dirname } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { answerTo } from "../engine/applicability.js";
import { isAnswered, plan, type Selection } from "../engine/plan.js";
import { ratingsOf } from "../engine/scale.js";
import { ExitCode, UserError } from "../errors.js";
import { createEvidenceReader, type EvidenceReader } from "../evidence/evidence-reader.js";
import { type LoadedAnswers, readAnswers } from "../files/answers-file.js";
import { checkNames } from "../files/audit-checks.js";
import { diagnose, refusal } from "../files/diagnostics.js";
import { readShippedScales } from "../files/shipped.js";
import type { Host } from "../host.js";
import { type Audit, type Evidence, type Response, responseTo } from "../model/audit.js";
import { applyChange, type AuditChange } from "../model/change.js";
import { requirementsOf } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Answers } from "../schema/answers.gen.js";
import type { AuditRecord } from "./audit-record.js";

export interface ApplyOptions {
  /** The answers file, or - for standard input. */
  readonly file: string;
  readonly selection: Selection;
  readonly today: Day;
  readonly quiet: boolean;
  readonly record: AuditRecord;
}

/** What the answers change, and what of them is left out. */
interface Sorted {
  readonly changes: readonly AuditChange[];
  readonly recorded: number;
  /** Answered already, and not to be redone. */
  readonly kept: number;
  /** Outside the selection. */
  readonly outside: number;
}

/**
 * Records the answers of a file as the walk would: what is answered already is kept unless `redo` is asked for.
 * One save: all of it or, when anything is wrong, none.
 */
export async function applyAnswers(
  { file, selection, today, quiet, record }: ApplyOptions,
  host: Host,
): Promise<ExitCode> {
  const loaded = await rateByScores(await readAnswers(file, host));
  const sorted = await sort(loaded.answers, selection, today, record, host);
  const next = sorted.changes.reduce(applyChange, record.audit());
  const problems = [
    ...checkNames(loaded.source, record.checklist, record.profile),
    ...checkWhole(loaded),
    ...checkActionIds(loaded, next),
  ];
  if (problems.length > 0) throw refusal(loaded.source.file, problems);
  if (next.organisation.name === "") {
    const hint = `Add it to ${loaded.source.file}: organisation: { name: ... }`;
    throw new UserError("the audit needs the name of the organisation", [], hint);
  }
  await record.record(sorted.changes);
  if (!quiet) await host.stderr.write(`${summarise(sorted, record).join("\n")}\n`);
  return ExitCode.passed;
}

/** A score on a scale is as good as the rating that it comes to; the scores of an answer agree, else it was refused. */
async function rateByScores({ answers, source }: LoadedAnswers): Promise<LoadedAnswers> {
  const given = Object.entries(answers.responses);
  if (given.every(([, { rating, scores }]) => rating !== undefined || scores === undefined)) return { answers, source };
  const scales = await readShippedScales();
  const responses = given.map(([id, response]) => {
    const rating = response.rating ?? ratingsOf(response.scores ?? {}, scales)[0];
    return [id, rating === undefined ? response : { ...response, rating }] as const;
  });
  return { answers: { ...answers, responses: Object.fromEntries(responses) }, source };
}

/** What the walk would insist on: a rating, and a reason where it does not apply. */
function checkWhole({ answers, source }: LoadedAnswers): readonly Diagnostic[] {
  return Object.entries(answers.responses).flatMap(([id, { rating, reason }]) => {
    if (rating === undefined) {
      const place = source.locate(["responses", id], "key");
      return [
        diagnose(
          "missing-key",
          source.file,
          place,
          `The answer to ${id} has no rating.`,
          "Add rating: met, partly-met, not-met or not-applicable.",
        ),
      ];
    }
    if (rating !== "not-applicable" || reason !== undefined) return [];
    const place = source.locate(["responses", id, "rating"], "value");
    return [
      diagnose(
        "missing-reason",
        source.file,
        place,
        `${id} is not applicable, and no reason is given.`,
        "Add reason: and why it does not apply to you.",
      ),
    ];
  });
}

/** An action id may stand once in the audit, whichever file it came from. */
function checkActionIds({ answers, source }: LoadedAnswers, next: Audit): readonly Diagnostic[] {
  const owners = Object.entries(next.responses).flatMap(([owner, { actions = [] }]) =>
    actions.map(({ id }) => ({ owner, id })),
  );
  return Object.entries(answers.responses).flatMap(([requirement, { actions = [] }]) =>
    actions.flatMap(({ id }, index) => {
      const other = owners.find((item) => item.id === id && item.owner !== requirement);
      if (other === undefined) return [];
      const place = source.locate(["responses", requirement, "actions", index, "id"], "value");
      const message = `The action id "${id}" stands in the audit already, at ${other.owner}.`;
      return [diagnose("duplicate-id", source.file, place, message, "Give each action of the audit an id of its own.")];
    }),
  );
}

async function sort(
  answers: Answers,
  selection: Selection,
  today: Day,
  record: AuditRecord,
  host: Host,
): Promise<Sorted> {
  const audit = record.audit();
  const redo = selection.redo === true;
  const known = new Set(requirementsOf(record.checklist).map((requirement) => requirement.id));
  const given = Object.entries(answers.responses).filter(([id]) => known.has(id));
  const selected = selectIds(selection, record);
  const inside = given.filter(([id]) => selected.has(id));
  const wanted = inside.filter(([id]) => redo || !isAnswered(audit, id));
  const isPart = selection.requirements !== undefined || selection.standards !== undefined;
  const changes: AuditChange[] = isPart ? [] : [...generalChanges(answers, audit, redo)];
  const reader = createEvidenceReader(dirname(record.path), host.files);
  for (const [requirement, response] of wanted) {
    changes.push({
      kind: "response",
      requirement,
      response: await complete(requirement, response, { answers, today, record, reader }),
    });
  }
  const kept = inside.length - wanted.length + (redo ? 0 : keptGenerally(answers, audit));
  return { changes, recorded: wanted.length, kept, outside: given.length - inside.length };
}

/** The organisation, its facts and the assessor; what is there already gives way only to `redo`. */
function generalChanges({ organisation, assessor }: Answers, audit: Audit, redo: boolean): readonly AuditChange[] {
  const { name: oldName, reference: oldReference, facts: known } = audit.organisation;
  const name = oldName === "" || redo ? (organisation?.name ?? oldName) : oldName;
  const reference = redo ? (organisation?.reference ?? oldReference) : (oldReference ?? organisation?.reference);
  const isNew = name !== oldName || reference !== oldReference;
  const facts = Object.entries(organisation?.facts ?? {}).filter(([id]) => redo || answerTo(id, known) === undefined);
  return [
    ...(isNew ? [{ kind: "organisation" as const, name, ...(reference === undefined ? {} : { reference }) }] : []),
    ...facts.map(([id, value]) => ({ kind: "fact" as const, id, value })),
    ...(assessor === undefined ? [] : [{ kind: "assessor" as const, role: assessor }]),
  ];
}

/** How much of the organisation stays as it is although the file says otherwise. */
function keptGenerally({ organisation }: Answers, { organisation: known }: Audit): number {
  const differs = (before: unknown, told: unknown) =>
    before !== undefined && before !== "" && told !== undefined && !isDeepStrictEqual(before, told);
  return [
    differs(known.name, organisation?.name),
    differs(known.reference, organisation?.reference),
    ...Object.entries(organisation?.facts ?? {}).map(([id, value]) => differs(answerTo(id, known.facts), value)),
  ].filter(Boolean).length;
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
  readonly reader: EvidenceReader;
}

/**
 * The response with what the walk would have added: when and by whom, the digest of the question, of the evidence. What
 * stands there and is not answered anew stays: a moderation, actions, a note.
 */
async function complete(
  id: string,
  response: Response,
  { answers, today, record, reader }: Context,
): Promise<Response> {
  const before = responseTo(record.audit(), id) ?? {};
  const { "to-confirm": _waited, "carried-from": _edition, scores: _scores, ...standing } = before;
  // A score stands for one rating: with another rating beside it, it says nothing any more.
  const scores = { ...(before.rating === response.rating ? before.scores : {}), ...response.scores };
  const question = requirementsOf(record.checklist).find((requirement) => requirement.id === id)?.digest;
  const by = answers.assessor === undefined ? {} : { by: answers.assessor };
  const evidence = await Promise.all((response.evidence ?? []).map((item) => withDigest(item, reader)));
  return {
    ...standing,
    ...response,
    ...(Object.keys(scores).length === 0 ? {} : { scores }),
    ...(response.evidence === undefined ? {} : { evidence }),
    assessed: response.assessed ?? { on: today, ...by },
    ...(question === undefined || response.question !== undefined ? {} : { question }),
  };
}

async function withDigest(evidence: Evidence, reader: EvidenceReader): Promise<Evidence> {
  if (evidence.path === undefined || evidence.sha256 !== undefined) return evidence;
  const found = await reader.read(evidence.path);
  return "kind" in found && found.kind === "present" ? { ...evidence, sha256: found.sha256 } : evidence;
}

function summarise({ recorded, kept, outside }: Sorted, record: AuditRecord): readonly string[] {
  const { remaining, facts, progress } = plan(record.checklist, record.profile, record.audit());
  return [
    `${recorded} ${recorded === 1 ? "answer" : "answers"} recorded${kept === 0 ? "" : `, ${kept} kept as they were (--redo replaces them)`}.`,
    ...(outside === 0 ? [] : [`${outside} outside the selection, not recorded.`]),
    `${progress.answered} of ${progress.total} answered.`,
    ...(remaining.length === 0 ? [] : [`Still open: ${remaining.map((step) => step.requirement.id).join(", ")}.`]),
    ...(facts.length === 0
      ? []
      : [`Still to be said about the organisation: ${facts.map((fact) => fact.id).join(", ")}.`]),
  ];
}
