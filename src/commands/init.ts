import { resolve } from "node:path";
import { ExitCode, UserError } from "../errors.js";
import { newAuditText } from "../files/new-audit.js";
import { editionInForce, readShippedChecklist, shippedIndex } from "../files/shipped.js";
import { saveNewFile } from "../files/save-file.js";
import { makeFolder } from "../files/place.js";
import type { Host } from "../host.js";
import type { Audit } from "../model/audit.js";
import type { Day } from "../model/day.js";

export interface InitOptions {
  readonly folder: string;
  readonly name?: string;
  readonly reference?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly checklist?: string;
  readonly today?: Day;
}

/** Starts an audit file; never over one that is there. */
export async function init(options: InitOptions, host: Host): Promise<ExitCode> {
  const today = options.today ?? host.today();
  const name = options.name?.trim() ?? "";
  if (name === "")
    throw new UserError(
      "the audit needs the name of your organisation",
      [],
      'Give it: wt-audit init --name "Riverside Youth Project"',
    );
  const audit = await newAudit({ ...options, name, today });
  const shown = options.folder === "." ? "audit.yaml" : `${options.folder.replace(/[\\/]+$/u, "")}/audit.yaml`;
  const folder = resolve(host.cwd, options.folder);
  const path = resolve(folder, "audit.yaml");
  await makeFolder(folder, options.folder, host.files);
  await saveNewFile(path, shown, newAuditText(audit), host.files);
  await host.stderr.write(
    `Wrote ${shown} for ${audit.checklist}.\nNext: wt-audit audit${shown === "audit.yaml" ? "" : ` ${shown}`}\n`,
  );
  return ExitCode.passed;
}

export interface NewAuditOptions {
  /** Empty: the walk asks for it first. */
  readonly name: string;
  readonly reference?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly checklist?: string;
  readonly today: Day;
}

/** An audit without answers: of the edition in force and the calendar year unless told otherwise. */
export async function newAudit(options: NewAuditOptions): Promise<Audit> {
  const { name, reference, today } = options;
  const checklist = options.checklist ?? editionInForce(await shippedIndex(), today);
  await readShippedChecklist(checklist);
  const from = options.from ?? `${(options.to ?? today).slice(0, 4)}-01-01`;
  const to = options.to ?? `${from.slice(0, 4)}-12-31`;
  if (to < from)
    throw new UserError(`the period ends on ${to}, before it begins on ${from}`, [], "Give --from and --to in order.");
  return {
    schema: "audit/1",
    checklist,
    organisation: { name, ...(reference === undefined ? {} : { reference }), facts: {} },
    period: { from, to },
    responses: {},
  };
}
