import { resolve } from "node:path";
import { UserError } from "../errors.js";
import { openEditor } from "../files/audit-editor.js";
import { newAuditText } from "../files/new-audit.js";
import { isThere } from "../files/place.js";
import { saveAudit, saveNewFile } from "../files/save-file.js";
import { readShippedChecklist, readShippedProfile } from "../files/shipped.js";
import type { Host } from "../host.js";
import type { Audit } from "../model/audit.js";
import type { Checklist } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { Profile } from "../model/profile.js";
import { applyChange, type AuditChange } from "../walk/change.js";
import { newAudit } from "./init.js";
import { openAudit } from "./read-report.js";

/** An audit that is being answered: every change is on disk before `record` resolves. */
export interface AuditRecord {
  readonly checklist: Checklist;
  readonly profile: Profile;
  /** Absolute. */
  readonly path: string;
  /** The audit as it is now. */
  audit(): Audit;
  /** Whether there is a file: a new audit is written with its first answer. */
  isSaved(): boolean;
  record(changes: readonly AuditChange[]): Promise<Audit>;
}

export interface RecordOptions {
  readonly file: string;
  readonly checklist?: string;
  readonly today: Day;
}

/** Opens the audit file to be answered, or starts one where none is. Throws UserError for a file that is wrong. */
export async function openRecord(options: RecordOptions, host: Host): Promise<AuditRecord> {
  const path = resolve(host.cwd, options.file);
  if (!(await isThere(path, host.files))) {
    const audit = await newAudit({
      name: "",
      today: options.today,
      ...(options.checklist === undefined ? {} : { checklist: options.checklist }),
    });
    const [checklist, profile] = await Promise.all([readShippedChecklist(audit.checklist), readShippedProfile()]);
    return createRecord({ checklist, profile, path, audit, text: null, shown: options.file }, host);
  }
  const { audit, source, checklist, profile } = await openAudit(options.file, host);
  if (options.checklist !== undefined && options.checklist !== audit.checklist) {
    throw new UserError(
      `${options.file} is an audit against ${audit.checklist}, not ${options.checklist}`,
      [],
      "Leave --checklist out, or start another audit file.",
    );
  }
  return createRecord({ checklist, profile, path, audit, text: source.text, shown: options.file }, host);
}

interface Opening {
  readonly checklist: Checklist;
  readonly profile: Profile;
  readonly path: string;
  readonly audit: Audit;
  /** What stands on disk; null when there is no file yet. */
  readonly text: string | null;
  readonly shown: string;
}

function createRecord({ checklist, profile, path, shown, ...opening }: Opening, host: Host): AuditRecord {
  let { audit, text } = opening;
  let editor = text === null ? null : openEditor(text);
  const save = async (changes: readonly AuditChange[]): Promise<void> => {
    if (editor === null || text === null) {
      const fresh = newAuditText(audit);
      await saveNewFile(path, shown, fresh, host.files);
      [text, editor] = [fresh, openEditor(fresh)];
      return;
    }
    for (const change of changes) editor.apply(change);
    const edited = editor.text();
    if (edited !== text) await saveAudit(path, shown, edited, text, host.files);
    text = edited;
  };
  return {
    checklist,
    profile,
    path,
    audit: () => audit,
    isSaved: () => text !== null,
    record: async (changes) => {
      const next = changes.reduce(applyChange, audit);
      const before = audit;
      audit = next;
      try {
        await save(changes);
      } catch (error) {
        audit = before;
        throw error;
      }
      return audit;
    },
  };
}
