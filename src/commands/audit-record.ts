import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { UserError } from "../errors.js";
import { type AuditEditor, openEditor } from "../files/audit-editor.js";
import { parseAudit } from "../files/audit-file.js";
import { newAuditText } from "../files/new-audit.js";
import { isThere } from "../files/place.js";
import { fileLimit, readText } from "../files/read-text.js";
import { saveAudit, saveFile, saveNewFile } from "../files/save-file.js";
import { readShippedChecklist, readShippedProfile } from "../files/shipped.js";
import type { Host } from "../host.js";
import { type Audit, responseTo } from "../model/audit.js";
import { applyChange, type AuditChange } from "../model/change.js";
import type { Checklist } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { Profile } from "../model/profile.js";
import type { Scale } from "../schema/scales.gen.js";
import { newAudit } from "./new-audit.js";
import { openAudit } from "./read-report.js";
import { scalesInUse } from "./report-for.js";

/** An audit that is being answered: every change is on disk before `record` resolves. */
export interface AuditRecord {
  readonly checklist: Checklist;
  readonly profile: Profile;
  /** Of the forms that the audit is for. */
  readonly scales: readonly Scale[];
  /** Absolute. */
  readonly path: string;
  /** Absolute paths that no output may overwrite. */
  readonly inputs: readonly string[];
  /** The audit as it is now. */
  audit(): Audit;
  /** Whether there is a file: a new audit is written with its first answer. */
  isSaved(): boolean;
  /** Rejects with UserError when the file cannot be saved; what was to be saved is then in a file that it names. */
  record(changes: readonly AuditChange[]): Promise<Audit>;
}

export interface RecordOptions {
  readonly file: string;
  readonly checklist?: string;
  readonly today: Day;
}

/** Opens an audit file that is there. Throws UserError for one that is not, or is wrong. */
export async function openExistingRecord(options: Omit<RecordOptions, "checklist">, host: Host): Promise<AuditRecord> {
  if (options.file === "-")
    throw new UserError("the audit is saved to its file, and standard input is none", [], "Name the file: audit.yaml");
  // What is not there is told as a report tells it.
  if (!(await isThere(resolve(host.cwd, options.file), host.files))) await openAudit(options.file, host);
  return openRecord(options, host);
}

/** Opens the audit file to be answered, or starts one where none is. Throws UserError for a file that is wrong. */
export async function openRecord(options: RecordOptions, host: Host): Promise<AuditRecord> {
  const path = resolve(host.cwd, options.file);
  if (!(await isThere(path, host.files))) {
    const audit = await newAudit({ ...options, name: "" });
    const [checklist, profile] = await Promise.all([readShippedChecklist(audit.checklist), readShippedProfile()]);
    const standing = { audit, text: null, editor: null };
    const place = { path, shown: options.file };
    return createRecord({ checklist, profile, scales: [], inputs: [path], ...place, standing }, host);
  }
  const { audit, source, checklist, profile, layers, inputs } = await openAudit(options.file, host);
  if (options.checklist !== undefined && options.checklist !== audit.checklist) {
    const hint = "Leave --checklist out, or start another audit file.";
    throw new UserError(`${options.file} is an audit against ${audit.checklist}, not ${options.checklist}`, [], hint);
  }
  const standing = { audit, text: source.text, editor: openEditor(source.text) };
  const scales = await scalesInUse(layers.overlays);
  return createRecord({ checklist, profile, scales, inputs, path, shown: options.file, standing }, host);
}

/** The audit, and the file that holds it; text and editor are null until there is a file. */
interface Standing {
  readonly audit: Audit;
  readonly text: string | null;
  readonly editor: AuditEditor | null;
}

interface Place {
  /** Absolute. */
  readonly path: string;
  /** As the user gave it. */
  readonly shown: string;
}

interface Opening extends Place {
  readonly checklist: Checklist;
  readonly profile: Profile;
  readonly scales: readonly Scale[];
  readonly inputs: readonly string[];
  readonly standing: Standing;
}

function createRecord(
  { checklist, profile, scales, inputs, standing: start, ...place }: Opening,
  host: Host,
): AuditRecord {
  let standing = start;
  return {
    checklist,
    profile,
    scales,
    inputs,
    path: place.path,
    audit: () => standing.audit,
    isSaved: () => standing.text !== null,
    record: async (changes) => {
      standing = await save(changes, standing, place, host);
      return standing.audit;
    },
  };
}

async function save(changes: readonly AuditChange[], standing: Standing, place: Place, host: Host): Promise<Standing> {
  const { next, write } = edit(changes, standing, place, host);
  try {
    await write();
    return next;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return (await saveOnTheirs(changes, standing, place, host)) ?? rescue(error, next, place, host);
  }
}

/** The audit with the changes made, and how to write it; nothing is written yet. */
function edit(
  changes: readonly AuditChange[],
  { audit: before, text, editor }: Standing,
  { path, shown }: Place,
  host: Host,
) {
  const audit = changes.reduce(applyChange, before);
  if (text === null || editor === null) {
    const fresh = newAuditText(audit);
    const write = async () => {
      await parseAudit(fresh, shown);
      await saveNewFile(path, shown, fresh, host.files);
    };
    return { next: { audit, text: fresh, editor: openEditor(fresh) }, write };
  }
  for (const change of changes) editor.apply(change);
  const edited = editor.text();
  const write = async () => {
    if (edited === text) return;
    // Each change may be sound and the whole not: too long, or with an action of theirs that has the id of one of ours.
    await parseAudit(edited, shown);
    await saveAudit(path, shown, edited, text, host.files);
  };
  return { next: { audit, text: edited, editor }, write };
}

/** How often it is tried again while others keep saving the same file. */
const tries = 20;

/**
 * When somebody else has saved the file meanwhile, and left alone what is to be changed, the changes are made in theirs:
 * nobody's work is lost. Null when that cannot be done.
 */
async function saveOnTheirs(
  changes: readonly AuditChange[],
  standing: Standing,
  place: Place,
  host: Host,
  left = tries,
): Promise<Standing | null> {
  if (standing.text === null || left === 0) return null;
  try {
    const text = await readText(place.path, place.shown, host.files, fileLimit);
    const { audit } = await parseAudit(text, place.shown);
    const isUntouched = changes.every((change) =>
      isDeepStrictEqual(touches(change, audit), touches(change, standing.audit)),
    );
    if (text === standing.text || !isUntouched || !isAskedTheSame(audit, standing.audit)) return null;
    const { next, write } = edit(changes, { audit, text, editor: openEditor(text) }, place, host);
    await write();
    return next;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const isChanged = error.diagnostics.some(({ code }) => code === "file-changed");
    return isChanged ? saveOnTheirs(changes, standing, place, host, left - 1) : null;
  }
}

/** Whether both are answers to the same checklist. */
function isAskedTheSame(a: Audit, b: Audit): boolean {
  return a.checklist === b.checklist && isDeepStrictEqual(a.overlays ?? [], b.overlays ?? []);
}

/** The part of an audit that a change replaces. */
function touches(change: AuditChange, audit: Audit): unknown {
  switch (change.kind) {
    case "organisation":
      return [audit.organisation.name, audit.organisation.reference];
    case "fact":
      return audit.organisation.facts[change.id];
    case "assessor":
      return null;
    case "response":
    case "moderation":
      return responseTo(audit, change.requirement);
    case "sign-off":
      // What is signed is the whole of it.
      return audit;
  }
}

/** Puts what could not be saved where it can be found, and says where. */
async function rescue(
  { message, diagnostics }: UserError,
  { text }: Standing,
  { path, shown }: Place,
  host: Host,
): Promise<never> {
  const content = text ?? "";
  const elsewhere = join(tmpdir(), `audit-rescued-${randomUUID()}.yaml`);
  const saved =
    (await tryToSave(`${path}.rescued`, `${shown}.rescued`, content, host)) ??
    (await tryToSave(elsewhere, elsewhere, content, host));
  const hint =
    saved === null
      ? `Copy this before you close the window; it is your whole audit:\n${content}`
      : `Everything you answered, the last answer included, is in ${saved}`;
  throw new UserError(message, diagnostics, hint);
}

/** Where it was saved; null when it could not be. What was rescued before is not written over. */
async function tryToSave(path: string, shownAs: string, content: string, host: Host): Promise<string | null> {
  if (await isThere(path, host.files)) return null;
  try {
    await saveFile(path, shownAs, content, host.files, true);
    return shownAs;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}
