/** One line of a menu. */
export interface Choice<Value> {
  readonly value: Value;
  readonly title: string;
  /** The key that picks it at once: one lower-case letter or sign. */
  readonly key?: string;
  /** A sentence shown while the choice is highlighted. */
  readonly help?: string;
}

/** A paragraph of the conversation; the prompter wraps it to the width and escapes what it must. */
export interface Paragraph {
  readonly kind: "heading" | "text" | "item" | "quiet" | "warning";
  readonly text: string;
}

/** How the walk talks to a person. Every method rejects with Interrupted at Ctrl-C. */
export interface Prompter {
  show(paragraphs: readonly Paragraph[]): void;
  choose<Value>(question: { readonly message: string; readonly choices: readonly Choice<Value>[]; readonly initial?: Value }): Promise<Value>;
  chooseSeveral<Value>(question: { readonly message: string; readonly choices: readonly Choice<Value>[]; readonly initial?: readonly Value[] }): Promise<readonly Value[]>;
  /** Free text, trimmed. `check` gives what is wrong with it, or null. */
  askText(question: { readonly message: string; readonly initial?: string; readonly check?: (text: string) => string | null }): Promise<string>;
  /** A path, completed from what `complete` finds for what has been typed. */
  askPath(question: {
    readonly message: string;
    readonly complete: (typed: string) => Promise<readonly string[]>;
    readonly check: (path: string) => Promise<string | null>;
  }): Promise<string>;
  confirm(question: { readonly message: string; readonly initial: boolean }): Promise<boolean>;
  close(): void;
}
