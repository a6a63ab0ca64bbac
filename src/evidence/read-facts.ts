import type { Lexicon } from "../model/lexicon.js";
import { factsOf, publicOf } from "./facts/facts.js";
import { isRecord } from "./facts/policy-document.js";
import type { DocumentReader } from "./read-policies.js";
import { documentKindOf } from "./reading/document-kind.js";
import { readDocument } from "./reading/read-document.js";
import { compileLexicon } from "./statement/compiled-lexicon.js";
import { findPassages } from "./statement/find-passages.js";

/** Reads documents by a lexicon: their text, what they say of themselves, and what they state. */
export function createFactsReader(lexicon: Lexicon): DocumentReader {
  const compiled = compileLexicon(lexicon);
  return async (bytes, file) => {
    const kind = documentKindOf(file);
    if (kind === null) return "This kind of file is not read.";
    const document = await readDocument(bytes, kind);
    if ("unreadable" in document) return document.unreadable;
    const { nation, audience } = publicOf(document);
    const bearing = { audience, nation: nation?.nation ?? null, isRecord: isRecord(document) };
    const passages = findPassages(document, bearing, compiled);
    return factsOf(document, lexicon["superseded-terms"], passages, { nation, audience });
  };
}
