import { type Audit, responseTo } from "../model/audit.js";
import type { Day } from "../model/day.js";
import type { Sample } from "../schema/sample.gen.js";
import type { Step } from "./plan.js";

/**
 * As many of the ids as asked for, all where there are no more, in the order in which they are given. The seed alone
 * decides which: the order plays no part, and an id that is added or taken away changes at most one other.
 */
export function drawSample(ids: readonly string[], size: number, seed: string): readonly string[] {
  const ranked = [...new Set(ids)]
    .map((id) => ({ id, rank: `${rankOf(`${seed}\u0000${id}`)} ${id}` }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  const drawn = new Set(ranked.slice(0, size).map(({ id }) => id));
  return ids.filter((id) => drawn.has(id));
}

/** Eight hexadecimal digits in which every character of the text has a say: FNV-1a, stirred once more at the end. */
function rankOf(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
  return ((sum ^ (sum >>> 16)) >>> 0).toString(16).padStart(8, "0");
}

/** What was drawn, made readable. A step is `answered` when its answer was moderated. */
export function describeDrawn(
  audit: Audit,
  steps: readonly Step[],
  { seed, of, today }: { readonly seed: string; readonly of: number; readonly today: Day },
): Sample {
  return {
    schema: "sample/1",
    today,
    organisation: audit.organisation.name,
    period: audit.period,
    checklist: audit.checklist,
    seed,
    of,
    requirements: steps.flatMap(({ requirement, standard, answered }) => {
      const { rating, moderated } = responseTo(audit, requirement.id) ?? {};
      if (rating === undefined) return [];
      const { id, title, question } = requirement;
      const standing = answered ? moderated : undefined;
      return [
        {
          id,
          title,
          standard: standard.title,
          question,
          rating,
          moderated: standing?.rating ?? null,
        },
      ];
    }),
  };
}
