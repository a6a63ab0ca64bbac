import type { Token } from "parse5";
import type { Field } from "../../model/document.js";
import { tidy } from "./block-writer.js";

/** Gathers a page's title and what its meta tags say. */
export interface HtmlFields {
  addToTitle(text: string, line: number): void;
  addMeta(attributes: readonly Token.Attribute[], line: number): void;
  all(): readonly Field[];
}

export function createHtmlFields(): HtmlFields {
  const metas: Field[] = [];
  let title: Field | null = null;
  return {
    addToTitle: (text: string, line: number): void => {
      title = { key: "title", value: (title?.value ?? "") + text, line: title?.line ?? line };
    },
    addMeta: (attributes: readonly Token.Attribute[], line: number): void => {
      const valueOf = (wanted: string) => attributes.find(({ name }) => name === wanted)?.value;
      const key = valueOf("name") ?? valueOf("property") ?? valueOf("itemprop");
      const value = valueOf("content");
      if (key !== undefined && value !== undefined) metas.push({ key, value: flat(value), line });
    },
    all: (): readonly Field[] => (title === null ? metas : [{ ...title, value: flat(title.value) }, ...metas]),
  };
}

function flat(text: string): string {
  return tidy(text).replaceAll("\n", " ");
}
