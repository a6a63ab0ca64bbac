import { countLineEnds } from "./block-writer.js";

/** What the two tags of a site generator enclose is not for readers. */
const enclosing = [
  { opens: /\{%-?[ \t]*comment\b[^{}%]*%\}/gu, closes: /\{%-?[ \t]*endcomment[^{}%]*%\}/gu },
  { opens: /\{%-?[ \t]*highlight\b[^{}%]*%\}/gu, closes: /\{%-?[ \t]*endhighlight[^{}%]*%\}/gu },
  { opens: /\{::comment\}/gu, closes: /\{:\/(?:comment)?\}/gu },
] as const;

/** Tags of Liquid, Hugo and other templates, kramdown's lists of attributes, comments of MDX. */
const tags =
  /\{\{(?:(?!\}\}|\{\{)[^])*\}\}\}?|\{%(?:(?!%\}|\{%)[^])*%\}|\{:[^{}\n]*\}|[ \t]*\{#[\w.:-]{1,200}(?:[ \t][^{}\n]*)?\}|\{\/\*(?:(?!\*\/|\{\/\*)[^])*\*\/\}/gu;

/** The text without what a site generator fills in or acts on; line ends within that stay. */
export function withoutSiteTemplates(text: string): string {
  if (!text.includes("{")) return text;
  const open = enclosing.reduce((left, { opens, closes }) => withoutEnclosed(left, opens, closes), text);
  return open.replace(tags, onlyLineEnds);
}

export function onlyLineEnds(text: string): string {
  return "\n".repeat(countLineEnds(text));
}

/** What is never closed stays; then no other is looked for, so that the text is gone through once. */
function withoutEnclosed(text: string, opens: RegExp, closes: RegExp): string {
  const parts: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(opens)) {
    if (index < from) continue;
    closes.lastIndex = index;
    const end = closes.exec(text);
    if (end === null) break;
    const after = end.index + end[0].length;
    parts.push(text.slice(from, index), onlyLineEnds(text.slice(index, after)));
    from = after;
  }
  return from === 0 ? text : parts.join("") + text.slice(from);
}
