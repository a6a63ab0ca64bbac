import { join } from "node:path";
import { findDocuments } from "../files/find-documents.js";
import type { FileSystem } from "../files/file-system.js";
import { decode } from "./decode.js";
import type { FactsLibrary } from "./facts-reader.js";
import type { FolderReading } from "./passage-desk.js";
import { documentKindOf } from "./reading/document-kind.js";
import { readPolicies } from "./read-policies.js";

/** Documents beyond which a folder is no folder of policies. */
const mostDocuments = 500;
/** Bytes of all its documents together, the same. */
const mostBytes = 50 * 1024 * 1024;
/** Bytes of a document whose headings can be cited. */
const textLimit = 4 * 1024 * 1024;

const refused = {
  refused:
    "This folder holds more documents than can be looked through between two questions, so none are shown. To read them all: wt-audit scan",
} as const;

/** Reads the documents of a folder and below; those that cannot be read are left out. Refuses more than an audit has. */
export async function readFolder(
  folder: string,
  library: Pick<FactsLibrary, "read" | "save">,
  files: FileSystem,
  begin: (count: number) => void,
): Promise<FolderReading> {
  const found = await findDocuments(["."], [], folder, files, (file) => documentKindOf(file) !== null);
  if (found.documents.length > mostDocuments) return refused;
  if ((await sizeOf(found.documents, folder, files)) > mostBytes) return refused;
  begin(found.documents.length);
  const { documents } = await readPolicies(found.documents, folder, library.read, files);
  await library.save();
  return { documents };
}

async function sizeOf(documents: readonly string[], folder: string, files: FileSystem): Promise<number> {
  let size = 0;
  for (const file of documents) size += await statedSize(join(folder, ...file.split("/")), files);
  return size;
}

/** None for what has gone: it is left out when it is read. */
async function statedSize(path: string, files: FileSystem): Promise<number> {
  try {
    return (await files.status(path)).size;
  } catch {
    return 0;
  }
}

/** The text of a document, as it is cited; null when it is none, or too large for that. */
export async function readCitable(file: string, folder: string, files: FileSystem): Promise<string | null> {
  const bytes = await files.read(join(folder, ...file.split("/")), textLimit + 1);
  return bytes.length > textLimit ? null : decode(bytes);
}
