import type { Diagnostic } from "../model/diagnostic.js";
import type { OverlayFile } from "../model/overlay.js";
import type { EditionFile } from "../schema/edition.gen.js";
import type { LexiconFile } from "../schema/lexicon.gen.js";
import type { PracticeFile } from "../schema/practice.gen.js";
import type { ProfileFile } from "../schema/profile.gen.js";
import type { ScalesFile } from "../schema/scales.gen.js";
import { findProblems } from "../schema/validate.js";
import { arrange, diagnose } from "./diagnostics.js";
import { readInput, type ReadingHost } from "./read-input.js";
import { didYouMean } from "./suggest.js";
import { parseYaml, type YamlSource } from "./yaml-source.js";

/** A file that a checklist is made of. */
export type ChecklistData = EditionFile | OverlayFile | PracticeFile | ProfileFile | ScalesFile | LexiconFile;

/** The file as read; `data` is null where its schema finds fault with it, and `problems` says what. */
export interface LoadedData {
  readonly source: YamlSource;
  readonly data: ChecklistData | null;
  readonly problems: readonly Diagnostic[];
}

const kinds = ["edition", "overlay", "practice", "profile", "scales", "lexicon"] as const;

/** Reads a file of a checklist, whichever its schema key says it is. Throws UserError when it is no YAML at all. */
export async function readData(file: string, host: ReadingHost): Promise<LoadedData> {
  const { text, shownAs } = await readInput(file, host);
  const source = await parseYaml(text, shownAs);
  const stated = schemaKey(source.value);
  const kind = kinds.find((name) => stated === `${name}/1`);
  if (kind === undefined) return { source, data: null, problems: [unknownSchema(stated, source)] };
  const problems = arrange(await findProblems(kind, source));
  return { source, data: isData(source.value, problems) ? source.value : null, problems };
}

function schemaKey(value: unknown): unknown {
  return typeof value === "object" && value !== null && "schema" in value ? value.schema : undefined;
}

function unknownSchema(stated: unknown, source: YamlSource): Diagnostic {
  const all = kinds.map((kind) => `${kind}/1`);
  const message =
    stated === undefined
      ? "The file does not say what it is: it has no schema key."
      : "This is no file of a checklist.";
  const hint = `Begin it with schema: and one of ${all.join(", ")}.`;
  const place = source.locate(["schema"], "value");
  return diagnose(
    "unknown-schema",
    source.file,
    place,
    message,
    typeof stated === "string" ? didYouMean(stated, all, hint) : hint,
  );
}

/** The types come from the schemas, so what its schema finds no fault with is of the type. */
function isData(_value: unknown, problems: readonly Diagnostic[]): _value is ChecklistData {
  return problems.length === 0;
}
