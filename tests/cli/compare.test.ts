import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Comparison } from "../../src/schema/comparison.gen.js";
import { hostile } from "../reporters/fixtures/hostile.js";
import { withFolder } from "./fixture.js";
import { type Outcome, runBuilt, runInProcess, runners } from "./run.js";

let made: ReturnType<typeof withFolder> | null = null;
afterEach(() => {
  made?.remove();
  made = null;
});

interface AuditGiven {
  readonly edition?: string;
  readonly organisation?: string;
  readonly responses?: string;
  readonly period?: string;
}

/** An audit of the year by a club of volunteers. */
function auditOf(year: number, given: AuditGiven = {}): string {
  const {
    edition = "working-together-2023",
    organisation = "name: Riverside Youth Project",
    responses = " {}",
  } = given;
  return `schema: audit/1
checklist: ${edition}
organisation:
  ${organisation}
  facts: { sector: [voluntary-or-private], employs-staff: false, has-volunteers: true, charity: false }
period: ${given.period ?? `{ from: ${year}-01-01, to: ${year}-12-31 }`}
responses:${responses}
`;
}

function rated(id: string, rating: string, year: number): string {
  return `\n  ${id}: { rating: ${rating}, assessed: { on: ${year}-11-02 } }`;
}

const today = ["--today", "2026-11-21"];

function compare(files: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<Outcome> {
  made = withFolder(files);
  return runBuilt(["compare", ...args, ...today], { cwd: made.folder });
}

async function compared(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Comparison> {
  const { stdout, stderr, code } = await compare(files, [
    ...(args.length === 0 ? Object.keys(files) : args),
    "-f",
    "json",
  ]);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

const lead = "line-of-accountability";

describe.each(runners)("compare, $name", ({ run }) => {
  it("says what changed, and passes whatever did", async () => {
    made = withFolder({
      "2025.yaml": auditOf(2025, { responses: rated(lead, "met", 2025) }),
      "2026.yaml": auditOf(2026, { responses: rated(lead, "not-met", 2026) }),
    });
    const { code, stdout, stderr } = await run(["compare", "2025.yaml", "2026.yaml", ...today], { cwd: made.folder });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Ratings: 0 went up, 1 went down.");
    expect(stdout).toMatch(/as it stood on 31 December\s+2025/u);
    expect(stdout).toMatch(/were read today, on 21 November\s+2026/u);
  });

  it("puts audits that come out of order into theirs, and says so", async () => {
    made = withFolder({ "a.yaml": auditOf(2026), "b.yaml": auditOf(2025) });
    const told = await run(["compare", "a.yaml", "b.yaml", "-f", "json", ...today], { cwd: made.folder });
    expect(told.code).toBe(0);
    expect(told.stderr).toBe("The audits were put in the order of their periods, oldest first: b.yaml, a.yaml.\n");
    expect(JSON.parse(told.stdout)).toMatchObject({ before: { file: "b.yaml" }, after: { file: "a.yaml" } });
    const quiet = await run(["compare", "a.yaml", "b.yaml", "-q", "-f", "json", ...today], { cwd: made.folder });
    expect(quiet.stderr).toBe("");
  });
});

describe("compare across editions", () => {
  const files = {
    "2018.yaml": auditOf(2020, { edition: "working-together-2018", responses: rated(lead, "not-met", 2020) }),
    "2023.yaml": auditOf(2025, { edition: "working-together-2023", responses: rated(lead, "partly-met", 2025) }),
    "2026.yaml": auditOf(2026, { edition: "working-together-2026", responses: rated(lead, "met", 2026) }),
  };

  it("compares on what all of them ask in the same sense", async () => {
    const told = await compared(files);
    expect(told.trend.map(({ checklist, judgedOn }) => `${checklist} ${judgedOn}`)).toEqual([
      "working-together-2018 2020-12-31",
      "working-together-2023 2025-12-31",
      "working-together-2026 2026-11-21",
    ]);
    expect(told.shared).toContain(lead);
    expect(told.changes).toEqual([
      {
        requirement: lead,
        title: "Clear line of accountability",
        before: "not-met",
        after: "met",
        direction: "up",
        confirmed: true,
      },
    ]);
    for (const { ratings } of told.trend)
      expect(Object.values(ratings).reduce((sum, count) => sum + count, 0)).toBe(told.shared.length);
    const asked = new Set([...told.shared, ...told.notCompared.map(({ requirement }) => requirement)]);
    expect(asked.size).toBe(told.shared.length + told.notCompared.length);
  });

  it("shares no more among three than among two of them", async () => {
    const all = (await compared(files)).shared;
    made?.remove();
    const two = (await compared(files, "2023.yaml", "2026.yaml")).shared;
    expect(all.filter((id) => !two.includes(id))).toEqual([]);
    expect(two.length).toBeGreaterThan(all.length);
  });

  it("writes all four formats at once", async () => {
    const args = [...Object.keys(files), "-f", "markdown", "-f", "html=changes.html", "-f", "json=changes.json"];
    const { code, stdout, stderr } = await compare(files, args);
    expect([code, stderr]).toEqual([0, "Wrote changes.html\nWrote changes.json\n"]);
    expect(stdout).toMatch(/^# What changed: Riverside Youth Project\n/u);
    const page = readFileSync(join(made?.folder ?? "", "changes.html"), "utf8");
    expect(page).toContain('<svg role="img"');
  });
});

describe("compare refuses", () => {
  it.each([
    ["another name", "name: Anytown Swimming Club", "name: Riverside Youth Project"],
    [
      "another reference",
      "{ name: Riverside Youth Project, reference: RYP-01",
      "{ name: Riverside Youth Project, reference: RYP-02",
    ],
  ])("audits of different organisations: %s", async (_, one, other) => {
    const of = (year: number, who: string) =>
      who.startsWith("{")
        ? auditOf(year).replace(/organisation:\n.*\n {2}facts: (.*)\n/u, `organisation: ${who}, facts: $1 }\n`)
        : auditOf(year, { organisation: who });
    const files = { "2025.yaml": of(2025, one), "2026.yaml": of(2026, other) };
    const { code, stdout, stderr } = await compare(files, Object.keys(files));
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("wt-audit: these are audits of different organisations: 2025.yaml of ");
    expect(stderr).toContain("--any-organisation");
    made?.remove();
    expect((await compare(files, [...Object.keys(files), "--any-organisation"])).code).toBe(0);
  });

  it("no audits of one reference under two names, nor a name that is written otherwise", async () => {
    const named = (year: number, who: string) => auditOf(year, { organisation: who });
    const one = {
      "2025.yaml": named(2025, "name: Riverside\n  reference: RYP-01"),
      "2026.yaml": named(2026, "name: Riverside Youth\n  reference: RYP-01"),
    };
    expect((await compare(one, Object.keys(one))).code).toBe(0);
    made?.remove();
    const two = {
      "2025.yaml": named(2025, "name: Riverside  youth"),
      "2026.yaml": named(2026, "name: Riverside Youth\n  reference: RYP-01"),
    };
    expect((await compare(two, Object.keys(two))).code).toBe(0);
  });

  it("two audits of one period", async () => {
    const files = { "a.yaml": auditOf(2026), "b.yaml": auditOf(2026) };
    const { code, stderr } = await compare(files, Object.keys(files));
    expect(code).toBe(2);
    expect(stderr).toContain(
      "wt-audit: a.yaml and b.yaml are both of 1 January 2026 to 31 December 2026, so neither is older\n",
    );
  });

  it("nothing that overlaps, but says so", async () => {
    const files = {
      "a.yaml": auditOf(2025),
      "b.yaml": auditOf(2026, { period: "{ from: 2025-09-01, to: 2026-08-31 }" }),
    };
    const { code, stderr } = await compare(files, Object.keys(files));
    expect([code, stderr]).toEqual([0, "The periods of a.yaml and b.yaml overlap.\n"]);
  });

  it("broken files, with all that is wrong with each", async () => {
    const files = {
      "gone-edition.yaml": auditOf(2024, { edition: "working-together-2015" }),
      "typo.yaml": auditOf(2025, { responses: rated("line-of-acountability", "met", 2025) }),
      "half.yaml": "schema: audit/1\nresponses: {\n",
      "2026.yaml": auditOf(2026),
    };
    const { code, stdout, stderr } = await compare(files, [...Object.keys(files), "nowhere.yaml"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^gone-edition\.yaml:2:12: error unknown-checklist: /mu);
    expect(stderr).toMatch(/^typo\.yaml:8:3: error unknown-requirement: /mu);
    expect(stderr).toMatch(/^half\.yaml:\d+:\d+: error yaml-syntax: /mu);
    expect(stderr).toMatch(/^nowhere\.yaml: error file-missing: /mu);
    expect(stderr).not.toContain("2026.yaml:");
  });

  it("standard input twice, one audit alone, an unknown format and to overwrite an audit", async () => {
    const files = { "2025.yaml": auditOf(2025), "2026.yaml": auditOf(2026) };
    made = withFolder(files);
    const { folder: cwd } = made;
    const refused = async (...args: readonly string[]) => {
      const { code, stdout, stderr } = await runInProcess(["compare", ...args], { cwd, stdin: files["2025.yaml"] });
      expect([code, stdout]).toEqual([2, ""]);
      return stderr;
    };
    expect(await refused("-", "-")).toContain("standard input holds one audit");
    expect(await refused("2025.yaml")).toContain("missing required argument 'new'");
    expect(await refused("2025.yaml", "2026.yaml", "-f", "htm")).toContain("Did you mean html?");
    expect(await refused("2025.yaml", "2026.yaml", "-f", "html=2025.yaml")).toContain("is not overwritten");
    const told = await runInProcess(["compare", "-", "2026.yaml", "-f", "json"], { cwd, stdin: files["2025.yaml"] });
    expect(JSON.parse(told.stdout)).toMatchObject({ before: { file: "standard input" } });
  });
});

describe("compare stands", () => {
  it("hostile text", async () => {
    const text = JSON.stringify(hostile);
    const responses = `\n  ${lead}:
    rating: met
    evidence: [{ title: ${text}, location: ${text}, reviewed: 2026-01-05 }]
    actions: [{ id: A1, what: ${text}, owner: ${text}, due: 2026-02-01, status: open }]`;
    const files = {
      "2025.yaml": auditOf(2025, { organisation: `name: ${text}`, responses: rated(lead, "not-met", 2025) }),
      "2026.yaml": auditOf(2026, { organisation: `name: ${text}`, responses }),
    };
    for (const format of ["terminal", "markdown", "html", "json"]) {
      const { code, stdout } = await compare(files, [...Object.keys(files), "-f", format]);
      made?.remove();
      expect(code).toBe(0);
      expect(stdout).not.toMatch(
        format === "html" ? /[\u001B\u009B\u202E]|<script|^\s*::error/mu : /[\u001B\u009B\u202E]|^\s*::error/mu,
      );
    }
  });

  it("ten audits", async () => {
    const years = Array.from({ length: 10 }, (_, index) => 2017 + index);
    const files = Object.fromEntries(
      years.map((year) => [
        `${year}.yaml`,
        auditOf(year, { responses: rated(lead, year < 2020 ? "not-met" : "met", year) }),
      ]),
    );
    const told = await compared(files, ...Object.keys(files).toReversed().toSorted());
    expect(told.trend.map(({ period, ratings }) => `${period.from} ${ratings.met}`)).toEqual(
      years.map((year) => `${year}-01-01 ${year < 2020 ? 0 : 1}`),
    );
  });

  it("an older audit that was finished after its period: none of its days lies ahead of it", async () => {
    const files = {
      "2025.yaml": auditOf(2025, { responses: rated(lead, "met", 2026).replace("2026-11-02", "2026-01-20") }),
      "2026.yaml": auditOf(2026, { responses: rated(lead, "met", 2026) }),
    };
    const told = await compared(files);
    expect(told.before.judgedOn).toBe("2026-01-20");
    expect(told.gaps.closed).toEqual([]);
  });
});
