import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rolldown, type OutputChunk } from "rolldown";

const root = fileURLToPath(new URL("../../", import.meta.url));
const target = `${root}dist/bundle/`;

/**
 * What is loaded together, as one file each: `--help` needs the start alone, a check neither the walk nor the page.
 */
const groups = [
  {
    name: "start",
    test: /\/dist\/(?:main|cli|node-host|program|options|errors|host)\.js$|\/model\/(?:day|gate)\.js$|\/files\/(?:node-file-system|not-regular|version)\.js$|\/commander\//u,
    priority: 3,
  },
  {
    name: "answer",
    test: /\/dist\/(?:walk\/|commands\/(?:audit|apply|init|new|selection)|files\/(?:alone|audit-editor|yaml-patch|yaml-render|yaml-lines|key-order|new-audit|write-atomic))|\/(?:@inquirer|chalk|mute-stream|signal-exit|cli-width)\//u,
    priority: 2,
  },
  { name: "mend", test: /\/files\/yaml-syntax|\/node_modules\/yaml\//u, priority: 2 },
  { name: "page", test: /\/dist\/reporters\/(?:html|markup)/u, priority: 2 },
  {
    name: "judge",
    test: /\/dist\/(?:files|engine|model|evidence|schema(?!\/validators)|reporters)\/|\/dist\/commands\/(?:check|report|output|read|judge|demo)|\/(?:js-yaml|fast-[a-z-]+)\//u,
    priority: 1,
  },
];

/**
 * Joins our modules, and the packages that they use, into a few CommonJS files. Node takes about half a millisecond to
 * find, open and link each module, and ten to start its loader of ES modules: with a hundred modules that was most of a
 * command's time. What is installed so depends on nothing.
 */
export async function bundle(): Promise<void> {
  await rm(target, { recursive: true, force: true });
  const validators = (await readdir(`${root}dist/schema/validators`)).map((name) => name.replace(/\.js$/u, ""));
  const entries = validators.map((name) => [`validators/${name}`, `${root}dist/schema/validators/${name}.js`]);
  const joined = await rolldown({
    input: { main: `${root}dist/main.js`, ...Object.fromEntries(entries) },
    platform: "node",
    preserveEntrySignatures: "allow-extension",
  });
  const { output } = await joined.write({
    dir: target,
    format: "cjs",
    exports: "named",
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name].cjs",
    codeSplitting: { groups, includeDependenciesRecursively: false },
    // Less to read, and still legible in a report of a fault: names stay.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  });
  await writeLicences(output.flatMap((chunk) => (chunk.type === "chunk" ? [chunk] : [])));
}

/** The licence of every package that is in the bundle, as each asks. */
async function writeLicences(chunks: readonly OutputChunk[]): Promise<void> {
  const paths = chunks.flatMap((chunk) => chunk.moduleIds);
  const folders = new Set(paths.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//u.exec(path)?.[0] ?? []));
  const texts = await Promise.all([...folders].toSorted().map(licenceOf));
  await writeFile(
    `${target}LICENCES.txt`,
    `The packages that are part of wt-audit, and their licences.\n\n${texts.join("\n\n")}`,
  );
}

async function licenceOf(folder: string): Promise<string> {
  const manifest: { readonly name: string; readonly version: string } = JSON.parse(
    await readFile(`${folder}package.json`, "utf8"),
  );
  const file = (await readdir(folder)).find((name) => /^licen[cs]e/iu.test(name));
  if (file === undefined) throw new Error(`${manifest.name} has no licence file, so it may not be bundled`);
  return `--- ${manifest.name} ${manifest.version} ---\n\n${(await readFile(`${folder}${file}`, "utf8")).trim()}\n`;
}
