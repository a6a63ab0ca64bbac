import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { diagnose } from "../../src/files/diagnostics.js";
import { nodeFileSystem } from "../../src/files/node-file-system.js";
import { editionUnder, overlaysNamedIn, readLayers } from "../../src/files/read-overlays.js";
import { readShippedChecklist, readShippedProfile, shippedIds } from "../../src/files/shipped.js";
import { parseYaml } from "../../src/files/yaml-source.js";
import { type Checklist, requirementsOf } from "../../src/model/checklist.js";
import { withFolder } from "../cli/fixture.js";
import { asking, overlayText, requirementText } from "./overlay-files.js";

let made: ReturnType<typeof withFolder>;
afterEach(() => made.remove());

const editions = await shippedIds();

async function read(names: readonly string[], files: Readonly<Record<string, string>> = {}, make?: () => void) {
  made = withFolder(files);
  make?.();
  const source = await parseYaml(`overlays: ${JSON.stringify(names)}\n`, "audit.yaml");
  const [edition, profile] = await Promise.all([readShippedChecklist("working-together-2023"), readShippedProfile()]);
  const where = { folder: made.folder, shownIn: "", files: nodeFileSystem };
  return readLayers(overlaysNamedIn(source, names), edition, profile, editions, where);
}

function checklistOf(layered: Awaited<ReturnType<typeof read>>["layered"]): Checklist {
  if (layered === null) throw new Error("the overlays are not sound");
  return layered.composed.checklist;
}

/** "anytown.yaml:4:10 overlay-missing", one for each. */
async function problems(...given: Parameters<typeof read>) {
  const found = await read(...given);
  expect(found.layered === null).toBe(found.problems.length > 0);
  return found.problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

describe("the overlays of an audit", () => {
  it("are read, with what they extend, and laid over the edition", async () => {
    const files = {
      "forms/trust.yaml": overlayText("trust", "strengthens: { neglect-toolkit: { force: should } }", "anytown"),
      "forms/anytown.yaml": overlayText("anytown", asking("neglect-toolkit")),
      "beetown.yaml": overlayText("beetown"),
    };
    const { layered, paths } = await read(["forms/trust.yaml", "beetown.yaml"], files);
    expect(layered?.layers.overlays.map(({ id }) => id)).toEqual(["anytown", "beetown", "trust"]);
    expect(paths.map((path) => path.slice(made.folder.length))).toEqual([
      "/forms/trust.yaml",
      "/beetown.yaml",
      "/forms/anytown.yaml",
    ]);
    const asked = requirementsOf(checklistOf(layered)).find(({ id }) => id === "neglect-toolkit");
    expect([asked?.force, asked?.localForce, asked?.digest]).toEqual(["local", "should", "ed916194"]);
  });

  it("may be named in any order, and more than once", async () => {
    const files = {
      "a.yaml": overlayText("anytown"),
      "trust.yaml": overlayText("trust", "", "anytown"),
    };
    const { layered } = await read(["trust.yaml", "a.yaml", "./a.yaml"], files);
    expect(layered?.layers.overlays.map(({ id }) => id)).toEqual(["anytown", "trust"]);
  });

  it("may lie below the audit, also by a link within its folder", async () => {
    const found = await read(["link.yaml"], { "forms/anytown.yaml": overlayText() }, () =>
      symlinkSync("forms/anytown.yaml", join(made.folder, "link.yaml")),
    );
    expect(found.problems).toEqual([]);
  });

  it("keep a # in their name", async () => {
    expect(await problems(["form #2.yaml"], { "form #2.yaml": overlayText() })).toEqual([]);
  });

  it("what is no text is left to the schema of the audit", async () => {
    expect(overlaysNamedIn(await parseYaml("overlays: [1, '']\n", "audit.yaml"), [1, "", null])).toEqual([]);
  });
});

describe("an overlay that is not there", () => {
  it("is told where it is named", async () => {
    expect(await problems(["gone.yaml"])).toEqual(["audit.yaml:1:12 overlay-missing"]);
  });

  it("or is extended and not there, is told where it is extended, with what may have been meant", async () => {
    const files = { "a.yaml": overlayText("anytown", "", "working-togther-2023") };
    expect((await read(["a.yaml"], files)).problems).toEqual([
      diagnose(
        "overlay-missing",
        "a.yaml",
        { line: 4, column: 10 },
        'There is no edition and no overlay "working-togther-2023".',
        "Did you mean working-together-2023?",
      ),
    ]);
    expect((await read(["a.yaml"], { "a.yaml": overlayText("a", "", "b-form") })).problems[0]?.hint).toBe(
      "Put b-form.yaml beside this file, or extend an edition.",
    );
  });

  it("is not one that lies beside under its name and has another id", async () => {
    const files = { "a.yaml": overlayText("a", "", "b"), "b.yaml": overlayText("c") };
    expect(await problems(["a.yaml"], files)).toEqual(["a.yaml:4:10 overlay-conflict"]);
    expect(await problems(["a.yaml", "b.yaml"], files)).toEqual(["a.yaml:4:10 overlay-conflict"]);
  });

  it("is told together with all else that is wrong", async () => {
    const files = { "a.yaml": overlayText("a", "colour: red\n"), "b.yaml": overlayText("b", "", "gone") };
    expect(await problems(["x.yaml", "a.yaml", "b.yaml"], files)).toEqual([
      "audit.yaml:1:12 overlay-missing",
      "a.yaml:6:1 unknown-key",
      "b.yaml:4:10 overlay-missing",
    ]);
  });

  it("is not told of a base that is there and wrong itself", async () => {
    const files = { "a.yaml": overlayText("a", "", "b"), "b.yaml": overlayText("b", "colour: red\n") };
    expect(await problems(["a.yaml", "b.yaml"], files)).toEqual(["b.yaml:6:1 unknown-key"]);
    expect(await problems(["a.yaml"], files)).toEqual(["b.yaml:6:1 unknown-key"]);
  });
});

describe("an overlay that is unsound", () => {
  it("is told with the file and line of what it would weaken", async () => {
    const files = {
      "trust.yaml": overlayText(
        "trust",
        "strengthens:\n  board-lead:\n  whistleblowing: { force: should }\nremove: [neglect-toolkit]\n",
        "anytown",
      ),
      "anytown.yaml": overlayText(
        "anytown",
        `${asking("neglect-toolkit")}strengthens: { whistleblowing: { force: must } }\n`,
      ),
    };
    const found = (await read(["trust.yaml"], files)).problems;
    expect(found.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      "9:10 overlay-weakens",
      "7:3 overlay-weakens",
      "8:28 overlay-weakens",
    ]);
    expect(found.map(({ message }) => / See (.*)\.$/.exec(message)?.[1])).toEqual([
      "anytown.yaml:9",
      expect.stringMatching(/^checklists\/editions\/working-together-2023\.yaml:\d+$/),
      "anytown.yaml:22",
    ]);
  });

  it("is told with what may have been meant", async () => {
    const files = {
      "a.yaml": overlayText("anytown", "strengthens: { bord-lead: { force: must } }\nform: { scale: zero-to-tree }\n"),
    };
    expect((await read(["a.yaml"], files)).problems.map(({ hint }) => hint)).toEqual([
      "Did you mean board-lead?",
      "Did you mean zero-to-three?",
    ]);
  });

  it("is told for an edition that it is not for", async () => {
    expect(await problems(["a.yaml"], { "a.yaml": overlayText("anytown", "", "working-together-2018") })).toEqual([
      "a.yaml:4:10 overlay-edition",
    ]);
  });

  it("is told for an id that an edition used, whichever", async () => {
    expect(await problems(["a.yaml"], { "a.yaml": overlayText("anytown", asking("strategic-priorities")) })).toEqual([
      "a.yaml:9:13 reused-id",
    ]);
  });

  it("is told in both files where two say different things", async () => {
    const other = asking("neglect-toolkit", "beetown").replace("Do family workers", "Do all workers");
    const files = {
      "a.yaml": overlayText("anytown", asking("neglect-toolkit")),
      "b.yaml": overlayText("beetown", other),
    };
    expect((await read(["b.yaml", "a.yaml"], files)).problems).toMatchObject([
      { file: "b.yaml", line: 9, code: "overlay-conflict", message: expect.stringMatching(/ See a\.yaml:9\.$/) },
    ]);
  });
});

describe("a path of an overlay", () => {
  it.each([
    ["../anytown.yaml", "path-outside"],
    ["forms/../../anytown.yaml", "path-outside"],
    ["/etc/passwd", "path-form"],
    ["C:/anytown.yaml", "path-form"],
    ["forms\\anytown.yaml", "path-form"],
    ["~/anytown.yaml", "path-form"],
    ["https://example.org/anytown.yaml", "path-form"],
    ["any\u0000town.yaml", "path-form"],
    [`${"a".repeat(5000)}.yaml`, "path-form"],
    ["anytown.yaml/form.yaml", "overlay-missing"],
  ])("%j is refused", async (path, code) => {
    const found = await problems([path], { "anytown.yaml": overlayText() });
    expect(found).toEqual([expect.stringMatching(/^audit\.yaml:1:12 /)]);
    expect(found.join()).toMatch(code === "overlay-missing" ? /overlay-missing|file-missing/ : code);
  });

  it.each<[string, string, () => void]>([
    ["a folder", "not-a-file", () => mkdirSync(join(made.folder, "a.yaml"))],
    ["a pipe", "not-a-file", () => execFileSync("mkfifo", [join(made.folder, "a.yaml")])],
    ["a device", "path-outside", () => symlinkSync("/dev/zero", join(made.folder, "a.yaml"))],
    ["a link that leads out", "path-outside", () => symlinkSync("/etc/hostname", join(made.folder, "a.yaml"))],
    ["links in a circle", "not-readable", () => symlinkSync("a.yaml", join(made.folder, "a.yaml"))],
    ["a file larger than any overlay", "too-large", () => truncateSync(join(made.folder, "big.yaml"), 3 * 1024 * 1024)],
  ])("to %s is refused where it is named", async (_what, code, make) => {
    const name = code === "too-large" ? "big.yaml" : "a.yaml";
    expect(await problems([name], { "big.yaml": "" }, make)).toEqual([`audit.yaml:1:12 ${code}`]);
  });

  it("is never made of what an overlay extends", async () => {
    const files = { "forms/a.yaml": overlayText("a", "", "../secret"), "secret.yaml": overlayText("secret") };
    expect(await problems(["forms/a.yaml"], files)).toEqual(["forms/a.yaml:4:10 wrong-value"]);
  });

  it("of what it extends stays in the folder too", async () => {
    const found = await problems(["a.yaml"], { "a.yaml": overlayText("a", "", "b") }, () =>
      symlinkSync("/etc/hostname", join(made.folder, "b.yaml")),
    );
    expect(found).toEqual(["a.yaml:4:10 path-outside"]);
  });
});

describe("a hostile overlay", () => {
  it.each([
    ["is empty", "", "1:1 empty"],
    ["is no YAML", "a: [", "1:5 yaml-syntax"],
    ["is an audit", "schema: audit/1\n", "1:9 unknown-schema"],
    ["does not say what it is", "id: anytown\n", "1:1 unknown-schema"],
    ["is a list", "- 1\n", "1:1 unknown-schema"],
    ["uses aliases", overlayText("anytown", "notice: &a x\n"), "6:9 yaml-alias"],
    ["is nested deeply", overlayText("anytown", `facts: ${"[".repeat(100)}${"]".repeat(100)}\n`), "6:71 yaml-depth"],
    [
      "holds too much",
      overlayText(
        "anytown",
        `${asking("r-0")}${Array.from({ length: 10_000 }, (_, n) => requirementText(`r-${n + 1}`)).join("")}`,
      ),
      "null:null too-large",
    ],
    [
      "strengthens __proto__",
      overlayText("anytown", "strengthens: { __proto__: { force: must } }\n"),
      "6:16 unknown-requirement",
    ],
    ["takes constructor away", overlayText("anytown", "remove: [constructor, hasOwnProperty]\n"), "6:23 wrong-value"],
  ])("that %s is refused", async (_what, text, problem) => {
    const where = problem.startsWith("null") ? "audit.yaml:1:12 too-large" : `a.yaml:${problem}`;
    expect(await problems(["a.yaml"], { "a.yaml": text })).toEqual([where]);
  });

  it("that asks for constructor is only data", async () => {
    const { layered } = await read(["a.yaml"], { "a.yaml": overlayText("anytown", asking("constructor")) });
    expect(requirementsOf(checklistOf(layered)).map(({ id }) => id)).toContain("constructor");
  });

  it("that extends itself, by way of others, is refused", async () => {
    const files = {
      "a.yaml": overlayText("a", "", "b"),
      "b.yaml": overlayText("b", "", "c"),
      "c.yaml": overlayText("c", "", "a"),
    };
    expect(await problems(["a.yaml"], files)).toEqual([
      "a.yaml:4:10 overlay-circular",
      "b.yaml:4:10 overlay-circular",
      "c.yaml:4:10 overlay-circular",
    ]);
  });

  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, n) => [
        `o-${n}.yaml`,
        overlayText(`o-${n}`, "", n === 0 ? "working-together-2023" : `o-${n - 1}`),
      ]),
    );

  it("that stands on twenty-nine others is refused, and not all of them are read", async () => {
    expect(await problems(["o-29.yaml"], chain(30))).toEqual(["o-9.yaml:4:10 overlay-depth"]);
    expect(await problems(Object.keys(chain(30)), chain(30))).toEqual(
      Array.from({ length: 10 }, (_, n) => `o-${n + 20}.yaml:4:10 overlay-depth`),
    );
  });

  it("that stands on nineteen others is read", async () => {
    expect(await problems(["o-19.yaml"], chain(20))).toEqual([]);
  });

  it("is one of fifty at most", async () => {
    const files = Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`o-${n}.yaml`, overlayText(`o-${n}`)]));
    expect(await problems(Object.keys(files), files)).toEqual(["audit.yaml:1:12 too-large"]);
    expect(await problems(Object.keys(files).slice(0, 50), files)).toEqual([]);
  });
});

describe("the edition under an overlay", () => {
  const under = async (names: readonly string[], files: Readonly<Record<string, string>>) => {
    made = withFolder(files);
    const source = await parseYaml("overlays: []\n", "audit.yaml");
    return editionUnder(overlaysNamedIn(source, names), editions, {
      folder: made.folder,
      shownIn: "",
      files: nodeFileSystem,
    });
  };

  it("is the one that its chain ends in", async () => {
    const files = { "a.yaml": overlayText("a", "", "b"), "b.yaml": overlayText("b", "", "working-together-2018") };
    expect(await under(["a.yaml"], files)).toBe("working-together-2018");
  });

  it("is not known of one that leads nowhere", async () => {
    expect(await under(["a.yaml"], { "a.yaml": overlayText("a", "", "b") })).toBeNull();
    expect(await under(["a.yaml"], {})).toBeNull();
  });
});
