/** A list that stands in a report beside its gaps: of moderated ratings, of what is waived, of documents, of the baseline. */
export interface ListedSection {
  readonly kind: "moderation" | "waived" | "documents" | "baseline";
  readonly title: string;
  readonly summary: string;
  readonly parts: readonly ListedPart[];
}

export interface ListedPart {
  /** Null where the list has but one part. */
  readonly title: string | null;
  readonly items: readonly ListedItem[];
}

export interface ListedItem {
  /** What it is, in a few words. */
  readonly lead: string;
  readonly text: string;
  readonly details: readonly { readonly term: string; readonly text: string }[];
}
