// Every text that came from a user or a file passes through here on its way out, and through nothing else.

/**
 * Controls (C0, DEL, C1), format characters (bidi overrides and isolates, zero-width, tags), lone surrogates,
 * line and paragraph separators. Tab and the line breaks are left to the caller.
 */
const hidden = /(?![\t\n\r])(?:[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]|\u034F|\u17B4|\u17B5)/gu;

/** Scripts that need a zero-width joiner or non-joiner to be spelt rightly. */
const joinedBefore =
  /[\p{Script=Arabic}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}]\p{M}*$/u;

/** Shows what could not be seen, or could change how the rest is seen, as `\u001b`. Line breaks become `\n`. */
function showHidden(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").replaceAll(hidden, (character, offset: number, whole: string) => {
    const isJoiner = character === "\u200C" || character === "\u200D";
    const isSpelling = isJoiner && joinedBefore.test(whole.slice(Math.max(0, offset - 8), offset));
    return isSpelling ? character : escapeSequence(character);
  });
}

function escapeSequence(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/**
 * One line of harmless text: line breaks and tabs become a space, everything else that hides becomes visible.
 * GitHub runs a log line that opens with `::name` (a wrapped word can), or holds `##[name]`: both are broken up.
 */
export function escapeTerminal(text: string): string {
  return toLine(text)
    .replaceAll(/::(?=[a-z])/gi, ":\\u003a")
    .replaceAll("##[", "#\\u0023[");
}

function toLine(text: string): string {
  return showHidden(text).replaceAll(/[\n\t]/g, " ");
}

/** Text for an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return showHidden(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("::", ":&#58;")
    .replaceAll("##[", "#&#35;[");
}

/**
 * One line of Markdown that reads as the text and does nothing. Backslashes hold the syntax back; a zero-width space
 * holds back what GitHub looks for in the finished page: mentions, issue numbers, mail addresses, emoji names.
 */
export function escapeMarkdown(text: string): string {
  return toLine(text)
    .trim()
    .replaceAll(/[\\`*_[\]|~#$]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/:(?=\/\/)|(?<=www)\./gi, "\\$&")
    .replace(/^[-+=:]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2")
    .replaceAll(/@|:(?=[\w+\\-]+:)|#(?=\d)|\bGH-(?=\d)/gi, "$&&#8203;");
}

/** The first character that counts in a cell that a spreadsheet would run, after any white space. */
const formula = /^\s*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u;

/** One CSV cell (RFC 4180). A cell that a spreadsheet could run as a formula opens with an apostrophe. */
export function escapeCsv(text: string): string {
  const shown = showHidden(text)
    .replaceAll(/^(\s*:):/gm, "$1\\u003a")
    .replaceAll("##[", "#\\u0023[");
  const harmless = formula.test(text) ? `'${shown}` : shown;
  return /[",\n\t;]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** JSON says the same with its escapes; so no raw control of a note reaches a terminal. */
export function escapeJson(json: string): string {
  return json.replaceAll(hidden, escapeSequence).replaceAll("##[", "#\\u0023[");
}
