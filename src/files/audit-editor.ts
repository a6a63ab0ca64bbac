import type { AuditChange } from "../model/change.js";
import { withEntries } from "./yaml-entries.js";
import { at, createDraft, type KeyPath, withValue } from "./yaml-patch.js";

/** The text of an audit file that changes value by value; what is not changed keeps every character. */
export interface AuditEditor {
  /**
   * Makes the value at the path this one, or takes it away when undefined; comments stay where what they stand beside
   * stays.
   */
  set(path: KeyPath, value: unknown): void;
  /** Makes the mapping at the path this one; what is renamed, from the old key to the new, keeps its comments. */
  setEntries(path: KeyPath, value: Readonly<Record<string, unknown>>, renamed: ReadonlyMap<string, string>): void;
  /** Writes down one change. */
  apply(change: AuditChange): void;
  text(): string;
}

interface Edit {
  readonly path: KeyPath;
  readonly value: unknown;
}

/** Opens the text of an audit file that `parseAudit` accepts. */
export function openEditor(original: string): AuditEditor {
  const lineEnd = original.includes("\r\n") ? "\r\n" : "\n";
  const start = createDraft(
    original
      .replace(/^\ufeff/, "")
      .replace(/\r\n?/g, "\n")
      .replace(/\n?$/, "\n"),
  );
  let draft = start;
  const set = (path: KeyPath, value: unknown): void => {
    draft = withValue(draft, path, value);
  };
  return {
    set,
    setEntries: (path, value, renamed) => {
      draft = withEntries(draft, { path, value: plain(value), renamed });
    },
    apply: (change) => {
      for (const { path, value } of editsFor(change, draft.tree.value)) set(path, value);
    },
    text: () => (draft === start ? original : draft.text.replaceAll("\n", lineEnd)),
  };
}

/** Without keys that hold nothing. */
function plain(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(value));
}

/** What the change means for a file that holds this; as `applyChange` does for the audit. */
function editsFor(change: AuditChange, current: unknown): readonly Edit[] {
  switch (change.kind) {
    case "organisation": {
      const reference =
        change.reference === undefined ? [] : [{ path: ["organisation", "reference"], value: change.reference }];
      return [{ path: ["organisation", "name"], value: change.name }, ...reference];
    }
    case "fact":
      return [{ path: ["organisation", "facts", change.id], value: change.value }];
    case "assessor": {
      const present = at(current, ["assessors"]);
      const assessors: readonly unknown[] = Array.isArray(present) ? present : [];
      const isKnown = assessors.some((assessor) => at(assessor, ["role"]) === change.role);
      return isKnown ? [] : [{ path: ["assessors"], value: [...assessors, { role: change.role }] }];
    }
    case "response":
      return [{ path: ["responses", change.requirement], value: change.response }];
    case "moderation":
      return [{ path: ["responses", change.requirement, "moderated"], value: change.moderated }];
    case "sign-off": {
      const present = at(current, ["sign-off"]);
      const entries: readonly unknown[] = Array.isArray(present) ? present : [];
      return [{ path: ["sign-off"], value: [...entries, change.entry] }];
    }
  }
}
