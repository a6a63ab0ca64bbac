import { normalise } from "./compose-requirement.js";
import { type Asked, wordingOf } from "./lint-asked.js";
import { type LintProblem, warning } from "./lint-problem.js";
import { findCopies } from "./resemblance.js";

/** What a file may ask a second time: an edition that an overlay extends. */
export interface Base {
  readonly id: string;
  readonly standards: readonly {
    readonly requirements: readonly { readonly id: string; readonly question: string; readonly expectation: string }[];
  }[];
}

/** A requirement to compare; `place` is null for one that stands in the base. */
interface Compared {
  readonly id: string;
  readonly question: string;
  readonly text: string;
  readonly place: Asked["path"] | null;
}

/** Requirements that ask the same as another of the file, or of what it extends, but for a few words. */
export function lintDuplicates(asked: readonly Asked[], base: Base | null): readonly LintProblem[] {
  const all = [
    ...(base?.standards ?? []).flatMap(({ requirements }) => requirements.map((item) => compared(item, null))),
    ...asked.map(({ requirement, path }) => compared(requirement, path)),
  ];
  const copies = [
    ...findCopies(all, ({ question }) => sketchOf(question)).filter(({ resemblance }) => resemblance === 1),
    ...findCopies(all, ({ text }) => sketchOf(text)),
  ];
  const told = new Set<Compared>();
  return copies.flatMap(({ first, second }) => {
    const { place } = second;
    // One id that stands twice is another fault.
    if (place === null || first.id === second.id || told.has(second)) return [];
    told.add(second);
    const where = first.place === null ? ` of ${base?.id}` : "";
    return [
      warning(
        "duplicate-text",
        [...place, "question"],
        `This asks the same as "${first.id}"${where}, or nearly.`,
        first.place === null
          ? "Strengthen that one, or say what is different here."
          : "Make one of the two, or say what is different.",
      ),
    ];
  });
}

function compared(requirement: Base["standards"][0]["requirements"][0], place: Asked["path"] | null): Compared {
  const question = normalise(requirement.question).toLowerCase();
  const { id, expectation } = requirement;
  return { id, question, text: wordingOf({ question, expectation }).toLowerCase(), place };
}

const hashes = 64;

/**
 * The least hashes of the words and pairs of words of a short text (Broder's min-wise hashing), by which texts that
 * share most of them are found without comparing each with each.
 */
function sketchOf(text: string): readonly number[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const least = Array.from({ length: words.length === 0 ? 0 : hashes }, () => 0xff_ff_ff_ff);
  for (const [index, word] of words.entries())
    for (const part of [word, `${words[index - 1] ?? ""} ${word}`]) {
      const hash = hashOf(part);
      for (const [nth, lowest] of least.entries()) {
        const value = mix(Math.imul(hash, 2 * nth + 1) + Math.imul(nth, 0x9e_37_79_b1));
        if (value < lowest) least[nth] = value;
      }
    }
  return least;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  return hash;
}

/** Each bit of the number moves half of the others. */
function mix(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x85_eb_ca_6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
