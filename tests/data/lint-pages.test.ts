import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lintCodes } from "../../src/engine/lint-codes.js";
import { runBuilt } from "../cli/run.js";

const pages = fileURLToPath(new URL("../../checklists/lint", import.meta.url));
let folder = "";

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "wt-audit-pages-"))));
afterAll(() => rm(folder, { recursive: true }));

/** The yaml block under a heading; null where the page has no such heading. */
function blockUnder(heading: string, page: string): string | null {
  const at = page.indexOf(`\n## ${heading}\n`);
  return at === -1 ? null : (/```yaml\n([\s\S]*?)```/u.exec(page.slice(at))?.[1] ?? null);
}

/** Lints a block of a page, with what is given beside it; the codes that it raises, each once. */
async function codesOf(code: string, heading: string): Promise<readonly string[]> {
  const page = await readFile(join(pages, `${code}.md`), "utf8");
  const block = blockUnder(heading, page);
  const beside = blockUnder("Given together with", page);
  if (block === null) throw new Error(`${code} has no block ${heading}`);
  const names = [`${code}.yaml`, ...(beside === null ? [] : [`${code}-beside.yaml`])];
  await writeFile(join(folder, `${code}.yaml`), block);
  if (beside !== null) await writeFile(join(folder, `${code}-beside.yaml`), beside);
  const { code: exit, stderr } = await runBuilt(["checklist", "lint", ...names], { cwd: folder });
  const raised = Array.from(stderr.matchAll(/^\S+ (?:error|warning|note) ([\w-]+): /gmu), ([, found = ""]) => found);
  expect(exit, stderr).toBe(raised.length === 0 ? 0 : 2);
  return [...new Set(raised)];
}

/** Its example would be more than twenty files. */
const withoutExample = new Set<string>(["overlay-depth"]);

it("every rule has a page, and every page a rule", async () => {
  const names = await readdir(pages);
  expect(names.toSorted()).toEqual(lintCodes.map((code) => `${code}.md`).toSorted());
});

describe.each(lintCodes.filter((code) => !withoutExample.has(code)))("the page of %s", (code) => {
  it("has an example that raises it and nothing else", async () => {
    expect(await codesOf(code, "Fires")).toEqual([code]);
  });

  it("has a near miss that raises nothing", async () => {
    expect(await codesOf(code, "Does not fire")).toEqual([]);
  });
});

it.each(lintCodes)("--explain %s prints its page", async (code) => {
  const { stdout, stderr, code: exit } = await runBuilt(["checklist", "lint", "--explain", code], { cwd: folder });
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  expect(stdout).toBe(await readFile(join(pages, `${code}.md`), "utf8"));
});
