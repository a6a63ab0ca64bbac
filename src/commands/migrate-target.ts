import { resolve } from "node:path";
import { UserError } from "../errors.js";
import { diagnose, refusal } from "../files/diagnostics.js";
import { wayFrom, wayInto } from "../files/folder-tree.js";
import { readShippedChecklist, readShippedProfile } from "../files/shipped.js";
import { quote } from "../files/wording.js";
import type { Host } from "../host.js";
import type { Checklist } from "../model/checklist.js";
import type { Composed } from "../model/overlay.js";
import type { Opened } from "./read-report.js";

/** What an audit is carried to. */
export interface Target extends Composed {
  /** The overlays as the audit names them then. */
  readonly overlays: readonly string[];
}

export interface TargetOptions {
  readonly to: string;
  /** Paths of the forms for the edition; false: none; absent: those that the audit names. */
  readonly overlay?: readonly string[] | false;
}

/**
 * The edition, with the overlays that the audit is to name. `folder` is that of the audit. Throws UserError for an
 * edition that is not shipped, and for overlays that are for another one.
 */
export async function readTarget(
  { to, overlay }: TargetOptions,
  { audit, source }: Opened,
  folder: string,
  host: Host,
): Promise<Target> {
  const [edition, profile] = await Promise.all([readShippedChecklist(to), readShippedProfile()]);
  const named = audit.overlays ?? [];
  if (overlay === undefined && to !== audit.checklist && named.length > 0)
    throw refusal(
      source.file,
      named.map((written, index) => forAnotherEdition(written, edition, source, index)),
    );
  const overlays = overlay === false ? [] : (overlay?.map((file) => nameIn(folder, file, host)) ?? named);
  const distinct = [...new Set(overlays)];
  if (distinct.length === 0) return { checklist: edition, profile, overlays: distinct };
  const { openOverlays } = await import("./open-overlays.js");
  const shownIn = `${wayFrom(host.cwd, folder)}/`.replace(/^\/$/u, "");
  const { composed } = await openOverlays(distinct, to, { folder, shownIn }, host);
  return { ...composed, overlays: distinct };
}

/** Overlays that are read stand on the audit's edition, so that each is for another one than the new. */
function forAnotherEdition(written: string, edition: Checklist, source: Opened["source"], index: number) {
  return diagnose(
    "overlay-edition",
    source.file,
    source.locate(["overlays", index], "value"),
    `${quote(written)} is not for ${edition.id}.`,
    "Name the forms for that edition with --overlay FILE, or leave the audit's own out with --no-overlays: what was answered to them alone is then put into the archive.",
  );
}

/** The overlay as the audit names it. */
function nameIn(folder: string, file: string, host: Host): string {
  const way = wayInto(folder, resolve(host.cwd, file));
  if (way !== null && way !== "") return way;
  throw new UserError(
    `the overlay ${file} does not lie in the folder of the audit`,
    [],
    "Copy it beside the audit file, or below it: an audit reads nothing outside its folder.",
  );
}
