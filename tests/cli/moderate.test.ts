import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli.js";
import { parseAudit } from "../../src/files/audit-file.js";
import { script } from "../walk/scripted-prompter.js";
import { emptyAudit, withFolder } from "./fixture.js";
import { memoryWorld } from "./memory-world.js";
import { runners } from "./run.js";

const answered = emptyAudit.replace(
  "responses: {}",
  `responses:
  board-lead: { rating: met, note: Since 2019., assessed: { on: 2026-11-02, by: Manager } } # the chair
  whistleblowing: { rating: not-met, assessed: { on: 2026-11-02, by: Manager } }
  mandatory-induction: { rating: met, to-confirm: The edition changed. }
  safe-recruitment: { rating: partly-met, assessed: { on: 2026-11-02, by: Manager } }`,
);

let made: ReturnType<typeof withFolder>;
beforeEach(() => {
  made = withFolder({ "audit.yaml": answered });
});
afterEach(() => made.remove());

const file = () => readFileSync(join(made.folder, "audit.yaml"), "utf8");
const responses = async (text = file()) => (await parseAudit(text, "audit.yaml")).audit.responses;

const moderated = (...entries: readonly string[]) =>
  `schema: answers/1\nresponses:\n${entries.map((one) => `  ${one}\n`).join("")}`;
const agreed = "board-lead: { moderated: { rating: met, on: 2026-11-12, by: Trustee } }";
const raised =
  "whistleblowing: { moderated: { rating: partly-met, reason: It is drafted., on: 2026-11-12, by: Trustee } }";

describe.each(runners)("$name", ({ run }) => {
  const moderate = (args: readonly string[], stdin = "") =>
    run(["moderate", "--today", "2026-11-21", ...args], { cwd: made.folder, stdin });
  const apply = (text: string, ...args: readonly string[]) => moderate(["--answers", "-", ...args], text);

  it("without a terminal says how to run it unattended", async () => {
    const { code, stdout, stderr } = await moderate([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(
      /there is no terminal to ask them in\n[\s\S]*moderate audit\.yaml --answers moderated\.yaml/u,
    );
  });

  it("says that there is nothing to moderate, which is no failure", async () => {
    writeFileSync(join(made.folder, "audit.yaml"), emptyAudit);
    expect(await moderate([])).toEqual({
      code: 0,
      stdout: "",
      stderr: "There is nothing to moderate: nothing is answered yet.\n",
    });
    expect((await moderate(["-q"])).stderr).toBe("");
  });

  it("knows a file that is not there, and does not start one", async () => {
    const { code, stderr } = await moderate(["other.yaml"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/other\.yaml: error file-missing/u) });
  });

  it.each([
    [["--seed", "2026"], "--seed is for a sample"],
    [["--list"], "--list prints a sample"],
    [["-f", "json"], "--format is for --list"],
    [["--sample", "2", "--list", "--answers", "-"], "--list prints a sample, and --answers records ratings"],
    [["--sample", "0"], "Give a whole number from 1."],
    [["--only", "bord-lead"], 'has no requirement "bord-lead"'],
    [["-"], "the audit is saved to its file, and standard input is none"],
  ])("refuses %j", async (args, message) => {
    const { code, stdout, stderr } = await moderate(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("lists the same sample every time, and asks nothing", async () => {
    const first = await moderate(["--sample", "2", "--list"]);
    expect(first).toEqual({
      code: 0,
      stderr: "",
      stdout: expect.stringMatching(
        /2026: 2 of 3 answers\.\nDrawn by: Riverside Youth Project 2026-01-01 2026-12-31\n/u,
      ),
    });
    expect(await moderate(["--sample", "2", "--list"])).toEqual(first);
    expect(file()).toBe(answered);
  });

  it("lists all where there are no more, by another seed, in every format", async () => {
    const { stdout } = await moderate(["--sample", "9", "--seed", "Challenge day", "--list", "-f", "json"]);
    const sample = JSON.parse(stdout);
    expect([sample.schema, sample.seed, sample.of, sample.requirements.length]).toEqual([
      "sample/1",
      "Challenge day",
      3,
      3,
    ]);
    expect((await moderate(["--sample", "9", "--list", "-f", "markdown"])).stdout).toMatch(/^# Answers to moderate\n/u);
    const clash = await moderate(["--sample", "9", "--list", "-f", "json=audit.yaml"]);
    expect(clash.code).toBe(2);
    expect(file()).toBe(answered);
  });

  it("draws the same sample when some of it is moderated", async () => {
    const before = JSON.parse((await moderate(["--sample", "2", "--list", "-f", "json"])).stdout);
    await apply(moderated(agreed, raised));
    const after = JSON.parse((await moderate(["--sample", "2", "--list", "-f", "json"])).stdout);
    const ids = (sample: typeof before) => sample.requirements.map(({ id }: { id: string }) => id);
    expect(ids(after)).toEqual(ids(before));
  });

  it("records moderated ratings from a file, and nothing else", async () => {
    expect(await apply(moderated(agreed, raised))).toEqual({
      code: 0,
      stdout: "",
      stderr: "2 moderated ratings recorded.\n",
    });
    const now = await responses();
    expect(now["board-lead"]).toEqual({
      rating: "met",
      note: "Since 2019.",
      assessed: { on: "2026-11-02", by: "Manager" },
      moderated: { rating: "met", on: "2026-11-12", by: "Trustee" },
    });
    expect(now["whistleblowing"]?.moderated?.reason).toBe("It is drafted.");
    expect(file()).toContain("# the chair");
  });

  it("keeps what is moderated already, unless told to redo it", async () => {
    await apply(moderated(agreed));
    const once = file();
    const other = moderated("board-lead: { moderated: { rating: not-met, reason: No., on: 2026-11-13, by: Trustee } }");
    expect((await apply(other)).stderr).toBe(
      "no moderated ratings recorded, 1 kept as they were (--redo replaces them).\n",
    );
    expect((await apply(moderated(agreed), "--redo")).stderr).toMatch(/^no moderated ratings recorded, 1 kept/u);
    expect(file()).toBe(once);
    await apply(other, "--redo");
    expect((await responses())["board-lead"]?.moderated?.rating).toBe("not-met");
  });

  it("records again what was answered since", async () => {
    await apply(moderated(agreed));
    writeFileSync(
      join(made.folder, "audit.yaml"),
      file().replace("on: 2026-11-02, by: Manager", "on: 2026-11-15, by: Manager"),
    );
    const later = moderated("board-lead: { moderated: { rating: met, on: 2026-11-16, by: Trustee } }");
    expect((await apply(later)).stderr).toBe("1 moderated rating recorded.\n");
  });

  it("leaves out what is outside the selection", async () => {
    expect((await apply(moderated(agreed, raised), "--only", "board-lead")).stderr).toBe(
      "1 moderated rating recorded.\n1 outside the selection, not recorded.\n",
    );
    expect((await apply(moderated(raised), "--standard", "leadership")).code).toBe(0);
    expect((await apply(moderated(raised), "--sample", "3", "--seed", "x")).code).toBe(0);
  });

  it("refuses all of a file with anything wrong, and says what and where", async () => {
    const wrong = `schema: answers/1
assessor: Manager
responses:
  board-lead: { moderated: { rating: partly-met, on: 2026-11-12, by: Trustee } }
  whistleblowing: { moderated: { rating: not-met, on: 2026-11-22, by: Trustee } }
  safe-recruitment: { rating: met, moderated: { rating: partly-met, on: 2026-11-01, by: Trustee } }
  mandatory-induction: { moderated: { rating: met, on: 2026-11-12, by: Trustee } }
  culture-of-listening: { moderated: { rating: met, on: 2026-11-12, by: Trustee } }
  escalation-policy: {}
`;
    const { code, stdout, stderr } = await apply(`${wrong}  supervision-and-support: {}\n`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    for (const line of [
      ":2:1: error unknown-key: assessor does not belong in a file of moderated ratings.",
      ":4:38: error missing-reason: board-lead: it is rated met and moderated partly met, and no reason is given.",
      "error day-to-come: whistleblowing was moderated on 2026-11-22, which has not come yet.",
      "error unknown-key: rating does not belong in a file of moderated ratings.",
      "error days-out-of-order: safe-recruitment was moderated on 2026-11-01, before it was answered on 2026-11-02.",
      "error nothing-to-moderate: mandatory-induction waits to be confirmed, so there is nothing to moderate.",
      "error nothing-to-moderate: culture-of-listening is not answered, so there is nothing to moderate.",
      "error missing-key: escalation-policy has no moderated rating.",
    ])
      expect(stderr).toContain(line);
    expect(file()).toBe(answered);
  });

  it("refuses a moderated rating of nobody", async () => {
    const { code, stderr } = await apply(moderated("board-lead: { moderated: { rating: met, on: 2026-11-12 } }"));
    expect(code).toBe(2);
    expect(stderr).toContain("error missing-key: board-lead does not say who moderated it.");
  });

  it("says that a sign-off is of earlier answers", async () => {
    await run(["sign-off", "--role", "Chair", "--today", "2026-11-21"], { cwd: made.folder });
    expect((await apply(moderated(agreed))).stderr).toBe(
      "1 moderated rating recorded.\nThe sign-off (Chair, 21 November 2026) is of earlier answers. Take the changes to the board, and record it anew: wt-audit sign-off audit.yaml --role ROLE\n",
    );
    expect((await apply(moderated(agreed))).stderr).not.toContain("sign-off");
  });
});

describe("in a terminal", () => {
  async function moderate(replies: readonly string[], ...args: readonly string[]) {
    const { prompter, log } = script(...replies);
    const world = memoryWorld({ "audit.yaml": answered }, { prompter });
    const code = await main(["moderate", ...args], world.host);
    return { world, code, log };
  }

  it("asks about what waits, and says how to go on", async () => {
    const { world, code, log } = await moderate(["Trustee", "y", "q"]);
    expect(code).toBe(0);
    expect(log).toContain("3 answers to look at.");
    expect(world.stderr()).toBe("Saved in audit.yaml: 1 of 3 moderated.\nTo go on, type the same command again.\n");
    expect((await responses(world.text("audit.yaml") ?? ""))["board-lead"]?.moderated).toEqual({
      rating: "met",
      on: "2026-11-21",
      by: "Trustee",
    });
  });

  it("asks about the sample alone", async () => {
    const { code, log } = await moderate(["Trustee", "y"], "--sample", "1", "--redo");
    expect(code).toBe(0);
    expect(log).toContain("1 of 1 answer is moderated, and everything is saved.");
    const { world } = await moderate(["Trustee", "q"], "--redo");
    expect(world.stderr()).toMatch(/0 of 3 moderated\.\n--redo begins at the first answer again;/u);
  });

  it("ends with 130 at Ctrl-C, with what was moderated saved", async () => {
    const { world, code } = await moderate(["Trustee", "y"]);
    expect(code).toBe(130);
    expect(world.stderr()).toContain("Saved in audit.yaml: 1 of 3 moderated.");
  });

  it("stops when somebody else changes the answer meanwhile, and says where ours is", async () => {
    const { prompter } = script("Trustee", "y");
    const world = memoryWorld({ "audit.yaml": answered }, { prompter });
    const theirs = answered.replace("Since 2019.", "Since 2020.");
    const { choose } = prompter;
    const racing = Object.assign(prompter, {
      choose: (menu: Parameters<typeof choose>[0]) => {
        world.write("audit.yaml", theirs);
        return choose(menu);
      },
    });
    expect(racing).toBe(prompter);
    expect(await main(["moderate"], world.host)).toBe(2);
    expect(world.text("audit.yaml")).toBe(theirs);
    expect(world.stderr()).toContain("audit.yaml.rescued");
  });
});
