import { ExitCode } from "../errors.js";
import type { Host } from "../host.js";
import { renderChecklist, showFormats } from "../reporters/checklist-show.js";
import { openChecklist } from "./open-checklist.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";

export interface ChecklistShowOptions extends OutputOptions {
  /** Of an edition, or the path of an overlay. */
  readonly id: string;
}

/** Everything an edition asks, or an edition with an overlay over it, and how to audit it. */
export async function checklistShow(options: ChecklistShowOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, showFormats);
  const { checklist, profile, inputs } = await openChecklist(options.id, host);
  await writeWanted(
    wanted,
    async (format, render) => renderChecklist(format, checklist, profile, render),
    { ...options, inputs },
    host,
  );
  return ExitCode.passed;
}
