import { digestOf } from "./digest.js";

/** Eight hexadecimal digits that tell one wording from another. */
export function wordingDigest(text: string): string {
  return digestOf(text).slice(0, 8);
}
