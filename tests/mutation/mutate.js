// Are the tests of the engine checks? Breaks one token at a time in a copy of src/engine and src/model and runs their
// tests: a mutant that survives is a line that no test holds, or one that means the same. `npm run mutate [every Nth]`.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const every = Number(process.argv[2] ?? 1);
const copy = mkdtempSync(join(tmpdir(), "wt-audit-mutation-"));
for (const part of ["src", "tests", "dist", "package.json", "tsconfig.json"])
  cpSync(join(root, part), join(copy, part), { recursive: true });
symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));

const swaps = [
  [/ < /gu, " <= "],
  [/ <= /gu, " < "],
  [/ > /gu, " >= "],
  [/ >= /gu, " > "],
  [/ === /gu, " !== "],
  [/ !== /gu, " === "],
  [/ && /gu, " || "],
  [/ \|\| /gu, " && "],
  [/\btrue\b/gu, "false"],
  [/\bfalse\b/gu, "true"],
  [/ \+ 1\b/gu, ""],
  [/\.some\(/gu, ".every("],
  [/\.every\(/gu, ".some("],
  [/"error"/gu, '"note"'],
  [/"warning"/gu, '"note"'],
  [/"(?:met|partly-met|not-met|not-applicable|unknown|does-not-apply|missing|present)"/gu, '"mutated"'],
  [/^ {2,}if \(.*\) return .*;$/gu, ""],
  [/^ {2}\w+,$/gu, ""],
];

function mutantsOf(file) {
  const lines = readFileSync(join(copy, file), "utf8").split("\n");
  return lines.flatMap((line, index) => {
    if (/^\s*(?:\/\*\*|\*|\/\/|import|export type|export interface|readonly|\|)/u.test(line)) return [];
    const broken = swaps.flatMap(([pattern, swap]) =>
      [...line.matchAll(pattern)].map(
        (match) => line.slice(0, match.index) + swap + line.slice(match.index + match[0].length),
      ),
    );
    return [...new Set(broken)].map((text) => ({ file, index, line, text }));
  });
}

function testsPass() {
  const args = [
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--bail=1",
    "--maxWorkers=1",
    "tests/engine",
    "tests/model",
  ];
  return spawnSync("node_modules/.bin/vitest", args, { cwd: copy, stdio: "ignore", timeout: 120_000 }).status === 0;
}

if (!testsPass()) throw new Error("the tests fail without a mutant");
const files = ["src/engine", "src/model"].flatMap((folder) =>
  readdirSync(join(copy, folder)).map((name) => `${folder}/${name}`),
);
const mutants = files.flatMap(mutantsOf).filter((_mutant, index) => index % every === 0);
let survived = 0;
for (const { file, index, line, text } of mutants) {
  const original = readFileSync(join(copy, file), "utf8");
  writeFileSync(join(copy, file), original.split("\n").toSpliced(index, 1, text).join("\n"));
  if (testsPass()) {
    survived += 1;
    console.log(`survived ${file}:${index + 1}\n  - ${line.trim()}\n  + ${text.trim()}`);
  }
  writeFileSync(join(copy, file), original);
}
console.log(`${mutants.length} mutants, ${mutants.length - survived} killed, ${survived} survived`);
rmSync(copy, { recursive: true });
