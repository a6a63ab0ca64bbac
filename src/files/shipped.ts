import { readFileSync } from "node:fs";
import { UserError } from "../errors.js";
import type { Checklist } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { Lexicon } from "../model/lexicon.js";
import type { Profile } from "../model/profile.js";
import type { Scale } from "../schema/scales.gen.js";
import { suggest } from "./suggest.js";

/** When an edition was published and in force; until is null while it is. */
export interface ShippedEdition {
  readonly id: string;
  readonly published: Day;
  readonly inForce: { readonly from: Day; readonly until: Day | null };
}

/** Made by the build; both src/files and dist/files lie two folders below the root. */
const folder = new URL("../../dist/checklists/", import.meta.url);

/** The shipped edition of that id. Throws UserError when none has it. */
export async function readShippedChecklist(id: string): Promise<Checklist> {
  const ids = await shippedIds();
  if (ids.includes(id)) return readJson<Checklist>(`${id}.json`);
  const near = suggest(id, ids);
  const hint = `${near === null ? "" : `Did you mean ${near}? `}Shipped: ${ids.join(", ")}.`;
  throw new UserError(`there is no checklist ${JSON.stringify(id)}`, [], hint);
}

/** The facts that an organisation is asked about. */
export async function readShippedProfile(): Promise<Profile> {
  return readJson<Profile>("profile.json");
}

/** The rating scales that forms use beside the four ratings. */
export async function readShippedScales(): Promise<readonly Scale[]> {
  return readJson<readonly Scale[]>("scales.json");
}

/** Terms that have had their day, and the words by which policies state a requirement; without examples. */
export async function readShippedLexicon(): Promise<Lexicon> {
  return readJson<Lexicon>("lexicon.json");
}

/** The rules by which documents are read. */
export interface ReadingRules {
  /** Tells them from those of other versions. */
  readonly id: string;
  /** Requirements for whose words documents are looked through. */
  readonly stated: readonly string[];
  /** Those of them that are about the law or the officers of England. */
  readonly ofEngland: readonly string[];
  /** Passages that must state a requirement before it counts as found, where that is more than one. */
  readonly needed: Readonly<Record<string, number>>;
}

export async function readReadingRules(): Promise<ReadingRules> {
  return readJson<ReadingRules>("reading-rules.json");
}

/** By edition and requirement, the line of `checklists/editions/ID.yaml` on which it stands. */
export type EditionPlaces = Readonly<Record<string, Readonly<Record<string, number>>>>;

export async function readEditionPlaces(): Promise<EditionPlaces> {
  return readJson<EditionPlaces>("places.json");
}

/** Every edition that is shipped, in the order of publication. */
export async function shippedIndex(): Promise<readonly ShippedEdition[]> {
  return readJson<readonly ShippedEdition[]>("index.json");
}

/** Their ids, in the same order. */
export async function shippedIds(): Promise<readonly string[]> {
  return (await shippedIndex()).map((edition) => edition.id);
}

/**
 * Id of the edition to audit against on a day: the one in force or, where that one is not shipped, the latest published
 * by then; before all of them the first. Throws RangeError for an empty index.
 */
export function editionInForce(index: readonly ShippedEdition[], today: Day): string {
  const inForce = index.findLast(({ inForce: { from, until } }) => from <= today && (until === null || today <= until));
  const found = inForce ?? index.findLast(({ published }) => published <= today) ?? index[0];
  if (found === undefined) throw new RangeError("no edition is shipped");
  return found.id;
}

/** Ours, made by the build and held to its schema by the tests: no need to look at it again at every start. */
async function readJson<Content>(name: string): Promise<Content> {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}
