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
  const chained = overlays.map((overlay) => ({ overlay, chain: chainOf(overlay.id, overlays) }));
  const broken = chained.flatMap(({ overlay, chain }) => lintChain(overlay, chain, layers, context.editions));
  const sound = chained.filter(({ chain }) => isSound(chain, edition.id));
  const alone = sound.flatMap(({ overlay, chain }) => {
    const below = chain.slice(0, -1);
    const problems = lintOverlay(overlay, { ...context, edition, profile, chain: below });
    return problems.map((found) => ({ ...found, in: overlay }));
  });
  const beside = conflictsBetween(
    inOrder(sound.map(({ overlay }) => overlay)),
    // What an overlay says otherwise than one that it extends is told already.
    (later, earlier) => !chainOf(later.id, overlays).includes(earlier),
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
