import { signedContent } from "../engine/signed-content.js";
import type { ExitCode } from "../errors.js";
import type { Host } from "../host.js";
import { describeDay } from "../model/day.js";
import type { AuditRecord } from "./audit-record.js";

/** Runs what may change answers, and says afterwards, however it ended, that a sign-off is of earlier ones. */
export async function tellingSignOff(
  record: AuditRecord,
  { file, quiet }: { readonly file: string; readonly quiet?: boolean },
  host: Host,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const before = signedContent(record.audit());
  try {
    return await run();
  } finally {
    const last = record.audit()["sign-off"]?.at(-1);
    if (quiet !== true && last !== undefined && signedContent(record.audit()) !== before) {
      await host.stderr.write(
        `The sign-off (${last.role}, ${describeDay(last.on)}) is of earlier answers. Take the changes to the board, and record it anew: wt-audit sign-off ${file} --role ROLE\n`,
      );
    }
  }
}
