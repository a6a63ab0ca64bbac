import picomatch from "picomatch";
import { checkEvidencePath } from "./evidence-path.js";
import { quote } from "./wording.js";

/** A pattern such as `policies/*.md`, ready to be matched. */
export interface DocumentPattern {
  /** The folder that all it can match lies in; "" is the root. */
  readonly base: string;
  matches(path: string): boolean;
  /** Whether it names a hidden folder or file, and so means them. */
  readonly seesHidden: boolean;
  readonly seesModules: boolean;
}

/** Longer, or with more stars, a pattern takes too long to match. */
const longest = 500;
const mostStars = 12;

/** Whether the text is a pattern, rather than the path of a file or folder. */
export function isPattern(written: string): boolean {
  return /[*?[{]/u.test(written);
}

/** Why a path or pattern cannot be looked up, in a sentence; null when it can. */
export function faultOfPattern(written: string): string | null {
  if (written.startsWith("!")) return `${quote(written)} begins with an exclamation mark.`;
  if (written.length > longest || written.split("*").length - 1 > mostStars)
    return `${quote(written)} is too long, or has too many stars.`;
  // A # is a part of a name here.
  return checkEvidencePath(written.replaceAll("#", "_"))?.message ?? null;
}

export function parsePattern(written: string): DocumentPattern {
  const pattern = tidy(written);
  const parts = pattern.split("/");
  const fixed = parts.findIndex(isPattern);
  return {
    base: parts.slice(0, fixed === -1 ? parts.length - 1 : fixed).join("/"),
    matches: picomatch(pattern, options),
    seesHidden: parts.some((part) => part.startsWith(".")),
    seesModules: parts.includes("node_modules"),
  };
}

/** Whether a path, or a folder above it, is excluded. A folder excludes all that lies in it. */
export function parseExclusion(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map((written) => picomatch(tidy(written), { ...options, dot: true }));
  return (path) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
      const part = path.slice(0, end);
      if (matchers.some((matches) => matches(part))) return true;
    }
    return false;
  };
}

const options = { noextglob: true, nonegate: true, strictSlashes: false } as const;

/** Without `./`, doubled slashes and a slash at the end. */
export function tidy(written: string): string {
  const parts = written.split("/").filter((part) => part !== "" && part !== ".");
  return parts.join("/");
}
