import { readFile, readdir, writeFile } from "node:fs/promises";
import { compile, type JSONSchema } from "json-schema-to-typescript";

const folder = new URL("../../src/schema/", import.meta.url);

/** Model fields are read-only; json-schema-to-typescript has no option for it. */
function makeReadonly(source: string): string {
  return source
    .replace(/^(\s+)(?=(?:[A-Za-z]\w*|"[^"]+"|\[k: string\])\??:(?: |$))/gm, "$1readonly ")
    .replace(/\b([A-Za-z]\w*)\[\]/g, "readonly $1[]");
}

/** Drops `$id`, and the `anyOf` that only says which keys must be there: types cannot tell, and it clouds them. */
function forTypes(key: string, value: unknown): unknown {
  return key === "$id" || (key === "anyOf" && JSON.stringify(value).startsWith('[{"required"')) ? undefined : value;
}

for (const name of (await readdir(folder)).filter((file) => file.endsWith(".schema.json")).toSorted()) {
  const schema: JSONSchema = JSON.parse(
    JSON.stringify(JSON.parse(await readFile(new URL(name, folder), "utf8")), forTypes),
  );
  const types = await compile(schema, name, {
    additionalProperties: false,
    bannerComment: `/* Generated from ${name} by npm run generate; edit the schema instead. */`,
    ignoreMinAndMaxItems: true,
  });
  await writeFile(new URL(name.replace(".schema.json", ".gen.ts"), folder), makeReadonly(types));
}
