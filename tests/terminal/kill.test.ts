import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parseAudit } from "../../src/files/audit-file.js";
import type { Audit } from "../../src/model/audit.js";
import { applyChange, type AuditChange } from "../../src/model/change.js";
import { withFolder } from "../cli/fixture.js";

const script = fileURLToPath(new URL("../scripted/walk.js", import.meta.url));
/** Two hundred where it must hold; fewer where a person waits. */
const kills = process.env["CI"] === undefined ? 40 : 200;

/** What a new audit holds before its first answer. */
const start: Audit = {
  schema: "audit/1",
  checklist: "working-together-2026",
  organisation: { name: "", facts: {} },
  period: { from: "2026-01-01", to: "2026-12-31" },
  responses: {},
};

interface Told {
  readonly word: "begin" | "done" | "end";
  readonly change: AuditChange;
}

/** Runs the scripted walk and kills it after so many milliseconds; what it told until then. */
function walkAndKill(folder: string, after: number): Promise<readonly Told[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (data: string) => (text += data));
    const timer = setTimeout(() => child.kill("SIGKILL"), after);
    child.on("close", () => {
      clearTimeout(timer);
      const lines = text.split("\n").slice(0, -1);
      resolve(lines.map((line): Told => JSON.parse(line)));
    });
  });
}

it(`keeps every saved answer and a whole file through ${kills} kills at any moment`, { timeout: 600_000 }, async () => {
  const { folder, remove } = withFolder({
    "policies/safeguarding.md": "# Safeguarding\n\nThe lead is told on the same day.\n",
  });
  const path = join(folder, "audit.yaml");
  let known: Audit = start;
  let saves = 0;
  for (let round = 0; round < kills; round += 1) {
    const told = await walkAndKill(folder, 120 + Math.floor(Math.random() * 400));
    const done = told.filter(({ word }) => word === "done").map(({ change }) => change);
    const begun = told.filter(({ word }) => word === "begin").map(({ change }) => change);
    saves += done.length;
    if (!existsSync(path)) {
      expect({ done, known }).toEqual({ done: [], known: start });
      continue;
    }
    const { audit } = await parseAudit(readFileSync(path, "utf8"), "audit.yaml");
    // The kill may fall between the save and the word that it is done, so one change more may be on disk.
    const allowed = [done, begun.slice(0, done.length + 1)].map((changes) => changes.reduce(applyChange, known));
    expect(allowed).toContainEqual(audit);
    known = audit;
    if (told.at(-1)?.word === "end") {
      rmSync(path);
      known = start;
    }
  }
  expect(saves).toBeGreaterThan(kills);
  expect(readdirSync(folder).filter((name) => name.endsWith(".yaml")).length).toBeLessThanOrEqual(1);
  remove();
});
