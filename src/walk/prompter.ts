/** One line of a menu. */
export interface Choice<Value> {
  readonly value: Value;
  readonly title: string;
  /** The key that picks it at once: one lower-case letter or sign. Without one it is numbered. */
  readonly key?: string;
  /** A sentence shown while the choice is highlighted. */
  readonly help?: string;
}

/** A paragraph of the conversation; the prompter wraps it to the width and escapes what it must. */
export interface Paragraph {
  readonly kind: "heading" | "text" | "item" | "quiet" | "warning";
  readonly text: string;
}

export interface Menu<Value> {
  readonly message: string;
  readonly choices: readonly Choice<Value>[];
  /** The value highlighted at first. */
  readonly initial?: Value;
}

export interface SeveralMenu<Value> {
  readonly message: string;
  readonly choices: readonly Choice<Value>[];
  /** The values ticked at first. */
  readonly initial?: readonly Value[];
}

export interface TextQuestion {
  readonly message: string;
  /** What stands there at first, to be kept or edited. */
  readonly initial?: string;
  /** What is wrong with the text; null when it will do. */
  readonly check?: (text: string) => string | null;
}

export interface PathQuestion {
  readonly message: string;
  /** Paths that continue what was typed; folders end in a slash. */
  readonly complete: (typed: string) => Promise<readonly string[]>;
  /** What is wrong with the path; null when it will do. */
  readonly check: (path: string) => Promise<string | null>;
}

/** How the walk talks to a person. Every question rejects with Interrupted at Ctrl-C and at the end of input; so does waiting, at Ctrl-C. */
export interface Prompter {
  /** How one chooses, goes back and stops here, in a sentence each. */
  readonly manual: readonly string[];
  show(paragraphs: readonly Paragraph[]): void;
  /** The result of work that the person waits for. */
  wait<Result>(work: Promise<Result>): Promise<Result>;
  /** Escape picks the choice whose key is `b`, when there is one. */
  choose<Value>(menu: Menu<Value>): Promise<Value>;
  /** The values ticked, in the order of the choices; null when the person goes back. */
  chooseSeveral<Value>(menu: SeveralMenu<Value>): Promise<readonly Value[] | null>;
  /** Free text on one line, trimmed, without control characters; null when the person goes back. */
  askText(question: TextQuestion): Promise<string | null>;
  /** A path that passed its check; null when the person goes back. */
  askPath(question: PathQuestion): Promise<string | null>;
  close(): void;
}
