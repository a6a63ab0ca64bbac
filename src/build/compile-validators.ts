import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { _, Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { isDay, isDuration } from "../model/day.js";

const schemas = new URL("../../src/schema/", import.meta.url);
const target = new URL("../schema/", import.meta.url);
const prelude = `import { isDay, isDuration } from "../../model/day.js";
const formats = { day: isDay, duration: isDuration };
`;

/** An Ajv that reports everything that is wrong and knows our two formats. */
export function createAjv(): Ajv2020 {
  return new Ajv2020({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    formats: { day: isDay, duration: isDuration },
    code: { esm: true, source: true, formats: _`formats` },
  });
}

/** Writes each schema's validator as a module of its own, so that a command loads only what it needs. */
export async function compileValidators(): Promise<void> {
  await mkdir(new URL("validators/", target), { recursive: true });
  for (const file of (await readdir(schemas)).filter((name) => name.endsWith(".schema.json"))) {
    const schema: AnySchemaObject = JSON.parse(await readFile(new URL(file, schemas), "utf8"));
    const ajv = createAjv();
    const code = standalone.default(ajv, ajv.compile(schema));
    const unbundled = /require\(("[^"]+")\)/.exec(code);
    if (unbundled !== null)
      throw new Error(`${file}: its validator needs ${unbundled[1]}, which the package does not ship`);
    await writeFile(new URL(`validators/${file.replace(".schema.json", ".js")}`, target), prelude + code);
    await copyFile(new URL(file, schemas), new URL(file, target));
  }
}
