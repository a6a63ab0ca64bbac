import { isDeepStrictEqual } from "node:util";
import { YAMLException } from "js-yaml";
import { at, createDraft, type Draft, type KeyPath, withValue } from "./yaml-patch.js";
import { type Extent, extentOf, indentLines } from "./yaml-lines.js";
import { editYaml } from "./yaml-render.js";

type Mapping = Readonly<Record<string, unknown>>;

/** What the entries of a mapping become: their new keys, and the whole mapping by these. */
export interface Revision {
  readonly path: KeyPath;
  readonly value: Mapping;
  /** By the old key; an entry keeps its key where nothing is said. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * The draft with the entries of one mapping changed, each within its own lines: the text is read once, however many
 * there are, and what is renamed keeps its comments.
 */
export function withEntries(draft: Draft, revision: Revision): Draft {
  const { path, value } = revision;
  const whole = withPlace(draft.tree.value, path, value);
  if (isDeepStrictEqual(whole, draft.tree.value)) return draft;
  const revised = attempt(() => revise(draft, revision));
  return revised !== null && isDeepStrictEqual(revised.tree.value, whole) ? revised : withValue(draft, path, value);
}

/** Null where entries share their lines with others, so that they cannot be changed one by one. */
function revise(draft: Draft, { path, value, renamed }: Revision): Draft | null {
  const node = path.reduce<Draft["tree"]["root"]>((inner, key) => inner?.children.get(key) ?? null, draft.tree.root);
  if (node === null || !node.isBlock || node.children.size === 0) return null;
  const pieces: string[] = [];
  const kept = new Set<string>();
  let from = 0;
  let last: Extent | null = null;
  for (const [name, child] of node.children) {
    const extent = extentOf(draft.text, child);
    if (extent === null) return null;
    const key = String(name);
    const next = renamed.get(key) ?? key;
    const lines = draft.text.slice(extent.start, extent.end);
    pieces.push(draft.text.slice(from, extent.start));
    if (Object.hasOwn(value, next) && !kept.has(next)) {
      kept.add(next);
      pieces.push(
        reviseEntry(
          lines,
          extent,
          { key, next, before: at(draft.tree.value, [...path, key]), value: value[next] },
          draft,
        ),
      );
    }
    [from, last] = [extent.end, extent];
  }
  const added = Object.entries(value).filter(([key]) => !kept.has(key));
  if (last === null || (kept.size === 0 && added.length === 0)) return null;
  const { indent } = last;
  pieces.push(...added.map(([key, item]) => indentLines(editYaml("", [key], item, draft.style), indent)));
  return createDraft([...pieces, draft.text.slice(from)].join(""), draft.style);
}

interface Entry {
  readonly key: string;
  readonly next: string;
  readonly before: unknown;
  readonly value: unknown;
}

/** The lines of one entry with its new key and value. */
function reviseEntry(lines: string, { indent }: Extent, { key, next, before, value }: Entry, draft: Draft): string {
  const isSame = isDeepStrictEqual(before, value);
  if (isSame && key === next) return lines;
  const alone = lines.replaceAll(new RegExp(`^ {1,${indent}}`, "gmu"), "");
  const changed = isSame ? alone : withValue(createDraft(alone, draft.style), [key], value).text;
  return indentLines(changed.startsWith(key) ? next + changed.slice(key.length) : changed, indent);
}

/** A copy with the mapping at the path. */
function withPlace(root: unknown, [key, ...rest]: KeyPath, value: Mapping): unknown {
  if (key === undefined) return value;
  const entries = typeof root === "object" && root !== null ? Object.entries(root) : [];
  return Object.fromEntries([
    ...entries.filter(([name]) => name !== key),
    [key, withPlace(at(root, [key]), rest, value)],
  ]);
}

function attempt(make: () => Draft | null): Draft | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof YAMLException) return null;
    throw error;
  }
}
