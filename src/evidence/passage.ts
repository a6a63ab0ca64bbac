interface Heading {
  readonly level: number;
  readonly line: number;
  readonly slugs: readonly string[];
}

/**
 * The part of a Markdown text that a heading opens, up to the next heading of its level or above, line ends as \n.
 * The anchor is the heading's words joined by hyphens, as the common Markdown hosts make it. Null: no such heading.
 */
export function findPassage(text: string, anchor: string): string | null {
  const lines = text.split(/\r?\n/u);
  const headings = findHeadings(lines);
  const start = headings.findIndex((heading) => heading.slugs.includes(anchor.toLowerCase()));
  const found = headings[start];
  if (found === undefined) return null;
  const end = headings.slice(start + 1).find((heading) => heading.level <= found.level);
  return lines.slice(found.line, end?.line).join("\n");
}

/** The heading lines of a Markdown text, fenced code left out. */
function findHeadings(lines: readonly string[]): readonly Heading[] {
  const seen = new Map<string, number>();
  const headings: Heading[] = [];
  let fence: string | null = null;
  for (const [line, content] of lines.entries()) {
    fence = fenceAfter(content, fence);
    const level = fence === null ? (/^ {0,3}(#{1,6})[ \t]/u.exec(content)?.[1]?.length ?? 0) : 0;
    if (level > 0) headings.push({ level, line, slugs: slugsOf(content.trim().slice(level), seen) });
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
