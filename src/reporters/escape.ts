// Every text that came from a user or a file passes through here on its way out, and through nothing else.

/**
 * Controls (C0, DEL, C1), format characters (bidi overrides and isolates, zero-width, tags), lone surrogates,
 * line and paragraph separators, and what XML leaves out. Tab and the line breaks are left to the caller.
 */
const hidden =
  /(?![\t\n\r])(?:[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0\uFFFE\uFFFF]|\u034F|\u17B4|\u17B5)/gu;

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

/**
 * The same for a comment on GitHub or GitLab, where more signs than in a file turn into links: merge requests (!1),
 * snippets ($1), milestones (%1), labels (~1), epics (&1).
 */
export function escapeComment(text: string): string {
  return escapeMarkdown(text).replaceAll(/(?:[!$%^~]|&amp;)(?=[\w"&])/gu, "$&&#8203;");
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

/** Text for an element or a quoted attribute of XML 1.0, which has no sign for most controls. It never breaks a line. */
export function escapeXml(text: string): string {
  return escapeHtml(text).replaceAll("\t", "&#9;").replaceAll("\n", "&#10;");
}

/** What stands behind the second `::` of a workflow command of GitHub. */
export function escapeWorkflowMessage(text: string): string {
  return showHidden(text)
    .replaceAll("\t", " ")
    .replaceAll("%", "%25")
    .replaceAll("\n", "%0A")
    .replaceAll("##[", "#\\u0023[");
}

/** The value of a property of a workflow command of GitHub. */
export function escapeWorkflowProperty(text: string): string {
  return escapeWorkflowMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/**
 * A message of SARIF, where `[text](target)` is a link and `{0}` stands for something else. A zero-width space parts
 * what would be taken for either.
 */
export function escapeSarifMessage(text: string): string {
  return showHidden(text)
    .replaceAll("](", "]\u200B(")
    .replaceAll(/\{(?=\d)/gu, "{\u200B");
}

/** A path as a URI reference, each part percent-encoded. An absolute path becomes a `file:` URI. */
export function escapePath(path: string): string {
  const encoded = path
    .replaceAll(/\p{Cs}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  return encoded.startsWith("/") ? `file://${encoded.replace(/^\/+/u, "/")}` : encoded;
}

/** A text of a calendar; commas, semicolons, backslashes and line breaks are the business of what writes it. */
export function escapeCalendar(text: string): string {
  return showHidden(text.replaceAll(/(?![\n\r])\p{Cc}/gu, (character) => (character === "\t" ? " " : "")));
}
