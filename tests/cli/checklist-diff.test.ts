import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { withFolder } from "./fixture.js";
import { runners } from "./run.js";

describe.each(runners)("checklist diff, $name", ({ run }) => {
  const diff = (args: readonly string[], cwd: string) => run(["checklist", "diff", ...args], { cwd });
  const inFolder = async (look: (cwd: string) => Promise<void>): Promise<void> => {
    const { folder, remove } = withFolder();
    try {
      await look(folder);
    } finally {
      remove();
    }
  };

  it("tells that whistleblowing returned, from an edition that is far away", async () => {
    await inFolder(async (cwd) => {
      const { code, stdout, stderr } = await diff(["working-together-2006", "working-together-2023"], cwd);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(/Returned \(2\)[\s\S]*Whistleblowing \(whistleblowing\)/u);
      expect(stdout).toMatch(/Left\s+in\s+2013\.\s+Returns/u);
    });
  });

  it("prints the notice of 2026", async () => {
    await inFolder(async (cwd) => {
      const { stdout } = await diff(["working-together-2023", "working-together-2026"], cwd);
      expect(stdout).toContain("About Working Together to Safeguard Children 2026");
      expect(stdout).toContain("49 unchanged");
      expect(stdout).not.toContain("Unchanged (49)");
    });
  });

  it("lists what did not change when all is asked for", async () => {
    await inFolder(async (cwd) => {
      const { stdout } = await diff(["working-together-2023", "working-together-2026", "--all"], cwd);
      expect(stdout).toContain("Unchanged (49)");
    });
  });

  it("tells what an overlay adds, and what it raises", async () => {
    await inFolder(async (cwd) => {
      const overlay = fileURLToPath(new URL("../../checklists/examples/overlays/anytown-2026.yaml", import.meta.url));
      const { code, stdout, stderr } = await diff(["working-together-2023", overlay, "-f", "json"], cwd);
      expect([code, stderr]).toEqual([0, ""]);
      const { to, changes } = JSON.parse(stdout);
      expect(to.overlays).toEqual(["anytown-2026"]);
      const kinds = new Set(changes.map(({ kind }: { readonly kind: string }) => kind));
      expect(kinds).toContain("added");
      expect(kinds).not.toContain("retired");
    });
  });

  it("writes several formats at once", async () => {
    await inFolder(async (cwd) => {
      const formats = ["-f", "json", "-f", "html=changes.html"];
      const { code, stdout, stderr } = await diff(["working-together-2018", "working-together-2023", ...formats], cwd);
      expect([code, stderr]).toEqual([0, "Wrote changes.html\n"]);
      expect(JSON.parse(stdout)).toMatchObject({ schema: "diff/1", shared: 72 });
      expect(await readFile(join(cwd, "changes.html"), "utf8")).toMatch(/^<!doctype html>/u);
    });
  });

  it.each([
    [
      "an edition that there is not",
      ["working-together-2018", "working-together-2032"],
      /Did you mean working-together-20/u,
    ],
    ["the file of an overlay that is not there", ["working-together-2018", "anytown.yaml"], /anytown\.yaml/u],
    ["one side alone", ["working-together-2018"], /missing required argument 'to'/u],
    [
      "a format that there is not",
      ["working-together-2018", "working-together-2023", "-f", "htm"],
      /Did you mean html\?/u,
    ],
  ])("refuses %s", async (_what, args, complaint) => {
    await inFolder(async (cwd) => {
      const { code, stdout, stderr } = await diff(args, cwd);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(complaint);
    });
  });
});
