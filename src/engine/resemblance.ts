/** From this on, two texts are the same but for a few words. */
const nearlySame = 0.85;

/** Hashes of a band. With sixteen bands of four, one pair in 100,000 that shares 85 of 100 is overlooked. */
const band = 4;

/** One place holds so many sketches at most, so that ten thousand texts from one template cost no square of them. */
const mostInPlace = 64;

/** Two texts that are the same but for a few words, by their places in the list. */
export interface Copies {
  readonly first: number;
  readonly second: number;
  /** From 0 to 1. */
  readonly resemblance: number;
}

/** How much of their text two documents share, from 0 to 1, told from their sketches; 0 where one has none. */
export function resemblance(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || one.length !== other.length) return 0;
  return one.filter((hash, index) => hash === other[index]).length / one.length;
}

/** The pairs of sketches that resemble each other by 0.85 or more. Of many that are equal, each is paired with the first. */
export function findCopies(sketches: readonly (readonly number[])[]): readonly Copies[] {
  const places: Places = new Map();
  const equals = new Map<string, number>();
  const found: Copies[] = [];
  for (const [second, sketch] of sketches.entries()) {
    if (sketch.length === 0) continue;
    const whole = sketch.join(" ");
    const same = equals.get(whole);
    if (same !== undefined) {
      found.push({ first: same, second, resemblance: 1 });
      continue;
    }
    equals.set(whole, second);
    for (const [first, other] of neighbours(sketch, second, places)) {
      const alike = resemblance(other, sketch);
      if (alike >= nearlySame) found.push({ first, second, resemblance: alike });
    }
  }
  return found.toSorted((one, other) => one.first - other.first || one.second - other.second);
}

/** By a band and what it holds: the sketches that share it, with their places in the list. */
type Places = Map<string, (readonly [number, readonly number[]])[]>;

/** Those before that share a band with the sketch, which takes its places among them. */
function neighbours(sketch: readonly number[], index: number, places: Places): ReadonlyMap<number, readonly number[]> {
  const near = new Map<number, readonly number[]>();
  for (let from = 0; from < sketch.length; from += band) {
    const key = `${from} ${sketch.slice(from, from + band).join(" ")}`;
    const place = places.get(key) ?? [];
    places.set(key, place);
    for (const [other, its] of place) near.set(other, its);
    if (place.length < mostInPlace) place.push([index, sketch]);
  }
  return near;
}
