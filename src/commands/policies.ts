import type { ReadSet, SettledDocuments } from "../engine/settle.js";
import type { ExitCode } from "../errors.js";
import type { LeftDocument } from "../files/document-harvest.js";
import type { Host } from "../host.js";
import type { Facts } from "../model/audit.js";
import type { Day } from "../model/day.js";
import type { ReportDocument } from "../model/report.js";
import type { CheckOptions } from "./conclude.js";

/** Policy documents that a config names. */
export interface PolicyRequest {
  /** Absolute; all paths count from it. */
  readonly root: string;
  /** Sorted, at least one. */
  readonly documents: readonly string[];
  readonly left: readonly LeftDocument[];
  /** The edition to read them against; null: the one in force. */
  readonly checklist: string | null;
  readonly facts: Facts;
  readonly today: Day;
}

/** A check of policies beside which no audit stands. */
export interface PolicyCheck extends PolicyRequest {
  /** What the command line says, and the config where it says nothing. */
  readonly options: CheckOptions;
  /** Absolute paths that no output may overwrite. */
  readonly inputs: readonly string[];
  /** Only findings in these files are told; null: in all. */
  readonly changed: ReadonlySet<string> | null;
  /** Marks what is waived and known, and updates the baseline where that is asked for. Takes every document that was read, and what they do not state. */
  settle(read: ReadSet): Promise<SettledDocuments>;
}

/** How policy documents are read and judged. */
export interface PolicyScanner {
  /** Whether it is a kind of file that is read. */
  readonly isDocument: (file: string) => boolean;
  /**
   * Every document with all its findings, changed or not, none marked as waived or known yet. Throws UserError for one
   * that cannot be read.
   */
  scanPolicies(request: PolicyRequest, host: Host): Promise<readonly ReportDocument[]>;
  /** Scans, settles, judges (see `judgeFindings`), writes the formats that are asked for, and says how it ended. */
  checkPolicies(check: PolicyCheck, host: Host): Promise<ExitCode>;
}
