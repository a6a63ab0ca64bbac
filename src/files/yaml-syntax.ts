import { type ErrorCode, parseAllDocuments } from "yaml";
import type { Diagnostic } from "../model/diagnostic.js";
import { arrange, diagnose, type Place } from "./diagnostics.js";

/** What the parser that reads our files stopped at. */
export interface FirstError {
  readonly reason: string;
  readonly place: Place;
}

interface Explanation {
  readonly message: string;
  readonly hint: string | null;
}

/** Beyond this, one slip has made the parser stumble over all the rest. */
const mostShown = 20;

/** A parser that goes on after an error holds every character in memory many times over. */
const longestToCollect = 128 * 1024;

const tab = { message: "A tab stands where the line is indented.", hint: "Use spaces." } as const;
const indentation = {
  message: "The line is not indented like the ones it belongs with.",
  hint: "Give the keys of one mapping, and the dashes of one list, the same number of spaces.",
} as const;
const colon = {
  message: "A key stands here without a colon and a value.",
  hint: 'Write it as "key: value", with a space after the colon.',
} as const;
const unclosedQuote = {
  message: "A quotation mark is opened and never closed.",
  hint: "Close it, or write two of them ('') for an apostrophe inside quotes.",
} as const;
const unclosedBracket = { message: "A bracket is opened and not closed.", hint: "Close it with ] or }." } as const;
const reserved = { message: "Text may not begin with this character.", hint: "Put quotes around the text." } as const;
const control = {
  message: "The file holds a control character.",
  hint: "Delete it; it may be invisible in your editor.",
} as const;
const escape = {
  message: "There is no such escape after a backslash.",
  hint: "Write two backslashes (\\\\) for one, or use single quotes.",
} as const;
const colonInText = {
  message: "A second colon follows within one value.",
  hint: "Put quotes around text that holds a colon and a space, and check that the next line is not indented too far.",
} as const;
const comma = {
  message: "A comma is missing, or one too many.",
  hint: "Separate what stands in brackets with one comma each.",
} as const;
const unexpected = {
  message: "This does not belong here.",
  hint: "Check the line and the one before: quotes, brackets, colons, indentation.",
} as const;

/** In our words what each code of the collecting parser means. */
const explanations: Partial<Record<ErrorCode, Explanation>> = {
  TAB_AS_INDENT: tab,
  BAD_INDENT: indentation,
  MULTILINE_IMPLICIT_KEY: colon,
  BLOCK_AS_IMPLICIT_KEY: indentation,
  BAD_SCALAR_START: reserved,
  BAD_DQ_ESCAPE: escape,
  BLOCK_IN_FLOW: unclosedBracket,
  KEY_OVER_1024_CHARS: {
    message: "A key is longer than 1024 characters.",
    hint: "Put quotes around text that holds a colon.",
  },
  BAD_DIRECTIVE: { message: "A line begins with %, which is a directive.", hint: "Remove it." },
  MULTIPLE_ANCHORS: { message: "A value has two anchors.", hint: "Remove them." },
  MULTIPLE_TAGS: { message: "A value has two tags.", hint: "Remove them." },
  BAD_ALIAS: { message: "An alias has no name.", hint: "Put quotes around text that begins with *." },
};

/** In our words what the reading parser says, by a part of its reason; the first that fits. */
const reasons: readonly (readonly [string, Explanation])[] = [
  ["tab characters", tab],
  ["non-printable", control],
  ["null byte", control],
  ["valid JSON character", control],
  ["quoted scalar", unclosedQuote],
  ["escape sequence", escape],
  ["hexadecimal", escape],
  ["end of the stream within a flow collection", unclosedBracket],
  ["comma between", comma],
  ["found ','", comma],
  ["indentation", indentation],
  ["expected ':'", colon],
  ["key-value separator", colon],
  ["implicit key", colon],
];

/**
 * Every syntax error of the text, in our words. The reading parser stops at the first, so another one that goes on is
 * asked for the rest; loading it takes longer than all else, which only a broken file has to wait for.
 */
export function describeSyntax(
  text: string,
  file: string,
  first: FirstError,
  locate: (offset: number) => Place,
): readonly Diagnostic[] {
  const all = text.length > longestToCollect ? [] : collect(text, file, locate);
  const found = all.length > 0 ? all : [explain(file, first.place, explainReason(first.reason))];
  const lines = new Set<number | null>();
  // One slip often makes several errors on its line; the first of them is the slip.
  const firstOfLine = found.filter(({ line }) => !lines.has(line) && lines.add(line));
  return arrange(firstOfLine, mostShown);
}

function collect(text: string, file: string, locate: (offset: number) => Place): readonly Diagnostic[] {
  try {
    const documents = [...parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false, logLevel: "silent" })];
    return documents
      .flatMap((document) => ("errors" in document ? document.errors : []))
      .map((error) => explain(file, locate(error.pos[0]), explainCode(error.code, error.message)));
  } catch {
    // It gave up, on a nesting too deep for it for instance. What the reading parser said must do.
    return [];
  }
}

function explain(file: string, place: Place, { message, hint }: Explanation): Diagnostic {
  return diagnose("yaml-syntax", file, place, message, hint);
}

function explainReason(reason: string): Explanation {
  return reasons.find(([part]) => reason.includes(part))?.[1] ?? unexpected;
}

function explainCode(code: ErrorCode, message: string): Explanation {
  if (message.includes("quote")) return unclosedQuote;
  if (message.startsWith("Nested mappings")) return colonInText;
  if (
    message.startsWith("Flow ") ||
    message.includes("must end with a") ||
    message.includes("expected flow collection end")
  )
    return unclosedBracket;
  if (message.startsWith("Missing , ") || message.includes("Unexpected ,")) return comma;
  if (message.startsWith("Implicit map keys need")) return colon;
  if (/[Cc]omments? must be separated/.test(message))
    return { message: "A comment touches what stands before it.", hint: "Put a space before the #." };
  return explanations[code] ?? unexpected;
}
