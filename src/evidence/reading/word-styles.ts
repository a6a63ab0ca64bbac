import { attributeOf, childOf, childrenOf, isOn, nameOf, type XmlElement } from "./word-xml.js";

/** What a style makes of a paragraph or a run. */
export interface WordStyle {
  /** From 1; null: no heading. */
  readonly heading: number | null;
  /** The depth of an item from 1; null: none. */
  readonly item: number | null;
  readonly isHidden: boolean;
  /** A line of the list of contents, which says nothing that the heading does not. */
  readonly isContents: boolean;
}

export type WordStyles = (id: string | undefined) => WordStyle;

const plain: WordStyle = { heading: null, item: null, isHidden: false, isContents: false };

/** Finds what a style stands for, by its id; a document without styles has only their ids. */
export function readStyles(root: XmlElement | null): WordStyles {
  const elements = new Map<string, XmlElement>();
  for (const style of root === null ? [] : childrenOf(root)) {
    const id = attributeOf(style, "styleId");
    if (nameOf(style) === "style" && id !== undefined) elements.set(id, style);
  }
  const known = new Map<string, WordStyle>();
  const find = (id: string | undefined, depth: number): WordStyle => {
    if (id === undefined || depth > 10) return plain;
    const found = known.get(id) ?? readStyle(id, elements.get(id), (base) => find(base, depth + 1));
    known.set(id, found);
    return found;
  };
  return (id) => find(id, 0);
}

function readStyle(id: string, style: XmlElement | undefined, find: WordStyles): WordStyle {
  const name = attributeOf(childOf(style, "name"), "val") ?? id;
  const base = find(attributeOf(childOf(style, "basedOn"), "val"));
  const paragraph = childOf(style, "pPr");
  return {
    heading: headingOf(name) ?? outlineOf(paragraph) ?? base.heading,
    item: itemOf(paragraph) ?? base.item,
    isHidden: isOn(childOf(style, "rPr"), "vanish") || base.isHidden,
    isContents: /^toc ?\d/iu.test(name),
  };
}

function headingOf(name: string): number | null {
  if (/^title$/iu.test(name)) return 1;
  if (/^subtitle$/iu.test(name)) return 2;
  const level = /^heading ?(\d)/iu.exec(name)?.[1];
  return level === undefined ? null : Math.max(1, Math.min(6, Number(level)));
}

/** The outline level of a paragraph, which Word counts from 0; 9 is body text. */
export function outlineOf(properties: XmlElement | undefined): number | null {
  const level = Number(attributeOf(childOf(properties, "outlineLvl"), "val") ?? "9");
  return level >= 0 && level < 9 ? Math.min(6, level + 1) : null;
}

/** The depth of a numbered or bulleted paragraph; number 0 takes a style's numbering away. */
export function itemOf(properties: XmlElement | undefined): number | null {
  const numbering = childOf(properties, "numPr");
  if (numbering === undefined) return null;
  const id = attributeOf(childOf(numbering, "numId"), "val");
  const level = Number(attributeOf(childOf(numbering, "ilvl"), "val") ?? "0");
  if (id === "0") return 0;
  return Number.isInteger(level) ? Math.max(1, Math.min(9, level + 1)) : 1;
}
