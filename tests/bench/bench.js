// Speed as a ratio against a named yardstick, both measured in this run, interleaved. Never a test.
import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { fileURLToPath } from "node:url";
import { writeEarlierAudits, writeLargeAudit, writeLayeredAudit } from "./large-audit.js";
import { benchScan } from "./scan-bench.js";
import { measureWalk } from "./walk-step.js";

const run = promisify(execFile);
const rounds = Number(process.env.ROUNDS ?? 21);
const bin = fileURLToPath(new URL("../../bin/wt-audit.js", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "wt-audit-bench-"));
// What is kept of documents lies with the measurement, and goes with it.
process.env.XDG_CACHE_HOME = join(folder, "cache");
const audit = await writeLargeAudit(folder);
const layered = await writeLayeredAudit(folder, audit);
const [before] = await writeEarlierAudits(folder, audit, ["2025"]);
const ajv = await installAjvCli();

const schema = fileURLToPath(new URL("../../src/schema/audit.schema.json", import.meta.url));
const commands = {
  "node -e 0": ["-e", "0"],
  "wt-audit --help": [bin, "--help"],
  "wt-audit check": [bin, "check", audit, "--today", "2026-11-21"],
  "wt-audit report -f html": [bin, "report", audit, "-f", "html", "--today", "2026-11-21"],
  "wt-audit check, three overlays": [bin, "check", layered, "--today", "2026-11-21"],
  "wt-audit review": [bin, "review", audit, "--dry-run", "--today", "2026-12-31"],
  "wt-audit compare": [bin, "compare", before, audit, "--today", "2026-11-21"],
  "wt-audit actions": [bin, "actions", audit, "--today", "2026-11-21"],
  "ajv-cli validate": [
    ajv,
    "validate",
    "--spec=draft2020",
    "--strict=false",
    "--validate-formats=false",
    "-s",
    schema,
    "-d",
    audit,
  ],
};
const goals = [
  ["wt-audit --help", "node -e 0", 1.35],
  ["wt-audit check", "node -e 0", 2.2],
  ["wt-audit check", "ajv-cli validate", 1],
  ["wt-audit check, three overlays", "wt-audit check", 1.3],
  ["wt-audit report -f html", "node -e 0", 3],
  ["wt-audit review", "node -e 0", 2.5],
  ["wt-audit compare", "node -e 0", 2.5],
  ["wt-audit actions", "node -e 0", 2.5],
];

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(commands)) times[name].push(timeOf(args));
}
const { size } = await stat(audit);
console.log(
  `${rounds} rounds, interleaved; audit of 60 responses, ${(size / 1024).toFixed(1)} KB; Node ${process.version}`,
);
let missed = 0;
for (const [name, yardstick, goal] of goals) {
  const ratio = median(times[name]) / median(times[yardstick]);
  if (ratio > goal) missed += 1;
  console.log(`${ratio <= goal ? "ok  " : "MISS"} ${name} / ${yardstick}: ${ratio.toFixed(2)} (at most ${goal})`);
}
const step = await measureWalk(folder);
const share = step / median(times["node -e 0"]);
if (step > 50) missed += 1;
console.log(
  `${step <= 50 ? "ok  " : "MISS"} from an answer to the next question, saved: ${step.toFixed(1)} ms (at most 50), ${share.toFixed(2)} of node -e 0`,
);
await rm(folder, { recursive: true });
missed += await benchScan();
process.exitCode = missed === 0 ? 0 : 1;

function timeOf(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return time;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The yardstick is no dependency of ours: it is installed beside the measurement and thrown away with it. */
async function installAjvCli() {
  await run("npm", ["install", "--prefix", folder, "--silent", "--no-audit", "--no-fund", "ajv-cli@5.0.0"]);
  return join(folder, "node_modules/ajv-cli/dist/index.js");
}
