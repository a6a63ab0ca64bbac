import { ratingOf, ratingsOf } from "../engine/scale.js";
import { type Rating, ratingInfo } from "../model/audit.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { isObject } from "../schema/alternatives.js";
import type { Scale } from "../schema/scales.gen.js";
import { diagnose } from "./diagnostics.js";
import { readShippedScales } from "./shipped.js";
import { didYouMean } from "./suggest.js";
import { listWords, quote } from "./wording.js";
import type { YamlSource } from "./yaml-source.js";

type Mapping = Readonly<Record<string, unknown>>;

/** The scores of one answer, and the rating beside them: null when there is none, or none that is known. */
interface Scored {
  readonly requirement: string;
  readonly scores: Mapping;
  readonly hasRating: boolean;
  readonly rating: Rating | null;
}

/**
 * Scores on scales that are not shipped, scores that their scale has not, and scores that do not agree with the rating or
 * with one another, in an audit or an answers file, valid by its schema or not. The scales are read only where there are
 * scores. In an audit a rating must stand beside scores (`needsRating`); in answers they give it.
 */
export async function findScoreProblems(source: YamlSource, needsRating: boolean): Promise<readonly Diagnostic[]> {
  const scored = scoredOf(source);
  if (scored.length === 0) return [];
  const scales = await readShippedScales();
  return scored.flatMap((one) => [
    ...Object.entries(one.scores).flatMap(([id, score]) => checkScore(id, score, one, scales, source)),
    ...checkTogether(one, scales, needsRating, source),
  ]);
}

function scoredOf({ value }: YamlSource): readonly Scored[] {
  return Object.entries(mappingAt(value, "responses")).flatMap(([requirement, response]) => {
    const scores = mappingAt(response, "scores");
    if (Object.keys(scores).length === 0) return [];
    const rating = isObject(response) ? response["rating"] : undefined;
    return [{ requirement, scores, hasRating: rating !== undefined, rating: isRating(rating) ? rating : null }];
  });
}

/** The mapping under the key; an empty one where there is none. */
function mappingAt(value: unknown, key: string): Mapping {
  const inner = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return isObject(inner) ? inner : {};
}

function isRating(value: unknown): value is Rating {
  return typeof value === "string" && Object.hasOwn(ratingInfo, value);
}

function checkScore(
  id: string,
  score: unknown,
  { requirement, rating }: Scored,
  scales: readonly Scale[],
  source: YamlSource,
): readonly Diagnostic[] {
  const path = ["responses", requirement, "scores", id];
  const scale = scales.find((each) => each.id === id);
  if (scale === undefined) {
    const ids = scales.map((each) => each.id);
    const hint = didYouMean(id, ids, `The rating scales: ${ids.join(", ")}.`);
    const message = `There is no rating scale ${quote(id)}.`;
    return [diagnose("unknown-scale", source.file, source.locate(path, "key"), message, hint)];
  }
  // What is neither text nor a number the schema refuses already.
  if (typeof score !== "string" && typeof score !== "number") return [];
  const place = source.locate(path, "value");
  const comesTo = ratingOf(scale, score);
  if (comesTo === null) {
    const message = `The scale ${id} (${scale.title}) has no value ${quote(score)}.`;
    return [diagnose("unknown-score", source.file, place, message, hintForScore(score, scale))];
  }
  if (rating === null || comesTo === rating) return [];
  const message = `${quote(score)} on the scale ${id} comes to ${inWords(comesTo)}, and ${requirement} is rated ${inWords(rating)}.`;
  return [diagnose("score-disagrees", source.file, place, message, hintForRating(rating, scale))];
}

/** A number in quotes is another value to YAML, though hardly to a person. */
function hintForScore(score: string | number, { values }: Scale): string {
  const twin = values.find(({ value }) => String(value) === String(score).trim());
  if (twin !== undefined) return `Write ${written(twin.value)}.`;
  const words = values.map(({ value }) => String(value));
  const list = `Its values: ${listWords(words)}.`;
  return typeof score === "string" ? (didYouMean(score, words, list) ?? list) : list;
}

/** As it is to be typed into YAML: a text that would be read as a number needs quotes. */
function written(value: string | number): string {
  return typeof value === "number" ? `${value}, without quotes` : `${quote(value)}, with the quotes`;
}

function hintForRating(rating: Rating, scale: Scale): string {
  const values = scale.values.filter((each) => each.rating === rating).map(({ value }) => String(value));
  return values.length === 0
    ? `The scale has no value for ${inWords(rating)}: remove the score, or correct the rating.`
    : `On this scale ${inWords(rating)} is ${listWords(values)}: correct the score or the rating.`;
}

/** Scores without a rating: each alone may be right, but something is missing, or they contradict one another. */
function checkTogether(
  { requirement, scores, hasRating }: Scored,
  scales: readonly Scale[],
  needsRating: boolean,
  source: YamlSource,
): readonly Diagnostic[] {
  if (hasRating) return [];
  const place = source.locate(["responses", requirement, "scores"], "key");
  const ratings = ratingsOf(onlyScores(scores), scales);
  const [one] = ratings;
  if (ratings.length > 1) {
    const message = `The scores of ${requirement} do not agree: they come to ${listWords(ratings.map(inWords), "and")}.`;
    return [diagnose("score-disagrees", source.file, place, message, "Correct one of the scores.")];
  }
  if (!needsRating) return [];
  const hint = one === undefined ? "Add a rating beside the scores." : `Add rating: ${one}, which is what it comes to.`;
  return [diagnose("missing-key", source.file, place, `${requirement} has a score and no rating.`, hint)];
}

function onlyScores(scores: Mapping): Readonly<Record<string, string | number>> {
  const fit = Object.entries(scores).flatMap(([id, score]) =>
    typeof score === "string" || typeof score === "number" ? [[id, score] as const] : [],
  );
  return Object.fromEntries(fit);
}

function inWords(rating: Rating): string {
  return ratingInfo[rating].toLowerCase();
}
