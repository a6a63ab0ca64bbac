import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runBuilt, runners } from "./run.js";

const examples = fileURLToPath(new URL("../../checklists/examples/overlays", import.meta.url));
let folder = "";
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "wt-audit-new-"))));
afterEach(() => rm(folder, { recursive: true }));

const read = (name: string) => readFile(join(folder, name), "utf8");
const lint = (name: string) => runBuilt(["checklist", "lint", name], { cwd: folder });
const clean = { code: 0, stdout: "1 file checked, nothing wrong.\n", stderr: "" };

it.each(["2006", "2013", "2018", "2023", "2026"])("a form over the edition of %s passes the linter", async (year) => {
  const args = ["checklist", "new", "riverside", "--extends", `working-together-${year}`, "-q"];
  expect(await runBuilt(args, { cwd: folder })).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(await lint("riverside.yaml")).toEqual(clean);
});

it("a form over an overlay beside it passes the linter, and so does one over that", async () => {
  await cp(examples, folder, { recursive: true });
  for (const [id, base] of [
    ["riverside", "bright-harbour-2026"],
    ["riverside-youth", "riverside"],
  ] as const) {
    expect(await runBuilt(["checklist", "new", id, "--extends", base, "-q"], { cwd: folder })).toMatchObject({
      code: 0,
    });
    expect(await lint(`${id}.yaml`)).toEqual(clean);
    expect(await read(`${id}.yaml`)).toContain(`\nextends: ${base}\n`);
  }
});

it("its parts that are commented out pass the linter as well", async () => {
  await runBuilt(["checklist", "new", "riverside", "-q"], { cwd: folder });
  const text = await read("riverside.yaml");
  const whole = text
    .replace(
      /^# (facts:\n)((?:#.*\n)+)/mu,
      (_all, first: string, rest: string) => first + rest.replaceAll(/^# /gmu, ""),
    )
    .replace("# applies-when:", "applies-when:")
    .replace("# scale:", "scale:")
    .replace("# notice:", "notice:");
  expect(whole).toContain("\nfacts:\n  - id: riverside-runs-trips\n");
  await writeFile(join(folder, "riverside.yaml"), whole);
  expect(await lint("riverside.yaml")).toEqual(clean);
});

describe.each(runners)("checklist new, $name", ({ run }) => {
  const start = (...args: readonly string[]) => run(["checklist", "new", ...args], { cwd: folder });
  const refused = (message: string, hint: string) => ({
    code: 2,
    stdout: "",
    stderr: `wt-audit: ${message}\n${hint}\n`,
  });
  const editions = ["2006", "2013", "2018", "2023", "2026"].map((year) => `working-together-${year}`).join(", ");

  it("extends the edition in force on the day, and says what to do next", async () => {
    expect(await start("anytown-2024", "--today", "2024-05-01")).toEqual({
      code: 0,
      stdout: "",
      stderr:
        "Wrote anytown-2024.yaml, which extends working-together-2023.\n" +
        "Next: wt-audit checklist lint anytown-2024.yaml\n",
    });
    expect(await read("anytown-2024.yaml")).toContain('\nid: anytown-2024\ntitle: "Anytown 2024"\n');
  });

  it("takes any title, and another file", async () => {
    const title = 'Riverside: "ours" # \u2028\u202e no: {comment}\n- id: x';
    await start("riverside", "--title", title, "-o", "form.yaml", "-q");
    expect(await lint("form.yaml")).toEqual(clean);
    expect(await read("form.yaml")).toContain(
      '\ntitle: "Riverside: \\"ours\\" # \\u2028\\u202e no: {comment}\\n- id: x"\n',
    );
  });

  it("never writes over a file", async () => {
    await writeFile(join(folder, "riverside.yaml"), "mine\n");
    expect(await start("riverside")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/riverside\.yaml: error file-exists/u),
    });
    expect(await read("riverside.yaml")).toBe("mine\n");
  });

  it.each(["Anytown", "any town", "anytown_2026", "-anytown", "../anytown", "a".repeat(61)])(
    "%s cannot be an id",
    async (id) => {
      expect(await start("--", id)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/cannot be an id\nUse small letters/u),
      });
    },
  );

  it("the id of an edition is taken", async () => {
    expect(await start("working-together-2026")).toEqual(
      refused('"working-together-2026" is the id of an edition', "Choose an id of your own, such as anytown-2026."),
    );
  });

  it("an overlay cannot extend itself, nor what leads back to itself", async () => {
    expect(await start("anytown", "--extends", "anytown")).toEqual(
      refused("an overlay cannot extend itself", "Choose another id."),
    );
    await cp(join(examples, "anytown-2026.yaml"), join(folder, "anytown-2026.yaml"));
    const text = (await read("anytown-2026.yaml")).replace("extends: working-together-2026", "extends: anytown-2026");
    await writeFile(join(folder, "anytown-2026.yaml"), text);
    expect(await start("riverside", "--extends", "anytown-2026")).toEqual(
      refused('"anytown-2026" leads to no edition', "See what it extends: an edition must come at the end."),
    );
  });

  it("what it extends must be there", async () => {
    expect(await start("riverside", "--extends", "elsewhere")).toEqual(
      refused(
        'there is no edition and no overlay "elsewhere"',
        `Put elsewhere.yaml into the folder, or extend one of ${editions}.`,
      ),
    );
    expect(await start("riverside", "--extends", "../elsewhere")).toEqual(
      refused('there is no edition and no overlay "../elsewhere"', `Extend one of ${editions}.`),
    );
    expect(await start("riverside", "--extends", "working-together-2032")).toMatchObject({ code: 2 });
  });

  it("what it extends must be an overlay of that id", async () => {
    await cp(join(examples, "anytown-2026.yaml"), join(folder, "county.yaml"));
    expect(await start("riverside", "--extends", "county")).toEqual(
      refused('county.yaml does not hold the overlay "county"', "See its id:."),
    );
    await writeFile(join(folder, "county.yaml"), "schema: audit/1\n");
    expect(await start("riverside", "--extends", "county")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/county\.yaml:1:9: error unknown-schema/u),
    });
  });
});
