// How well `scan` reads real policies, against labels made by hand: npm run eval -- --corpus FOLDER [--labels FOLDER] [--verbose]
// FOLDER holds a clone of each labelled repository as owner+name. Labels hold paths and lines, never text.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { load } from "js-yaml";

const { values } = parseArgs({
  options: {
    corpus: { type: "string", multiple: true, default: [] },
    labels: { type: "string", default: fileURLToPath(new URL("labels/", import.meta.url)) },
    only: { type: "string" },
    verbose: { type: "boolean", default: false },
  },
});
const bin = fileURLToPath(new URL("../../bin/wt-audit.js", import.meta.url));
const rows = [];
const skipped = [];
for (const name of readdirSync(values.labels)
  .filter((file) => file.endsWith(".yaml"))
  .toSorted()) {
  const label = load(readFileSync(join(values.labels, name), "utf8"));
  const repository = name.replace(/\.yaml$/u, "");
  if (values.only !== undefined && !repository.includes(values.only)) continue;
  const folder = values.corpus.map((base) => join(base, repository)).find((path) => existsSync(path));
  if (folder === undefined) {
    skipped.push(repository);
    continue;
  }
  rows.push(...judge(repository, label, scan(folder, label.paths)));
}

if (values.verbose) for (const row of rows.filter(isNoteworthy)) console.log(describe(row));
printBy("repository");
printBy("requirement");
console.log(line("all", measure(rows)));
for (const repository of skipped) console.log(`not there, left out: ${repository}`);
if (rows.length === 0) process.exitCode = 2;

function scan(folder, paths) {
  const args = [bin, "scan", ...paths, "-f", "json", "--no-cache", "--today", "2026-11-21", "-q"];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0 && status !== 1) throw new Error(`${folder}: ${stderr}`);
  return JSON.parse(stdout);
}

function judge(repository, label, result) {
  return Object.entries(label.requirements).map(([requirement, { label: truth, at = [] }]) => {
    const { result: said, passages } = result.requirements.find(({ id }) => id === requirement);
    return { repository, requirement, truth, said, at, passages };
  });
}

function isNoteworthy({ truth, said }) {
  return (truth === "stated" && said !== "found") || (truth === "not-stated" && said !== "not-found");
}

function describe({ repository, requirement, truth, said, at, passages }) {
  const places = passages.map(
    ({ file, line: number, excerpt, reason }) => `\n    ${file}:${number} "${excerpt}" ${reason}`,
  );
  return `${truth === "not-stated" && said === "found" ? "WRONG" : "     "} ${repository} ${requirement}: ${truth}, said ${said}${at.length > 0 ? ` (stated at ${at.join(", ")})` : ""}${places.join("")}`;
}

function printBy(key) {
  for (const name of new Set(rows.map((row) => row[key])))
    console.log(line(name, measure(rows.filter((row) => row[key] === name))));
  console.log("");
}

/** What is arguable counts neither for nor against; it is counted apart. */
function measure(some) {
  const count = (truth, said) =>
    some.filter((row) => row.truth === truth && (said === undefined || row.said === said)).length;
  const right = count("stated", "found");
  const wrong = count("not-stated", "found");
  const stated = count("stated");
  const unsure = some.filter(({ said }) => said === "needs-a-person").length;
  return {
    precision: right + wrong === 0 ? null : right / (right + wrong),
    recall: stated === 0 ? null : right / stated,
    unsure: unsure / some.length,
    counts: `${right} right, ${wrong} wrong, ${stated - right} missed, ${count("arguable", "found")} of ${count("arguable")} arguable found`,
  };
}

function line(name, { precision, recall, unsure, counts }) {
  const show = (share) => (share === null ? "   -" : share.toFixed(2));
  return `${name.padEnd(44)} precision ${show(precision)}  recall ${show(recall)}  needs a person ${show(unsure)}  (${counts})`;
}
