import { parseXml, XmlElement, XmlText } from "@rgrove/parse-xml";

export type { XmlElement };

/** Tags of a part beyond which it is not read, and elements within each other. A policy of 300 pages has 400,000. */
const mostTags = 1_000_000;
const deepest = 200;
/** Characters between tags: some 1,500 pages. */
const mostText = 4 * 1024 * 1024;

/** The root element. Null when the part is no XML, or not of the size and shape that a text has. */
export function parsePart(bytes: Uint8Array | undefined): XmlElement | null {
  if (bytes === undefined) return null;
  const text = new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-8").decode(bytes);
  if (!isOfUsualShape(text)) return null;
  try {
    return parseXml(text, { ignoreUndefinedEntities: true }).root;
  } catch {
    return null;
  }
}

function isOfUsualShape(text: string): boolean {
  let depth = 0;
  let tags = 0;
  let shown = 0;
  for (let at = text.indexOf("<"); at >= 0;) {
    tags += 1;
    const end = text.indexOf(">", at);
    const after = text.indexOf("<", at + 1);
    const sign = text[at + 1];
    const isTag = sign !== "!" && sign !== "?";
    if (end < 0 || (isTag && after >= 0 && after < end)) return false;
    if (sign === "/") depth -= 1;
    else if (isTag && text[end - 1] !== "/") depth += 1;
    if (after >= 0) shown += after - end - 1;
    if (depth > deepest || tags > mostTags || shown > mostText) return false;
    at = after;
  }
  return true;
}

/** The name without its prefix: `w:p` and `p` are the same element, whatever the prefix. */
export function nameOf(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(":") + 1);
}

export function childrenOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element === undefined ? undefined : childrenOf(element).find((child) => nameOf(child) === name);
}

/** An attribute by its name without a prefix. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  const found = Object.entries(element?.attributes ?? {}).find(([key]) => key.slice(key.indexOf(":") + 1) === name);
  return found?.[1];
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (child instanceof XmlText ? child.text : "")).join("");
}

/** Whether a property such as `<w:vanish/>` is there and not switched off. */
export function isOn(properties: XmlElement | undefined, name: string): boolean {
  const property = childOf(properties, name);
  return property !== undefined && !/^(?:0|false|off|none)$/u.test(attributeOf(property, "val") ?? "");
}
