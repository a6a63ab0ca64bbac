import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { matches, readTranscripts } from "./transcripts.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";

/** A folder with the example's files and `wt-audit` on the path, in which the transcripts run one after the other. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "wt-audit-docs-"));
  cpSync(join(root, "checklists/examples/riverside-youth"), join(folder, "work"), { recursive: true });
  cpSync(join(root, "checklists/examples/overlays"), join(folder, "work/forms"), { recursive: true });
  mkdirSync(join(folder, "bin"));
  writeFileSync(join(folder, "bin/wt-audit"), `#!/bin/sh\nexec "${process.execPath}" "${root}/bin/wt-audit.js" "$@"\n`);
  chmodSync(join(folder, "bin/wt-audit"), 0o755);
});

afterAll(() => rmSync(folder, { recursive: true }));

function runLine(command: string): string {
  const env = { PATH: `${folder}/bin:${process.env["PATH"]}`, HOME: folder, SOURCE_DATE_EPOCH: "1795219200" };
  return spawnSync("bash", ["-c", `${command} 2>&1`], { cwd: join(folder, "work"), env, encoding: "utf8" }).stdout;
}

describe("README.md", () => {
  const transcripts = readTranscripts(readFileSync(join(root, "README.md"), "utf8"));
  it.each(transcripts)("line $line is true: $command", ({ command, expected }) => {
    const printed = runLine(command);
    if (!matches(expected, printed)) expect(printed).toBe(expected.join("\n"));
  });
});

it("a transcript that is not true is seen", () => {
  expect(matches(["one", "..."], "one\ntwo\n")).toBe(true);
  expect(matches(["one", "...", "three"], "one\ntwo\n")).toBe(false);
  expect(matches(["one"], "one\ntwo\n")).toBe(false);
  expect(matches(["a.c"], "abc\n")).toBe(false);
});
