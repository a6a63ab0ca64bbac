/** One command of a document, and what it must print. */
export interface Transcript {
  readonly line: number;
  readonly command: string;
  /** Lines of standard output and standard error together; a line of `...` stands for any lines. */
  readonly expected: readonly string[];
}

/** The commands of every ```console block: a line that begins with "$ ", then what it prints. */
export function readTranscripts(document: string): readonly Transcript[] {
  const transcripts: { line: number; command: string; expected: string[] }[] = [];
  let inside = false;
  for (const [index, text] of document.split("\n").entries()) {
    if (text.startsWith("```")) inside = text === "```console";
    else if (inside && text.startsWith("$ "))
      transcripts.push({ line: index + 1, command: text.slice(2), expected: [] });
    else if (inside) transcripts.at(-1)?.expected.push(text);
  }
  return transcripts.map(({ expected, ...rest }) => ({ ...rest, expected: withoutBlankEnd(expected) }));
}

function withoutBlankEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
}

/** Whether a print-out is what was expected, `...` standing for any lines. */
export function matches(expected: readonly string[], printed: string): boolean {
  const pattern = expected
    .map((line) => (line === "..." ? "(?:.*\\n)*?" : `${escapeRegExp(line.trimEnd())}[ ]*\\n`))
    .join("");
  return new RegExp(`^${pattern}\\n*$`, "u").test(`${printed.trimEnd()}\n`);
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/gu, (sign) => (sign === "-" ? "-" : `\\${sign}`));
}
