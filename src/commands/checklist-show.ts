import { basename, dirname, resolve } from "node:path";
import { ExitCode } from "../errors.js";
import { readShippedChecklist, readShippedProfile } from "../files/shipped.js";
import type { Host } from "../host.js";
import type { Composed } from "../model/overlay.js";
import { renderChecklist, showFormats } from "../reporters/checklist-show.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";

export interface ChecklistShowOptions extends OutputOptions {
  /** Of an edition, or the path of an overlay. */
  readonly id: string;
}

/** Everything an edition asks, or an edition with an overlay over it, and how to audit it. */
export async function checklistShow(options: ChecklistShowOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, showFormats);
  const { checklist, profile, inputs } = isPath(options.id)
    ? await readOverlaid(options.id, host)
    : { ...(await readEdition(options.id)), inputs: [] };
  await writeWanted(
    wanted,
    async (format, render) => renderChecklist(format, checklist, profile, render),
    { ...options, inputs },
    host,
  );
  return ExitCode.passed;
}

/** No edition has an id like the path of a file. */
function isPath(id: string): boolean {
  return /[/\\]|\.ya?ml$/u.test(id);
}

async function readEdition(id: string): Promise<Composed> {
  const [checklist, profile] = await Promise.all([readShippedChecklist(id), readShippedProfile()]);
  return { checklist, profile };
}

async function readOverlaid(file: string, host: Host) {
  const { openOverlays } = await import("./open-overlays.js");
  const path = resolve(host.cwd, file);
  const shownIn = file.slice(0, file.length - basename(file).length);
  const { composed, paths } = await openOverlays([basename(path)], null, { folder: dirname(path), shownIn }, host);
  return { ...composed, inputs: paths };
}
