import type { Day } from "./day.js";
import type { DocumentKind, LineUnit } from "./document.js";

/** A day that a document states, and where. A month or a year stands for its last day. */
export interface StatedDay {
  readonly day: Day;
  readonly precision: "day" | "month" | "year";
  readonly line: number;
}

/** What a document says of its own review. Null: it does not say. */
export interface StatedReview {
  /** When it was last reviewed, adopted or issued, whichever is latest. */
  readonly reviewed: StatedDay | null;
  /** When its next review is due; where several are stated, the latest. */
  readonly due: StatedDay | null;
  /** How often it is reviewed, an ISO 8601 duration. */
  readonly every: { readonly duration: string; readonly line: number } | null;
  /** Days that do not exist, such as 31 February, or cannot be told, where a date of review is expected. */
  readonly impossible: readonly { readonly text: string; readonly line: number }[];
}

/** Whether somebody approved the document. `draft`: it says that nobody did. */
export interface StatedApproval {
  readonly state: "approved" | "draft" | "not-stated";
  readonly line: number | null;
}

/** A term or edition that has had its day, used in the document. */
export interface OldTerm {
  /** As the lexicon names it. */
  readonly term: string;
  readonly replacedBy: readonly string[];
  /** YYYY, YYYY-MM or a day from which it is no longer current. */
  readonly from: string;
  readonly line: number;
  /** Mentioned as history, which is no fault. */
  readonly history: boolean;
}

export type Nation = "england" | "wales" | "scotland" | "northern-ireland" | "ireland" | "elsewhere";

/** Whom the document protects. `neither`: it speaks of no one in particular, as a staff handbook does. */
export type Audience = "children" | "adults" | "both" | "neither";

/** Something that looks like information about an identifiable child. What it is, never the text itself. */
export interface CaseData {
  readonly kind: "birth-date" | "nhs-number" | "pupil-number";
  readonly line: number;
}

/**
 * How a document speaks of a requirement, best first. `states`: as an arrangement that it has. `hints`: its words are
 * there, and a person must say whether it is stated. `mentions`: it points to another document. `denies`: it says that
 * there is none. `other-people`: it speaks of adults, or of another nation's law.
 */
export type Strength = "states" | "hints" | "mentions" | "denies" | "other-people";

/** That a passage speaks of a requirement, without its words. */
export interface PassageOutline {
  readonly requirement: string;
  readonly strength: Strength;
  /** How much its words say: of two passages of one strength the one with more is shown first. */
  readonly weight: number;
}

/** A passage that speaks of a requirement. */
export interface StatedPassage extends PassageOutline {
  readonly line: number;
  /** The headings above it, outermost first. */
  readonly heading: readonly string[];
  /** At most 25 words. */
  readonly excerpt: string;
  /** Why it is taken so, a sentence. */
  readonly reason: string;
}

/** All that reading one document tells, whatever the day and the organisation: the same bytes give the same facts. */
export interface DocumentFacts {
  readonly kind: DocumentKind;
  readonly unit: LineUnit;
  readonly title: string | null;
  /** Words that a reader sees, headings and fields left out. */
  readonly words: number;
  /** Whether it sets a policy out, rather than listing, linking or asking for something. */
  readonly isPolicy: boolean;
  readonly blank: boolean;
  readonly review: StatedReview;
  readonly approval: StatedApproval;
  readonly oldTerms: readonly OldTerm[];
  /** Years of the editions of the guidance that it cites. */
  readonly editions: readonly number[];
  /** Null: nothing tells. */
  readonly nation: { readonly nation: Nation; readonly line: number } | null;
  readonly audience: Audience;
  /** Whether it names somebody to go to with a concern: a role with a name, a telephone number, an address. */
  readonly namesContact: boolean;
  readonly placeholders: readonly { readonly line: number }[];
  readonly caseData: readonly CaseData[];
  readonly links: readonly { readonly target: string; readonly line: number }[];
  /** Tells how much two texts share: see `resemblance`. Empty for a text too short to compare. */
  readonly sketch: readonly number[];
  readonly passages: readonly StatedPassage[];
  /** The passages without their words, in the same order, where to ask for the words costs more; undefined: ask for them. */
  readonly outline?: readonly PassageOutline[];
}
