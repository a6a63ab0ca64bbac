import { placesOf } from "./link-places.js";

/** Findings that come about, or go, when another document is changed: what they are about is its path. */
const ofOthers: ReadonlySet<string> = new Set(["broken-link", "near-copy", "older-copy"]);

interface Told {
  readonly file: string;
  readonly findings: readonly { readonly code: string; readonly about: string | null }[];
}

/** The documents that changed, and of the others what is wrong with them because of a change. Null: all changed. */
export function onlyChanged<Document extends Told>(
  documents: readonly Document[],
  changed: ReadonlySet<string> | null,
): readonly Document[] {
  if (changed === null) return documents;
  return documents.flatMap((document) => {
    if (changed.has(document.file)) return [document];
    const findings = document.findings.filter(
      ({ code, about }) => about !== null && ofOthers.has(code) && placesOf(about).some((place) => changed.has(place)),
    );
    return findings.length === 0 ? [] : [{ ...document, findings }];
  });
}
