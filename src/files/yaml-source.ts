import { type Event, EVENT_ID, parseEvents, YAMLException } from "js-yaml";
import type { UserError } from "../errors.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { diagnose, type Place, refusal } from "./diagnostics.js";
import { createLineIndex } from "./line-index.js";
import { quote } from "./wording.js";
import { buildTree, type Irregularity, type Node } from "./yaml-tree.js";

/** A YAML text that was read: its value, and where each part of it stands. */
export interface YamlSource {
  /** The file as the user named it. */
  readonly file: string;
  readonly text: string;
  /** JSON-safe but for numbers that JSON lacks. A key named `__proto__` is an ordinary own key. */
  readonly value: unknown;
  /** What YAML allows and our files do not; the value is not to be used unless this is empty. */
  readonly problems: readonly Diagnostic[];
  /** Where the path stands, or its nearest ancestor that is there. */
  locate(path: readonly (string | number)[], at: "key" | "value"): Place;
  /** Null when the text holds nothing. */
  readonly root: Node | null;
}

/** Collections within collections; an audit has six. */
const deepest = 64;

/** Keys and values; the longest audit we have seen has a tenth. Validating takes the square of what is wrong. */
const mostValues = 20_000;

/** Signs that may part two values; far more than values, since text has commas. Parsing takes 100 bytes for each. */
const mostSigns = 100_000;

/**
 * Reads YAML 1.2, core schema. Throws UserError when the text is not YAML at all, is empty or far too deep; whatever
 * else is wrong stands in `problems`.
 */
export async function parseYaml(text: string, file: string): Promise<YamlSource> {
  const locate = createLineIndex(text);
  refuseConflict(text, file, locate);
  if (hasTooManySigns(text)) throw tooLarge(file);
  const events = await readEvents(text, file, locate);
  if (events.length > mostValues && events.filter(({ type }) => type !== EVENT_ID.POP).length > mostValues)
    throw tooLarge(file);
  const { value, root, irregularities } = buildTree(text, events);
  if (root === null || (value === null && root.value === 0)) {
    throw refusal(file, [
      diagnose("empty", file, { line: 1, column: 1 }, "The file is empty.", "To start an audit file: wt-audit init."),
    ]);
  }
  return {
    file,
    text,
    value,
    root,
    problems: irregularities.map((irregularity) => describe(irregularity, file, locate)),
    locate: (path, at) => locate(find(root, path, at)),
  };
}

/** What git leaves in a file when two people changed the same lines; our files have nothing like it at the start of one. */
const conflictMark = /^(?:<{7}|\|{7}|={7}|>{7})(?= |$)/mu;

/** Whatever else such a file has wrong follows from it. */
function refuseConflict(text: string, file: string, locate: (offset: number) => Place): void {
  const mark = conflictMark.exec(text);
  if (mark === null) return;
  const message = "The file holds both sides of a merge that was not finished.";
  const hint = "Keep what is right of both, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>.";
  throw refusal(file, [diagnose("merge-conflict", file, locate(mark.index), message, hint)]);
}

async function readEvents(text: string, file: string, locate: (offset: number) => Place): Promise<readonly Event[]> {
  try {
    return parseEvents(text, { maxDepth: deepest });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const place = locate(error.mark?.position ?? 0);
    if (error.reason.startsWith("nesting exceeded")) {
      const message = `Lists and mappings are nested more than ${deepest} deep.`;
      throw refusal(file, [diagnose("yaml-depth", file, place, message, "Check that it is the file you mean.")]);
    }
    const { describeSyntax } = await import("./yaml-syntax.js");
    throw refusal(file, describeSyntax(text, file, { reason: error.reason, place }, locate));
  }
}

function tooLarge(file: string): UserError {
  const message = `The file holds more than ${mostValues.toLocaleString("en-GB")} values.`;
  return refusal(file, [diagnose("too-large", file, null, message, "Check that it is the file you mean.")]);
}

/** Every value but the first stands after one of these. */
function hasTooManySigns(text: string): boolean {
  if (text.length < mostSigns) return false;
  let count = 0;
  for (const _ of text.matchAll(/[,[{]|[-?:](?=[\s,[\]{}]|$)|["'\]}]:/g)) {
    count += 1;
    if (count > mostSigns) return true;
  }
  return false;
}

function find(root: Node, path: readonly (string | number)[], at: "key" | "value"): number {
  let node = root;
  for (const part of path) {
    const child = node.children.get(part);
    if (child === undefined) return node.key;
    node = child;
  }
  return node[at];
}

function describe({ kind, offset, name }: Irregularity, file: string, locate: (offset: number) => Place): Diagnostic {
  const place = locate(offset);
  switch (kind) {
    case "duplicate-key":
      return diagnose(
        "duplicate-key",
        file,
        place,
        `The key ${quote(name)} stands twice here.`,
        "Keep one of the two.",
      );
    case "alias":
      return diagnose(
        "yaml-alias",
        file,
        place,
        `The alias ${quote(`*${name}`)} is not allowed.`,
        "Write the value out, or put quotes around text that begins with *.",
      );
    case "anchor":
      return diagnose(
        "yaml-alias",
        file,
        place,
        `The anchor ${quote(`&${name}`)} is not allowed.`,
        "Remove it, or put quotes around text that begins with &.",
      );
    case "tag":
      return diagnose(
        "yaml-tag",
        file,
        place,
        `The tag ${quote(name)} is not allowed.`,
        "Remove it, or put quotes around text that begins with !.",
      );
    case "complex-key":
      return diagnose(
        "wrong-type",
        file,
        place,
        `A key must be text, not ${name}.`,
        "Put quotes around text that begins with [ or {.",
      );
    case "document":
      return diagnose(
        "yaml-documents",
        file,
        place,
        "A second document begins here.",
        "Keep one document in the file: remove the line --- and what does not belong.",
      );
  }
}
