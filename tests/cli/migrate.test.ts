import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { migrate } from "../../src/commands/migrate.js";
import { parseAudit } from "../../src/files/audit-file.js";
import { readShippedChecklist } from "../../src/files/shipped.js";
import { requirementsOf } from "../../src/model/checklist.js";
import { withFolder } from "./fixture.js";
import { memoryWorld } from "./memory-world.js";
import { runBuilt } from "./run.js";

const digests = new Map(
  requirementsOf(await readShippedChecklist("working-together-2013")).map(({ id, digest }) => [id, digest]),
);

/** An audit of 2013, edited by hand. */
const of2013 = `# Kept by the chair
schema: audit/1
checklist: working-together-2013   # ours since 2013
organisation:
  name: Riverside Youth Project
  facts: { sector: [voluntary-or-private], employs-staff: true, has-volunteers: true, charity: false }
period: { from: 2014-01-01, to: 2014-12-31 }
responses:
  # The line
  line-of-accountability:
    rating: met     # by the chair
    question: "${digests.get("line-of-accountability")}"
  board-lead:
    # Jo is no name to write here
    rating: met
    evidence:
      - { title: Minutes, location: Minute book 4 } # shelf two
    question: "${digests.get("board-lead")}"
archive:
  # From the paper return
  - { checklist: working-together-2010, requirement: old-duty, on: 2013-05-01, response: { rating: met } }
`;

const folders: (() => void)[] = [];
afterEach(() => folders.splice(0).forEach((remove) => remove()));

function folderWith(files: Readonly<Record<string, string>>) {
  const { folder, remove } = withFolder(files);
  folders.push(remove);
  return { cwd: folder, read: (name: string) => readFileSync(join(folder, name), "utf8") };
}

const to2018 = ["--to", "working-together-2018", "--today", "2018-09-01"] as const;

describe("wt-audit migrate", () => {
  it("carries an audit to another edition in place, and says what became of the answers", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": of2013 });
    const { code, stdout, stderr } = await runBuilt(["migrate", ...to2018], { cwd });
    expect([code, stderr]).toEqual([0, "Wrote audit.yaml.\nNext: wt-audit audit\n"]);
    expect(stdout).toMatch(/^1 carried, 1 to confirm, \d+ new, \d+ retired$/mu);
    expect(stdout).toContain("Board-level safeguarding lead: The 2018 edition asks for more.");
    expect(stdout).toContain("Whistleblowing");
    expect(read("audit.yaml")).toBe(
      of2013
        .replace("checklist: working-together-2013   #", "checklist: working-together-2018 #")
        .replace(
          "archive:",
          "    to-confirm: The 2018 edition asks for more. Adds the knowledge, skills and experience that the lead needs.\n    carried-from: working-together-2013\narchive:",
        ),
    );
  });

  it("there and back leaves every character of the answers as it was", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": of2013 });
    await runBuilt(["migrate", ...to2018, "-q"], { cwd });
    await runBuilt(["migrate", "--to", "working-together-2013", "-q"], { cwd });
    expect(read("audit.yaml")).toBe(of2013.replace("2013   # ours", "2013 # ours"));
  });

  it("keeps the comments of a requirement that goes by another id", async () => {
    const of2006 = of2013
      .replace("working-together-2013 ", "working-together-2006 ")
      .replace("board-lead:", "senior-commitment:");
    const { cwd, read } = folderWith({ "audit.yaml": of2006 });
    await runBuilt(["migrate", "--to", "working-together-2013"], { cwd });
    expect(read("audit.yaml")).toContain("  board-lead:\n    # Jo is no name to write here\n    rating: met\n");
    expect(read("audit.yaml")).toContain("# shelf two");
  });

  it("tells it as data, and writes nothing in a dry run", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": of2013 });
    const { code, stdout, stderr } = await runBuilt(["migrate", ...to2018, "--dry-run", "-f", "json"], { cwd });
    expect([code, stderr]).toEqual([0, "Nothing was written: this was a dry run.\n"]);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: "carry/1",
      from: "working-together-2013",
      to: "working-together-2018",
      carried: ["line-of-accountability"],
      toConfirm: ["board-lead"],
    });
    expect(read("audit.yaml")).toBe(of2013);
  });

  it("prints the notice of the edition of 2026", async () => {
    const { cwd } = folderWith({ "audit.yaml": of2013 });
    const { stdout } = await runBuilt(["migrate", "--to", "working-together-2026", "--dry-run"], { cwd });
    expect(stdout).toContain("The text of chapter 4 of the 2026 edition has not been checked");
  });

  it("writes a new file beside the audit, and never over one", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": of2013 });
    const args = ["migrate", ...to2018, "-o", "audit-2018.yaml"];
    const first = await runBuilt(args, { cwd });
    expect([first.code, first.stderr]).toEqual([0, "Wrote audit-2018.yaml.\nNext: wt-audit audit audit-2018.yaml\n"]);
    expect([read("audit.yaml") === of2013, read("audit-2018.yaml").includes("working-together-2018")]).toEqual([
      true,
      true,
    ]);
    const second = await runBuilt(args, { cwd });
    expect([second.code, second.stdout]).toEqual([2, ""]);
    expect(second.stderr).toContain("error file-exists");
  });

  it("refuses a new file in another folder where paths are cited, and takes it where none is", async () => {
    const citing = of2013.replace("location: Minute book 4", "path: minutes.md");
    const { cwd, read } = folderWith({ "audit.yaml": citing, "plain.yaml": of2013, "next/keep.txt": "" });
    const refused = await runBuilt(["migrate", ...to2018, "-o", "next/audit.yaml"], { cwd });
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
    expect(refused.stderr).toContain("next/audit.yaml lies in another folder than the audit");
    const taken = await runBuilt(["migrate", "plain.yaml", ...to2018, "-o", "next/audit.yaml"], { cwd });
    expect([taken.code, read("next/audit.yaml").includes("working-together-2018")]).toEqual([0, true]);
  });

  it("changes nothing of an audit that is against that edition already", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": of2013 });
    const { code, stdout, stderr } = await runBuilt(["migrate", "--to", "working-together-2013"], { cwd });
    expect([code, stderr]).toEqual([
      0,
      "audit.yaml is an audit against working-together-2013 already. Nothing was written.\n",
    ]);
    expect(stdout).toContain("nothing changes");
    expect(read("audit.yaml")).toBe(of2013);
  });

  it.each([
    ["an edition that is not shipped", ["--to", "working-together-2081"], "Did you mean working-together-2018?"],
    ["no edition", [], "required option '--to <edition>' not specified"],
    ["a format that there is not", [...to2018, "-f", "jsn"], "Did you mean json?"],
    ["overlays and none at once", [...to2018, "--overlay", "a.yaml", "--no-overlays"], "exclude each other"],
    ["an output over the audit", [...to2018, "-f", "json=audit.yaml"], "is not overwritten"],
    ["an overlay outside the folder", [...to2018, "--overlay", "../a.yaml"], "does not lie in the folder of the audit"],
    ["an overlay that is not there", [...to2018, "--overlay", "a.yaml"], "a.yaml"],
  ])("refuses %s", async (_what, args, why) => {
    const { cwd, read } = folderWith({ "audit.yaml": of2013 });
    const { code, stdout, stderr } = await runBuilt(["migrate", ...args], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(why);
    expect(read("audit.yaml")).toBe(of2013);
  });

  it("refuses an audit of an edition that is not shipped, at its line", async () => {
    const { cwd } = folderWith({ "audit.yaml": of2013.replace("working-together-2013 ", "working-together-2010 ") });
    const { code, stderr } = await runBuilt(["migrate", ...to2018], { cwd });
    expect([code, stderr.includes("audit.yaml:3:12: error unknown-checklist")]).toEqual([2, true]);
  });

  it("of standard input needs a file to write, or writes nothing", async () => {
    const { cwd, read } = folderWith({});
    const refused = await runBuilt(["migrate", "-", ...to2018], { cwd, stdin: of2013 });
    expect([refused.code, refused.stderr.includes("standard input cannot be written back")]).toEqual([2, true]);
    const dry = await runBuilt(["migrate", "-", ...to2018, "--dry-run"], { cwd, stdin: of2013 });
    expect([dry.code, dry.stdout.includes("1 carried, 1 to confirm")]).toEqual([0, true]);
    const written = await runBuilt(["migrate", "-", ...to2018, "-o", "new.yaml"], { cwd, stdin: of2013 });
    expect([written.code, read("new.yaml").includes("working-together-2018")]).toEqual([0, true]);
  });

  it("leaves the audit as it was in a folder that may not be written", async () => {
    const world = memoryWorld({ "audit.yaml": of2013 }, { refuse: () => "EACCES" });
    const attempt = migrate({ file: "audit.yaml", to: "working-together-2018" }, world.host);
    await expect(attempt).rejects.toMatchObject({ diagnostics: [{ code: "no-permission" }] });
    expect([world.text("audit.yaml"), world.stdout()]).toEqual([of2013, ""]);
  });

  it("does not overwrite what somebody else has changed meanwhile", async () => {
    const world = memoryWorld({ "audit.yaml": of2013 });
    const theirs = of2013.replace("by the chair", "by the vice-chair");
    const alone = world.host.files.alone;
    const files = {
      ...world.host.files,
      alone: (path: string, work: () => Promise<void>) => {
        world.write("audit.yaml", theirs);
        return alone(path, work);
      },
    } as typeof world.host.files;
    const attempt = migrate({ file: "audit.yaml", to: "working-together-2018" }, { ...world.host, files });
    await expect(attempt).rejects.toMatchObject({ diagnostics: [{ code: "file-changed" }] });
    expect([world.text("audit.yaml"), world.stdout()]).toEqual([theirs, ""]);
  });

  const withItems = (count: number) => {
    const items = Array.from({ length: count }, (_, at) => `      - { title: Minutes ${at}, location: Book ${at} }\n`);
    return of2013.replace("      - { title: Minutes, location: Minute book 4 } # shelf two\n", items.join(""));
  };

  it("carries an audit as large as is read, and loses none of its evidence", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": withItems(3_500) });
    const { code } = await runBuilt(["migrate", ...to2018], { cwd });
    const { audit } = await parseAudit(read("audit.yaml"), "audit.yaml");
    expect([code, audit.responses["board-lead"]?.evidence?.length]).toEqual([0, 3_500]);
  }, 30_000);

  it("leaves alone an audit of ten thousand items of evidence, which is more than is read", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": withItems(10_000) });
    const { code, stderr } = await runBuilt(["migrate", ...to2018], { cwd });
    expect([code, stderr.includes("error too-large"), read("audit.yaml") === withItems(10_000)]).toEqual([
      2,
      true,
      true,
    ]);
  });

  it("writes nothing that would be too large to be read again", async () => {
    const allegations = `  allegations-policy:\n    rating: met\n    evidence:\n`;
    const items = Array.from({ length: 3_500 }, (_, at) => `      - { title: Minutes ${at}, location: Book ${at} }\n`);
    const of2018 = of2013
      .replace("working-together-2013 ", "working-together-2018 ")
      .replace(/responses:[^]*/u, `responses:\n${allegations}${items.join("")}`);
    const { cwd, read } = folderWith({ "audit.yaml": of2018 });
    const { code, stderr } = await runBuilt(["migrate", "--to", "working-together-2023"], { cwd });
    expect([code, stderr.includes("error too-large"), read("audit.yaml") === of2018]).toEqual([2, true, true]);
  });

  it("keeps what an archive holds of editions and requirements that nobody knows", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": of2013 });
    await runBuilt(["migrate", ...to2018], { cwd });
    expect(read("audit.yaml")).toContain(
      "  # From the paper return\n  - { checklist: working-together-2010, requirement: old-duty",
    );
  });
});

describe("an audit with overlays", () => {
  const overlay = (
    edition: string,
    id: string,
    question = "Is there a rota of who opens the hall?",
  ) => `schema: overlay/1
id: ${id}
title: Anytown return
extends: ${edition}
sources: [{ id: anytown, title: Anytown procedures, kind: local-document }]
standards:
  - id: anytown
    title: Anytown
    requirements:
      - id: hall-rota
        title: A rota for the hall
        question: ${question}
        expectation: Somebody is named for each evening.
        force: local
        reference: { chapter: null, paragraph: null, verified: false, source: anytown }
        practice:
          why: So that nobody waits outside.
          look-for: [A rota, A name for each evening]
          ratings: { met: It is there., partly-met: It is partly there., not-met: It is not there. }
          evidence: [{ kind: record, what: The rota }]
          remedy: { action: Write the rota, within: P1M }
          review: P12M
`;
  const local = of2013
    .replace("organisation:", "overlays: [anytown-2013.yaml]\norganisation:")
    .replace("responses:", "responses:\n  hall-rota: { rating: met } # in the hall");
  const files = {
    "audit.yaml": local,
    "anytown-2013.yaml": overlay("working-together-2013", "anytown-2013"),
    "anytown-2018.yaml": overlay("working-together-2018", "anytown-2018"),
  };

  it("is refused with each overlay that is for another edition, and told what to do", async () => {
    const { cwd, read } = folderWith(files);
    const { code, stdout, stderr } = await runBuilt(["migrate", ...to2018], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(
      'audit.yaml:4:12: error overlay-edition: "anytown-2013.yaml" is not for working-together-2018.',
    );
    expect(stderr).toContain("--overlay FILE");
    expect(read("audit.yaml")).toBe(local);
  });

  it("takes the forms for the new edition", async () => {
    const { cwd, read } = folderWith(files);
    const { code, stdout } = await runBuilt(["migrate", ...to2018, "--overlay", "anytown-2018.yaml"], { cwd });
    expect([code, stdout.includes("2 carried, 1 to confirm")]).toEqual([0, true]);
    expect(read("audit.yaml")).toMatch(/^overlays: \[ ?anytown-2018\.yaml ?\]$/mu);
    expect(read("audit.yaml")).toContain("hall-rota: { rating: met } # in the hall");
  });

  it("leaves the forms out, keeps their answers, and takes both back", async () => {
    const { cwd, read } = folderWith(files);
    expect((await runBuilt(["migrate", ...to2018, "--no-overlays"], { cwd })).code).toBe(0);
    const without = await parseAudit(read("audit.yaml"), "audit.yaml");
    expect([without.audit.overlays, without.audit.archive?.at(-1)?.requirement]).toEqual([undefined, "hall-rota"]);
    const back = ["migrate", "--to", "working-together-2013", "--overlay", "anytown-2013.yaml"];
    expect((await runBuilt(back, { cwd })).code).toBe(0);
    const { audit } = await parseAudit(read("audit.yaml"), "audit.yaml");
    expect([audit.responses["hall-rota"]?.rating, audit.archive?.length]).toEqual(["met", 1]);
  });

  it("tells of a changed question where a partner words it anew under its id", async () => {
    const digest = "11111111";
    const reworded = local.replace("hall-rota: { rating: met }", `hall-rota: { rating: met, question: "${digest}" }`);
    const { cwd } = folderWith({ ...files, "audit.yaml": reworded });
    const { stdout } = await runBuilt(["check", "--fail-on", "note", "--today", "2014-06-01"], { cwd });
    expect(stdout).toContain("question-changed hall-rota: It was answered for another wording of the question.");
  });
});

describe("check --in-force", () => {
  const config = (gate: string) => `schema: config/1\naudit: audit.yaml\ngate: ${gate}\n`;
  const day = ["--today", "2014-06-01"] as const;

  it("fails an audit whose edition is not the one in force", async () => {
    const { cwd } = folderWith({ "audit.yaml": of2013 });
    const { code, stdout } = await runBuilt(["check", "--in-force", "--today", "2026-06-01"], { cwd });
    expect(code).toBe(1);
    expect(stdout.replaceAll(/\s+/gu, " ")).toContain(
      "was superseded by working-together-2015 on 26 March 2015. To move on: wt-audit migrate audit.yaml --to working-together-2026.",
    );
  });

  it("says nothing of the edition that is in force", async () => {
    const { cwd } = folderWith({ "audit.yaml": of2013 });
    expect((await runBuilt(["check", "--in-force", ...day], { cwd })).stdout).not.toContain("To move on");
  });

  it("can be set in the config, and an edition that is pinned wins", async () => {
    const { cwd } = folderWith({ "audit.yaml": of2013, ".wt-audit.yaml": config("{ in-force: true }") });
    const late = ["--today", "2026-06-01"];
    expect((await runBuilt(["check", ...late], { cwd })).stdout).toContain("To move on");
    const pinned = await runBuilt(["check", ...late, "--checklist", "working-together-2013"], { cwd });
    expect(pinned.stdout).not.toContain("To move on");
  });

  it("and --checklist exclude each other", async () => {
    const { cwd } = folderWith({ "audit.yaml": of2013 });
    const { code, stderr } = await runBuilt(["check", "--in-force", "--checklist", "working-together-2013"], { cwd });
    expect([code, stderr.includes("exclude each other")]).toEqual([2, true]);
  });
});
