import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBuilt, runInProcess } from "../cli/run.js";

const shipped = fileURLToPath(new URL("../../checklists", import.meta.url));
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wt-audit-lint-"));
  await cp(shipped, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

/** The files of a folder of the checklists; "" is the checklists folder itself. */
async function filesOf(name: string): Promise<readonly string[]> {
  const names = await readdir(join(shipped, name));
  return names
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => (name === "" ? file : `${name}/${file}`))
    .toSorted();
}

/** Lints the files with one of them changed for the time. */
async function lintChanged(file: string, from: string | RegExp, to: string, files: readonly string[]) {
  const text = await readFile(join(folder, file), "utf8");
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to change in ${file}`);
  await writeFile(join(folder, file), changed);
  try {
    const { code, stderr } = await runBuilt(["checklist", "lint", ...files], { cwd: folder });
    return { code, lines: stderr.split("\n").map((line) => line.replace(/^(\S+?):[\d:]+ error /u, "$1 ")) };
  } finally {
    await writeFile(join(folder, file), text);
  }
}

it("the shipped data lints clean, whole and file by file", async () => {
  const folders = await Promise.all(["", "editions", "practice", "examples/overlays"].map(filesOf));
  const files = folders.flat();
  const clean = (count: string) => ({ code: 0, stdout: `${count} checked, nothing wrong.\n`, stderr: "" });
  expect(await runBuilt(["checklist", "lint", ...files], { cwd: shipped })).toEqual(clean(`${files.length} files`));
  for (const file of files) {
    expect(await runInProcess(["checklist", "lint", file, file], { cwd: shipped })).toEqual(clean("1 file"));
  }
});

describe("a practice note that was deleted", () => {
  const border = /^ {2}border-duty:\n(?: {4}.*\n|\n)+/mu;
  const missing = (file: string) => `${file} missing-practice: "border-duty" has no practice note.`;

  it("is missed when the practice folder is linted whole", async () => {
    const { code, lines } = await lintChanged("practice/justice.yaml", border, "", await filesOf("practice"));
    expect(code).toBe(2);
    expect(lines).toEqual([
      missing("practice/justice.yaml"),
      "    More: wt-audit checklist lint --explain missing-practice.",
      "wt-audit: 1 problem in 1 of 13 files",
      "",
    ]);
  });

  it("is missed by each edition that is linted with it", async () => {
    const files = [...(await filesOf("editions")), ...(await filesOf("practice"))];
    const { lines } = await lintChanged("practice/justice.yaml", border, "", files);
    const [first, more, ...others] = lines.slice(0, 5);
    // Where more is told is said once, however often the rule is broken.
    expect(more).toBe("    More: wt-audit checklist lint --explain missing-practice.");
    expect([first, ...others]).toEqual(
      ["2013", "2018", "2023", "2026"].map((year) => missing(`editions/working-together-${year}.yaml`)),
    );
    expect(lines[5]).toBe("wt-audit: 4 problems in 4 of 18 files");
  });
});

it.each([
  [
    "profile.yaml",
    /- sports-club$/mu,
    "- sports-clubs",
    'wrong-value: "sports-clubs" is no answer to the fact "sector".',
  ],
  ["scales.yaml", "id: zero-to-three", "id: one-to-three", 'duplicate-id: The id "one-to-three" stands twice.'],
  [
    "lexicon.yaml",
    "  board-lead:",
    "  board-leads:",
    'unknown-requirement: No edition has a requirement "board-leads".',
  ],
])("%s is held to more than its schema", async (file, from, to, problem) => {
  const { code, lines } = await lintChanged(file, from, to, [file]);
  expect(code).toBe(2);
  expect(lines[0]).toBe(`${file} ${problem}`);
});
