/** From this on, two texts are the same but for a few words. */
const nearlySame = 0.85;

/** Hashes of a band. With sixteen bands of four, one pair in 100,000 that shares 85 of 100 is overlooked. */
const band = 4;

/** One place holds so many sketches at most, so that ten thousand texts from one template cost no square of them. */
const mostInPlace = 64;

/** Two texts that are the same but for a few words, in the order of the list. */
export interface Copies<Item> {
  readonly first: Item;
  readonly second: Item;
  /** From 0 to 1. */
  readonly resemblance: number;
}

/** How much of their text two documents share, from 0 to 1, told from their sketches; 0 where one has none. */
export function resemblance(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || one.length !== other.length) return 0;
  return one.filter((hash, index) => hash === other[index]).length / one.length;
}

/** A text of the list. */
interface Sketched<Item> {
  readonly item: Item;
  /** Its place in the list. */
  readonly index: number;
  readonly sketch: readonly number[];
}

/** The pairs whose sketches resemble each other by 0.85 or more. Of many that are equal, each is paired with the first. */
export function findCopies<Item>(
  items: readonly Item[],
  sketchOf: (item: Item) => readonly number[],
): readonly Copies<Item>[] {
  const places: Places<Item> = new Map();
  const equals = new Map<string, Sketched<Item>>();
  const found: Copies<Sketched<Item>>[] = [];
  for (const second of items.map((item, index) => ({ item, index, sketch: sketchOf(item) }))) {
    if (second.sketch.length === 0) continue;
    const whole = second.sketch.join(" ");
    const same = equals.get(whole);
    if (same !== undefined) {
      found.push({ first: same, second, resemblance: 1 });
      continue;
    }
    equals.set(whole, second);
    for (const first of neighbours(second, places)) {
      const alike = resemblance(first.sketch, second.sketch);
      if (alike >= nearlySame) found.push({ first, second, resemblance: alike });
    }
  }
  return found
    .toSorted((one, other) => one.first.index - other.first.index || one.second.index - other.second.index)
    .map(({ first, second, resemblance: alike }) => ({ first: first.item, second: second.item, resemblance: alike }));
}

/** By a band and what it holds: the texts whose sketches share it. */
type Places<Item> = Map<string, Sketched<Item>[]>;

/** Those before that share a band with the text, which takes its places among them. */
function neighbours<Item>(text: Sketched<Item>, places: Places<Item>): ReadonlySet<Sketched<Item>> {
  const near = new Set<Sketched<Item>>();
  for (let from = 0; from < text.sketch.length; from += band) {
    const key = `${from} ${text.sketch.slice(from, from + band).join(" ")}`;
    const place = places.get(key) ?? [];
    places.set(key, place);
    for (const other of place) near.add(other);
    if (place.length < mostInPlace) place.push(text);
  }
  return near;
}
