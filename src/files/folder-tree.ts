import { isAbsolute, relative, sep } from "node:path";

/** The way from a folder to what lies in it, with forward slashes; null when it does not lie in it. Both absolute. */
export function wayInto(folder: string, path: string): string | null {
  const way = relative(folder, path);
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return null;
  return way.split(sep).join("/");
}

/** The same, with `..` where it does not lie in it. */
export function wayFrom(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}
