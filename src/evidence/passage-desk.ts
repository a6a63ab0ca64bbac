import type { ReadDocument } from "../engine/scan-finding.js";
import { createStatements, type KnownWords } from "../engine/scan-statements.js";
import { checkEvidencePath } from "../files/evidence-path.js";
import type { Checklist } from "../model/checklist.js";
import { describePlace } from "../model/document.js";
import type { DocumentFacts } from "../model/document-facts.js";
import type { EvidenceDesk, FoundPassage } from "../model/evidence.js";
import type { ScanPassage, ScanRequirement } from "../model/scan.js";
import { indexPassages, type Passages } from "./passage.js";
import { textKindOf } from "./text-kind.js";

/** Milliseconds of reading before the person is told what is going on. */
const patience = 700;
/** Characters of a heading that are shown. */
const longestHeading = 80;
/** Characters of an anchor; a longer one helps nobody to find the place. */
const longestAnchor = 100;

/** The documents of a folder, or a sentence that says why they are not read. */
export type FolderReading = { readonly documents: readonly ReadDocument[] } | { readonly refused: string };

export interface PassageSources {
  readonly checklist: Checklist;
  readonly words: KnownWords;
  /** Reads all documents of the folder, and tells how many they are before it begins. */
  readonly readAll: (begin: (count: number) => void) => Promise<FolderReading>;
  /** The text of a document; null when it is none. */
  readonly readText: (file: string) => Promise<string | null>;
  /** Shows a sentence to the person. */
  readonly tell: (sentence: string) => void;
}

/** Looks requirements up in the documents of a folder, which are read when the first is asked for. */
export function createPassageDesk(sources: PassageSources): EvidenceDesk["passages"] {
  const asFound = createFinder(sources.readText);
  let lookUp: Promise<(requirement: string) => Stated | null> | null = null;
  return async (requirement) => {
    lookUp ??= readOnce(sources).then((documents) => createLookup(documents, sources));
    const stated = (await lookUp)(requirement);
    if (stated === null) return [];
    const found = await Promise.all(stated.passages.map((passage) => asFound(passage, stated.result)));
    return found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index);
  };
}

/** The documents that may be cited; none, with a word to the person, when they cannot be read. */
async function readOnce({ checklist, readAll, tell }: PassageSources): Promise<readonly ReadDocument[]> {
  let notice: ReturnType<typeof setTimeout> | undefined;
  try {
    const reading = await readAll((count) => {
      const what = count === 1 ? "your document" : `your ${count} documents`;
      notice = setTimeout(() => tell(`Reading ${what} ...`), patience);
    });
    if ("documents" in reading) return inOrder(reading.documents.filter((document) => canBeCited(document, checklist)));
    tell(reading.refused);
  } catch {
    // What cannot be looked at is not offered; every question can be answered without.
    tell("Your documents could not be looked through, so no passages of them are shown.");
  } finally {
    clearTimeout(notice);
  }
  return [];
}

/**
 * Whether a document can be evidence of what it says: not when it is blank or a report of ours or the guidance itself,
 * and not when it seems to tell of a child, whose data are never shown.
 */
function canBeCited({ file, facts }: ReadDocument, checklist: Checklist): boolean {
  const title = facts.title ?? "";
  const isOurs = ownTitles.some((own) => title === own || title.startsWith(`${own}: `));
  const isGuidance = [checklist.title, checklist.title.replace(/ \d{4}$/u, "")].includes(title);
  return !facts.blank && facts.caseData.length === 0 && !isOurs && !isGuidance && checkEvidencePath(file) === null;
}

const ownTitles = ["Safeguarding gap report", "What the policies state"];

/** Policies in force before drafts and other papers; of one kind, in the order of their paths. */
function inOrder(documents: readonly ReadDocument[]): readonly ReadDocument[] {
  const rank = ({ facts }: ReadDocument): number =>
    (facts.isPolicy ? 0 : 2) + (facts.approval.state === "draft" ? 1 : 0);
  return documents.toSorted((a, b) => rank(a) - rank(b));
}

interface Stated {
  readonly result: FoundPassage["result"];
  readonly passages: readonly ScanPassage[];
}

/** What the documents state of a requirement, by the rules of a scan; null when there is nothing to show. */
function createLookup(documents: readonly ReadDocument[], { checklist, words }: PassageSources) {
  const state = createStatements(
    documents.map((document) => ({ ...document, facts: oncePerSection(document.facts) })),
    words,
  );
  const outcomes = new Map<string, () => ScanRequirement>();
  for (const standard of checklist.standards)
    for (const requirement of standard.requirements) outcomes.set(requirement.id, () => state(requirement, standard));
  const speaks = ({ file, line, excerpt }: ScanPassage, requirement: string): boolean =>
    documents
      .find((document) => document.file === file)
      ?.facts.passages.some(
        (passage) =>
          passage.requirement === requirement &&
          passage.line === line &&
          passage.excerpt === excerpt &&
          (passage.strength === "states" || passage.strength === "hints"),
      ) ?? false;
  return (requirement: string): Stated | null => {
    const outcome = outcomes.get(requirement)?.();
    if (outcome === undefined || outcome.result === "not-found") return null;
    const passages = outcome.passages.filter((passage) => speaks(passage, requirement));
    return { result: outcome.result === "found" ? "states" : "hints", passages };
  };
}

/** The facts with the best passage of each section; more of one section would crowd out the others. */
function oncePerSection(facts: DocumentFacts): DocumentFacts {
  const seen = new Set<string>();
  const passages = facts.passages.filter(({ requirement, strength, heading }) => {
    const key = JSON.stringify([requirement, strength, heading]);
    return !seen.has(key) && seen.add(key);
  });
  return { ...facts, passages };
}

/** Makes what is shown of a passage; each document is read once for its headings. */
function createFinder(readText: PassageSources["readText"]) {
  const indexes = new Map<string, Promise<Passages | null>>();
  const indexOf = (file: string): Promise<Passages | null> => {
    const known = indexes.get(file) ?? readIndex(file, readText);
    indexes.set(file, known);
    return known;
  };
  return async (passage: ScanPassage, result: FoundPassage["result"]): Promise<FoundPassage> => {
    const { file, line, excerpt } = passage;
    const hasAnchors = textKindOf(file) === "markdown" && !file.includes("#");
    const anchor = hasAnchors ? ((await indexOf(file))?.anchorAt(line) ?? null) : null;
    const path = anchor === null || anchor.length > longestAnchor ? file : `${file}#${anchor}`;
    return { path, place: placeOf(passage), excerpt, result };
  };
}

/** Null where the document has gone or is no text: it is then cited as a whole. */
async function readIndex(file: string, readText: PassageSources["readText"]): Promise<Passages | null> {
  try {
    const text = await readText(file);
    return text === null ? null : indexPassages(text);
  } catch {
    return null;
  }
}

/** "policy.md:12, Who to tell", "policy.docx, paragraph 12", "policy.pdf, page 3". */
function placeOf({ file, line, unit, heading }: ScanPassage): string {
  const place = describePlace(file, line, unit);
  const under = heading.at(-1);
  return under === undefined ? place : `${place}, ${shorten(under)}`;
}

function shorten(heading: string): string {
  const start = Array.from(heading.slice(0, 2 * longestHeading));
  return start.length <= longestHeading && heading.length <= 2 * longestHeading
    ? heading
    : `${start.slice(0, longestHeading).join("").trimEnd()}...`;
}
