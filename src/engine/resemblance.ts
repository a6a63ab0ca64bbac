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
  return sharedBy(one, other, 0);
}

/** What share of the numbers is the same; 0 as soon as it cannot reach `least`. */
function sharedBy(one: readonly number[], other: readonly number[], least: number): number {
  const { length } = one;
  if (length === 0 || length !== other.length) return 0;
  let shared = length;
  for (let index = 0; index < length; index += 1)
    if (one[index] !== other[index]) {
      shared -= 1;
      if (shared / length < least) return 0;
    }
  return shared / length;
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
  const equals: Places<Sketched<Item>> = new Map();
  const enter = createBands<Item>();
  const found: Copies<Sketched<Item>>[] = [];
  for (const second of items.map((item, index) => ({ item, index, sketch: sketchOf(item) }))) {
    const { sketch } = second;
    if (sketch.length === 0) continue;
    const place = placeOf(equals, sketch, 0, sketch.length);
    const same = place.find(
      (other) => other.sketch.length === sketch.length && isSame(other, second, 0, sketch.length),
    );
    if (same !== undefined) {
      found.push({ first: same, second, resemblance: 1 });
      continue;
    }
    place.push(second);
    for (const first of enter(second)) {
      const alike = sharedBy(first.sketch, sketch, nearlySame);
      if (alike >= nearlySame) found.push({ first, second, resemblance: alike });
    }
  }
  return found
    .toSorted((one, other) => one.first.index - other.first.index || one.second.index - other.second.index)
    .map(({ first, second, resemblance: alike }) => ({ first: first.item, second: second.item, resemblance: alike }));
}

/** By a digest of numbers, which others may share by chance: what holds those numbers. */
type Places<Held> = Map<number, Held[]>;

function placeOf<Held>(places: Places<Held>, sketch: readonly number[], from: number, to: number): Held[] {
  let digest = from;
  for (const number of sketch.slice(from, to)) digest = Math.imul(digest ^ number, 0x01_00_01_93);
  const place = places.get(digest) ?? [];
  places.set(digest, place);
  return place;
}

/** Gives for each text those before it that share a band with it; it takes its places among them. */
function createBands<Item>(): (text: Sketched<Item>) => readonly Sketched<Item>[] {
  const places: Places<Sketched<Item>[]> = new Map();
  const metBy: number[] = [];
  return (text) => {
    const near: Sketched<Item>[] = [];
    for (let from = 0; from < text.sketch.length; from += band) {
      const place = placeOf(places, text.sketch, from, from + band);
      const sharing =
        place.find((others) => others.slice(0, 1).some((one) => isSame(one, text, from, from + band))) ?? [];
      if (sharing.length === 0) place.push(sharing);
      for (const other of sharing) {
        if (metBy[other.index] !== text.index) near.push(other);
        metBy[other.index] = text.index;
      }
      if (sharing.length < mostInPlace) sharing.push(text);
    }
    return near;
  };
}

function isSame(
  { sketch: one }: Sketched<unknown>,
  { sketch: other }: Sketched<unknown>,
  from: number,
  to: number,
): boolean {
  for (let index = from; index < to; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
