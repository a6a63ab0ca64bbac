/** The keys of an audit file in the order of its schema, those of all its parts in one list. */
const keyOrder = [
  "schema checklist overlays organisation name reference facts period from to previous assessors role responses archive archived-actions",
  "rating scores reason id what owner due status priority measure progress completed",
  "title path location reviewed review-due sha256",
  "evidence note actions assessed question moderated to-confirm carried-from checklist requirement on by minute response action sign-off content archived-facts",
].flatMap((keys) => keys.split(" "));

/** Where a key belongs among others; unknown keys come last, in the order they come in. */
export function rankOf(key: string): number {
  const rank = keyOrder.indexOf(key);
  return rank < 0 ? keyOrder.length : rank;
}

/** Where to put a key among keys that are there: after the last that belongs before it. */
export function positionFor(key: string, present: readonly string[]): number {
  return present.findLastIndex((other) => rankOf(other) <= rankOf(key)) + 1;
}

/** The value with the keys of every mapping in it in order. */
export function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inKeyOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, inKeyOrder(item)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => rankOf(a) - rankOf(b)));
}
