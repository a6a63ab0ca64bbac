import type { Strength } from "../../model/document-facts.js";
import type { CompiledLexicon } from "./compiled-lexicon.js";
import type { Ground, Match } from "./matches.js";

/** A sentence whose words meet a rule, and what may yet keep it from stating anything. */
export interface Weighed {
  readonly text: string;
  readonly isSentence: boolean;
  readonly isHeading: boolean;
  /** Words of its own, the lead-in left out. */
  readonly length: number;
  /** Whether it or its lead-in holds a word that makes a sentence of it. */
  readonly hasVerb: boolean;
  readonly ground: Ground;
  readonly match: Match;
  readonly lexicon: CompiledLexicon;
}

export interface Stance {
  readonly strength: Strength;
  /** Why, as the end of a sentence. */
  readonly because: string;
}

interface StanceRule {
  readonly name: string;
  readonly weigh: (weighed: Weighed) => Stance | null;
}

/** Words between "we do not have" and what is not there. */
const reach = { denial: 6, after: 5, pointer: 10 } as const;
/** A line of fewer words without a verb is a title or a label. */
const longestTitle = 12;
/** In a heading "checks", "reporting" and "training" are nouns; it states something only with one of these. */
const says = /\b(?:am|are|is|will|must|shall|should|has|have)\b/iu;

const ofAdults: StanceRule = {
  name: "of adults",
  weigh: ({ ground, lexicon: { stance } }) => {
    const has = (term: number): boolean => ground.hits.has(term) || ground.above.has(term);
    return has(stance.adults) && !has(stance.children)
      ? { strength: "other-people", because: "it speaks of adults at risk, not of children" }
      : null;
  },
};

const question: StanceRule = {
  name: "question",
  weigh: ({ text }) =>
    /\?["'”’)*]*\s*$/u.test(text) ? { strength: "hints", because: "it asks, and does not state" } : null,
};

const denial: StanceRule = {
  name: "denial",
  weigh: ({ ground, match, lexicon: { stance } }) => {
    const isDenied = ground.hits
      .of(stance.denial)
      .some(({ first, last }) => match.first - last <= reach.denial && first - match.last <= reach.after);
    if (!isDenied) return null;
    // A hint is too broad a thing to be denied.
    const strength = match.rule.strength === "states" ? "denies" : "mentions";
    return { strength, because: "it says that this is not there" };
  },
};

const aside: StanceRule = {
  name: "aside",
  weigh: ({ ground, lexicon: { stance } }) =>
    ground.above.has(stance["aside-headings"])
      ? { strength: "mentions", because: "it stands among references, definitions or lists of other documents" }
      : null,
};

const pointer: StanceRule = {
  name: "pointer",
  weigh: ({ ground, match, lexicon: { stance } }) => {
    const points = ground.above.has(stance.pointer)
      ? true
      : ground.hits.of(stance.pointer).some(({ last }) => last < match.first && match.first - last <= reach.pointer);
    return points ? { strength: "mentions", because: "it points to another document" } : null;
  },
};

const plan: StanceRule = {
  name: "plan",
  weigh: ({ ground, lexicon: { stance } }) =>
    ground.hits.has(stance.plan) ? { strength: "hints", because: "it tells of a plan, not of what is in place" } : null,
};

const dutyOfOthers: StanceRule = {
  name: "duty of others",
  weigh: ({ ground, lexicon: { stance } }) =>
    ground.hits.has(stance["duty-of-others"]) && !ground.hits.has(stance.ourselves)
      ? { strength: "hints", because: "it says what others have to do" }
      : null,
};

const history: StanceRule = {
  name: "history",
  weigh: ({ ground, lexicon: { stance } }) =>
    ground.hits.has(stance.history) ? { strength: "hints", because: "it tells of the past" } : null,
};

/** "Whistleblowing policy" in a list of titles states nothing; "Safeguarding lead: 01632 960001" names somebody. */
const title: StanceRule = {
  name: "title",
  weigh: ({ text, length, isSentence, isHeading, hasVerb }) =>
    length <= longestTitle && !isSentence && !hasValue(text) && !(isHeading ? says.test(text) : hasVerb)
      ? { strength: "mentions", because: "it is a title or a label" }
      : null,
};

/** Why a sentence states nothing, the strongest reason first. */
const rules: readonly StanceRule[] = [ofAdults, denial, aside, pointer, question, title, plan, dutyOfOthers, history];

/** How the sentence speaks of what its words are about. */
export function stanceOf(weighed: Weighed): Stance {
  for (const rule of rules) {
    const stance = rule.weigh(weighed);
    if (stance !== null) return stance;
  }
  const { strength } = weighed.match.rule;
  return strength === "states"
    ? { strength, because: "they state it together" }
    : { strength, because: "a person must say whether they state it" };
}

function hasValue(text: string): boolean {
  return /(?::|\||–|—| - )[^:|]{0,80}(?:\d{3}|@|\p{Lu}\p{L}+[ \t\n]+\p{Lu}\p{L}+)/u.test(text.slice(0, 400));
}
