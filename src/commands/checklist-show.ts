import { ExitCode } from "../errors.js";
import { readShippedChecklist, readShippedProfile } from "../files/shipped.js";
import type { Host } from "../host.js";
import { renderChecklist, showFormats } from "../reporters/checklist-show.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";

export interface ChecklistShowOptions extends OutputOptions {
  readonly id: string;
}

/** Everything an edition asks, and how to audit it. */
export async function checklistShow(options: ChecklistShowOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, showFormats);
  const [checklist, profile] = await Promise.all([readShippedChecklist(options.id), readShippedProfile()]);
  await writeWanted(
    wanted,
    async (format, render) => renderChecklist(format, checklist, profile, render),
    options,
    host,
  );
  return ExitCode.passed;
}
