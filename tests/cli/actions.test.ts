import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import { afterEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli.js";
import { addAction } from "../../src/commands/actions-add.js";
import { postponeAction } from "../../src/commands/actions-move.js";
import { nodeFileSystem } from "../../src/files/node-file-system.js";
import { emptyAudit, withFolder } from "./fixture.js";
import { home, memoryWorld } from "./memory-world.js";
import { collector, runBuilt, runInProcess, runners } from "./run.js";

const today = "2026-11-22";

/** The Riverside audit in the middle of its year. */
const audit = emptyAudit.replace(
  "responses: {}",
  `responses:
  # The chair asks about this one.
  board-lead:
    rating: not-met
    actions:
      - { id: A1, what: Appoint a trustee, owner: Chair of trustees, due: 2027-01-31, status: open } # agreed in May
      - { id: A2, what: Bring a figure, owner: Treasurer, due: 2026-09-30, status: in-progress }
  whistleblowing:
    rating: met
    evidence:
      - { title: Whistleblowing policy, path: policies/whistleblowing.md, review-due: 2027-03-01 }
  escalation-policy:
    rating: partly-met
    actions:
      - { id: A3, what: Add time limits, status: open }
      - { id: A4, what: Print it, status: done, completed: 2026-03-03 }
`,
);
const policy =
  "# Whistleblowing policy\n\nApproved by the trustees on 1 March 2026. Anybody who works with us may raise a concern with the chair, who answers within a week, and nobody is the worse for it.\n";

let remove = () => {};
afterEach(() => remove());

function folderOf(files: Readonly<Record<string, string>> = {}) {
  const made = withFolder({ "audit.yaml": audit, "policies/whistleblowing.md": policy, ...files });
  ({ remove } = made);
  const { folder } = made;
  return {
    folder,
    text: (name = "audit.yaml") => readFileSync(join(folder, name), "utf8"),
    run: (...args: readonly string[]) => runInProcess(["actions", ...args, "--today", today], { cwd: folder }),
    built: (...args: readonly string[]) => runBuilt(["actions", ...args, "--today", today], { cwd: folder }),
  };
}

interface Listed {
  readonly actions: readonly { readonly id: string; readonly audit: string }[];
}

const idsIn = (stdout: string) => (JSON.parse(stdout) as Listed).actions.map(({ id }) => id);

describe.each(runners)("the list, $name", ({ run }) => {
  it.each<readonly [readonly string[], readonly string[], number]>([
    [[], ["A2", "A1", "A3"], 0],
    [["--all"], ["A2", "A1", "A3", "A4"], 0],
    [["--due", "P30D"], ["A2"], 1],
    [["--due", "P3M"], ["A2", "A1"], 1],
    [["--overdue"], ["A2"], 1],
    [["--overdue", "--owner", "chair"], [], 0],
    [["--owner", "CHAIR"], ["A1"], 0],
    [["--requirement", "escalation-policy,whistleblowing"], ["A3"], 0],
    [["--force", "must"], [], 0],
    [["--force", "must,should", "--due", "P0D"], ["A2"], 1],
  ])("%j lists %j and ends in %i", async (args, ids, code) => {
    const { folder } = folderOf();
    const ended = await run(["actions", ...args, "-f", "json", "--today", today], { cwd: folder });
    expect(idsIn(ended.stdout)).toEqual(ids);
    expect(ended.code).toBe(code);
  });

  it("tells a schedule in a line what it found, and is quiet when asked", async () => {
    const { folder } = folderOf();
    const args = ["actions", "--due", "P30D", "-f", "json", "--today", today];
    expect((await run(args, { cwd: folder })).stderr).toBe("1 action is due by 22 December 2026, and it is overdue.\n");
    expect((await run([...args, "-q"], { cwd: folder })).stderr).toBe("");
  });

  it("a calendar goes into its file, as another program reads it", async () => {
    const { folder, text } = folderOf();
    const ended = await run(["actions", "-f", "ics=actions.ics", "--today", today], { cwd: folder });
    expect(ended).toEqual({
      code: 0,
      stdout: "",
      stderr: "Wrote actions.ics\n3 actions are open, 1 of them overdue.\n",
    });
    const events = new ICAL.Component(ICAL.parse(text("actions.ics"))).getAllSubcomponents("vevent");
    expect(events.map((event) => String(event.getFirstPropertyValue("dtstart")))).toEqual([
      "2026-09-30",
      "2027-01-31",
      "2027-03-01",
    ]);
    const uids = events.map((event) => String(event.getFirstPropertyValue("uid")));
    expect(new Set(uids).size).toBe(3);
    expect(uids.join("")).toMatch(/^(?:[0-9a-f]{32}@wt-audit){3}$/u);
  });

  it("subcommands keep their own options", async () => {
    const { folder, text } = folderOf();
    const ended = await run(["actions", "move", "A1", "--due", "2027-03-31", "--today", today], { cwd: folder });
    expect(ended.code).toBe(0);
    expect(text()).toContain("due: 2027-03-31");
  });
});

describe("what cannot be done", () => {
  it.each<readonly [readonly string[], RegExp]>([
    [["--due", "30"], /Write a length of time as P30D/u],
    [["--force", "must,shuld"], /must, should, local, practice/u],
    [["--all", "--overdue"], /cannot be used with/u],
    [["--requirement", "bord-lead"], /Did you mean board-lead\?/u],
    [["--requirement", "nothing-like-it"], /checklist show/u],
    [["-f", "pdf"], /Formats: terminal, markdown, csv, json, ics/u],
    [["-f", "ics=audit.yaml"], /is not overwritten/u],
    [["missing.yaml"], /missing\.yaml: error file-missing/u],
    [["add", "bord-lead", "--what", "x"], /Did you mean board-lead\?/u],
    [["add", "nothing-like-it", "--what", "x"], /checklist show working-together-2023/u],
    [["add", "board-lead"], /required option '--what/u],
    [["add", "board-lead", "--what", " "], /--what says nothing/u],
    [["add", "board-lead", "--what", "x", "--owner", ""], /--owner says nothing/u],
    [["add", "board-lead", "--what", "x", "--due", "2026-11-21"], /21 November 2026 has passed/u],
    [["add", "board-lead", "--what", "x", "--due", "2027-02-30"], /Write a day of the calendar as year-month-day/u],
    [["add", "board-lead", "--what", "x", "--priority", "urgent"], /high, medium, low/u],
    [["add", "board-lead", "--what", "x", "--file", "-"], /standard input is none/u],
    [["add", "board-lead", "--what", "x", "--file", "new.yaml"], /new\.yaml: error file-missing/u],
    [["done", "A11"], /has no action "A11"\nDid you mean A1\? Open actions: A1, A2, A3\./u],
    [["done", "B-seven"], /has no action "B-seven"\nOpen actions: A1, A2, A3\./u],
    [["done", "A4"], /action A4 is closed: it was done on 3 March 2026/u],
    [["done", "A1", "--on", "2026-11-23"], /is still to come/u],
    [["done", "A1", "--evidence", "policies/missing.md"], /there is no such document/u],
    [["done", "A1", "--evidence", "../secret.md"], /outside the folder/u],
    [["done", "A1", "--evidence", "policies"], /is a folder/u],
    [["done", "A1", "--location", " "], /--location says nothing/u],
    [["move", "A1"], /required option '--due/u],
    [["move", "A1", "--due", "2026-11-21"], /has passed/u],
    [["move", "A1", "--due", "2027-01-31"], /due on 31 January 2027 already/u],
    [["move", "A4", "--due", "2027-01-31"], /is closed/u],
    [["move", "A1", "--due", "2027-03-31", "--why", ""], /--why says nothing/u],
  ])("%j is refused, and nothing is written", async (args, why) => {
    const { run, text, folder } = folderOf();
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(why);
    expect(text()).toBe(audit);
    expect(readdirSync(folder).toSorted()).toEqual(["audit.yaml", "policies"]);
  });

  it("an action that was cancelled is closed as well", async () => {
    const { run } = folderOf({ "audit.yaml": audit.replace("status: open }", "status: cancelled }") });
    expect((await run("done", "A1")).stderr).toContain("action A1 is closed: it was cancelled\n");
  });

  it("all evidence that cannot be cited is told at once", async () => {
    const { run } = folderOf();
    const { stderr } = await run("done", "A1", "--evidence", "policies/missing.md", "--evidence", "policies");
    expect(stderr).toMatch(/^policies\/missing\.md: .*\npolicies: /mu);
  });

  it("a document whose name the audit file cannot hold is no evidence, and nothing is put aside", async () => {
    const { run, folder } = folderOf({ "back\\slash.md": policy });
    const { code, stderr } = await run("done", "A1", "--evidence", "back\\slash.md");
    expect([code, readdirSync(folder).filter((name) => name.includes("rescued"))]).toEqual([2, []]);
    expect(stderr).toContain("has backslashes");
  });

  it("a damaged document is no evidence", async () => {
    const { run, text } = folderOf({ "policies/board.pdf": "%PDF-1.7 cut off" });
    expect((await run("done", "A1", "--evidence", "policies/board.pdf")).code).toBe(2);
    expect(text()).toBe(audit);
  });

  it("a file that holds both sides of a merge is named with its line", async () => {
    const theirs = "<<<<<<< HEAD\n  # ours\n=======\n  # theirs\n>>>>>>> office\n";
    const { built } = folderOf({ "audit.yaml": audit.replace("  whistleblowing:", `${theirs}  whistleblowing:`) });
    const { code, stderr } = await built("done", "A1");
    expect(code).toBe(2);
    expect(stderr).toContain("audit.yaml:14:1: error merge-conflict: The file holds both sides of a merge");
  });

  it("two actions of one id, and dates out of order, are named with their lines", async () => {
    const twice = audit
      .replace("id: A3", "id: A1")
      .replace("review-due: 2027-03-01", "reviewed: 2027-04-01, review-due: 2027-03-01");
    const { run, text } = folderOf({ "audit.yaml": twice });
    const { code, stderr } = await run("move", "A1", "--due", "2027-03-31");
    expect(code).toBe(2);
    expect(stderr).toMatch(/audit\.yaml:17:\d+: error days-out-of-order/u);
    expect(stderr).toMatch(/audit\.yaml:21:\d+: error duplicate-id/u);
    expect(text()).toBe(twice);
  });
});

describe("adding", () => {
  it("takes the next id, and keeps every comment", async () => {
    const { built, text } = folderOf();
    const given = ["--what", "Ask the\nboard", "--owner", "Chair", "--due", "2026-11-22", "--priority", "high"];
    const { code, stdout, stderr } = await built("add", "board-lead", ...given, "--measure", "A name in the minutes");
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).toBe("Action A5 is in audit.yaml, for board-lead, due 22 November 2026.\n");
    expect(text()).toContain("  # The chair asks about this one.\n");
    expect(text()).toContain(" # agreed in May\n");
    expect(text()).toMatch(/id: A5\s+what: Ask the board\s+owner: Chair\s+due: 2026-11-22\s+status: open/u);
    expect(text()).toMatch(/priority: high\s+measure: A name in the minutes/u);
  });

  it("an action with neither owner nor day is taken, and what is missing said", async () => {
    const { run, text } = folderOf();
    expect((await run("add", "safe-recruitment", "--what", "Write it down")).stderr).toBe(
      "Action A5 is in audit.yaml, for safe-recruitment.\nNo day is set: wt-audit actions move A5 --due DAY.\nNobody is named to do it, which the report shows as a gap.\n",
    );
    expect(text()).toMatch(/ {2}safe-recruitment:\n\s+actions:\n\s+- id: A5/u);
  });

  it("beside a met it says that this is a gap, and quietly it says nothing", async () => {
    const { run } = folderOf();
    const args = ["add", "whistleblowing", "--what", "x", "--owner", "Chair", "--due", "2027-01-31"];
    expect((await run(...args)).stderr).toContain("is rated met");
    expect((await run(...args, "-q")).stderr).toBe("");
  });

  it.each([
    ["archived-actions:\n  - { requirement: board-lead, action: { id: A8, what: x, status: done } }\n", "A9"],
    [
      "archive:\n  - { checklist: working-together-2018, requirement: board-lead, on: 2026-01-01, response: { actions: [{ id: A9, what: x, status: done }] } }\n",
      "A10",
    ],
  ])("never takes the id of an action that was archived: %s", async (archived, next) => {
    const { run } = folderOf({ "audit.yaml": `${audit}${archived}` });
    expect((await run("add", "board-lead", "--what", "x")).stderr).toContain(`Action ${next} `);
  });

  it("a control sign in what is to be done does no harm to the file", async () => {
    const { run } = folderOf();
    expect((await run("add", "board-lead", "--what", "bell\u0007 # not a comment: {x}")).code).toBe(0);
    expect((await run("-f", "json", "--requirement", "board-lead")).stdout).toContain(
      String.raw`"what": "bell\u0007 # not a comment: {x}"`,
    );
  });
});

describe("closing", () => {
  it("cites what shows it with its digest, and asks for the rating", async () => {
    const { built, text } = folderOf();
    const args = [
      "--evidence",
      "policies/whistleblowing.md",
      "--location",
      "Minute book, item 4",
      "--on",
      "2026-11-20",
    ];
    const { code, stderr } = await built("done", "A1", ...args);
    expect(code).toBe(0);
    expect(stderr).toBe(
      "Action A1 was done on 20 November 2026. Saved in audit.yaml.\nTo rate it anew: wt-audit audit --only board-lead --redo\n",
    );
    expect(text()).toContain("status: done");
    expect(text()).toContain("completed: 2026-11-20");
    expect(text()).toContain("path: policies/whistleblowing.md");
    expect(text()).toContain('location: "Minute book, item 4"');
    expect(text()).toMatch(/sha256: "?[0-9a-f]{64}/u);
  });

  it("without evidence it is done, and will be a gap", async () => {
    const { run, text, folder } = folderOf();
    const { code, stderr } = await run("done", "A3");
    expect(code).toBe(0);
    expect(stderr).toContain("Nothing is cited that shows it, which the report shows as a gap.");
    expect(text()).toContain("completed: 2026-11-22");
    const { stdout } = await runInProcess(["report", "-f", "json", "--today", today], { cwd: folder });
    expect(stdout).toContain('"action-closed-without-evidence"');
  });

  it("a document may be named from the current folder, too", async () => {
    const { folder } = folderOf({ "office/audit.yaml": audit, "office/policies/board.md": policy });
    const args = ["done", "A1", "--file", "office/audit.yaml", "--evidence", "office/policies/board.md"];
    const { code } = await runBuilt(["actions", ...args, "--today", today], { cwd: folder });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, "office/audit.yaml"), "utf8")).toContain("path: policies/board.md");
  });

  it("a blank document is cited, and said to be blank", async () => {
    const { run } = folderOf({ "policies/board.md": "# TBC\n" });
    const { code, stderr } = await run("done", "A1", "--evidence", "policies/board.md");
    expect(code).toBe(0);
    expect(stderr).toContain("policies/board.md: It holds no content");
  });

  it("what stands in a picture is taken without a digest of its words, and quietly", async () => {
    const { run, text } = folderOf({ "policies/wall.png": "\u0089PNG picture" });
    expect((await run("done", "A1", "--evidence", "policies/wall.png", "-q")).stderr).toBe("");
    expect(text()).toContain("path: policies/wall.png");
  });

  it("beside a met there is nothing to rate anew", async () => {
    const met = audit.replace("rating: not-met", "rating: met");
    const { run } = folderOf({ "audit.yaml": met });
    expect((await run("done", "A1", "--location", "Minutes")).stderr).toBe(
      "Action A1 was done on 22 November 2026. Saved in audit.yaml.\n",
    );
  });
});

describe("moving", () => {
  it("keeps from when to when, and why", async () => {
    const { built, text } = folderOf();
    const { code, stderr } = await built("move", "A1", "--due", "2027-03-31", "--why", "Nobody\nstood.");
    expect(code).toBe(0);
    expect(stderr).toBe("Action A1 is due on 31 March 2027 instead of 31 January 2027. Saved in audit.yaml.\n");
    expect(text()).toContain("2026-11-22: due 2027-01-31 to 2027-03-31: Nobody stood.");
    expect(text()).toContain(" # agreed in May\n");
  });

  it("sets a first day", async () => {
    const { run, text } = folderOf();
    expect((await run("move", "A3", "--due", "2026-11-22")).stderr).toBe(
      "Action A3 is due on 22 November 2026. Saved in audit.yaml.\n",
    );
    expect((await run("move", "A3", "--due", "2026-11-23", "-q")).stderr).toBe("");
    expect(text()).toContain('"2026-11-22: due 2026-11-22"');
  });

  it("the calendar moves the event that it knows", async () => {
    const { folder, run, text } = folderOf();
    const uids = async (name: string) => {
      await run("-f", `ics=${name}`);
      const events = new ICAL.Component(ICAL.parse(text(name))).getAllSubcomponents("vevent");
      return new Map(
        events.map((event) => [event.getFirstPropertyValue("uid"), String(event.getFirstPropertyValue("dtstart"))]),
      );
    };
    const before = await uids("before.ics");
    await run("move", "A1", "--due", "2027-06-30");
    const after = await uids("after.ics");
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
    expect([...after.values()]).toEqual(["2026-09-30", "2027-03-01", "2027-06-30"]);
    writeFileSync(join(folder, "elsewhere.yaml"), text());
    await run("elsewhere.yaml", "-f", "ics=elsewhere.ics");
    expect(text("elsewhere.ics")).toBe(text("after.ics"));
  });
});

describe("two programs at once", () => {
  const change = { id: "A1", due: "2027-03-31", today } as const;

  it("what somebody else saved elsewhere in the audit stays", async () => {
    const world = memoryWorld({ "audit.yaml": audit });
    let meanwhile = true;
    const { writeAtomic } = world.host.files;
    const files = {
      ...world.host.files,
      alone: async <T>(path: string, work: () => Promise<T>) => {
        if (meanwhile) world.write("audit.yaml", audit.replace("rating: met", "rating: partly-met"));
        meanwhile = false;
        return world.host.files.alone(path, work);
      },
      writeAtomic,
    };
    await postponeAction({ ...change }, { ...world.host, files });
    expect(world.text("audit.yaml")).toContain("due: 2027-03-31");
    expect(world.text("audit.yaml")).not.toContain("rating: met");
  });

  it("the second that changes the same answer is told, and what it did is kept", async () => {
    const world = memoryWorld({ "audit.yaml": audit });
    const files = {
      ...world.host.files,
      alone: async <T>(path: string, work: () => Promise<T>) => {
        world.write("audit.yaml", audit.replace("Appoint a trustee", "Appoint two"));
        return world.host.files.alone(path, work);
      },
    };
    const told = await addAction({ requirement: "board-lead", what: "x", today }, { ...world.host, files }).catch(
      (error: unknown) => error,
    );
    expect(told).toMatchObject({ name: "UserError", diagnostics: [{ code: "file-changed" }] });
    expect(world.names()).toContain(`${home}/audit.yaml.rescued`);
    expect(world.text("audit.yaml")).toContain("Appoint two");
  });
});

describe("which audits", () => {
  const config = "schema: config/1\naudit: office/audit.yaml\n";

  it("without a file, the config's", async () => {
    const { run, folder } = folderOf({ ".wt-audit.yaml": config, "office/audit.yaml": audit.replaceAll("A1", "B1") });
    expect(idsIn((await run("-f", "json")).stdout)).toEqual(["A2", "B1", "A3"]);
    expect((await run("move", "B1", "--due", "2027-03-31")).code).toBe(0);
    expect(readFileSync(join(folder, "office/audit.yaml"), "utf8")).toContain("due: 2027-03-31");
  });

  it("a config that names none, or is wrong, is refused", async () => {
    const none = folderOf({ ".wt-audit.yaml": "schema: config/1\npolicies: [policies/*.md]\n" });
    const named = await none.run();
    expect([named.code, named.stderr]).toEqual([
      2,
      "wt-audit: .wt-audit.yaml names no audit\nName the file: wt-audit actions audit.yaml\n",
    ]);
    remove();
    const wrong = folderOf({ ".wt-audit.yaml": "schema: config/1\naudti: audit.yaml\n" });
    expect((await wrong.run()).stderr).toContain(".wt-audit.yaml:2:1: error unknown-key");
  });

  it("a file called as a subcommand is named by a path", async () => {
    const { run } = folderOf({ "add.yaml": audit, done: audit });
    expect((await run("add.yaml")).code).toBe(0);
    expect(idsIn((await run("./done", "-f", "json")).stdout)).toHaveLength(3);
  });

  it("several at once, each once, or standard input", async () => {
    const { run, folder } = folderOf({ "other.yaml": audit.replaceAll("A1", "B1") });
    const { stdout } = await run("audit.yaml", "other.yaml", "./audit.yaml", "-f", "json");
    expect(idsIn(stdout)).toHaveLength(6);
    const piped = await runBuilt(["actions", "-", "-f", "json", "--today", today], { cwd: folder, stdin: audit });
    expect(idsIn(piped.stdout)).toEqual(["A2", "A1", "A3"]);
  });

  it("one that is wrong among them ends in 2, with what is wrong with each, and nothing is listed", async () => {
    const { built } = folderOf({ "broken.yaml": "a: [", "other.yaml": audit.replace("id: A3", "id: A1") });
    const { code, stdout, stderr } = await built("audit.yaml", "broken.yaml", "missing.yaml", "other.yaml");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/broken\.yaml:1:\d+: error yaml-syntax/u);
    expect(stderr).toContain("missing.yaml: error file-missing");
    expect(stderr).toMatch(/other\.yaml:21:\d+: error duplicate-id/u);
    expect(stderr).toContain("wt-audit: 3 of 4 audits cannot be used, so nothing was listed\n");
  });

  it("how far it is shows on a terminal, for more than twenty", async () => {
    const names = Array.from({ length: 21 }, (_, index) => `audit-${index}.yaml`);
    const { folder } = folderOf(Object.fromEntries(names.map((name) => [name, audit])));
    const shown = async (files: readonly string[], isTerminal: boolean) => {
      const [out, err] = [collector(80), collector(80)];
      const stderr = { ...err.output, isTerminal };
      const host = { ...memoryWorld({}).host, cwd: folder, files: nodeFileSystem, stdout: out.output, stderr };
      expect(await main(["actions", ...files, "--today", today], host)).toBe(0);
      return err.text();
    };
    expect(await shown(names, true)).toMatch(/^\rReading 1 of 21 audits.*\rReading 21 of 21 audits\r\u001B\[K$/su);
    expect(await shown(names, false)).toBe("");
    expect(await shown(names.slice(1), true)).toBe("");
  });
});

it("ten thousand actions of a hundred audits are listed within bounded memory", async () => {
  const actions = Array.from(
    { length: 100 },
    (_, index) => `      - { id: A${index}, what: Appoint a trustee, owner: Chair, due: 2027-01-31, status: open }`,
  );
  const large = emptyAudit.replace(
    "responses: {}",
    `responses:\n  board-lead:\n    rating: not-met\n    actions:\n${actions.join("\n")}`,
  );
  const names = Array.from({ length: 100 }, (_, index) => `audit-${index}.yaml`);
  const { folder } = folderOf(Object.fromEntries(names.map((name) => [name, large])));
  const env = { NODE_OPTIONS: "--max-old-space-size=160" };
  const args = ["actions", ...names, "-f", "json", "-f", "ics=all.ics", "-f", "csv=all.csv", "--today", today];
  const { code, stdout } = await runBuilt(args, { cwd: folder, env });
  expect(code).toBe(0);
  expect(idsIn(stdout)).toHaveLength(10_000);
  const uids = readFileSync(join(folder, "all.ics"), "utf8").match(/^UID:.*$/gmu) ?? [];
  expect(new Set(uids).size).toBe(10_000);
}, 60_000);

describe("an audit that was signed off", () => {
  const signed = `${audit}sign-off: [{ role: Chair, on: 2026-11-20 }]\n`;
  const told = "The sign-off (Chair, 20 November 2026) is of earlier answers.";

  it.each([
    ["add", "board-lead", "--what", "Ask again"],
    ["done", "A1", "--location", "Minute book 4"],
    ["move", "A1", "--due", "2027-02-28"],
  ])("is changed by actions %s, which says so", async (...args) => {
    const { run } = folderOf({ "audit.yaml": signed });
    expect((await run(...args)).stderr).toContain(told);
  });

  it("is not changed by what is refused, and nothing is said of it", async () => {
    const { run } = folderOf({ "audit.yaml": signed });
    expect((await run("move", "A1", "--due", "2026-01-31")).stderr).not.toContain("sign-off");
  });
});
