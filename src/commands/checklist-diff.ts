import { diff } from "../engine/diff.js";
import { ExitCode } from "../errors.js";
import { readShippedChecklist, shippedIds } from "../files/shipped.js";
import type { Host } from "../host.js";
import type { Profile } from "../model/profile.js";
import { diffFormats, renderDiff } from "../reporters/diff-reporters.js";
import { openChecklist } from "./open-checklist.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";

export interface ChecklistDiffOptions extends OutputOptions {
  /** Each the id of a shipped edition, or the path of an overlay. */
  readonly from: string;
  readonly to: string;
  /** Whether what did not change is listed too. */
  readonly all?: boolean;
}

/** What changed from one checklist to another. */
export async function checklistDiff(options: ChecklistDiffOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, diffFormats);
  const from = await openChecklist(options.from, host);
  const to = await openChecklist(options.to, host);
  const editions = await Promise.all((await shippedIds()).map(readShippedChecklist));
  const found = diff(from.checklist, to.checklist, editions, joined(from.profile, to.profile));
  const comparison = { diff: found, from: from.checklist, to: to.checklist, all: options.all === true };
  const inputs = [...from.inputs, ...to.inputs];
  await writeWanted(
    wanted,
    async (format, render) => renderDiff(format, comparison, render),
    { ...options, inputs },
    host,
  );
  return ExitCode.passed;
}

/** The facts of both: each overlay may bring its own. */
function joined(from: Profile, to: Profile): Profile {
  const known = new Set(to.facts.map(({ id }) => id));
  return { ...to, facts: [...to.facts, ...from.facts.filter(({ id }) => !known.has(id))] };
}
