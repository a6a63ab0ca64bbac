// Scanning 1,000 policies against markdownlint-cli2 on the same files, how it grows, and one changed file of them.
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writePolicies } from "./policies.js";

const rounds = Number(process.env.SCAN_ROUNDS ?? 3);
const bin = fileURLToPath(new URL("../../bin/wt-audit.js", import.meta.url));
const meter = fileURLToPath(new URL("peak-memory.cjs", import.meta.url));
const usual = ["--today", "2026-11-21", "-f", "json", "-q"];

/** Prints each ratio with its goal; returns how many goals were missed. */
export async function benchScan() {
  const folder = await mkdtemp(join(tmpdir(), "wt-audit-scan-"));
  const [all, half] = [join(folder, "all"), join(folder, "half")];
  const bytes = await writePolicies(all, 1000);
  await writePolicies(half, 500);
  const linter = installLinter(folder);
  const runs = { scan: [], half: [], lint: [], node: [], changed: [], read: [] };
  commitAll(all, folder);
  for (let round = 0; round < rounds; round += 1) {
    runs.scan.push(run([bin, "scan", ".", "--no-cache", ...usual], all, folder));
    runs.half.push(run([bin, "scan", ".", "--no-cache", ...usual], half, folder));
    runs.lint.push(run([linter, "**/*.md"], all, folder));
  }
  run([bin, "scan", ".", ...usual], all, folder);
  const one = join(all, "policies-000", "policy-0007.md");
  for (let round = 0; round < rounds * 5; round += 1) {
    await writeFile(one, `${await readFile(one, "utf8")}\nChanged ${round}.\n`);
    runs.changed.push(run([bin, "scan", ".", "--changed-since", "HEAD", ...usual], all, folder));
    runs.node.push(run(["-e", "0"], all, folder));
    runs.read.push(run(["-e", `require("node:fs").readFileSync(${JSON.stringify(one)})`], all, folder));
  }
  await rm(folder, { recursive: true });
  console.log(`${rounds} rounds, 1,000 policies of ${(bytes / 1e6).toFixed(1)} MB, made from parts`);
  const read = Math.max(0, time(runs.read) - time(runs.node));
  return [
    goal("scan / markdownlint-cli2, time", time(runs.scan) / time(runs.lint), 1),
    goal("scan / markdownlint-cli2, memory", memory(runs.scan) / memory(runs.lint), 1),
    goal("scan of 1,000 / scan of 500, time", time(runs.scan) / time(runs.half), 2.2),
    goal("one changed of 1,000 / (node -e 0 and reading it)", (time(runs.changed) - read) / time(runs.node), 1.5),
  ].filter((isMet) => !isMet).length;
}

function goal(name, ratio, most) {
  const isMet = ratio <= most;
  console.log(`${isMet ? "ok  " : "MISS"} ${name}: ${ratio.toFixed(2)} (at most ${most})`);
  return isMet;
}

/** Milliseconds, and KiB at the most. */
function run(args, cwd, folder) {
  const peak = join(folder, "peak");
  const env = { ...process.env, PEAK_MEMORY: peak, XDG_CACHE_HOME: join(folder, "cache") };
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ["--require", meter, ...args], {
    cwd,
    env,
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 1024 * 1024 * 1024,
  });
  const took = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0 && status !== 1) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return { time: took, memory: Number(spawnSync("cat", [peak], { encoding: "utf8" }).stdout) };
}

function time(runs) {
  return median(runs.map((one) => one.time));
}

function memory(runs) {
  return median(runs.map((one) => one.memory));
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function installLinter(folder) {
  const { status, stderr } = spawnSync(
    "npm",
    ["install", "--prefix", folder, "--silent", "--no-audit", "--no-fund", "markdownlint-cli2@0.18.1"],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`markdownlint-cli2 could not be installed: ${stderr}`);
  return join(folder, "node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs");
}

function commitAll(folder, home) {
  const git = (...args) =>
    spawnSync("git", ["-c", "user.name=bench", "-c", "user.email=bench@example.org", ...args], {
      cwd: folder,
      env: { ...process.env, HOME: home },
    });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "policies");
}
