import { UserError } from "../errors.js";
import { editionInForce, readShippedChecklist, shippedIndex } from "../files/shipped.js";
import type { Audit } from "../model/audit.js";
import type { Day } from "../model/day.js";

export interface NewAuditOptions {
  /** Empty: the walk asks for it first. */
  readonly name: string;
  readonly reference?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly checklist?: string;
  /** Paths from the audit's folder. */
  readonly overlays?: readonly string[];
  readonly today: Day;
}

/** An audit without answers: of the edition in force and the calendar year unless told otherwise. */
export async function newAudit(options: NewAuditOptions): Promise<Audit> {
  const { name, today } = options;
  const reference = options.reference?.trim() ?? "";
  const checklist = options.checklist ?? editionInForce(await shippedIndex(), today);
  await readShippedChecklist(checklist);
  const from = options.from ?? `${(options.to ?? today).slice(0, 4)}-01-01`;
  const to = options.to ?? `${from.slice(0, 4)}-12-31`;
  if (to < from)
    throw new UserError(`the period ends on ${to}, before it begins on ${from}`, [], "Give --from and --to in order.");
  return {
    schema: "audit/1",
    checklist,
    ...(options.overlays === undefined ? {} : { overlays: options.overlays }),
    organisation: { name, ...(reference === "" ? {} : { reference }), facts: {} },
    period: { from, to },
    responses: {},
  };
}
