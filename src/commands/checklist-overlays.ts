import { basename, dirname, relative, resolve } from "node:path";
import { chainOf } from "../engine/layer-order.js";
import { diagnose } from "../files/diagnostics.js";
import type { LoadedOverlay } from "../files/overlay-file.js";
import { findUnsound, readOverlays } from "../files/read-overlays.js";
import { readShippedChecklist } from "../files/shipped.js";
import type { YamlSource } from "../files/yaml-source.js";
import type { Host } from "../host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { OverlayFile } from "../model/overlay.js";
import type { Profile } from "../model/profile.js";

/** An overlay file that was given, found sound by its schema. */
export interface GivenOverlay {
  readonly data: OverlayFile;
  readonly source: YamlSource;
  /** As it was named. */
  readonly file: string;
}

/** The overlays given, and those beside them that they extend and that were not given. */
export interface OverlaySet {
  readonly given: readonly LoadedOverlay[];
  readonly beside: readonly LoadedOverlay[];
  /** What is wrong with those beside them, as files. */
  readonly problems: readonly Diagnostic[];
}

/** Finds what overlays extend: an edition, another of those given, or ID.yaml in the folder of the one that names it. */
export async function findOverlays(
  overlays: readonly GivenOverlay[],
  editions: readonly string[],
  host: Host,
): Promise<OverlaySet> {
  const given = overlays.map(({ data, source, file }): LoadedOverlay => {
    const path = file === "-" ? resolve(host.cwd, "-") : resolve(host.cwd, file);
    return { overlay: data, source, written: basename(path), path };
  });
  const known = new Set([...editions, ...given.map(({ overlay }) => overlay.id)]);
  const beside = new Map<string, LoadedOverlay>();
  const problems: Diagnostic[] = [];
  for (const { overlay, source, path } of given) {
    if (known.has(overlay.extends)) continue;
    const folder = dirname(path);
    const shown = relative(host.cwd, folder);
    const where = { folder, shownIn: shown === "" ? "" : `${shown}/`, files: host.files };
    const say = sayAtExtends(source);
    const read = await readOverlays([{ written: `${overlay.extends}.yaml`, say }], editions, where);
    // That it is not there is told with what it should be.
    problems.push(...read.problems.filter(({ code }) => code !== "overlay-missing"));
    for (const file of read.files) if (!known.has(file.overlay.id)) beside.set(file.overlay.id, file);
  }
  return { given, beside: [...beside.values()], problems };
}

function sayAtExtends(source: YamlSource) {
  const place = source.locate(["extends"], "value");
  return (code: Diagnostic["code"], message: string, hint: string | null): Diagnostic =>
    diagnose(code, source.file, place, message, hint);
}

/** What makes the overlays given unsound, each over the edition that it is for and beside the others of it. */
export async function findUnsoundOverlays(
  { given, beside }: OverlaySet,
  profile: Profile,
  editions: readonly string[],
): Promise<readonly Diagnostic[]> {
  const all = [...given, ...beside];
  const overlays = all.map(({ overlay }) => overlay);
  // Where the way leads nowhere, any edition will do to say so.
  const [usual = ""] = editions;
  const editionOf = ({ overlay }: LoadedOverlay): string => {
    const end = chainOf(overlay.id, overlays)[0]?.extends ?? "";
    return editions.includes(end) ? end : usual;
  };
  const shown = new Set(given.map(({ source }) => source.file));
  const found: Diagnostic[] = [];
  for (const id of new Set(given.map(editionOf))) {
    const files = all.filter((file) => editionOf(file) === id);
    found.push(...(await findUnsound(files, await readShippedChecklist(id), profile, editions)));
  }
  return found.filter(({ file }) => shown.has(file));
}
