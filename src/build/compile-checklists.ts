import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { load } from "js-yaml";
import { collectNotes, compose } from "../engine/compose.js";
import type { EditionPlaces, ReadingRules } from "../files/shipped.js";
import { wordingDigest } from "../files/wording-digest.js";
import { parseYaml } from "../files/yaml-source.js";
import type { EditionFile } from "../schema/edition.gen.js";
import type { LexiconFile } from "../schema/lexicon.gen.js";
import type { PracticeFile } from "../schema/practice.gen.js";
import type { ScalesFile } from "../schema/scales.gen.js";

const source = new URL("../../checklists/", import.meta.url);
const lockfile = new URL("../../package-lock.json", import.meta.url);
const target = new URL("../checklists/", import.meta.url);

async function readAll<File>(folder: string): Promise<readonly File[]> {
  const names = (await readdir(new URL(folder, source))).filter((name) => name.endsWith(".yaml")).toSorted();
  return Promise.all(names.map((name) => readYaml<File>(`${folder}${name}`)));
}

/** Trusted here: `checklist lint` holds the shipped files to their schemas in `npm run check` and in the tests. */
async function readYaml<File>(path: string): Promise<File> {
  return JSON.parse(JSON.stringify(load(await readFile(new URL(path, source), "utf8"))));
}

/** Compiles the shipped YAML to JSON, which loads without a YAML parser. */
export async function compileChecklists(): Promise<void> {
  await mkdir(target, { recursive: true });
  const notes = collectNotes(await readAll<PracticeFile>("practice/"));
  const editions = (await readAll<EditionFile>("editions/")).toSorted((a, b) => (a.published < b.published ? -1 : 1));
  for (const edition of editions) await write(`${edition.id}.json`, compose(edition, notes, wordingDigest));
  await write("places.json", Object.fromEntries(await Promise.all(editions.map(placesIn))));
  await write("profile.json", await readYaml("profile.yaml"));
  await write("scales.json", (await readYaml<ScalesFile>("scales.yaml")).scales);
  const lexicon = await readYaml<LexiconFile>("lexicon.yaml");
  await write("lexicon.json", withoutExamples(lexicon));
  await write("reading-rules.json", { id: wordingDigest(await readingCode()), ...idsIn(lexicon) });
  await write(
    "index.json",
    editions.map((edition) => ({ id: edition.id, published: edition.published, inForce: edition["in-force"] })),
  );
}

/** The lines on which an edition asks its requirements. */
async function placesIn({ id, standards }: EditionFile): Promise<readonly [string, EditionPlaces[string]]> {
  const name = `editions/${id}.yaml`;
  const { locate } = await parseYaml(await readFile(new URL(name, source), "utf8"), name);
  const lines = standards.flatMap(({ requirements }, s) =>
    requirements.map((requirement, r) => {
      const { line } = locate(["standards", s, "requirements", r, "id"], "value");
      return [requirement.id, line] as const;
    }),
  );
  return [id, Object.fromEntries(lines)];
}

/** The requirements for which there are words, and those of them that are about England. */
function idsIn({ statements }: LexiconFile): Pick<ReadingRules, "stated" | "ofEngland" | "needed"> {
  const stated = Object.keys(statements);
  const ofEngland = stated.filter((id) => statements[id]?.law === "england");
  const needed = Object.entries(statements).flatMap(([id, { "passages-needed": least }]) =>
    least === undefined ? [] : [[id, least] as const],
  );
  return { stated, ofEngland, needed: Object.fromEntries(needed) };
}

/** All that decides what a document is read as: our code, the lexicon and the packages that it is built with. */
async function readingCode(): Promise<string> {
  const folders = ["evidence", "files", "model"].map((name) => new URL(`../${name}/`, import.meta.url));
  const ours = await Promise.all(
    folders.map(async (folder) => {
      const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".js"));
      return names.toSorted().map((name) => new URL(name, folder));
    }),
  );
  const files = [...ours.flat(), new URL("lexicon.yaml", source), lockfile];
  return (await Promise.all(files.map((file) => readFile(file, "utf8")))).join("\0");
}

/** The examples are for the tests alone. */
function withoutExamples(lexicon: LexiconFile): LexiconFile {
  const statements = Object.entries(lexicon.statements).map(([key, { states, hints = [], ...statement }]) => {
    return [key, { states, hints, ...(statement.law === undefined ? {} : { law: statement.law }) }];
  });
  return { ...lexicon, statements: Object.fromEntries(statements) };
}

async function write(name: string, value: unknown): Promise<void> {
  await writeFile(new URL(name, target), JSON.stringify(value));
}
