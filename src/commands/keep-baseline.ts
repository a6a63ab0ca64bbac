import { dirname, resolve } from "node:path";
import { emptyBaseline, keyOf, type LookedAt, updateBaseline, wholly } from "../engine/baseline.js";
import type { Agreed } from "../engine/settle.js";
import type { Waived } from "../engine/waivers.js";
import { UserError } from "../errors.js";
import { readBaseline, saveBaseline } from "../files/baseline-file.js";
import { pathIn } from "../files/config-file.js";
import { diagnose } from "../files/diagnostics.js";
import { wayFrom } from "../files/folder-tree.js";
import { quote } from "../files/wording.js";
import type { Host } from "../host.js";
import type { Baseline } from "../model/baseline.js";
import type { CheckOptions } from "./conclude.js";
import type { Repository } from "./repository.js";

/** Where the baseline is, and what it held before this check. */
export interface KeptBaseline {
  readonly path: string;
  readonly shownAs: string;
  /** The folder from which its paths count. */
  readonly folder: string;
  /** Null: it is to be started. */
  readonly before: Baseline | null;
}

/** The baseline that a check is held to; null: none. Throws UserError when it is missing or cannot be used. */
export async function openBaseline(
  { baseline, updateBaseline: isUpdate = false }: CheckOptions,
  { loaded, config }: Repository,
  host: Host,
): Promise<KeptBaseline | null> {
  const named = baseline ?? config.baseline;
  if (named === undefined) {
    if (!isUpdate) return null;
    const hint = "Name it in .wt-audit.yaml (baseline: .wt-audit-baseline.json), or with --baseline FILE.";
    throw new UserError("--update-baseline does not know which file to write", [], hint);
  }
  const path = baseline !== undefined || loaded === null ? resolve(host.cwd, named) : pathIn(loaded, named);
  const before = await readBaseline(path, named, host.files);
  if (before === null && !isUpdate) {
    const place = baseline === undefined ? (loaded?.source.locate(["baseline"], "value") ?? null) : null;
    const file = baseline === undefined ? (loaded?.source.file ?? named) : named;
    const message = `There is no baseline ${quote(named)}.`;
    const hint = "Check the path; to start a baseline: wt-audit check --update-baseline.";
    throw new UserError("the baseline is missing", [diagnose("file-missing", file, place, message, hint)]);
  }
  return { path, shownAs: named, folder: loaded?.folder ?? dirname(path), before };
}

/**
 * Settles what was found, with the baseline written anew first where that is asked for. `audit` is the audit's path as
 * the baseline writes it; null: there is none.
 */
export async function settleWith<Settled extends LookedAt & Pick<Waived, "waivers">>(
  settled: (agreed: Agreed) => Settled,
  agreed: Omit<Agreed, "baseline">,
  audit: string | null,
  kept: KeptBaseline | null,
  options: CheckOptions,
  host: Host,
): Promise<Settled> {
  if (kept === null) return settled({ ...agreed, baseline: null });
  const { path, shownAs, folder } = kept;
  const before = kept.before ?? emptyBaseline;
  const hold = (content: Baseline): Settled =>
    settled({ ...agreed, baseline: { file: wayFrom(folder, path), content } });
  if (options.updateBaseline !== true) return hold(before);
  const found = settled({ ...agreed, baseline: null });
  // Of the others only what a change did to them was told: what else is known of them stays.
  const documents = found.documents === null ? null : wholly(found.documents, agreed.changed);
  const after = updateBaseline(before, { ...found, documents }, audit);
  const outcome = await saveBaseline(path, shownAs, { before: kept.before, after }, host.files);
  if (options.quiet !== true) await host.stderr.write(`${describeUpdate(outcome, shownAs, before, after)}\n`);
  return hold(after);
}

function describeUpdate(outcome: "written" | "unchanged", file: string, before: Baseline, after: Baseline): string {
  const [was, is] = [countsOf(before), countsOf(after)];
  const more = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number =>
    [...one].reduce((sum, [key, count]) => sum + Math.max(0, count - (other.get(key) ?? 0)), 0);
  const total = [...is.values()].reduce((sum, count) => sum + count, 0);
  if (outcome === "unchanged") return `${file} is up to date: ${total} known.`;
  return `Wrote ${file}: ${total} known (${more(is, was)} added, ${more(was, is)} gone).`;
}

function countsOf({ gaps, findings, statements = [] }: Baseline): ReadonlyMap<string, number> {
  return new Map([
    ...[...gaps, ...findings].map((entry) => [keyOf(entry), entry.count] as const),
    ...statements.map((entry) => [keyOf(entry), 1] as const),
  ]);
}
