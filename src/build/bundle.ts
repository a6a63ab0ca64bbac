import { readFile, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const dist = fileURLToPath(new URL("../", import.meta.url));

/**
 * What is loaded together, as one file each: `--help` needs the start alone, a report not the walk. Node takes about
 * half a millisecond to find, open and link each module, which with a hundred of them is most of a command's time.
 */
const groups = [
  { name: "start", test: /\/dist\/(?:main|cli|node-host|program|options|errors|host)\.js$|\/model\/(?:day|gate)\.js$|\/files\/(?:node-file-system|not-regular|version)\.js$/u, priority: 3 },
  { name: "answer", test: /\/dist\/(?:walk\/|commands\/(?:audit|apply|init|new)|files\/(?:audit-editor|yaml-patch|yaml-render|yaml-lines|key-order|new-audit|write-atomic))/u, priority: 2 },
  { name: "page", test: /\/dist\/reporters\/(?:html|markup)/u, priority: 2 },
  { name: "judge", test: /\/dist\/(?:files|engine|model|evidence|schema|reporters)\/|\/dist\/commands\/(?:check|report|output|read|judge|demo)/u, priority: 1 },
];

/** Joins our own modules into a few files in dist/bundle; packages stay packages, found where npm puts them. */
export async function bundle(): Promise<void> {
  const manifest: { readonly dependencies: Record<string, string> } = JSON.parse(
    await readFile(new URL("../../package.json", import.meta.url), "utf8"),
  );
  await rm(`${dist}bundle`, { recursive: true, force: true });
  const joined = await rolldown({
    input: { main: `${dist}main.js` },
    external: Object.keys(manifest.dependencies),
    platform: "node",
  });
  await joined.write({
    dir: `${dist}bundle`,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    codeSplitting: { groups, includeDependenciesRecursively: false },
  });
}
