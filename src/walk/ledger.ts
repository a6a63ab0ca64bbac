import type { Audit } from "../model/audit.js";
import type { AuditChange } from "../model/change.js";
import type { Walk } from "./walk.js";

/** The audit as it now stands on disk. */
export interface Ledger {
  current(): Audit;
  /** Resolves when the change is saved. */
  record(change: AuditChange): Promise<void>;
}

export function openLedger(walk: Pick<Walk, "audit" | "record">): Ledger {
  let audit = walk.audit;
  return {
    current: () => audit,
    record: async (change) => {
      audit = await walk.record(change);
    },
  };
}
