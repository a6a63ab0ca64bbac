import { UserError } from "../errors.js";
import { readShippedScales } from "../files/shipped.js";
import { didYouMean } from "../files/suggest.js";
import { quote } from "../files/wording.js";
import type { Composed, Layers, OverlayFile } from "../model/overlay.js";
import type { Scale } from "../schema/scales.gen.js";

/** The checklist of an audit, and the layers that it is made of. */
interface Layered extends Composed {
  readonly layers: Layers;
}

/** What a report is made in; scale null: there is no form, or it takes the four ratings. */
interface Shown extends Composed {
  readonly scale: Scale | null;
}

/**
 * The checklist as one overlay of the audit asks it, in its form; null: as the audit holds it. Throws UserError when the
 * audit has no overlay of that id.
 */
export async function composeFor(id: string | null, layered: Layered): Promise<Shown> {
  const { checklist, profile } = id === null ? layered : await composeOverlay(id, layered.layers);
  const scale = checklist.form?.scale ?? null;
  return { checklist, profile, scale: scale === null ? null : ((await readScales([scale]))[0] ?? null) };
}

async function composeOverlay(id: string, layers: Layers): Promise<Composed> {
  const [{ layerFor }, { wordingDigest }] = await Promise.all([
    import("../engine/layer.js"),
    import("../files/wording-digest.js"),
  ]);
  const composed = layerFor(id, layers, wordingDigest);
  if (composed !== null) return composed;
  const ids = layers.overlays.map((overlay) => overlay.id);
  const list = ids.length === 0 ? "It names no overlays at all." : `Its overlays: ${ids.join(", ")}.`;
  const near = didYouMean(id, ids, null);
  throw new UserError(`the audit has no overlay ${quote(id)}`, [], near === null ? list : `${near} ${list}`);
}

/** The rating scales of the forms of these overlays, each once; read only where a form has one. */
export async function scalesInUse(overlays: readonly OverlayFile[]): Promise<readonly Scale[]> {
  const ids = overlays.flatMap(({ form }) => form?.scale ?? []);
  return ids.length === 0 ? [] : readScales([...new Set(ids)]);
}

/** In the order of the ids. That a form's scale is shipped was made sure of when the overlay was read. */
async function readScales(ids: readonly string[]): Promise<readonly Scale[]> {
  const shipped = await readShippedScales();
  return ids.flatMap((id) => shipped.find((scale) => scale.id === id) ?? []);
}
