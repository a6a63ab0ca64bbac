import { deriveFacts } from "../engine/profile.js";
import { scan } from "../engine/scan.js";
import { UserError } from "../errors.js";
import { openLibrary } from "../evidence/facts-reader.js";
import { type DocumentReader, readPolicies } from "../evidence/read-policies.js";
import type { FoundDocuments } from "../files/find-documents.js";
import { editionInForce, readShippedChecklist, readShippedProfile, shippedIndex } from "../files/shipped.js";
import { version } from "../files/version.js";
import type { Host } from "../host.js";
import type { Facts } from "../model/audit.js";
import type { Day } from "../model/day.js";
import type { Severity } from "../model/report.js";
import type { Scan } from "../model/scan.js";
import { openProgress } from "./progress.js";

/** A set of policy documents, and what it is to be read for. */
export interface ScanRequest extends Pick<FoundDocuments, "documents" | "left"> {
  /** Absolute; the paths of the documents count from it. */
  readonly root: string;
  /** Which documents somebody says are policies. */
  readonly isDeclared: (path: string) => boolean;
  /** The edition to look for; null: the one in force. */
  readonly checklist: string | null;
  readonly facts: Facts;
  readonly today: Day;
  readonly failOn: Severity;
  /** Only findings in these files are told; null: in all. */
  readonly changed: ReadonlySet<string> | null;
  /** Whether what is read is kept for the next run. */
  readonly isKept: boolean;
}

/** Reads the documents and says what they state. Throws UserError with every document that cannot be read. */
export async function scanSet(request: ScanRequest, host: Host): Promise<Scan> {
  const { root, documents: paths, left, today, failOn, changed } = request;
  const [index, profile] = await Promise.all([shippedIndex(), readShippedProfile()]);
  const checklist = await readShippedChecklist(request.checklist ?? editionInForce(index, today));
  const library = await openLibrary(root, request.isKept, host);
  const progress = openProgress(paths.length, "documents", host);
  const read: DocumentReader = async (bytes, file) => {
    await progress.step();
    return library.read(bytes, file);
  };
  const { documents, own, problems } = await readPolicies(paths, root, read, host.files, request.isDeclared);
  await progress.end();
  await library.save();
  if (problems.length > 0) throw new UserError("not every document could be read", problems);
  const facts = deriveFacts(request.facts, profile);
  return scan({
    checklist,
    profile,
    facts,
    today,
    version,
    words: library.words,
    documents,
    left: [...left, ...own],
    failOn,
    changed,
  });
}
