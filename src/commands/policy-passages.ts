import type { DeskReading } from "../evidence/desk.js";
import { openLibrary } from "../evidence/facts-reader.js";
import { createPassageDesk } from "../evidence/passage-desk.js";
import { readCitable, readFolder } from "../evidence/read-folder.js";
import type { FileSystem } from "../files/file-system.js";
import type { Host } from "../host.js";
import type { Checklist } from "../model/checklist.js";

export interface PolicyFolder {
  /** Absolute. */
  readonly folder: string;
  readonly checklist: Checklist;
  readonly files: FileSystem;
  /** Shows a sentence to the person. */
  readonly tell: (sentence: string) => void;
}

/** Reads the documents of a folder, with what was found before from the cache of this user. */
export async function openPassages(
  { folder, checklist, files, tell }: PolicyFolder,
  { env }: Pick<Host, "env">,
): Promise<Omit<DeskReading, "today">> {
  const library = await openLibrary(folder, true, { env, files });
  const passages = createPassageDesk({
    checklist,
    words: library.words,
    readAll: (begin) => readFolder(folder, library, files, begin),
    readText: (file) => readCitable(file, folder, files),
    tell,
  });
  return { passages, facts: library.cited };
}
