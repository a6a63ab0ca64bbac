/** What is no text to read, with all within. */
export const hiddenElements: ReadonlySet<string> = new Set(
  "script style template noscript iframe svg math canvas object audio video datalist select button nav del s strike".split(
    " ",
  ),
);

/** Their text is not markup: whether `&amp;` stands for a sign in it. */
export const rawElements: ReadonlyMap<string, "raw" | "entities" | "script"> = new Map([
  ["title", "entities"],
  ["textarea", "entities"],
  ["style", "raw"],
  ["xmp", "raw"],
  ["iframe", "raw"],
  ["noembed", "raw"],
  ["noframes", "raw"],
  ["script", "script"],
]);

/** They part what stands before them from what stands in them. */
export const blockElements: ReadonlySet<string> = new Set(
  "address article aside blockquote body caption center details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);

export const listElements: ReadonlySet<string> = new Set(["ul", "ol", "menu"]);

export const voidElements: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);

/** What may stand in a head; the first of any other ends it. */
export const headElements: ReadonlySet<string> = new Set(
  "title meta link base script style noscript template".split(" "),
);

const inlineElements =
  "a abbr acronym applet area b base bdi bdo big br cite code col colgroup data del dfn em embed font frame frameset head i img input ins kbd label link map mark meta meter noembed noframes optgroup option output param picture plaintext progress q rb rp rt rtc ruby s samp slot small source span strike strong sub sup td textarea tfoot th time title track tt u var wbr xmp image path g svg";

const knownElements: ReadonlySet<string> = new Set([
  ...inlineElements.split(" "),
  ...hiddenElements,
  ...blockElements,
  ...voidElements,
]);

/**
 * `<name of the lead>` is no tag but a field of a template, which its author has not filled in: neither an element of
 * HTML nor a component of a site, which has a hyphen, an attribute with a value, or a tag that closes it.
 */
export function isTemplateField(tag: string, closedNames: ReadonlySet<string>): boolean {
  const name = /^<([a-z][^\s/>]*)/iu.exec(tag)?.[1]?.toLowerCase();
  if (name === undefined || knownElements.has(name) || closedNames.has(name)) return false;
  return !/[-:.]/u.test(name) && !/[="{]|\/>$/u.test(tag);
}

/** The names of all tags that close an element. */
export function findClosedNames(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/<\/([a-z][^\s/<>]{0,60})/giu)].map(([, name = ""]) => name.toLowerCase()));
}
