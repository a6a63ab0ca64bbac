/* Generated from overlay.schema.json by npm run generate; edit the schema instead. */

export type Id = string;
export type Text = string;
export type Scalar = string | boolean;
/**
 * must: law. should: statutory guidance. local: a partnership's rule. practice: good practice.
 */
export type Force = "must" | "should" | "local" | "practice";

/**
 * A partnership's or a company's own form: what it adds to the edition, or to the overlay, that it extends, what it asks more strictly, and how it shows the whole. It can take nothing away.
 */
export interface OverlayFile {
  readonly schema: "overlay/1";
  readonly id: Id;
  readonly title: Text;
  /**
   * Id of the edition or of the overlay that this one adds to. An overlay is looked for among the files given, then as ID.yaml beside this one.
   */
  readonly extends: string;
  /**
   * Printed wherever the overlay is used.
   */
  readonly notice?: string;
  /**
   * Where the local requirements come from.
   *
   * @minItems 1
   */
  readonly sources: readonly OverlaySource[];
  /**
   * Facts that are asked besides those of the profile.
   */
  readonly facts?: readonly Fact[];
  /**
   * Standards that are added, and requirements added to standards that are there.
   */
  readonly standards?: readonly OverlayStandard[];
  /**
   * What is asked more strictly, by requirement.
   */
  readonly strengthens?: {
    readonly [k: string]: Strengthening | null;
  };
  readonly form?: OverlayForm;
  /**
   * Refused: an overlay takes nothing away. It stands here so that the refusal can say what was to go, and where that stands.
   */
  readonly remove?: readonly Id[];
}
export interface OverlaySource {
  readonly id: Id;
  readonly title: Text;
  readonly kind:
    "guidance" | "procedures" | "newsletter" | "article" | "web-page" | "legislation" | "edition" | "local-document";
  readonly note?: Text;
}
export interface Fact {
  readonly id: Id;
  /**
   * A few words, for reasons and reports: 'employs staff'.
   */
  readonly title: string;
  readonly question: Text;
  readonly help?: Text;
  /**
   * yes-no: true or false. choice: one value. choices: a list of values.
   */
  readonly kind: "yes-no" | "choice" | "choices";
  /**
   * @minItems 2
   */
  readonly choices?: readonly Choice[];
  readonly "ask-when"?: Condition;
  /**
   * The value derived, without asking, when ask-when does not hold.
   */
  readonly otherwise?: Scalar | readonly Id[];
}
export interface Choice {
  readonly value: Id;
  readonly title: Text;
  readonly help?: Text;
}
/**
 * Asked only when these facts hold; otherwise the fact takes the value of otherwise.
 */
export interface Condition {
  /**
   * @minItems 1
   */
  readonly all?: readonly Condition1[];
  /**
   * @minItems 1
   */
  readonly any?: readonly Condition1[];
  readonly not?: Condition1;
  readonly [k: string]: Scalar | readonly Scalar[] | readonly Condition1[] | Condition1 | undefined;
}
/**
 * Facts that must hold: fact: value, fact: [any, of], all, any, not.
 */
export interface Condition1 {
  /**
   * @minItems 1
   */
  readonly all?: readonly Condition1[];
  /**
   * @minItems 1
   */
  readonly any?: readonly Condition1[];
  readonly not?: Condition1;
  readonly [k: string]: Scalar | readonly Scalar[] | readonly Condition1[] | Condition1 | undefined;
}
export interface OverlayStandard {
  /**
   * One that is there, to add to it, or a new one.
   */
  readonly id: string;
  /**
   * For a new one.
   */
  readonly title?: string;
  /**
   * @minItems 1
   */
  readonly requirements: readonly OverlayRequirement[];
}
export interface OverlayRequirement {
  readonly id: Id;
  readonly title: Text;
  /**
   * What is asked; answered with a rating.
   */
  readonly question: string;
  /**
   * What the guidance says, paraphrased.
   */
  readonly expectation: string;
  /**
   * The parts of a list the expectation holds, such as the limbs of an allegation.
   *
   * @minItems 1
   */
  readonly points?: readonly Text[];
  readonly force: Force;
  readonly reference: Reference;
  readonly "applies-when"?: Condition2;
  /**
   * Lineage to requirements of the form or edition before, under other ids. Absent: the requirement of the same id, if there was one.
   */
  readonly from?: readonly Lineage[];
  readonly note?: Text;
  readonly practice: PracticeNote;
}
export interface Reference {
  /**
   * null when unknown.
   */
  readonly chapter: number | null;
  /**
   * A number or a range as the edition counts them; null when unknown.
   */
  readonly paragraph: Text | null;
  /**
   * true only when read in the guidance itself.
   */
  readonly verified: boolean;
  /**
   * The id of the source it was read in.
   */
  readonly source: string;
  /**
   * For a must: the Act or regulations, with the section.
   */
  readonly law?: string;
}
/**
 * Facts that must hold: fact: value, fact: [any, of], all, any, not.
 */
export interface Condition2 {
  /**
   * @minItems 1
   */
  readonly all?: readonly Condition1[];
  /**
   * @minItems 1
   */
  readonly any?: readonly Condition1[];
  readonly not?: Condition1;
  readonly [k: string]: Scalar | readonly Scalar[] | readonly Condition1[] | Condition1 | undefined;
}
export interface Lineage {
  readonly requirement: Id;
  readonly change: "unchanged" | "renamed" | "reworded" | "widened" | "narrowed" | "split" | "merged" | "moved" | "returned";
  /**
   * Only for returned: the edition in which it last stood.
   */
  readonly edition?: string;
  readonly note?: Text;
}
export interface PracticeNote {
  /**
   * Why it is asked.
   */
  readonly why: string;
  /**
   * What must be true before rating it met.
   *
   * @minItems 2
   */
  readonly "look-for": readonly Text[];
  /**
   * What each rating looks like.
   */
  readonly ratings: {
    readonly met: Text;
    readonly "partly-met": Text;
    readonly "not-met": Text;
  };
  /**
   * @minItems 1
   */
  readonly evidence: readonly NoteEvidence[];
  readonly remedy: {
    readonly action: Text;
    /**
     * A sensible time to do it in.
     */
    readonly within: string;
  };
  /**
   * How often its evidence must be reviewed.
   */
  readonly review: string;
}
export interface NoteEvidence {
  readonly kind:
    | "policy"
    | "procedure"
    | "record"
    | "minutes"
    | "job-description"
    | "agreement"
    | "plan"
    | "training"
    | "feedback"
    | "published";
  readonly what: Text;
}
export interface Strengthening {
  /**
   * must: law. should: statutory guidance. local: a partnership's rule. practice: good practice.
   */
  readonly force?: "must" | "should" | "local" | "practice";
  /**
   * What else must be true before it is rated met.
   *
   * @minItems 1
   */
  readonly "look-for"?: readonly Text[];
  /**
   * How often its evidence must be reviewed, an ISO 8601 duration: shorter than it is.
   */
  readonly review?: string;
  readonly "applies-when"?: Condition3;
}
/**
 * Facts that must hold: fact: value, fact: [any, of], all, any, not.
 */
export interface Condition3 {
  /**
   * @minItems 1
   */
  readonly all?: readonly Condition1[];
  /**
   * @minItems 1
   */
  readonly any?: readonly Condition1[];
  readonly not?: Condition1;
  readonly [k: string]: Scalar | readonly Scalar[] | readonly Condition1[] | Condition1 | undefined;
}
/**
 * How the form shows the checklist. Absent: as the overlay that it extends does.
 */
export interface OverlayForm {
  /**
   * Id of a rating scale of scales.yaml. Absent: the four ratings.
   */
  readonly scale?: string;
  /**
   * The form's own headings and order. Requirements in none follow under their own standards.
   *
   * @minItems 1
   */
  readonly sections?: readonly OverlaySection[];
}
export interface OverlaySection {
  readonly id: Id;
  readonly title: Text;
  /**
   * @minItems 1
   */
  readonly requirements: readonly FormItem[];
}
export interface FormItem {
  readonly id: Id;
  /**
   * Its number in the form: 1.5. Quote it.
   */
  readonly reference?: string;
  /**
   * What the form calls it.
   */
  readonly title?: string;
  /**
   * How much it counts in the form's total. Absent: 1.
   */
  readonly weight?: number;
}
