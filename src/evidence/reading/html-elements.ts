import { listElements } from "./html-names.js";

/** The elements that are open, as far as the text that they show needs them. */
export interface ElementStack {
  open(name: string, hides: boolean): void;
  /** Closes the innermost element of the name and all within; nothing when there is none. */
  close(name: string): void;
  has(name: string): boolean;
  isHidden(): boolean;
  depthOfLists(): number;
  /** Whether the element of the name was the last to open. */
  isAtStartOf(name: string): boolean;
}

/** Elements whose closing tag may be left out, and what else than themselves ends them. */
const ended: ReadonlyMap<string, readonly string[]> = new Map([
  ["p", ["p"]],
  ["li", ["li", "p"]],
  ["dt", ["dt", "dd", "p"]],
  ["dd", ["dt", "dd", "p"]],
  ["td", ["td", "th"]],
  ["th", ["td", "th"]],
  ["tr", ["td", "th", "tr"]],
  ["ul", ["p"]],
  ["ol", ["p"]],
  ["table", ["p"]],
  ["div", ["p"]],
]);

/** As deep as the tags of real pages are left open; to look deeper would take the square of the depth. */
const looked = 12;

export function createElementStack(): ElementStack {
  const stack: { readonly name: string; readonly hides: boolean }[] = [];
  const counts = new Map<string, number>();
  let hiding = 0;
  const count = (name: string): number => counts.get(name) ?? 0;
  const pop = (): string | undefined => {
    const top = stack.pop();
    if (top === undefined) return undefined;
    counts.set(top.name, count(top.name) - 1);
    if (top.hides) hiding -= 1;
    return top.name;
  };
  const close = (name: string): void => {
    if (count(name) === 0) return;
    while (pop() !== name);
  };
  /** What the new element ends, up to the list or table that it stands in. */
  const closeEndedBy = (name: string): void => {
    const names = /^h[1-6]$/u.test(name) ? ["p"] : ended.get(name);
    if (names === undefined) return;
    const bottom = Math.max(0, stack.length - looked);
    for (let at = stack.length - 1; at >= bottom; at -= 1) {
      const open = stack[at]?.name ?? "";
      if (listElements.has(open) || open === "table" || open === "dl") return;
      if (!names.includes(open)) continue;
      while (stack.length > at) pop();
    }
  };
  return {
    open: (name, hides) => {
      closeEndedBy(name);
      stack.push({ name, hides });
      counts.set(name, count(name) + 1);
      if (hides) hiding += 1;
    },
    close,
    has: (name) => count(name) > 0,
    isHidden: () => hiding > 0,
    depthOfLists: () => [...listElements].reduce((sum, name) => sum + count(name), 0),
    isAtStartOf: (name) => stack.at(-1)?.name === name,
  };
}
