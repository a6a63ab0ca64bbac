import type { Alerts } from "../model/alert.js";

export interface AlertOptions {
  /**
   * Where alerts are shown that have no place of their own, for hosts that want one of each: the audit file, or what
   * was scanned. A path from the folder that is checked, forward slashes.
   */
  readonly file: string;
}

/** Alerts as one program of a CI host reads them. Pure: the same alerts give the same text. */
export type AlertReporter = (alerts: Alerts, options: AlertOptions) => string;
