import type { LintProblem, OtherPlace } from "../engine/lint-problem.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { diagnose } from "./diagnostics.js";
import type { EditionPlaces } from "./shipped.js";
import { didYouMean } from "./suggest.js";
import type { YamlSource } from "./yaml-source.js";

/** Where the places are that a problem of an overlay may name. */
export interface KnownPlaces {
  readonly editions: EditionPlaces;
  /** The overlay files read, by the id of the overlay. */
  readonly overlays: ReadonlyMap<string, YamlSource>;
}

/** Looking for what was meant takes long where there are thousands. */
const mostMeant = 100;

/** Problems of one overlay as diagnostics; each names the other file and line that it is about. */
export function locateProblems(
  problems: readonly LintProblem[],
  source: YamlSource,
  places: KnownPlaces,
): readonly Diagnostic[] {
  return problems.map(({ code, path, message, hint, other, unknown }, index) => {
    const place = source.locate(path, isNamedByKey(path) ? "key" : "value");
    const see = other === undefined ? null : describePlace(other, places);
    const meant = unknown === undefined || index >= mostMeant ? hint : didYouMean(unknown.id, unknown.among, hint);
    return diagnose(code, source.file, place, see === null ? message : `${message} See ${see}.`, meant);
  });
}

/** What is strengthened is a key; its value may be nothing at all. */
function isNamedByKey(path: LintProblem["path"]): boolean {
  return path[0] === "strengthens" && path.length === 2;
}

/** "anytown-2026.yaml:41"; null when it is not known where it stands. */
function describePlace(other: OtherPlace, { editions, overlays }: KnownPlaces): string | null {
  if ("overlay" in other) {
    const source = overlays.get(other.overlay);
    return source === undefined ? null : `${source.file}:${source.locate(other.path, "value").line}`;
  }
  const lines = editions[other.edition] ?? {};
  const line = Object.hasOwn(lines, other.requirement) ? lines[other.requirement] : undefined;
  return line === undefined ? null : `checklists/editions/${other.edition}.yaml:${line}`;
}
