type Entry = readonly [string, readonly string[]];

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
const paragraphs =
  "p div section article main header footer body blockquote hr ul ol li dl dt dd table details summary".split(" ");

/** What is no text to read, or only names what stands beside it, with the tags that end it. */
const hidden: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...["title", "script", "style", "template", "select", "button", "nav"].map((name): Entry => [name, [`/${name}`]]),
  ...headings.map((name): Entry => [name, headings.map((other) => `/${other}`)]),
  ["head", ["/head", "body"]],
  // The closing tag of a table head may be left out.
  ["th", ["/th", "td", "tr", "/tr", "tbody", "/table"]],
]);

/** What a tag stands for in plain text; nothing when it is not among them. */
const breaks: ReadonlyMap<string, string> = new Map([
  ...paragraphs.flatMap((name) => [name, `/${name}`]).map((name) => [name, "\n\n"] as const),
  ["li", "\n- "],
  ["br", "\n"],
  ["tr", "\n"],
  ["/tr", "\n"],
  ["td", " | "],
]);

/** The name may not give back a letter: a tag that never ends is looked through once. */
const tags = /<(\/?[a-z][a-z0-9-]*)(?![a-z0-9-])([^<>]*)>|<[!?%][^<>]*>/giu;

/** Tags that may hold a bare word: `<details open>`. */
const withFlags = /^(?:details|dialog|script|input|ol|select|option|button|video|audio|td|th)$/u;

/** The text that HTML, or HTML within another text, shows: without its head, scripts, headings and heads of tables. */
export function withoutTags(html: string): string {
  const shown: string[] = [];
  // The tags that end what is hidden; none while text is shown.
  let ends: readonly string[] = [];
  let from = 0;
  for (const { 0: tag, 1: written = "", 2: rest = "", index } of html.matchAll(tags)) {
    const name = written.toLowerCase();
    const isShown = ends.length === 0;
    if (isShown) shown.push(html.slice(from, index), isField(name, rest) ? tag : (breaks.get(name) ?? ""));
    from = index + tag.length;
    if (ends.includes(name)) shown.push("\n\n");
    if (isShown || ends.includes(name)) ends = hidden.get(name) ?? [];
  }
  if (ends.length === 0) shown.push(html.slice(from));
  return decodeEntities(shown.join(""));
}

/** `<name of the lead>` is no tag but a field of a template. */
function isField(name: string, rest: string): boolean {
  return /[^\s/]/u.test(rest) && !/[=/"]/u.test(rest) && !withFlags.test(name);
}

const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["apos", "'"],
  ["rsquo", "'"],
  ["lsquo", "'"],
  ["shy", ""],
]);

/** Enough to see the letters: an accented one loses its accent, and what is no letter becomes a blank. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,10}));/giu,
    (_entity, decimal?: string, hex?: string, name = "") => {
      if (decimal !== undefined || hex !== undefined) return letterOf(Number(decimal ?? `0x${hex}`));
      const accented = /^([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash)$/iu.exec(name);
      return accented?.[1] ?? named.get(name) ?? " ";
    },
  );
}

function letterOf(code: number): string {
  return code > 0x10_ff_ff ? " " : String.fromCodePoint(code);
}
