import { ExitCode } from "../errors.js";
import { readShippedChecklist, shippedIds } from "../files/shipped.js";
import type { Host } from "../host.js";
import { listChecklists } from "../engine/editions.js";
import { listFormats, renderList } from "../reporters/checklist-list.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";

export interface ChecklistListOptions extends OutputOptions {
  readonly today?: string;
}

/** The shipped editions: when in force, how many requirements, how many references were verified. */
export async function checklistList(options: ChecklistListOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, listFormats);
  const checklists = await Promise.all((await shippedIds()).map(readShippedChecklist));
  const list = listChecklists(checklists, options.today ?? host.today());
  await writeWanted(wanted, async (format, render) => renderList(format, list, render), options, host);
  return ExitCode.passed;
}
