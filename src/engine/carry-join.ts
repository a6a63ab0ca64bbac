import type { Rating, Response } from "../model/audit.js";

type Moderated = NonNullable<Response["moderated"]>;

/**
 * Several answers as one: the worst of the ratings, not applicable only where all are, with the scores on which all that
 * were rated so agree; reasons, notes, evidence and actions put together, each once. The oldest day on which one was given counts. Marks of waiting are left out.
 */
export function joinResponses([one, ...others]: readonly [Response, ...Response[]]): Response {
  const first = withoutMarks(one);
  if (others.length === 0) return first;
  const plain = [first, ...others.map(withoutMarks)];
  const rating = worstOf(plain.flatMap((response) => response.rating ?? []));
  const evidence = eachOnce(plain.flatMap((response) => response.evidence ?? []));
  const actions = plain.flatMap((response) => response.actions ?? []);
  const scores = commonScores(plain.filter((response) => response.rating === rating));
  const assessed = plain.flatMap((response) => response.assessed ?? []).toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
  const moderated = worstModerated(plain.flatMap((response) => response.moderated ?? []));
  const reason = joinTexts(plain.map((response) => response.reason));
  const note = joinTexts(plain.map((response) => response.note));
  const question = plain.find((response) => response.question !== undefined)?.question;
  return {
    ...(rating === null ? {} : { rating }),
    ...(scores === null ? {} : { scores }),
    ...(reason === null ? {} : { reason }),
    ...(evidence.length === 0 ? {} : { evidence }),
    ...(note === null ? {} : { note }),
    ...(actions.length === 0 ? {} : { actions }),
    ...(assessed === undefined ? {} : { assessed }),
    ...(question === undefined ? {} : { question }),
    ...(moderated === null ? {} : { moderated }),
  };
}

/** The response as it was given, without what says that it waits. */
export function withoutMarks(response: Response): Response {
  const { "to-confirm": _why, "carried-from": _edition, ...rest } = response;
  return rest;
}

export function withoutActions(response: Response): Response {
  const { actions: _actions, ...rest } = response;
  return rest;
}

/** Whether two values of a file are the same; the order of keys is none of them. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

const worstFirst = ["not-met", "partly-met", "met", "not-applicable"] as const satisfies readonly Rating[];

function worstOf(ratings: readonly Rating[]): Rating | null {
  return worstFirst.find((rating) => ratings.includes(rating)) ?? null;
}

/** A score of one part is none of the whole where another part has a lower one, or none; null: they agree on none. */
function commonScores([first, ...others]: readonly Response[]): NonNullable<Response["scores"]> | null {
  const common = Object.entries(first?.scores ?? {}).filter(([scale, score]) =>
    others.every(({ scores = {} }) => Object.hasOwn(scores, scale) && scores[scale] === score),
  );
  return common.length === 0 ? null : Object.fromEntries(common);
}

function worstModerated(moderations: readonly Moderated[]): Moderated | null {
  const worst = worstOf(moderations.map(({ rating }) => rating));
  return moderations.find(({ rating }) => rating === worst) ?? null;
}

function joinTexts(texts: readonly (string | undefined)[]): string | null {
  const each = [...new Set(texts)].filter((text) => text !== undefined);
  return each.length === 0 ? null : each.join("\n");
}

function eachOnce<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [canonical(item), item])).values()];
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))
      : inner,
  );
}
