import { readFile } from "node:fs/promises";
import { ExitCode, UserError } from "../errors.js";
import { suggest } from "../files/suggest.js";
import type { Host } from "../host.js";
import { schemaNames } from "../schema/validate.js";

/** Prints a JSON Schema; without a name, the names. */
export async function schema({ name }: { readonly name?: string }, host: Host): Promise<ExitCode> {
  if (name === undefined) {
    await host.stdout.write(`${schemaNames.join("\n")}\n`);
    return ExitCode.passed;
  }
  const known = schemaNames.find((candidate) => candidate === name);
  if (known === undefined) {
    const near = suggest(name, schemaNames);
    throw new UserError(
      `there is no schema "${name}"`,
      [],
      `${near === null ? "" : `Did you mean ${near}? `}Schemas: ${schemaNames.join(", ")}.`,
    );
  }
  await host.stdout.write(await readFile(new URL(`../schema/${known}.schema.json`, import.meta.url), "utf8"));
  return ExitCode.passed;
}
