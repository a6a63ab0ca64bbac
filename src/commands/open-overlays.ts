import { UserError } from "../errors.js";
import { arrange, diagnose } from "../files/diagnostics.js";
import type { OverlayFolder } from "../files/overlay-file.js";
import { editionUnder, type NamedOverlay, readLayers } from "../files/read-overlays.js";
import { editionInForce, readShippedChecklist, readShippedProfile, shippedIndex } from "../files/shipped.js";
import type { Host } from "../host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Composed } from "../model/overlay.js";

/** Overlays that were named on the command line, found sound. */
export interface OpenedOverlays {
  readonly composed: Composed;
  /** Absolute: what was read. */
  readonly paths: readonly string[];
}

/**
 * Reads overlays, by their paths from the folder, over the edition of that id; null: the one that they are for.
 * Throws UserError with everything that is wrong with them.
 */
export async function openOverlays(
  written: readonly string[],
  editionId: string | null,
  where: Omit<OverlayFolder, "files">,
  host: Host,
): Promise<OpenedOverlays> {
  const index = await shippedIndex();
  const editions = index.map(({ id }) => id);
  const folder = { ...where, files: host.files };
  const named = written.map((path): NamedOverlay => {
    return {
      written: path,
      say: (code, message, hint) => diagnose(code, `${where.shownIn}${path}`, null, message, hint),
    };
  });
  const id = editionId ?? (await editionUnder(named, editions, folder)) ?? editionInForce(index, host.today());
  const [edition, profile] = await Promise.all([readShippedChecklist(id), readShippedProfile()]);
  const { layered, problems, paths } = await readLayers(named, edition, profile, editions, folder);
  if (layered === null) throw refusal(problems);
  return { composed: layered.composed, paths };
}

function refusal(problems: readonly Diagnostic[]): UserError {
  const files = [...new Set(problems.map(({ file }) => file))];
  const those =
    files.length === 1 ? `${files.join("")} cannot be used as it is` : "the overlays cannot be used as they are";
  return new UserError(those, arrange(problems));
}
