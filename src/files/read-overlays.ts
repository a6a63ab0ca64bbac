import { posix } from "node:path";
import { layer } from "../engine/layer.js";
import { chainOf, inOrder } from "../engine/layer-order.js";
import { deepestChain, lintLayers } from "../engine/lint-layers.js";
import type { Checklist } from "../model/checklist.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Composed, Layers } from "../model/overlay.js";
import type { Profile } from "../model/profile.js";
import { diagnose } from "./diagnostics.js";
import { locateProblems } from "./overlay-diagnostics.js";
import { type LoadedOverlay, type OverlayFolder, readOverlay, type SayAt } from "./overlay-file.js";
import { readEditionPlaces, readShippedScales } from "./shipped.js";
import { didYouMean } from "./suggest.js";
import { quote } from "./wording.js";
import { wordingDigest } from "./wording-digest.js";
import type { YamlSource } from "./yaml-source.js";

/** An overlay by its path, and where it is named. */
export interface NamedOverlay {
  /** From the folder, with forward slashes. */
  readonly written: string;
  readonly say: SayAt;
}

/** Overlay files and those that they extend; `problems` is all that is wrong with any of them as files. */
export interface LoadedOverlays {
  readonly files: readonly LoadedOverlay[];
  readonly problems: readonly Diagnostic[];
}

/** How many overlays are read for one audit, those that they extend included. */
const mostOverlays = 50;

/** The overlays that an audit file names; what is no text its schema refuses. */
export function overlaysNamedIn(source: YamlSource, overlays: readonly unknown[]): readonly NamedOverlay[] {
  return overlays.flatMap((written, index) => {
    const say: SayAt = (code, message, hint) =>
      diagnose(code, source.file, source.locate(["overlays", index], "value"), message, hint);
    return typeof written === "string" && written.trim() !== "" ? [{ written, say }] : [];
  });
}

/** Reads overlays, and what they extend: first among themselves, then as ID.yaml beside the one that names it. */
export async function readOverlays(
  named: readonly NamedOverlay[],
  editions: readonly string[],
  where: OverlayFolder,
): Promise<LoadedOverlays> {
  const files = new Map<string, LoadedOverlay>();
  const problems: Diagnostic[] = [];
  let wanted: readonly Wanted[] = named;
  for (let round = 0; wanted.length > 0; round += 1) {
    const refusal = boundsOf(wanted, round, files.size);
    if (refusal !== null) return { files: [...files.values()], problems: [...problems, refusal] };
    const results = await Promise.all(
      wanted.map(async (each) => ({ ...each, read: await readOverlay(each.written, each.say, where) })),
    );
    for (const { id, written, say, read } of results) {
      if (!("overlay" in read)) problems.push(...read);
      else if (id !== undefined && read.overlay.id !== id) problems.push(anotherId(written, read.overlay.id, id, say));
      else files.set(read.path, read);
    }
    wanted = round === 0 || problems.length === 0 ? missingBases([...files.values()], wanted, editions) : [];
  }
  return { files: [...files.values()], problems };
}

/** A file to read; `id`, where it is given, is the overlay that it must hold. */
interface Wanted extends NamedOverlay {
  readonly id?: string;
}

function boundsOf(wanted: readonly Wanted[], round: number, read: number): Diagnostic | null {
  const [first] = wanted;
  if (first === undefined) return null;
  if (round > deepestChain)
    return first.say(
      "overlay-depth",
      `More than ${deepestChain} overlays stand on one another.`,
      "Let the overlay extend one nearer to the edition.",
    );
  if (read + wanted.length <= mostOverlays) return null;
  return first.say(
    "too-large",
    `More than ${mostOverlays} overlays are named.`,
    "Name only those that are asked of you.",
  );
}

/** What the files extend, and nothing that was read holds. */
function missingBases(
  files: readonly LoadedOverlay[],
  tried: readonly Wanted[],
  editions: readonly string[],
): readonly Wanted[] {
  const known = new Set([...editions, ...files.map(({ overlay }) => overlay.id)]);
  const read = new Set(files.map(({ written }) => written));
  // What was tried and could not be read is told already.
  const failed = new Set(tried.flatMap(({ written }) => (read.has(written) ? [] : [posix.normalize(written)])));
  const wanted = files
    .filter(({ overlay }) => !known.has(overlay.extends))
    .map((file): Wanted & { readonly id: string } => {
      const { extends: id } = file.overlay;
      const written = posix.join(posix.dirname(file.written), `${id}.yaml`);
      return { id, written, say: sayAtExtends(file, written, [...known]) };
    })
    .filter(({ written }) => !failed.has(written));
  return [...new Map(wanted.map((each) => [each.written, each])).values()];
}

/** A base that is not there is told as one that nobody knows: neither a file nor an edition. */
function sayAtExtends({ overlay, source }: LoadedOverlay, written: string, known: readonly string[]): SayAt {
  const place = source.locate(["extends"], "value");
  return (code, message, hint) => {
    if (code !== "overlay-missing") return diagnose(code, source.file, place, message, hint);
    const text = `There is no edition and no overlay ${quote(overlay.extends)}.`;
    const otherwise = `Put ${posix.basename(written)} beside this file, or extend an edition.`;
    return diagnose(code, source.file, place, text, didYouMean(overlay.extends, known, otherwise));
  };
}

function anotherId(written: string, found: string, id: string, say: SayAt): Diagnostic {
  const message = `${quote(posix.basename(written))} holds the overlay ${quote(found)}, not ${quote(id)}.`;
  return say("overlay-conflict", message, "An overlay that another extends is kept in a file of its own id.");
}

/** Overlays over an edition, found sound, and what they make; null where anything is wrong, which `problems` says. */
export interface ReadLayers {
  readonly layered: { readonly layers: Layers; readonly composed: Composed } | null;
  readonly problems: readonly Diagnostic[];
  /** Absolute: what was read, links followed. */
  readonly paths: readonly string[];
}

/** Reads overlays and lays them over an edition. */
export async function readLayers(
  named: readonly NamedOverlay[],
  edition: Checklist,
  profile: Profile,
  editions: readonly string[],
  where: OverlayFolder,
): Promise<ReadLayers> {
  const { files, problems } = await readOverlays(named, editions, where);
  const paths = files.map(({ path }) => path);
  const found = problems.length > 0 ? problems : await findUnsound(files, edition, profile, editions);
  if (found.length > 0) return { layered: null, problems: found, paths };
  const layers = { edition, profile, overlays: inOrder(files.map(({ overlay }) => overlay)) };
  return { layered: { layers, composed: layer(layers, wordingDigest) }, problems: [], paths };
}

/** The edition that the first of the overlays comes down to; null when that cannot be told. */
export async function editionUnder(
  named: readonly NamedOverlay[],
  editions: readonly string[],
  where: OverlayFolder,
): Promise<string | null> {
  const { files } = await readOverlays(named, editions, where);
  const overlays = files.map(({ overlay }) => overlay);
  const [first] = overlays;
  const base = first === undefined ? undefined : chainOf(first.id, overlays)[0]?.extends;
  return base !== undefined && editions.includes(base) ? base : null;
}

/** Everything that makes the overlays unsound over the edition and beside one another, at its place. */
export async function findUnsound(
  files: readonly LoadedOverlay[],
  edition: Checklist,
  profile: Profile,
  editions: readonly string[],
): Promise<readonly Diagnostic[]> {
  const [places, scales] = await Promise.all([readEditionPlaces(), readShippedScales()]);
  const asked = new Map(
    editions.flatMap((id) => Object.keys(places[id] ?? {}).map((requirement) => [requirement, id] as const)),
  );
  const overlays = files.map(({ overlay }) => overlay);
  const context = { editions, asked, scales: scales.map(({ id }) => id) };
  const problems = lintLayers({ edition, profile, overlays }, context);
  const known = { editions: places, overlays: new Map(files.map(({ overlay, source }) => [overlay.id, source])) };
  return files.flatMap(({ overlay, source }) =>
    locateProblems(
      problems.filter((problem) => problem.in === overlay),
      source,
      known,
    ),
  );
}
