import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBuilt, runners } from "./run.js";

/** Sound, and badly made: nothing rests on its second source. */
const untidy = `schema: overlay/1
id: riverside-2026
title: Riverside's form
extends: working-together-2026
sources:
  - id: form
    title: The form
    kind: local-document
    note: Agreed by the trustees in May.
  - id: leaflet
    title: A leaflet
    kind: local-document
`;
const sound = untidy.replace("    title: A leaflet\n", "    title: A leaflet\n    note: Gives the day of return.\n");
const again = untidy.replace(
  "  - id: leaflet",
  "  - id: poster\n    title: A poster\n    kind: web-page\n  - id: leaflet",
);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wt-audit-craft-"));
  const overlayOver = (id: string, base: string) =>
    sound.replace("riverside-2026", id).replace("working-together-2026", base);
  const files: Readonly<Record<string, string>> = {
    "untidy.yaml": untidy,
    "sound.yaml": sound,
    "again.yaml": again,
    "unsound.yaml": sound.replace("working-together-2026", "working-together-2027"),
    "both.yaml": untidy.replace("working-together-2026", "working-together-2027"),
    "schema.yaml": sound.replace("title: Riverside's form", "titel: Riverside's form"),
    "trust.yaml": overlayOver("trust", "county"),
    "county.yaml": overlayOver("county", "working-together-2023"),
    "over-broken.yaml": overlayOver("over-broken", "broken"),
    "broken.yaml": overlayOver("broken", "working-together-2023").replace("title: R", "titel: R"),
    "over-misnamed.yaml": overlayOver("over-misnamed", "misnamed"),
    "misnamed.yaml": overlayOver("other", "working-together-2023"),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  for (let deep = 0; deep < 23; deep += 1)
    await writeFile(
      join(folder, `deep-${deep}.yaml`),
      overlayOver(`deep-${deep}`, deep === 0 ? "working-together-2026" : `deep-${deep - 1}`),
    );
});
afterAll(() => rm(folder, { recursive: true }));

const told = 'untidy.yaml:10:9: warning unused-source: Nothing rests on the source "leaflet".';
const mend = "    Name it in a reference, say in its note what was taken from it, or leave it out.";
const more = " More: wt-audit checklist lint --explain unused-source.";

describe.each(runners)("checklist lint, $name", ({ run }) => {
  const lint = (...args: readonly string[]) => run(["checklist", "lint", ...args], { cwd: folder });

  it("a warning fails, and says where more is told", async () => {
    expect(await lint("untidy.yaml")).toEqual({
      code: 2,
      stdout: "",
      stderr: `${told}\n${mend}${more}\nwt-audit: 1 problem in 1 of 1 file\n`,
    });
  });

  it("where more is told is said once for a rule that is broken twice", async () => {
    const { stderr } = await lint("again.yaml");
    expect(stderr.split(" More: ")).toHaveLength(2);
    expect(stderr.split("unused-source: ")).toHaveLength(3);
  });

  it("with --fail-on error a warning is told and passes", async () => {
    expect(await lint("untidy.yaml", "sound.yaml", "--fail-on", "error")).toMatchObject({ code: 2 });
    expect(await lint("untidy.yaml", "--fail-on", "error")).toEqual({
      code: 0,
      stdout: "1 file checked: 1 problem in 1 of 1 file, none of them at or above error.\n",
      stderr: `${told}\n${mend}${more}\n`,
    });
  });

  it("with --fail-on error an error fails all the same, and comes first", async () => {
    const { code, stderr } = await lint("both.yaml", "--fail-on", "error");
    expect(code).toBe(2);
    expect(Array.from(stderr.matchAll(/ (?:error|warning) ([\w-]+):/gu), ([, found]) => found)).toEqual([
      "overlay-missing",
      "unused-source",
    ]);
  });

  it("what only the schema finds has no page", async () => {
    const { code, stderr } = await lint("schema.yaml");
    expect(code).toBe(2);
    expect(stderr).not.toContain("More: ");
  });

  it("no file at all is no pass", async () => {
    expect(await lint()).toEqual({
      code: 2,
      stdout: "",
      stderr: "wt-audit: no file is named\nName the files: wt-audit checklist lint my-form.yaml\n",
    });
  });

  it("a rule that there is not is told, with the one that was meant", async () => {
    expect(await lint("--explain", "unused-sources")).toEqual({
      code: 2,
      stdout: "",
      stderr: 'wt-audit: the linter has no rule "unused-sources"\nDid you mean unused-source?\n',
    });
  });

  it("a severity that there is not is refused", async () => {
    expect(await lint("untidy.yaml", "--fail-on", "never")).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("what overlays extend", () => {
  const lint = (...args: readonly string[]) => runBuilt(["checklist", "lint", ...args], { cwd: folder });
  const passed = { code: 0, stdout: "1 file checked, nothing wrong.\n", stderr: "" };

  it("is found beside them", async () => {
    expect(await lint("trust.yaml")).toEqual(passed);
    expect(await runBuilt(["checklist", "lint", join(folder, "trust.yaml")], { cwd: tmpdir() })).toEqual(passed);
  });

  it("is found among the files given", async () => {
    expect(await lint("trust.yaml", "county.yaml")).toMatchObject({ code: 0 });
  });

  it("is told where it is no overlay by its schema", async () => {
    const { code, stderr } = await lint("over-broken.yaml");
    expect(code).toBe(2);
    expect(stderr).toContain("broken.yaml:3:1: error unknown-key");
  });

  it("is missing where the file of that name holds another overlay", async () => {
    const { code, stderr } = await lint("over-misnamed.yaml");
    expect(code).toBe(2);
    expect(stderr).toContain(
      'over-misnamed.yaml:4:10: error overlay-missing: There is no edition and no overlay "misnamed".',
    );
  });

  it("may be twenty overlays, and no more", async () => {
    const names = (last: number) => Array.from({ length: last + 1 }, (_, deep) => `deep-${deep}.yaml`);
    expect(await lint(...names(19))).toMatchObject({ code: 0 });
    const { code, stderr } = await lint(...names(20));
    expect(code).toBe(2);
    expect(stderr).toContain("deep-20.yaml:4:10: error overlay-depth");
  });

  it("is read from standard input, too", async () => {
    expect(await runBuilt(["checklist", "lint", "-"], { cwd: folder, stdin: sound })).toEqual(passed);
  });
});
