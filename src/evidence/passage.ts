interface Heading {
  readonly level: number;
  /** Counted from 1. */
  readonly line: number;
  /** Offset of its line in the text. */
  readonly start: number;
  readonly slugs: readonly string[];
}

/** A part of a text, and the lines on which it begins and ends, from 1. */
export interface Passage {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The headings of a Markdown text, looked for once. */
export interface Passages {
  /**
   * The part of the text that a heading opens, up to the next heading of its level or above, without the last line end.
   * The anchor is the heading's words joined by hyphens, as the common Markdown hosts make it. Null: no such heading.
   */
  find(anchor: string): Passage | null;
  /**
   * The anchor of the heading that a line, counted from 1, stands under. Null: it stands under none, or under the title
   * of the whole, or the heading cannot be told from another.
   */
  anchorAt(line: number): string | null;
}

/** Indexes a Markdown text whose line ends are \n. */
export function indexPassages(text: string): Passages {
  const headings = findHeadings(text);
  const bySlug = new Map<string, number>();
  for (const [index, { slugs }] of headings.entries())
    for (const slug of slugs) if (!bySlug.has(slug)) bySlug.set(slug, index);
  return {
    find: (anchor) => {
      const index = bySlug.get(anchor.toLowerCase());
      const heading = index === undefined ? undefined : headings[index];
      if (index === undefined || heading === undefined) return null;
      let end = index + 1;
      while ((headings[end]?.level ?? 0) > heading.level) end += 1;
      const next = headings[end];
      const passage = text.slice(heading.start, next === undefined ? undefined : next.start - 1);
      return { text: passage, from: heading.line, to: heading.line + passage.split("\n").length - 1 };
    },
    anchorAt: (line) => {
      const index = headings.findLastIndex((heading) => heading.line <= line);
      const [slug = ""] = headings[index]?.slugs ?? [];
      const isTitle =
        index === 0 && headings.every(({ level }, other) => other === 0 || level > (headings[0]?.level ?? 0));
      return slug === "" || isTitle || bySlug.get(slug) !== index ? null : slug;
    },
  };
}

/** The headings of a Markdown text, fenced code left out. */
function findHeadings(text: string): readonly Heading[] {
  const seen = new Map<string, number>();
  const headings: Heading[] = [];
  let fence: string | null = null;
  let start = 0;
  for (const [index, line] of text.split("\n").entries()) {
    fence = fenceAfter(line, fence);
    const level = fence === null ? (/^ {0,3}(#{1,6})[ \t]/u.exec(line)?.[1]?.length ?? 0) : 0;
    if (level > 0) headings.push({ level, line: index + 1, start, slugs: slugsOf(line.trim().slice(level), seen) });
    start += line.length + 1;
  }
  return headings;
}

/** The mark of the fenced code that is open after the line: closed by as long a mark of its kind, alone on its line. */
function fenceAfter(line: string, open: string | null): string | null {
  const [, mark = "", rest = ""] = /^ {0,3}(`{3,}|~{3,})(.*)$/su.exec(line) ?? [];
  if (mark === "") return open;
  if (open === null) return mark.startsWith("`") && rest.includes("`") ? null : mark;
  return mark.startsWith(open) && rest.trim() === "" ? null : open;
}

/** A second heading of the same words is told apart by a number; an explicit `{#id}` counts too. */
function slugsOf(title: string, seen: Map<string, number>): readonly string[] {
  const explicit = /\{#([\w-]+)\}/u.exec(title)?.[1];
  const words = title
    .replace(/\{#[\w-]+\}/u, "")
    .replace(/(?<!#)#+[ \t]*$/u, "")
    .trim()
    .toLowerCase();
  const slug = words.replace(/[^\p{L}\p{N}\s_-]/gu, "").replace(/\s/gu, "-");
  const count = seen.get(slug) ?? 0;
  seen.set(slug, count + 1);
  return [count === 0 ? slug : `${slug}-${count}`, ...(explicit === undefined ? [] : [explicit.toLowerCase()])];
}
