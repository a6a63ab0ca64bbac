import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { withFolder } from "./fixture.js";
import { runBuilt } from "./run.js";

const missing = (shell: string) => spawnSync(shell, ["-c", "exit 0"]).status !== 0 && process.env["CI"] === undefined;

async function scriptFor(shell: string): Promise<{ readonly path: string; readonly remove: () => void }> {
  const { folder, remove } = withFolder();
  const { stdout } = await runBuilt(["completion", shell], { cwd: folder });
  const path = join(folder, `completion.${shell}`);
  writeFileSync(path, stdout);
  return { path, remove };
}

it.each([
  ["wt-audit ch", ["check", "checklist"]],
  ["wt-audit checklist s", ["show"]],
  ["wt-audit checklist show working-together-202", ["working-together-2023", "working-together-2026"]],
  ["wt-audit check --f", ["--fail-on", "--format"]],
  ["wt-audit schema pr", ["practice", "profile"]],
])("bash completes %s", async (line, expected) => {
  const { path, remove } = await scriptFor("bash");
  const words = line.split(" ");
  const script = `source "$0"; COMP_WORDS=(${words.join(" ")}); COMP_CWORD=${words.length - 1}; _wt_audit; printf '%s\\n' "\${COMPREPLY[@]}" | sort -u`;
  expect(spawnSync("bash", ["-c", script, path], { encoding: "utf8" }).stdout.trim().split("\n")).toEqual(expected);
  remove();
});

it.skipIf(missing("fish"))("fish completes commands, options and editions", async () => {
  const { path, remove } = await scriptFor("fish");
  const complete = (line: string) =>
    spawnSync("fish", ["-c", `source ${path}; complete -C ${JSON.stringify(line)}`], { encoding: "utf8" }).stdout;
  expect(complete("wt-audit che").trim().split(/\s+/u)).toEqual(["check", "checklist"]);
  expect(complete("wt-audit checklist show working-together-201")).toMatch(
    /working-together-2013\s+working-together-2018/u,
  );
  expect(complete("wt-audit check --fail")).toMatch(/--fail-on/u);
  remove();
});

it.skipIf(missing("zsh"))("zsh accepts its script", async () => {
  const { path, remove } = await scriptFor("zsh");
  const script = `autoload -Uz compinit; compinit -u -D; source ${path}; print $_comps[wt-audit]`;
  expect(spawnSync("zsh", ["-fc", script], { encoding: "utf8" })).toMatchObject({ stdout: "_wt_audit\n", stderr: "" });
  remove();
});
