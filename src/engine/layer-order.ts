import type { OverlayFile } from "../model/overlay.js";

/** The overlay of that id after all that it extends, the edition's neighbour first; empty when none has the id. */
export function chainOf(id: string, overlays: readonly OverlayFile[]): readonly OverlayFile[] {
  const chain: OverlayFile[] = [];
  let next = find(id, overlays);
  while (next !== undefined && !chain.includes(next)) {
    chain.push(next);
    next = find(next.extends, overlays);
  }
  return chain.toReversed();
}

/** Each after those that it extends, then by id: the same whatever order they are named in. */
export function inOrder(overlays: readonly OverlayFile[]): readonly OverlayFile[] {
  return overlays
    .map((overlay) => ({ overlay, depth: chainOf(overlay.id, overlays).length }))
    .toSorted((a, b) => a.depth - b.depth || compare(a.overlay.id, b.overlay.id))
    .map(({ overlay }) => overlay);
}

/** The one overlay that no other extends; null when there are several such, or none. */
export function outermost(overlays: readonly OverlayFile[]): OverlayFile | null {
  const extended = new Set(overlays.map((overlay) => overlay.extends));
  const [only, ...others] = overlays.filter(({ id }) => !extended.has(id));
  return only === undefined || others.length > 0 ? null : only;
}

function find(id: string, overlays: readonly OverlayFile[]): OverlayFile | undefined {
  return overlays.find((overlay) => overlay.id === id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
