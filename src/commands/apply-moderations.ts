import { isDeepStrictEqual } from "node:util";
import { isModerated, type ModerationAge, type ModerationSelection } from "../engine/moderation.js";
import { isAnswered } from "../engine/plan.js";
import { ExitCode } from "../errors.js";
import { type LoadedAnswers, readAnswers } from "../files/answers-file.js";
import { checkNames } from "../files/audit-checks.js";
import { diagnose, refusal } from "../files/diagnostics.js";
import type { Host } from "../host.js";
import { type Audit, type Moderated, ratingInfo, type Response, responseTo } from "../model/audit.js";
import type { AuditChange } from "../model/change.js";
import type { Diagnostic, DiagnosticCode } from "../model/diagnostic.js";
import { countOf } from "../reporters/wording.js";
import type { AuditRecord } from "./audit-record.js";

export interface ApplyModerationsOptions {
  /** The answers file, or - for standard input. */
  readonly file: string;
  readonly selection: ModerationSelection;
  readonly age: ModerationAge;
  readonly quiet: boolean;
  readonly record: AuditRecord;
}

/**
 * Records the moderated ratings of a file by the rules of the conversation: what is moderated already is kept unless
 * `redo` is asked for. One save: all of it or, when anything is wrong, none.
 */
export async function applyModerations(
  { file, selection, age, quiet, record }: ApplyModerationsOptions,
  host: Host,
): Promise<ExitCode> {
  const loaded = await readAnswers(file, host);
  const problems = [
    ...checkNames(loaded.source, record.checklist, record.profile),
    ...checkKeys(loaded),
    ...Object.entries(loaded.answers.responses).flatMap((given) => checkModerated(given, loaded, record.audit(), age)),
  ];
  if (problems.length > 0) throw refusal(loaded.source.file, problems);
  const given = Object.entries(loaded.answers.responses).flatMap(([requirement, { moderated }]) =>
    moderated === undefined ? [] : [{ kind: "moderation", requirement, moderated } as const],
  );
  const inside = given.filter(({ requirement }) => isSelected(requirement, selection, record));
  const changes = inside.filter((change) => isNew(change, record.audit(), selection, age));
  if (changes.length > 0) await record.record(changes);
  if (!quiet) await host.stderr.write(`${summarise(changes, inside.length, given.length)}\n`);
  return ExitCode.passed;
}

type Change = AuditChange & { readonly kind: "moderation" };

function isNew({ requirement, moderated }: Change, audit: Audit, { redo }: ModerationSelection, age: ModerationAge) {
  const response = responseTo(audit, requirement);
  if (isDeepStrictEqual(response?.moderated, moderated)) return false;
  return redo === true || !isModerated(response, age);
}

function isSelected(id: string, { requirements, standards, sample }: ModerationSelection, { checklist }: AuditRecord) {
  const standard = checklist.standards.find((one) => one.requirements.some((requirement) => requirement.id === id));
  return (
    (requirements?.includes(id) ?? true) &&
    (standards?.includes(standard?.id ?? "") ?? true) &&
    (sample?.includes(id) ?? true)
  );
}

function summarise(changes: readonly Change[], inside: number, given: number): string {
  const kept = inside - changes.length;
  const left = given - inside;
  return [
    `${countOf(changes.length, "moderated rating")} recorded${kept === 0 ? "" : `, ${kept} kept as they were (--redo replaces them)`}.`,
    ...(left === 0 ? [] : [`${left} outside the selection, not recorded.`]),
  ].join("\n");
}

/** Whoever moderates says nothing but that: what else a file of answers may hold belongs to those who answer. */
function checkKeys({ answers, source }: LoadedAnswers): readonly Diagnostic[] {
  const refuse = (path: readonly string[], hint: string) =>
    diagnose(
      "unknown-key",
      source.file,
      source.locate(path, "key"),
      `${path.at(-1)} does not belong in a file of moderated ratings.`,
      hint,
    );
  const general = (["organisation", "assessor"] as const).filter((key) => answers[key] !== undefined);
  return [
    ...general.map((key) => refuse([key], "Remove it. Who moderated stands in each moderated rating: by.")),
    ...Object.entries(answers.responses).flatMap(([id, response]) =>
      Object.keys(response)
        .filter((key) => key !== "moderated")
        .map((key) => refuse(["responses", id, key], "Remove it. Answers are given with: wt-audit audit --answers.")),
    ),
  ];
}

function checkModerated(
  [id, { moderated }]: readonly [string, Response],
  { source }: LoadedAnswers,
  audit: Audit,
  { today }: ModerationAge,
): readonly Diagnostic[] {
  const refuse = (code: DiagnosticCode, path: readonly string[], message: string, hint: string) => [
    diagnose(
      code,
      source.file,
      source.locate(["responses", id, ...path], path.length === 0 ? "key" : "value"),
      message,
      hint,
    ),
  ];
  if (moderated === undefined)
    return refuse("missing-key", [], `${id} has no moderated rating.`, "Add moderated: { rating, reason, on, by }.");
  const response = responseTo(audit, id);
  if (response?.rating === undefined || !isAnswered(audit, id)) {
    const why = response?.rating === undefined ? "is not answered" : "waits to be confirmed";
    const hint = "Answer it first: wt-audit audit. Then moderate the answer.";
    return refuse("nothing-to-moderate", [], `${id} ${why}, so there is nothing to moderate.`, hint);
  }
  return [
    ...checkReason(moderated, response.rating).flatMap((message) =>
      refuse("missing-reason", ["moderated", "rating"], `${id}: ${message}`, "Add reason: and why you rate it so."),
    ),
    ...(moderated.by === undefined || moderated.by.trim() === ""
      ? refuse("missing-key", ["moderated"], `${id} does not say who moderated it.`, "Add by: and the role.")
      : []),
    ...(moderated.on > today
      ? refuse(
          "day-to-come",
          ["moderated", "on"],
          `${id} was moderated on ${moderated.on}, which has not come yet.`,
          "Correct the day.",
        )
      : []),
    ...(moderated.on < (response.assessed?.on ?? moderated.on)
      ? refuse(
          "days-out-of-order",
          ["moderated", "on"],
          `${id} was moderated on ${moderated.on}, before it was answered on ${response.assessed?.on}.`,
          "Moderate the answer as it stands now.",
        )
      : []),
  ];
}

function checkReason({ rating, reason }: Moderated, self: NonNullable<Response["rating"]>): readonly string[] {
  if (rating === self || reason !== undefined) return [];
  return [
    `it is rated ${ratingInfo[self].toLowerCase()} and moderated ${ratingInfo[rating].toLowerCase()}, and no reason is given.`,
  ];
}
