import type { Checklist } from "../model/checklist.js";
import type { LineageStep, Link } from "../model/lineage.js";

/** From where to where, and what is known of the editions on the way. */
export interface Way {
  readonly from: Checklist;
  readonly to: Checklist;
  readonly editions: readonly Checklist[];
  readonly isBackward: boolean;
}

/** What is said of one kind of change that was met on the way, with who says it; null: nothing. */
export function noteOf(group: readonly Link[], kind: LineageStep["change"], way: Way): string | null {
  const notes = group.flatMap(({ steps }) =>
    steps.flatMap(({ change, checklist, note }) => {
      if (change !== kind || note === null) return [];
      const by = sayer(checklist, way);
      return [way.isBackward ? `Back before ${by}, which says: ${note}` : `${by}: ${note}`];
    }),
  );
  return notes.length === 0 ? null : [...new Set(notes)].join(" ");
}

/** The history of what returned: where it stood, who did not ask it, and what is said of its return; null: not known. */
export function describeGap(group: readonly Link[], way: Way): string | null {
  const gap = new Set(group.flatMap((link) => link.gap));
  const titles = way.editions.filter(({ id }) => gap.has(id)).map(({ title }) => title);
  const parts = [
    ...group.map(({ note }) => note),
    ...(titles.length === 0 ? [] : [`${titles.join(" and ")} did not ask it.`]),
    noteOf(group, "returned", way),
  ];
  const told = parts.filter((part) => part !== null);
  return told.length === 0 ? null : told.join(" ");
}

/** An edition by its year, an overlay by its title. */
function sayer(id: string, way: Way): string {
  const edition = allOf(way).find((other) => other.id === id);
  if (edition !== undefined) return edition.published.slice(0, 4);
  return [...way.from.overlays, ...way.to.overlays].find((overlay) => overlay.id === id)?.title ?? id;
}

function allOf({ from, to, editions }: Way): readonly Checklist[] {
  return [...editions, from, to];
}
