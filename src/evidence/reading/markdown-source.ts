import { onlyLineEnds } from "./site-templates.js";

/** Marks of footnotes, kinds of GitHub's notes, lists of contents. */
const marks =
  /\[\^[^\][\s]{1,64}\]:?|\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]|^[ \t]*(?:\[TOC\]|\[\[_?TOC_?\]\])[ \t]*$/gimu;

/** Fences of notes in Docusaurus and MkDocs; what stands within is text. */
const noteFences = /^[ \t]*(?::{3,}[ \t]*\{?[\w-]*\}?|[!?]{3}\+?[ \t]+[\w-]+)/gmu;

/** A tag of a component: it has a capital, and attributes that HTML does not know, or an end of its own. */
const components = /<\/?[A-Z][\w.]*(?:\s[^<>{}]*(?:\{[^<>]*)?)?\/?>/gu;

/** Markdown without what belongs to a site rather than to the text; line ends within that stay. */
export function withoutSiteMarks(text: string): string {
  const plain = text.replace(marks, "").replace(noteFences, "");
  const isMdx = /^(?:import[ \t][^\n]*["'][^"'\n]+["'];?[ \t]*$|export[ \t]+(?:const|default|function)\b)/mu.test(
    plain,
  );
  return isMdx ? withoutModules(plain).replace(components, onlyComponent) : plain;
}

function onlyComponent(tag: string): string {
  return onlyLineEnds(tag);
}

/** MDX: `import ... from "..."`, and `export` with all up to the next empty line. */
function withoutModules(text: string): string {
  let isModule = false;
  let isFence = false;
  const lines = text.split("\n").map((line) => {
    if (/^ {0,3}(?:```|~~~)/u.test(line)) isFence = !isFence;
    if (isModule) isModule = line.trim() !== "";
    else isModule = !isFence && /^export[ \t]+(?:const|let|var|default|function|async|class|[{*])/u.test(line);
    const isImport = /^import[ \t](?=.*["'`])[^.?!]{0,400}["'][^"']{1,300}["'];?[ \t]*$/u.test(line);
    return isModule || (isImport && !isFence) ? "" : line;
  });
  return lines.join("\n");
}
