import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { review } from "../../src/commands/review.js";
import { parseAudit } from "../../src/files/audit-file.js";
import { asking, overlayText } from "../files/overlay-files.js";
import { withFolder } from "./fixture.js";
import { memoryWorld } from "./memory-world.js";
import { runBuilt, runners } from "./run.js";

const folders: (() => void)[] = [];
afterEach(() => folders.splice(0).forEach((remove) => remove()));

function folderWith(files: Readonly<Record<string, string>>) {
  const { folder, remove } = withFolder(files);
  folders.push(remove);
  return { cwd: folder, read: (name: string) => readFileSync(join(folder, name), "utf8") };
}

const example = fileURLToPath(new URL("../../checklists/examples/riverside-youth/", import.meta.url));

/** The shipped example, in a folder of its own. */
function riverside() {
  const made = folderWith({});
  cpSync(example, made.cwd, { recursive: true });
  return made;
}

const of2026 = `# Kept by the chair
schema: audit/1
checklist: working-together-2026
organisation:
  name: Riverside Youth Project
  facts: { sector: [voluntary-or-private], employs-staff: true, has-volunteers: true, charity: false }
period: { from: 2026-01-01, to: 2026-12-31 }
responses:
  # The line
  line-of-accountability:
    rating: met     # by the chair
    evidence:
      - { title: Minutes, location: Minute book 4, reviewed: 2026-05-12 } # shelf two
    actions:
      - { id: A1, what: Tell the trustees, status: done }   # at the May meeting
      - { id: A2, what: Put it on the wall, owner: Chair, due: 2027-03-01, status: open }   # by the door
    moderated: { rating: partly-met, on: 2026-11-01 }
    assessed: { on: 2026-11-02, by: Chair }
  board-lead:
    rating: met
    to-confirm: The answer was begun and not finished.
sign-off: [{ role: Chair of trustees, on: 2026-11-20 }]
`;

const next = ["--today", "2027-01-05"] as const;

describe.each(runners)("wt-audit review, $name", ({ run }) => {
  it("starts the next year from this one, and leaves this one as it was", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": of2026 });
    const { code, stdout, stderr } = await run(["review", ...next], { cwd });
    expect([code, stderr]).toEqual([
      0,
      "Wrote audit-2027.yaml. audit.yaml is as it was.\nNext: wt-audit audit audit-2027.yaml\nFrom now on, name it in every command, and in .wt-audit.yaml where there is one.\n",
    ]);
    expect(stdout.replace(/\s+/gu, " ")).toMatch(
      /2 answers come forward to confirm: 1 with evidence as it was, 0 whose evidence needs a look, 1 without evidence\. \d+ unanswered, 0 new, 0 retired\. 1 action comes along, 1 closed one archived\. 1 moderated rating and 1 sign-off stay with the audit before\./u,
    );
    expect(read("audit.yaml")).toBe(of2026);
    const { audit } = await parseAudit(read("audit-2027.yaml"), "audit-2027.yaml");
    expect(audit).toMatchObject({
      period: { from: "2027-01-01", to: "2027-12-31" },
      previous: { checklist: "working-together-2026", period: { from: "2026-01-01", to: "2026-12-31" } },
      "archived-actions": [{ requirement: "line-of-accountability", action: { id: "A1", status: "done" } }],
    });
    expect(audit.responses["line-of-accountability"]).toEqual({
      rating: "met",
      evidence: [{ title: "Minutes", location: "Minute book 4", reviewed: "2026-05-12" }],
      actions: [{ id: "A2", what: "Put it on the wall", owner: "Chair", due: "2027-03-01", status: "open" }],
      assessed: { on: "2026-11-02", by: "Chair" },
      question: expect.stringMatching(/^[0-9a-f]{8}$/u),
      "to-confirm":
        "It was moderated lower, as partly met, on 1 November 2026.\nCarried forward from the audit of 1 January 2026 to 31 December 2026.",
    });
  });

  it("twice changes nothing, whatever was answered meanwhile", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": of2026 });
    const first = await run(["review", ...next], { cwd });
    const answered = read("audit-2027.yaml").replace("rating: met     # by", "rating: not-met # by");
    writeFileSync(join(cwd, "audit-2027.yaml"), answered);
    const second = await run(["review", ...next], { cwd });
    expect([second.code, second.stdout]).toEqual([0, first.stdout]);
    expect(second.stderr).toBe(
      "The review was started already: audit-2027.yaml comes from audit.yaml as it is now. Nothing was written.\nNext: wt-audit audit audit-2027.yaml\nFrom now on, name it in every command, and in .wt-audit.yaml where there is one.\n",
    );
    expect(read("audit-2027.yaml")).toBe(answered);
  });

  it("prints what comes forward as data, all of it to be confirmed", async () => {
    const { cwd } = folderWith({ "audit.yaml": of2026 });
    const { code, stdout, stderr } = await run(["review", ...next, "-f", "json", "-q"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: "carry/1",
      from: "working-together-2026",
      to: "working-together-2026",
      carried: [],
      toConfirm: ["board-lead", "line-of-accountability"],
      added: [],
      retired: [],
    });
  });

  it("writes nothing in a dry run", async () => {
    const { cwd } = folderWith({ "audit.yaml": of2026 });
    const { code, stdout, stderr } = await run(["review", ...next, "--dry-run"], { cwd });
    expect([code, stderr]).toEqual([0, "Nothing was written: this was a dry run.\n"]);
    expect(stdout).toContain("2 answers come forward to confirm");
    expect(readdirSync(cwd).filter((name) => name.endsWith(".yaml"))).toEqual(["audit.yaml"]);
  });

  it.each([
    [
      "an audit of somebody's own",
      of2026,
      "is there already, was not started from audit.yaml, and is not written over",
    ],
    ["no audit", "Minutes of May\n", "cannot be read as an audit"],
    [
      "an audit that was started from the audit as it was before",
      of2026.replace(
        "responses:",
        `previous: { checklist: working-together-2026, period: { from: 2026-01-01, to: 2026-12-31 }, sha256: ${"a".repeat(64)} }\nresponses:`,
      ),
      "was started from an earlier state of audit.yaml, which has changed since, and is not written over",
    ],
  ])("never writes over %s", async (_what, present, why) => {
    const { cwd, read } = folderWith({ "audit.yaml": of2026, "audit-2027.yaml": present });
    const { code, stdout, stderr } = await run(["review", ...next], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.replace(/\s+/gu, " ")).toContain(why);
    expect(read("audit-2027.yaml")).toBe(present);
  });

  it.each([
    ["another folder", ["-o", "next/audit.yaml"], "lies in another folder than the audit"],
    ["the audit itself", ["-o", "audit.yaml"], "audit.yaml is the audit itself, which stays as it is"],
    ["standard input", ["-"], "standard input lies in no folder"],
    ["a format over the new audit", ["-f", "json=audit-2027.yaml"], "is not overwritten"],
    ["overlays and none at once", ["--overlay", "a.yaml", "--no-overlays"], "exclude each other"],
    ["a period that begins too early", ["--from", "2026-12-31"], "would begin on 31 December 2026, before the one of"],
    ["a period that ends before it begins", ["--to", "2026-12-31"], "would end on 31 December 2026, before it begins"],
    ["an edition that is not shipped", ["--checklist", "working-together-2081"], "Did you mean working-together-2018?"],
    ["an audit that is not there", ["gone.yaml"], "gone.yaml"],
  ])("refuses %s", async (_what, args, why) => {
    const { cwd, read } = folderWith({ "audit.yaml": of2026, "next/keep.txt": "" });
    const { code, stdout, stderr } = await run(["review", ...args, ...next], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr.replace(/\s+/gu, " ")).toContain(why);
    expect([read("audit.yaml"), existsSync(join(cwd, "audit-2027.yaml"))]).toEqual([of2026, false]);
  });
});

describe("the file of the next audit", () => {
  it("keeps the comments and the layout beside what comes along", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": of2026 });
    await runBuilt(["review", ...next], { cwd });
    const text = read("audit-2027.yaml");
    expect(text).toContain("# Kept by the chair\nschema: audit/1\n");
    expect(text).toContain("  # The line\n  line-of-accountability:\n    rating: met     # by the chair\n");
    expect(text).toContain("      - { title: Minutes, location: Minute book 4, reviewed: 2026-05-12 } # shelf two\n");
    expect(text).toContain("status: open } # by the door");
    expect(text).not.toContain("sign-off");
  });

  it("lies beside the audit, and is named for the year in which the new period begins", async () => {
    const { cwd, read } = folderWith({ "safe/audit.yaml": of2026 });
    const { code, stderr } = await runBuilt(["review", "safe/audit.yaml", "--from", "2028-04-01", ...next], { cwd });
    expect([code, stderr.split("\n")[0]]).toEqual([0, "Wrote safe/audit-2028.yaml. safe/audit.yaml is as it was."]);
    expect(read("safe/audit-2028.yaml")).toContain("period: { from: 2028-04-01, to: 2029-03-31 }");
  });

  it("can be named, and the review found there again by that name alone", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": of2026 });
    const args = ["review", "-o", "next.yaml", ...next];
    await runBuilt([...args, "--to", "2027-08-31"], { cwd });
    const text = read("next.yaml");
    const again = await runBuilt(args, { cwd });
    expect([again.code, again.stdout.includes("1 January 2027 to 31 August 2027")]).toEqual([0, true]);
    const other = await runBuilt([...args, "--to", "2027-12-31"], { cwd });
    expect([other.code, other.stderr.includes("next.yaml was started already")]).toEqual([2, true]);
    expect(read("next.yaml")).toBe(text);
  });

  it("starts from the audit that the config names, where none is named", async () => {
    const config = "schema: config/1\naudit: safe/audit.yaml\n";
    const { cwd, read } = folderWith({ "safe/audit.yaml": of2026, ".wt-audit.yaml": config });
    const { code, stderr } = await runBuilt(["review", ...next], { cwd });
    expect([code, stderr.split("\n")[0]]).toEqual([0, "Wrote safe/audit-2027.yaml. safe/audit.yaml is as it was."]);
    expect(read("safe/audit-2027.yaml")).toContain("period: { from: 2027-01-01, to: 2027-12-31 }");
  });

  it("says that the period before is not over, and starts the next all the same", async () => {
    const { cwd } = folderWith({ "audit.yaml": of2026 });
    const { code, stderr } = await runBuilt(["review", "--today", "2026-12-31"], { cwd });
    expect([code, stderr.split("\n")[0]]).toEqual([
      0,
      "The period of audit.yaml runs until 31 December 2026, and is not over.",
    ]);
  });

  it("is not written where the folder may not be", async () => {
    const world = memoryWorld({ "audit.yaml": of2026 }, { refuse: () => "EACCES" });
    const attempt = review({ file: "audit.yaml", today: "2027-01-05" }, world.host);
    await expect(attempt).rejects.toMatchObject({ diagnostics: [{ code: "no-permission" }] });
    expect([world.text("audit.yaml"), world.stdout()]).toEqual([of2026, ""]);
  });

  it.skipIf(process.getuid?.() === 0)("is not written in a read-only folder", async () => {
    const { cwd } = folderWith({ "audit.yaml": of2026 });
    chmodSync(cwd, 0o555);
    const { code, stdout } = await runBuilt(["review", ...next], { cwd });
    chmodSync(cwd, 0o755);
    expect([code, stdout, readdirSync(cwd)]).toEqual([2, "", ["audit.yaml"]]);
  });
});

describe("two that start the same review at once", () => {
  it("write it once, and both succeed", async () => {
    const { cwd } = folderWith({ "audit.yaml": of2026 });
    const both = await Promise.all([1, 2].map(() => runBuilt(["review", ...next], { cwd })));
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both.filter(({ stderr }) => stderr.startsWith("Wrote audit-2027.yaml."))).toHaveLength(1);
  });

  /** A world in which a file appears just before the new audit is written. */
  function overtaken(text: (ours: string) => string) {
    const world = memoryWorld({ "audit.yaml": of2026 });
    const { alone } = world.host.files;
    let started = "";
    const files = {
      ...world.host.files,
      alone: (path: string, work: () => Promise<void>) => {
        world.write("audit-2027.yaml", text(started));
        return alone(path, work);
      },
    } as typeof world.host.files;
    return {
      world,
      /** Starts the review elsewhere first, so that theirs can be the same. */
      run: async () => {
        const before = memoryWorld({ "audit.yaml": of2026 });
        await review({ file: "audit.yaml", today: "2027-01-05" }, before.host);
        started = before.text("audit-2027.yaml") ?? "";
        return review({ file: "audit.yaml", today: "2027-01-05" }, { ...world.host, files });
      },
    };
  }

  it("leave to the first what the first has answered", async () => {
    const { world, run } = overtaken((ours) => ours.replace("rating: met     #", "rating: not-met #"));
    expect(await run()).toBe(0);
    expect(world.text("audit-2027.yaml")).toContain("rating: not-met #");
    expect(world.stderr()).toContain("The review was started already");
  });

  it("never write over another file that appears meanwhile", async () => {
    const { world, run } = overtaken(() => of2026);
    await expect(run()).rejects.toThrow("is not written over");
    expect(world.text("audit-2027.yaml")).toBe(of2026);
  });

  it("take no audit that changes while it is read", async () => {
    const world = memoryWorld({ "audit.yaml": of2026 });
    const { read } = world.host.files;
    let reads = 0;
    const files = {
      ...world.host.files,
      read: (path: string, limit: number) => {
        reads += 1;
        if (reads === 2) world.write("audit.yaml", of2026.replace("by the chair", "by the vice-chair"));
        return read(path, limit);
      },
    };
    const attempt = review({ file: "audit.yaml", today: "2027-01-05" }, { ...world.host, files });
    await expect(attempt).rejects.toThrow("audit.yaml was changed by someone else while it was read");
    expect(world.text("audit-2027.yaml")).toBeNull();
  });
});

describe("the evidence of what comes forward", () => {
  it("is read again, and what has changed is told", async () => {
    const { cwd } = riverside();
    const { code, stdout } = await runBuilt(["review", ...next, "--plain"], { cwd });
    const told = stdout.replace(/\s+/gu, " ");
    expect(code).toBe(0);
    expect(told).toContain(
      "24 answers come forward to confirm: 14 with evidence as it was, 5 whose evidence needs a look, 5 without evidence.",
    );
    expect(told).toContain("it says on line 5 that its review was due by 31 March 2026.");
    expect(told).toContain('it has no heading "#escalation".');
    expect(told).toContain("it has changed since it was assessed.");
    expect(told).toContain("there is no such document.");
  });

  it("that cannot be looked at stops the review, as it does a report", async () => {
    const { cwd } = folderWith({ "audit.yaml": of2026.replace("location: Minute book 4", "path: minutes") });
    mkdirSync(join(cwd, "minutes"));
    const { code, stdout, stderr } = await runBuilt(["review", ...next], { cwd });
    expect([code, stdout, existsSync(join(cwd, "audit-2027.yaml"))]).toEqual([2, "", false]);
    expect(stderr).toContain("audit.yaml:13:");
    expect(stderr).toContain('"minutes" is a folder, not a document');
  });

  it("of an answer that comes out of the archive is read, too", async () => {
    const { cwd } = folderWith({
      "minutes.md": "# Minutes\n\nThe trustees agreed who listens to whom on 12 May 2026.\n",
      "audit.yaml": `${of2026.replace("sign-off:", "archive:\n  - checklist: working-together-2018\n    requirement: culture-of-listening\n    on: 2026-02-01\n    response:\n      rating: met\n      evidence: [{ title: Minutes, path: minutes.md, reviewed: 2026-05-12 }]\nsign-off:")}`,
    });
    const { code, stdout } = await runBuilt(["review", ...next, "--plain"], { cwd });
    expect(code).toBe(0);
    expect(stdout).not.toContain("it was not read");
  });

  const withItems = (count: number) => {
    const items = Array.from({ length: count }, (_, at) => `      - { title: Minutes ${at}, location: Book ${at} }\n`);
    return of2026.replace(/ {6}- \{ title: Minutes.*\n/u, items.join(""));
  };

  it("may be as many items as an audit can hold, and none is lost", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": withItems(3900) });
    const { code, stderr } = await runBuilt(["review", ...next], { cwd });
    expect([code, stderr.split("\n")[0]]).toEqual([0, "Wrote audit-2027.yaml. audit.yaml is as it was."]);
    const { audit } = await parseAudit(read("audit-2027.yaml"), "audit-2027.yaml");
    expect(audit.responses["line-of-accountability"]?.evidence).toHaveLength(3900);
  }, 30_000);

  it("that is more than an audit can hold is refused, and nothing is written", async () => {
    const { cwd } = folderWith({ "audit.yaml": withItems(10_000) });
    const { code, stdout, stderr } = await runBuilt(["review", ...next], { cwd });
    expect([code, stdout, readdirSync(cwd)]).toEqual([2, "", ["audit.yaml"]]);
    expect(stderr).toContain("audit.yaml: error too-large: The file holds more than 20,000 values.");
  });

  it("may be thousands of documents that are gone, each told once", async () => {
    const cited = withItems(3900).replace(/location: Book (\d+)/gu, "path: minutes/$1.md");
    const { cwd } = folderWith({ "audit.yaml": cited });
    const { code, stdout } = await runBuilt(["review", ...next, "--plain"], { cwd });
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/gu, " ").match(/there is no such document\./gu)).toHaveLength(3900);
  }, 30_000);
});

describe("the edition of the next audit", () => {
  const of2023 = of2026.replace("working-together-2026", "working-together-2023");

  it("is the one in force when the new period begins, and the answers are carried to it", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": of2023 });
    const { code, stdout } = await runBuilt(["review", ...next, "--plain"], { cwd });
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/gu, " ")).toContain(
      "against Working Together to Safeguard Children 2026. The one before: 1 January 2026 to 31 December 2026, against Working Together to Safeguard Children 2023.",
    );
    expect(stdout).toContain("New: not asked of you before");
    const { audit } = await parseAudit(read("audit-2027.yaml"), "audit-2027.yaml");
    expect([audit.checklist, audit.previous?.checklist]).toEqual(["working-together-2026", "working-together-2023"]);
  });

  it("is the one in force today where the new period has begun before", async () => {
    const of2024 = of2023.replaceAll("2026-", "2024-");
    const { cwd, read } = folderWith({ "audit.yaml": of2024 });
    await runBuilt(["review", "--today", "2026-06-01"], { cwd });
    expect(read("audit-2025.yaml")).toContain("checklist: working-together-2026");
  });

  it("can be chosen", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": of2023 });
    await runBuilt(["review", ...next, "--checklist", "working-together-2023"], { cwd });
    expect(read("audit-2027.yaml")).toContain("checklist: working-together-2023");
    const again = await runBuilt(["review", ...next, "--checklist", "working-together-2026"], { cwd });
    expect([again.code, again.stderr.includes("was started already, against working-together-2023")]).toEqual([
      2,
      true,
    ]);
  });
});

describe("the overlays of an audit", () => {
  const withOverlay = of2026
    .replace("organisation:", "overlays: [anytown.yaml]\norganisation:")
    .replace("  board-lead:", "  neglect-toolkit: { rating: met }\n  board-lead:")
    .replace("working-together-2026", "working-together-2023");
  const anytown = overlayText("anytown", asking("neglect-toolkit"));
  const stay = ["--checklist", "working-together-2023"] as const;

  it("come along where the edition is the same, now and the second time", async () => {
    const { cwd, read } = folderWith({ "safe/audit.yaml": withOverlay, "safe/anytown.yaml": anytown });
    const first = await runBuilt(["review", "safe/audit.yaml", ...next, ...stay, "-f", "json"], { cwd });
    expect([first.code, JSON.parse(first.stdout).toConfirm]).toContain(0);
    expect(JSON.parse(first.stdout).toConfirm).toContain("neglect-toolkit");
    expect(read("safe/audit-2027.yaml")).toContain("overlays: [anytown.yaml]");
    const second = await runBuilt(["review", "safe/audit.yaml", ...next, "-f", "json"], { cwd });
    expect([second.code, second.stdout]).toEqual([0, first.stdout]);
  });

  it("that are for the edition before are refused at their line, until they are left out", async () => {
    const { cwd, read } = folderWith({ "audit.yaml": withOverlay, "anytown.yaml": anytown });
    const refused = await runBuilt(["review", ...next], { cwd });
    expect([refused.code, refused.stderr.includes("audit.yaml:4:12: error overlay-edition")]).toEqual([2, true]);
    const { code } = await runBuilt(["review", ...next, "--no-overlays"], { cwd });
    const { audit } = await parseAudit(read("audit-2027.yaml"), "audit-2027.yaml");
    expect([code, audit.overlays, audit.archive?.[0]?.requirement]).toEqual([0, undefined, "neglect-toolkit"]);
    const again = await runBuilt(["review", ...next], { cwd });
    expect([again.code, again.stderr.includes("The review was started already")]).toEqual([0, true]);
  });
});

describe("an audit that is not whole", () => {
  it.each([
    [
      "half-written by a merge conflict",
      of2026.replace(
        "    rating: met     # by the chair\n",
        "<<<<<<< ours\n    rating: met\n=======\n    rating: not-met\n>>>>>>> theirs\n",
      ),
      /audit\.yaml:11:1: error merge-conflict/u,
    ],
    ["with two actions of one id", of2026.replace("id: A2", "id: A1"), /audit\.yaml:16:\d+: error duplicate-id/u],
    [
      "of an edition that is not shipped",
      of2026.replace("-2026\n", "-2010\n"),
      /audit\.yaml:3:12: error unknown-checklist/u,
    ],
    ["with days out of order", of2026.replace("to: 2026-12-31", "to: 2025-12-31"), /error days-out-of-order/u],
  ])("is refused at its line: %s", async (_what, text, told) => {
    const { cwd, read } = folderWith({ "audit.yaml": text });
    const { code, stdout, stderr } = await runBuilt(["review", ...next], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(told);
    expect([read("audit.yaml"), readdirSync(cwd).length]).toEqual([text, 1]);
  });
});
