import { plan } from "../engine/plan.js";
import { answeredAfter } from "../engine/sign-off.js";
import { signedContent } from "../engine/signed-content.js";
import { ExitCode, UserError } from "../errors.js";
import { digestOf } from "../files/digest.js";
import type { Host } from "../host.js";
import { type Audit, responseTo, type SignOff } from "../model/audit.js";
import { type Day, describeDay } from "../model/day.js";
import { countOf } from "../reporters/wording.js";
import { tidy } from "../walk/typed-text.js";
import { type AuditRecord, openExistingRecord } from "./audit-record.js";

export interface SignOffOptions {
  readonly file: string;
  readonly role: string;
  readonly minute?: string;
  readonly on?: Day;
  readonly today?: Day;
  readonly quiet?: boolean;
}

/** Adds an entry with the digest of what is signed, so that a later change shows. */
export async function signOff(options: SignOffOptions, host: Host): Promise<ExitCode> {
  const { file, quiet } = options;
  const today = options.today ?? host.today();
  const record = await openExistingRecord({ file, today }, host);
  const entry = entryOf(options, record.audit(), today);
  const isThere = (record.audit()["sign-off"] ?? []).some(
    (one) =>
      one.role === entry.role &&
      one.on === entry.on &&
      one.minute === entry.minute &&
      one.content !== undefined &&
      one.content === entry.content,
  );
  if (!isThere) await record.record([{ kind: "sign-off", entry }]);
  const signed = `${entry.role}, ${describeDay(entry.on)}`;
  const done = isThere ? `It is signed off so already: ${signed}.` : `Signed off in ${file}: ${signed}.`;
  if (quiet !== true) await host.stderr.write(`${[done, ...remarks(entry, record)].join("\n")}\n`);
  return ExitCode.passed;
}

/**
 * The entry to be added. It carries no digest when something was answered or moderated after that day: the answers as
 * they are now cannot be those that were signed. Throws UserError for what cannot be recorded.
 */
function entryOf(options: SignOffOptions, audit: Audit, today: Day): SignOff {
  const role = tidy(options.role);
  const minute = options.minute === undefined ? undefined : tidy(options.minute);
  const on = options.on ?? today;
  if (role === "") throw new UserError("the role is empty", [], "Say who signs, for example --role Chair");
  if (minute === "") throw new UserError("the minute is empty", [], "Leave --minute out, or say where it is minuted.");
  if (on > today)
    throw new UserError(`${describeDay(on)} has not come yet`, [], "Record the sign-off when it is given.");
  if (on < audit.period.from) {
    throw new UserError(
      `${describeDay(on)} lies before the period of the audit, which began on ${describeDay(audit.period.from)}`,
      [],
      "Give the day of the sign-off with --on, and name the audit that was signed.",
    );
  }
  return {
    role,
    on,
    ...(minute === undefined ? {} : { minute }),
    ...(answeredAfter(on, audit).length > 0 ? {} : { content: digestOf(signedContent(audit)) }),
  };
}

/** What whoever signs should know; nothing of it is refused. */
function remarks({ on }: SignOff, { checklist, profile, audit }: AuditRecord): readonly string[] {
  const { steps, progress } = plan(checklist, profile, audit());
  const waiting = steps.filter(({ requirement }) => {
    const response = responseTo(audit(), requirement.id);
    return response?.rating !== undefined && response["to-confirm"] !== undefined;
  }).length;
  const unanswered = progress.total - progress.answered - waiting;
  const open = [
    ...(unanswered === 0 ? [] : [`${unanswered} of ${progress.total} ${isOrAre(unanswered)} unanswered`]),
    ...(waiting === 0 ? [] : [`${waiting} of ${progress.total} ${waiting === 1 ? "waits" : "wait"} to be confirmed`]),
  ].join(", and ");
  const later = answeredAfter(on, audit()).length;
  return [
    ...(open === "" ? [] : [`${open}; the entry says that the board has seen the audit as it stands.`]),
    ...(later === 0
      ? []
      : [
          `${countOf(later, "answer is", "answers are")} of a later day than ${describeDay(on)}; the entry carries no digest, and reports will say that the answers changed since.`,
        ]),
  ];
}

function isOrAre(count: number): string {
  return count === 1 ? "is" : "are";
}
