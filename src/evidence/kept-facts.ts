import type { DocumentFacts, PassageOutline, StatedPassage, Strength } from "../model/document-facts.js";

/** What a document told, as it is kept on disk: in brief what every scan asks, apart the words that few ask for. */
export interface KeptFacts {
  readonly brief: KeptBrief;
  /** `KeptPassages` as JSON. */
  readonly words: Uint8Array;
}

export interface KeptBrief extends Omit<DocumentFacts, "sketch" | "outline" | "passages"> {
  /** The 32 bits of each number, in base64. */
  readonly sketch: string;
  /** For each run of passages of one requirement: its id, then the number of the strength and the weight of each. */
  readonly outline: readonly (readonly [string, ...(readonly number[])])[];
}

/** Headings and excerpts that many passages share are kept once. */
interface KeptPassages {
  readonly headings: readonly (readonly string[])[];
  readonly excerpts: readonly string[];
  /** Line, number of the headings, number of the excerpt, reason. */
  readonly passages: readonly (readonly [number, number, number, string])[];
}

/** Numbered by their place; a cache of another order is another cache, since our code is part of its name. */
const strengths: readonly Strength[] = ["states", "hints", "denies", "mentions", "other-people"];

export function packFacts({ sketch, outline: _outline, passages, ...brief }: DocumentFacts): KeptFacts {
  return {
    brief: {
      ...brief,
      sketch: Buffer.from(Uint32Array.from(sketch).buffer).toString("base64"),
      outline: packOutline(passages),
    },
    words: new TextEncoder().encode(JSON.stringify(packPassages(passages))),
  };
}

/** The facts as they were kept; passages are read from the words when they are first asked for. */
export function unpackFacts({ brief: { sketch, outline, ...brief }, words }: KeptFacts): DocumentFacts {
  let inBrief: readonly PassageOutline[] | null = null;
  let passages: readonly StatedPassage[] | null = null;
  const outlineOnce = (): readonly PassageOutline[] => (inBrief ??= unpackOutline(outline));
  const facts = {
    ...brief,
    sketch: Array.from(new Uint32Array(new Uint8Array(Buffer.from(sketch, "base64")).buffer)),
    get passages() {
      return (passages ??= unpackPassages(words, outlineOnce()));
    },
  };
  // Not enumerable: who copies the facts with other passages may not take the outline of these along.
  return Object.defineProperty(facts, "outline", { get: outlineOnce });
}

function packOutline(passages: readonly PassageOutline[]): KeptBrief["outline"] {
  const runs: [string, ...number[]][] = [];
  for (const { requirement, strength, weight } of passages) {
    let run = runs.at(-1);
    if (run?.[0] !== requirement) runs.push((run = [requirement]));
    run.push(strengths.indexOf(strength), weight);
  }
  return runs;
}

function unpackOutline(runs: KeptBrief["outline"]): readonly PassageOutline[] {
  const passages: PassageOutline[] = [];
  for (const [requirement, ...numbers] of runs)
    for (let at = 0; at < numbers.length; at += 2) {
      const strength = strengths[numbers[at] ?? 0] ?? "hints";
      passages.push({ requirement, strength, weight: numbers[at + 1] ?? 0 });
    }
  return passages;
}

function packPassages(passages: readonly StatedPassage[]): KeptPassages {
  const headings = createNumbering<readonly string[]>(JSON.stringify);
  const excerpts = createNumbering<string>((excerpt) => excerpt);
  const kept = passages.map(({ line, heading, excerpt, reason }) => {
    return [line, headings.numberOf(heading), excerpts.numberOf(excerpt), reason] as const;
  });
  return { headings: headings.values, excerpts: excerpts.values, passages: kept };
}

function unpackPassages(words: Uint8Array, outline: readonly PassageOutline[]): readonly StatedPassage[] {
  const { headings, excerpts, passages }: KeptPassages = JSON.parse(new TextDecoder().decode(words));
  return outline.map((brief, index) => {
    const [line = 0, heading = 0, excerpt = 0, reason = ""] = passages[index] ?? [];
    return { ...brief, line, heading: headings[heading] ?? [], excerpt: excerpts[excerpt] ?? "", reason };
  });
}

/** Numbers values in the order in which they come, equal ones alike. */
function createNumbering<Value>(keyOf: (value: Value) => string) {
  const numbers = new Map<string, number>();
  const values: Value[] = [];
  return {
    values,
    numberOf: (value: Value): number => {
      const key = keyOf(value);
      const known = numbers.get(key) ?? values.length;
      if (known === values.length) {
        numbers.set(key, known);
        values.push(value);
      }
      return known;
    },
  };
}
