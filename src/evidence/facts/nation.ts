import type { DocumentText } from "../../model/document.js";
import type { DocumentFacts, Nation } from "../../model/document-facts.js";
import { nationSigns } from "./nation-signs.js";
import { toldIn } from "./told.js";

const groups = nationSigns.flatMap(({ nation, strong, weak }) => [
  { nation, weight: 3, pattern: whole(strong.join("|")) },
  { nation, weight: 1, pattern: whole(weak.join("|")) },
]);

function whole(words: string): RegExp {
  return new RegExp(`^(?:${words})$`, "u");
}

/** All signs, those that begin with the same letter together: so many alternatives side by side are slow. */
const anySign = new RegExp(
  `(?<![\\p{L}\\d])(?:${byFirstLetter(nationSigns.flatMap(({ strong, weak }) => [...strong, ...weak]))})(?![\\p{L}\\d])`,
  "gu",
);

function byFirstLetter(words: readonly string[]): string {
  const rests = new Map<string, string[]>();
  const others: string[] = [];
  for (const word of words) {
    const [letter = "", next = ""] = word;
    if (!/[a-z]/u.test(letter) || /[?*{]/u.test(next)) others.push(word);
    else rests.set(letter, [...(rests.get(letter) ?? []), word.slice(1)]);
  }
  return [...[...rests].map(([letter, rest]) => `${letter}(?:${rest.join("|")})`), ...others].join("|");
}

/** One sign counts so often at most: a letterhead on every page tells no more than one. */
const mostOfOne = 3;

interface Tally {
  weight: number;
  strong: number | null;
  weak: number | null;
}

/**
 * The nation whose law the document is written for, and where the first sign stands that decides it. Another nation than
 * England must outweigh it, so that a sister nation named in passing changes nothing; a sentence that lists the bodies
 * of several counts little. Null: nothing tells.
 */
export function findNation(document: DocumentText): DocumentFacts["nation"] {
  const tallies = new Map<Nation, Tally>();
  const uses = new Map<string, number>();
  const known = new Map<string, (typeof groups)[number]>();
  for (const { lower, line } of toldIn(document)) {
    const signs = (lower.match(anySign) ?? []).flatMap((sign) => {
      const group = known.get(sign) ?? groups.find(({ pattern }) => pattern.test(sign));
      if (group === undefined) return [];
      known.set(sign, group);
      return [{ nation: group.nation, weight: group.weight, sign }];
    });
    const share = new Set(signs.map(({ nation }) => nation)).size > 1 ? 1 / 4 : 1;
    for (const { nation, weight, sign } of signs) {
      const count = (uses.get(sign) ?? 0) + 1;
      uses.set(sign, count);
      const tally = tallies.get(nation) ?? { weight: 0, strong: null, weak: null };
      tallies.set(nation, tally);
      if (count <= mostOfOne) tally.weight += weight * share;
      if (weight > 1) tally.strong ??= line;
      else tally.weak ??= line;
    }
  }
  return heaviest(tallies);
}

function heaviest(tallies: ReadonlyMap<Nation, Tally>): DocumentFacts["nation"] {
  let best: { readonly nation: Nation; readonly tally: Tally } | null = null;
  for (const { nation } of nationSigns) {
    const tally = tallies.get(nation);
    if (tally === undefined || tally.weight <= (best?.tally.weight ?? 0)) continue;
    // A place named in passing makes no law.
    if (nation !== "england" && tally.strong === null && tally.weight < 2) continue;
    best = { nation, tally };
  }
  const line = best?.tally.strong ?? best?.tally.weak ?? null;
  return best === null || line === null ? null : { nation: best.nation, line };
}
