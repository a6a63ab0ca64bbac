// A proof on a lineage that no one here wrote: OWASP ASVS 4.0.3 to 5.0.0, through the engine that relates editions.
// npm run asvs -- --asvs FOLDER, a clone of github.com/OWASP/ASVS, bare or not. Nothing of it is kept.
import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import { load } from "js-yaml";
import { diff, sharedRequirements } from "../../dist/engine/diff.js";
import { relate } from "../../dist/engine/relate.js";

const profile = { schema: "profile/1", facts: [] };
const changes = { "MOVED FROM": "renamed", "SPLIT FROM": "split", "MERGED FROM": "merged" };

function run(folder) {
  const read = (path) =>
    execFileSync("git", ["-C", folder, "show", `HEAD:${path}`], { encoding: "utf8", maxBuffer: 2 ** 26 });
  const texts = {
    old: JSON.parse(read("4.0/docs_en/OWASP Application Security Verification Standard 4.0.3-en.flat.json")),
    new: JSON.parse(read("5.0/docs_en/OWASP_Application_Security_Verification_Standard_5.0.0_en.flat.json")),
  };
  const back = clausesOf(load(read("5.0/mappings/mapping_v5.0.0_to_v4.0.3.yml")));
  const forth = clausesOf(load(read("5.0/mappings/mapping_v4.0.3_to_v5.0.0.yml")));
  const old = editionOf("asvs-4.0.3", "2021-10-28", texts.old.requirements, new Map(), []);
  const retired = [...forth].flatMap(([id, clauses]) => retirementOf(id, clauses));
  const now = editionOf("asvs-5.0.0", "2025-05-30", texts.new.requirements, back, retired);
  const editions = [old, now];
  const links = relate(old, now, editions);
  tellCounts(diff(old, now, editions, profile), "There, 4.0.3 to 5.0.0");
  tellCounts(diff(now, old, editions, profile), "And back, 5.0.0 to 4.0.3");
  tellLimits({ links, back, forth, old, now });
}

/** The clauses of each requirement: a verb, and the ids that it is about. */
function clausesOf(mapping) {
  return new Map(
    Object.entries(mapping).map(([id, tags]) => {
      const clauses = [];
      for (const part of Object.values(tags).join(", ").split(",")) {
        const [, verb = "", other] = /^\s*([A-Z ]*?)\s*(v[\d.]+-[\d.]+)?\s*$/u.exec(part) ?? [];
        if (verb !== "") clauses.push({ verb, ids: [] });
        if (other !== undefined) clauses.at(-1)?.ids.push(bareId(other));
      }
      return [bareId(id), clauses];
    }),
  );
}

function bareId(id) {
  return `v${id.replace(/^v[\d.]+-/u, "").replace(/^V/u, "")}`;
}

/** One change for each origin is all that a lineage holds: a modified text counts for more than another number. */
function lineageOf(clauses) {
  const isModified = clauses.some(({ verb }) => verb === "MODIFIED" || verb === "GRAMMAR");
  return clauses.flatMap(({ verb, ids }) => {
    const change = changes[verb];
    if (change === undefined) return [];
    const said = change === "renamed" && isModified ? "reworded" : change;
    return ids.map((requirement) => ({ requirement, change: said, edition: null, note: null }));
  });
}

/** What left and is merged into nothing: `into` holds one heir. */
function retirementOf(requirement, clauses) {
  const verbs = clauses.map(({ verb }) => verb);
  if (!verbs.includes("DELETED") || verbs.includes("MERGED TO")) return [];
  const into = clauses.flatMap(({ ids }) => ids)[0] ?? null;
  return [
    {
      requirement,
      into,
      note: `${verbs
        .filter((verb) => verb !== "DELETED")
        .join(", ")
        .toLowerCase()}.`,
    },
  ];
}

function editionOf(id, published, rows, lineage, retired) {
  const standards = new Map();
  // Some rows of 4.0.3 say only that a requirement of an earlier edition is gone.
  for (const row of rows.filter(({ req_description: text }) => !/^\[(?:DELETED|MOVED)/u.test(text))) {
    const requirement = requirementOf(row, lineageOf(lineage.get(bareId(row.req_id)) ?? []));
    const standard = standards.get(row.chapter_name) ?? {
      id: row.chapter_name,
      title: row.chapter_name,
      requirements: [],
    };
    standard.requirements.push(requirement);
    standards.set(row.chapter_name, standard);
  }
  return { id, title: id, published, overlays: [], standards: [...standards.values()], retired };
}

function requirementOf(row, from) {
  const id = bareId(row.req_id);
  return {
    id,
    overlay: null,
    title: id,
    question: row.req_description,
    expectation: "",
    points: [],
    force: "should",
    localForce: null,
    reference: { chapter: null, paragraph: null, verified: true, source: "asvs", law: null },
    appliesWhen: { level: ["1", "2", "3"].filter((level) => isAsked(row, level)) },
    from,
  };
}

/** 4.0.3 ticks each level; 5.0.0 names the lowest. */
function isAsked(row, level) {
  return row.L === undefined ? (row[`level${level}`] ?? "") !== "" : Number(row.L) <= Number(level);
}

function tellCounts({ changes: found, shared }, title) {
  const counts = new Map();
  for (const { kind } of found) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  say(title);
  for (const [kind, count] of [...counts].toSorted((a, b) => b[1] - a[1])) say(`  ${kind.padEnd(14)} ${count}`);
  say(`  shared         ${shared}\n`);
}

function tellLimits({ links, back, forth, old, now }) {
  const deleted = [...forth.values()].filter((clauses) => clauses.some(({ verb }) => verb === "DELETED"));
  const covered = deleted.filter((clauses) => clauses.some(({ verb }) => verb === "COVERED BY"));
  const has = (clauses, ...verbs) => verbs.every((verb) => clauses.some((clause) => clause.verb === verb));
  const news = [...back.values()];
  const known = new Set([...idsOf(old), ...idsOf(now).map((id) => `5/${id}`)]);
  const odd = knots(links);
  say("What the engine could not express, or only in a note:");
  say(
    `- ${covered.length} left because others cover them: told in a note, no link; ${covered.filter((clauses) => clauses.flatMap(({ ids }) => ids).length > 1).length} of them are covered by several, of which a retirement names one.`,
  );
  say(
    `- ${deleted.filter((clauses) => clauses.every(({ ids }) => ids.length === 0)).length} left for a reason of a closed set (not in scope, insufficient impact, not practical, incorrect): words in a note, not a kind.`,
  );
  say(
    `- ${news.filter((clauses) => has(clauses, "DEPRECATES")).length} takes the place of one that it does not cover: told as new and retired.`,
  );
  say(
    `- ${news.filter((clauses) => has(clauses, "MODIFIED")).length} modified without saying whether they ask more or less, and ${news.filter((clauses) => has(clauses, "GRAMMAR")).length} of grammar alone: all are reworded, so all stay among the shared.`,
  );
  say(
    `- ${news.filter((clauses) => (has(clauses, "MODIFIED") || has(clauses, "GRAMMAR")) && has(clauses, "MOVED FROM")).length} both reworded and renumbered: a lineage holds one change an origin; that it goes by another number is seen by the ids.`,
  );
  say(
    `- ${news.filter((clauses) => has(clauses, "MODIFIED") && (has(clauses, "MERGED FROM") || has(clauses, "SPLIT FROM"))).length} modified and merged or split at once: what was modified is shown against one origin only.`,
  );
  say(
    `- ${odd.length} knots of many to many (${odd.map(({ befores, afters }) => `${befores} to ${afters}`).join(", ")}): held as single links; a diff tells each split and merger apart, not the knot.`,
  );
  say(
    `- ${disagreements(back, forth).length} pairs that one direction of the mapping names and the other does not; the engine has one lineage, and inverts it.`,
  );
  say(`- ${unknownIds(back, forth, known).length} ids that the mapping names and the texts do not hold.`);
  say(
    `- Shared by the engine's measure: ${sharedRequirements(links).length} of ${idsOf(old).length} and ${idsOf(now).length}.`,
  );
}

function idsOf({ standards }) {
  return standards.flatMap(({ requirements }) => requirements.map(({ id }) => id));
}

/** Parts of the links that hang together, with several on both sides. */
function knots(links) {
  const edges = links.flatMap(({ before, after }) =>
    before !== null && after !== null ? [[`4/${before.requirement.id}`, `5/${after.requirement.id}`]] : [],
  );
  const root = new Map();
  const find = (node) => (root.has(node) ? find(root.get(node)) : node);
  for (const [a, b] of edges) if (find(a) !== find(b)) root.set(find(a), find(b));
  const parts = new Map();
  for (const node of new Set(edges.flat())) parts.set(find(node), [...(parts.get(find(node)) ?? []), node]);
  return [...parts.values()]
    .map((nodes) => ({
      befores: nodes.filter((node) => node.startsWith("4/")).length,
      afters: nodes.filter((node) => node.startsWith("5/")).length,
    }))
    .filter(({ befores, afters }) => befores > 1 && afters > 1);
}

function pairsOf(mapping, verbs, order) {
  return new Set(
    [...mapping].flatMap(([id, clauses]) =>
      clauses.filter(({ verb }) => verbs.includes(verb)).flatMap(({ ids }) => ids.map((other) => order(id, other))),
    ),
  );
}

function disagreements(back, forth) {
  const there = pairsOf(forth, ["MOVED TO", "SPLIT TO", "MERGED TO"], (id, other) => `${id} ${other}`);
  const here = pairsOf(back, Object.keys(changes), (id, other) => `${other} ${id}`);
  return [...[...there].filter((pair) => !here.has(pair)), ...[...here].filter((pair) => !there.has(pair))];
}

function unknownIds(back, forth, known) {
  const named = [
    ...[...back].flatMap(([id, clauses]) => [`5/${id}`, ...clauses.flatMap(({ ids }) => ids)]),
    ...[...forth].flatMap(([id, clauses]) => [id, ...clauses.flatMap(({ ids }) => ids.map((other) => `5/${other}`))]),
  ];
  return [...new Set(named)].filter((id) => !known.has(id));
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

const { values } = parseArgs({ options: { asvs: { type: "string" } } });
if (values.asvs === undefined) {
  process.stderr.write("Where is the clone? npm run asvs -- --asvs FOLDER\n");
  process.exitCode = 2;
} else {
  run(values.asvs);
}
