import type { Layers, OverlayFile } from "../model/overlay.js";
import { chainOf, inOrder } from "./layer-order.js";
import { conflictsBetween } from "./lint-overlay-conflicts.js";
import type { OverlayContext } from "./lint-overlay-subject.js";
import { lintOverlay } from "./lint-overlay.js";
import { findRepeated, type LintProblem, problem } from "./lint-problem.js";

/** What is wrong with one of several overlays. */
export interface LayerProblem extends LintProblem {
  /** The overlay in whose file it stands, as it was given. */
  readonly in: OverlayFile;
}

/** How many overlays may stand on one another. */
export const deepestChain = 20;

/** Everything that makes overlays unsound, each over what it extends, and beside one another. */
export function lintLayers(
  layers: Layers,
  context: Pick<OverlayContext, "editions" | "asked" | "scales">,
): readonly LayerProblem[] {
  const { edition, profile, overlays } = layers;
  const doubled = doubledIds(overlays);
  // Which of two overlays of one id an id means cannot be told, so nothing more can be.
  if (doubled.length > 0) return doubled;
  const chains = new Map(overlays.map((overlay) => [overlay, chainOf(overlay.id, overlays)]));
  const broken = overlays.flatMap((overlay) => lintChain(overlay, chains.get(overlay) ?? [], layers, context.editions));
  const sound = overlays.filter((overlay) => isSound(chains.get(overlay) ?? [], edition.id));
  const alone = sound.flatMap((overlay) => {
    const chain = (chains.get(overlay) ?? []).slice(0, -1);
    return lintOverlay(overlay, { ...context, edition, profile, chain }).map((found) => ({ ...found, in: overlay }));
  });
  const beside = conflictsBetween(
    inOrder(sound),
    // What an overlay says otherwise than one that it extends is told already.
    (later, earlier) => !(chains.get(later) ?? []).includes(earlier),
  );
  return [...broken, ...alone, ...beside];
}

function doubledIds(overlays: readonly OverlayFile[]): readonly LayerProblem[] {
  const named = overlays.map((overlay) => ({ id: overlay.id, path: ["id"], overlay }));
  return findRepeated(named).map(({ id, path, overlay }) => ({
    ...problem(
      "duplicate-id",
      path,
      `Two overlays have the id "${id}".`,
      "Name one of the two, or give it another id.",
    ),
    in: overlay,
  }));
}

function isSound(chain: readonly OverlayFile[], edition: string): boolean {
  return chain[0]?.extends === edition && chain.length <= deepestChain;
}

/** What is wrong with what an overlay extends, told at the overlay where it goes wrong, and not at each above it. */
function lintChain(
  overlay: OverlayFile,
  chain: readonly OverlayFile[],
  { edition, overlays }: Layers,
  editions: readonly string[],
): readonly LayerProblem[] {
  const base = overlay.extends;
  const say = (code: LintProblem["code"], message: string, hint: string): readonly LayerProblem[] => [
    { ...problem(code, ["extends"], message, hint), in: overlay },
  ];
  if (chainOf(base, overlays).includes(overlay))
    return say(
      "overlay-circular",
      base === overlay.id ? `"${overlay.id}" extends itself.` : `What "${overlay.id}" extends leads back to itself.`,
      "Let one of them extend the edition.",
    );
  if (chain.length > deepestChain)
    return say(
      "overlay-depth",
      `"${overlay.id}" stands on ${chain.length - 1} other overlays.`,
      `At most ${deepestChain} may stand on one another.`,
    );
  if (base === edition.id || overlays.some(({ id }) => id === base)) return [];
  if (!editions.includes(base)) {
    const found = say("overlay-missing", missing(base), `Editions: ${editions.join(", ")}.`);
    return found.map((item) => ({
      ...item,
      unknown: { id: base, among: [...editions, ...overlays.map(({ id }) => id)] },
    }));
  }
  return say(
    "overlay-edition",
    `"${overlay.id}" is for ${base}, and the audit is against ${edition.id}.`,
    `Leave the overlay out of this audit, or use one for ${edition.id}.`,
  );
}

function missing(base: string): string {
  return `There is no edition and no overlay "${base}".`;
}
