import type { Facts } from "../model/audit.js";
import type { Requirement, Standard } from "../model/checklist.js";
import type { Audience, PassageOutline, Strength } from "../model/document-facts.js";
import type { Profile } from "../model/profile.js";
import type { ScanPassage, ScanRequirement } from "../model/scan.js";
import { factsIn, judge } from "./applicability.js";
import type { ReadDocument } from "./scan-finding.js";
import { nationInfo } from "./scan-finding-rules.js";

/** Passages that are shown of one requirement. */
const mostShown = 3;

/** What is known of the words by which policies state requirements. */
export interface KnownWords {
  /** Requirements for which there are words. */
  readonly stated: ReadonlySet<string>;
  /** Those that are about the law or the officers of England. */
  readonly ofEngland: ReadonlySet<string>;
  /** Passages that must state a requirement before it counts as found, where that is more than one. */
  readonly needed: ReadonlyMap<string, number>;
}

/** A passage without its words, which are asked for only where they are shown. */
interface Placed {
  readonly strength: Strength;
  /** The more the better. */
  readonly worth: number;
  readonly document: ReadDocument;
  /** Its place among the passages of the document. */
  readonly index: number;
}

/** Whether a requirement is asked: it applies, or all that is not known of it is something other than the sector. */
export function isAsked({ appliesWhen }: Requirement, facts: Facts, profile: Profile): boolean {
  const { status } = judge(appliesWhen, facts, profile);
  if (status !== "unknown") return status === "applies";
  return appliesWhen !== null && !factsIn(appliesWhen).includes("sector");
}

/** Looks requirements up in a set of documents: what one file leaves out, another may state. */
export function createStatements(documents: readonly ReadDocument[], words: KnownWords) {
  const passages = new Map<string, Placed[]>();
  const setIsOfAdults = isSetOfAdults(documents);
  for (const document of documents) {
    const more = worthOf(document);
    for (const [index, { requirement, strength, weight }] of outlineOf(document).entries()) {
      const held = passages.get(requirement) ?? [];
      if (held.length === 0) passages.set(requirement, held);
      const { audience } = document.facts;
      held.push({ strength: weighSet(strength, audience, setIsOfAdults), worth: weight + more, document, index });
    }
  }
  const abroad = nationAbroad(documents);
  return (requirement: Requirement, standard: Standard): ScanRequirement => {
    const placed = passages.get(requirement.id) ?? [];
    const outcome = words.stated.has(requirement.id)
      ? outcomeOf(placed, words.needed.get(requirement.id) ?? 1, words.ofEngland.has(requirement.id) ? abroad : null)
      : noWords;
    const { id, title, force } = requirement;
    return {
      id,
      title,
      standard: standard.id,
      force,
      result: outcome.result,
      reason: outcome.reason,
      passages: outcome.shown.slice(0, mostShown).flatMap(showPassage),
      waived: false,
      known: false,
    };
  };
}

function outlineOf({ facts }: ReadDocument): readonly PassageOutline[] {
  return facts.outline ?? facts.passages;
}

/** A staff handbook speaks for children only where the other documents do. */
function weighSet(strength: Strength, audience: Audience, setIsOfAdults: boolean): Strength {
  return audience === "neither" && setIsOfAdults && strength === "states" ? "other-people" : strength;
}

function isSetOfAdults(documents: readonly ReadDocument[]): boolean {
  const count = (audience: Audience): number => documents.filter(({ facts }) => facts.audience === audience).length;
  return count("adults") > 0 && count("adults") >= count("children") + count("both");
}

/** The nation for whose law the documents are written, when it is not England's; null: nothing tells, or it is. */
function nationAbroad(documents: readonly ReadDocument[]): string | null {
  const nations = documents.flatMap(({ facts }) => (facts.nation === null ? [] : [facts.nation.nation]));
  const [first] = nations;
  return first === undefined || nations.includes("england") ? null : nationInfo[first];
}

interface Outcome {
  readonly result: ScanRequirement["result"];
  readonly reason: string;
  readonly shown: readonly Placed[];
}

const noWords: Outcome = {
  result: "needs-a-person",
  reason: "No words are known by which documents state this: read them for it.",
  shown: [],
};

function outcomeOf(placed: readonly Placed[], needed: number, abroad: string | null): Outcome {
  const of = (strength: Strength): readonly Placed[] =>
    placed.filter((passage) => passage.strength === strength).toSorted((a, b) => b.worth - a.worth);
  const [states, hints, denies] = [of("states"), of("hints"), of("denies")];
  const weak = [...of("mentions"), ...of("other-people")];
  if (denies.length > 0 && states.length > 0)
    return {
      result: "needs-a-person",
      reason: "One passage states it, and another says that it is not there.",
      shown: [...denies.slice(0, 1), ...states],
    };
  if (states.length >= needed) return { result: "found", reason: "It is stated.", shown: states };
  if (states.length > 0)
    return {
      result: "needs-a-person",
      reason: "It seems to be stated, but in so few words that somebody must read them.",
      shown: [...states, ...hints],
    };
  if (abroad !== null)
    return {
      result: "needs-a-person",
      reason: `The documents are written for the law of ${abroad}, which has other officers and duties: see what it asks.`,
      shown: [...hints, ...weak],
    };
  if (denies.length > 0)
    return { result: "not-found", reason: "The documents say that it is not there.", shown: denies };
  if (hints.length > 0)
    return {
      result: "needs-a-person",
      reason: "Its words are there; whether it is stated is hard to tell.",
      shown: hints,
    };
  return weak.length > 0
    ? {
        result: "not-found",
        reason: "It is mentioned, but not stated of this organisation and its children.",
        shown: weak,
      }
    : { result: "not-found", reason: "None of the words by which policies state it were found.", shown: [] };
}

/** A policy on safeguarding is the first place to look; then what says most. */
function worthOf({ facts }: ReadDocument): number {
  const isOfSafeguarding = /safeguard|child protection/iu.test(facts.title ?? "");
  return (isOfSafeguarding ? 2 : 0) + (facts.isPolicy ? 1 : 0);
}

function showPassage({ document: { file, facts }, index }: Placed): readonly ScanPassage[] {
  const { unit } = facts;
  return facts.passages.slice(index, index + 1).map(({ line, heading, excerpt, reason }) => {
    return { file, line, unit, heading: [...heading], excerpt, reason };
  });
}
