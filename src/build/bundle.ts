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
    test: /\/dist\/(?:main|cli|node-host|program(?:-[a-z]+)?|options|errors|host)\.js$|\/model\/(?:day|gate)\.js$|\/files\/(?:node-file-system|not-regular|version)\.js$|\/commander\//u,
    priority: 3,
  },
  {
    name: "answer",
    test: /\/dist\/(?:walk\/|commands\/(?:audit|apply|init|moderate|new|selection|sign-off|telling|change-action|actions-)|files\/(?:alone|ci-|audit-editor|yaml-patch|yaml-entries|yaml-render|yaml-lines|key-order|new-audit|write-atomic))|\/(?:@inquirer|chalk|mute-stream|signal-exit|cli-width)\//u,
    priority: 2,
  },
  { name: "mend", test: /\/files\/yaml-syntax|\/node_modules\/yaml\//u, priority: 2 },
  { name: "page", test: /\/dist\/reporters\/(?:html|markup)/u, priority: 2 },
  // Each kind of document brings a parser of its own; that of PDF is twenty times as large as the rest together.
  {
    name: "read-html",
    test: /\/evidence\/reading\/html(?!-names)|(?<!\/markdown-it)\/node_modules\/(?:parse5|entities)\//u,
    priority: 3,
  },
  { name: "read-pdf", test: /\/evidence\/reading\/pdf|\/node_modules\/unpdf\//u, priority: 3 },
  {
    name: "read-word",
    test: /\/evidence\/reading\/(?:word|zip)|\/node_modules\/@rgrove\/parse-xml\//u,
    priority: 3,
  },
  {
    name: "read-other",
    test: /\/evidence\/reading\/(?:rst|asciidoc|plain|gatherer|list-levels|substitutions|toml)|\/node_modules\/smol-toml\//u,
    priority: 3,
  },
  {
    name: "read",
    test: /\/evidence\/(?:reading\/(?!document-kind)|facts\/|statement\/|read-facts)|\/node_modules\/(?:markdown-it|mdurl|linkify-it|uc\.micro|punycode\.js)\//u,
    priority: 2,
  },
  // What only a scan, or the check of a repository, is made of.
  {
    name: "repository",
    test: /\/dist\/(?:commands\/(?:scan|config-audit|policy-scanner|policy-passages|check-repository|repository|policies|keep-baseline|tell-repository|github-summary|host-alerts|scan-set)|evidence\/(?:read-policies|read-folder|passage-desk)|engine\/(?:scan|resemblance|settle|baseline|(?:\w+-)?alert)|reporters\/(?:scan|alert|junit|sarif|github|gitlab|comment)|files\/(?:find-documents|document-|folder-walk|changed-|config-|baseline-))|\/node_modules\/picomatch\//u,
    priority: 2,
  },
  // What only a comparison is made of, and its page apart: the other pages do without.
  { name: "compare-page", test: /\/dist\/reporters\/html-(?:comparison|trend)/u, priority: 4 },
  {
    name: "compare",
    test: /\/dist\/(?:commands\/compare|engine\/compare|reporters\/comparison)/u,
    priority: 3,
  },
  // What lays overlays over an edition.
  {
    name: "overlays",
    test: /\/dist\/(?:commands\/open-overlays|files\/(?:read-overlays|overlay-|wording-digest)|engine\/(?:layer|compose-requirement|lint-(?:layers|overlay|problem|condition|profile)))/u,
    priority: 4,
  },
  // What carries answers from one checklist to another.
  {
    name: "carry",
    test: /\/dist\/(?:commands\/(?:migrate|review|started-review)|engine\/(?:carry|relate|trace-editions|review)|files\/(?:carried-text|review-text|file-digest)|reporters\/(?:carry|review))/u,
    priority: 5,
  },
  // What shows, or looks through, checklists.
  {
    name: "checklists",
    test: /\/dist\/(?:commands\/(?:open-)?checklist|engine\/(?:lint|compose|edition-outline|diff)|reporters\/(?:checklist|diff)|evidence\/statement\/check-examples)|\/node_modules\/diff\//u,
    priority: 3,
  },
  {
    name: "calendar",
    test: /\/dist\/reporters\/ics|\/node_modules\/ical-generator\//u,
    priority: 3,
  },
  // The action plans: listed, and as a calendar.
  {
    name: "actions",
    test: /\/dist\/(?:commands\/(?:actions\.|read-audits)|engine\/(?:actions|calendar)|reporters\/actions)/u,
    priority: 3,
  },
  {
    name: "judge",
    test: /\/dist\/(?:files|engine|model|evidence|schema(?!\/validators)|reporters)\/|\/dist\/commands\/(?:check(?!-)|conclude|report|output|read|judge|demo)|\/(?:js-yaml|fast-[a-z-]+)\//u,
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
    // The reader of PDF asks whether a package of fonts is installed, and does without when it cannot ask.
    transform: { define: { "import.meta.resolve": "undefined" } },
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
  refuseCircles(output.flatMap((chunk) => (chunk.type === "chunk" ? [chunk] : [])));
  await writeLicences(output.flatMap((chunk) => (chunk.type === "chunk" ? [chunk] : [])));
}

/** Files that need one another at once find each other half made: group them so that needs go one way. */
function refuseCircles(chunks: readonly OutputChunk[]): void {
  const needs = new Map(chunks.map((chunk) => [chunk.fileName, chunk.imports]));
  const follow = (name: string, way: readonly string[]): void => {
    if (way.includes(name)) throw new Error(`the bundle's files need one another: ${[...way, name].join(" -> ")}`);
    for (const next of needs.get(name) ?? []) follow(next, [...way, name]);
  };
  for (const name of needs.keys()) follow(name, []);
}

/** The licence of every package that is in the bundle, as each asks. */
async function writeLicences(chunks: readonly OutputChunk[]): Promise<void> {
  const paths = chunks.flatMap((chunk) => chunk.moduleIds);
  const folders = new Set(paths.flatMap((path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//u.exec(path)?.[0] ?? []));
  const texts = await Promise.all([...folders].toSorted().map(licenceOf));
  const all = [...texts, await licenceOfPdfJs()];
  await writeFile(
    `${target}LICENCES.txt`,
    `The packages that are part of wt-audit, and their licences.\n\n${all.join("\n\n")}`,
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

/** unpdf contains it without the text of its licence, which is that of TypeScript. */
async function licenceOfPdfJs(): Promise<string> {
  const text = await readFile(`${root}node_modules/typescript/LICENSE`, "utf8");
  if (!text.includes("Version 2.0, January 2004"))
    throw new Error("the Apache licence, which pdf.js is under, is not found");
  return `--- pdf.js, within unpdf ---\n\nCopyright Mozilla Foundation\n\n${text.trim()}\n`;
}
