import { createHash } from "node:crypto";

/** Eight hexadecimal digits that tell one wording from another. */
export function wordingDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
