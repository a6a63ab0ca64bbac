import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { main } from "../../src/cli.js";
import { asking, overlayText } from "../files/overlay-files.js";
import { scriptedPrompter } from "../walk/scripted-prompter.js";
import { emptyAudit, withFolder } from "./fixture.js";
import { memoryWorld } from "./memory-world.js";
import { runners } from "./run.js";

const made: ReturnType<typeof withFolder>[] = [];
afterEach(() => made.splice(0).forEach(({ remove }) => remove()));
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = withFolder(files);
  made.push(folder);
  return folder.folder;
}

const withOverlays = (...names: readonly string[]) =>
  emptyAudit.replace("organisation:", `overlays: [${names.join(", ")}]\norganisation:`);
const anytown = overlayText(
  "anytown",
  `${asking("neglect-toolkit")}strengthens: { whistleblowing: { force: must } }
facts: [{ id: works-at-night, title: works at night, question: At night?, kind: yes-no }]
form: { sections: [{ id: s-1, title: 1. First, requirements: [{ id: neglect-toolkit, reference: "1.5" }] }] }
notice: Return it by January.
`,
);
const beetown = overlayText("beetown", asking("neglect-toolkit", "beetown"));

describe.each(runners)("an audit with overlays, $name", ({ run }) => {
  it("is asked what they ask, once, and judged by the stronger force", async () => {
    const answered = withOverlays("anytown.yaml", "forms/beetown.yaml").replace(
      "responses: {}",
      "responses: { neglect-toolkit: { rating: not-met }, whistleblowing: { rating: partly-met } }",
    );
    const cwd = folderOf({ "audit.yaml": answered, "anytown.yaml": anytown, "forms/beetown.yaml": beetown });
    const { code, stdout, stderr } = await run(["report", "-f", "json"], { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    const report = JSON.parse(stdout);
    expect(report.checklist.overlays.map(({ id }: { readonly id: string }) => id)).toEqual(["anytown", "beetown"]);
    const told = report.gaps.filter(({ requirement }: { readonly requirement: string }) =>
      ["neglect-toolkit", "whistleblowing"].includes(requirement),
    );
    expect(
      told.map((gap: Readonly<Record<string, unknown>>) =>
        ["requirement", "kind", "severity", "force", "localForce"].map((key) => gap[key]).join(" "),
      ),
    ).toEqual([
      "whistleblowing partly-met error should must",
      "whistleblowing action-missing warning should must",
      "neglect-toolkit not-met warning local ",
      "neglect-toolkit action-missing warning local ",
    ]);
  });

  it("takes answers to local requirements and facts from a file", async () => {
    const answers = `schema: answers/1
assessor: Chair
organisation: { facts: { works-at-night: true } }
responses: { neglect-toolkit: { rating: not-met } }
`;
    const cwd = folderOf({
      "audit.yaml": withOverlays("anytown.yaml"),
      "anytown.yaml": anytown,
      "answers.yaml": answers,
    });
    const { code } = await run(["audit", "--answers", "answers.yaml"], { cwd });
    expect(code).toBe(0);
    const saved = readFileSync(join(cwd, "audit.yaml"), "utf8");
    expect(saved).toMatch(/works-at-night: true/u);
    expect(saved).toMatch(/neglect-toolkit:\n {4}rating: not-met\n[\s\S]*question: "?ed916194/u);
    expect(saved).toMatch(/^overlays: \[anytown\.yaml\]$/mu);
  });

  it("knows no local requirement without its overlay, and none that no overlay asks", async () => {
    const responses = "responses: { neglect-toolkit: { rating: met }, neglect-tolkit: { rating: met } }";
    const answered = (text: string) => text.replace("responses: {}", responses);
    const files = {
      "with.yaml": answered(withOverlays("anytown.yaml")),
      "without.yaml": answered(emptyAudit),
      "anytown.yaml": anytown,
    };
    const cwd = folderOf(files);
    const without = await run(["check", "without.yaml"], { cwd });
    expect([without.code, without.stderr.match(/unknown-requirement/gu)?.length]).toEqual([2, 2]);
    const found = await run(["check", "with.yaml"], { cwd });
    expect(found.code).toBe(2);
    expect(found.stderr).toBe(
      `with.yaml:8:48: error unknown-requirement: working-together-2023 has no requirement "neglect-tolkit".
    Did you mean neglect-toolkit?
wt-audit: with.yaml cannot be used as it is
`,
    );
  });

  it("is refused with both files and lines when one would weaken the edition", async () => {
    const weak = overlayText("anytown", "strengthens:\n  barring-referral: { force: should }\n");
    const cwd = folderOf({ "sub/audit.yaml": withOverlays("anytown.yaml"), "sub/anytown.yaml": weak });
    const { code, stdout, stderr } = await run(["check", "sub/audit.yaml"], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      /^sub\/anytown\.yaml:7:30: error overlay-weakens: This would lower "barring-referral" from must to should\. See checklists\/editions\/working-together-2023\.yaml:\d+\.\n/u,
    );
  });

  it("is not written over by an output", async () => {
    const cwd = folderOf({ "audit.yaml": withOverlays("anytown.yaml"), "anytown.yaml": anytown });
    expect((await run(["report", "-f", "json=anytown.yaml"], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, "anytown.yaml"), "utf8")).toBe(anytown);
  });

  it("may have a local requirement waived in the config", async () => {
    const config = `schema: config/1
audit: audit.yaml
waivers: [{ requirement: neglect-toolkit, gap: unanswered, reason: Agreed., approved-by: Chair, expires: 2027-01-31 }]
`;
    const cwd = folderOf({
      "audit.yaml": withOverlays("anytown.yaml"),
      "anytown.yaml": anytown,
      ".wt-audit.yaml": config,
    });
    const { code, stderr } = await run(["check", "--today", "2026-11-21"], { cwd });
    expect([code, stderr]).toEqual([1, expect.not.stringMatching(/unknown-requirement/u)]);
  });
});

describe.each(runners)("init with overlays, $name", ({ run }) => {
  it("names them from the audit's folder, for the edition that they are for", async () => {
    const cwd = folderOf({
      "safe/forms/trust.yaml": overlayText("trust", "", "anytown"),
      "safe/forms/anytown.yaml": anytown,
    });
    const { code, stderr } = await run(
      [
        "init",
        "safe",
        "--name",
        "Riverside",
        "--overlay",
        "safe/forms/trust.yaml",
        "--overlay",
        "./safe/forms/anytown.yaml",
      ],
      { cwd },
    );
    expect([code, stderr]).toEqual([
      0,
      "Wrote safe/audit.yaml for working-together-2023, with forms/trust.yaml, forms/anytown.yaml.\nNext: wt-audit audit safe/audit.yaml\n",
    ]);
    expect((await run(["check", "safe/audit.yaml"], { cwd })).code).toBe(1);
  });

  it.each([
    ["one that lies outside", ["--overlay", "anytown.yaml"], /does not lie in the folder of the audit/u],
    ["the folder itself", ["--overlay", "safe"], /does not lie in the folder of the audit/u],
    ["one that is not there", ["--overlay", "safe/gone.yaml"], /^safe\/gone\.yaml: error overlay-missing/u],
    ["one that is unsound", ["--overlay", "safe/weak.yaml"], /^safe\/weak\.yaml:6:10: error overlay-weakens/u],
    [
      "one for another edition",
      ["--overlay", "safe/good.yaml", "--checklist", "working-together-2018"],
      /overlay-edition/u,
    ],
  ])("refuses %s, and writes nothing", async (_what, args, stderr) => {
    const cwd = folderOf({
      "anytown.yaml": anytown,
      "safe/good.yaml": overlayText("good"),
      "safe/weak.yaml": overlayText("weak", "remove: [board-lead]\n"),
    });
    const found = await run(["init", "safe", "--name", "Riverside", ...args], { cwd });
    expect([found.code, found.stderr]).toEqual([2, expect.stringMatching(stderr)]);
    expect(() => readFileSync(join(cwd, "safe/audit.yaml"))).toThrow("ENOENT");
  });
});

describe.each(runners)("checklist show of an overlay, $name", ({ run }) => {
  it("shows the edition with it, in its form", async () => {
    const cwd = folderOf({ "forms/trust.yaml": overlayText("trust", "", "anytown"), "forms/anytown.yaml": anytown });
    const { code, stdout } = await run(["checklist", "show", "forms/trust.yaml", "-f", "json"], { cwd });
    expect(code).toBe(0);
    const { form, standards, notice } = JSON.parse(stdout);
    expect([form.id, form.references, standards[0].title, notice]).toEqual([
      "trust",
      { "neglect-toolkit": "1.5" },
      "1. First",
      "anytown return: Return it by January.",
    ]);
  });

  it("says what is wrong with it instead", async () => {
    const cwd = folderOf({ "weak.yaml": overlayText("weak", "remove: [board-lead]\n") });
    const { code, stdout, stderr } = await run(["checklist", "show", "weak.yaml"], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      /^weak\.yaml:6:10: error overlay-weakens[\s\S]*\nwt-audit: weak\.yaml cannot be used as it is\n$/u,
    );
    expect((await run(["checklist", "show", "gone.yaml"], { cwd })).stderr).toMatch(
      /^gone\.yaml: error overlay-missing/u,
    );
  });
});

describe("the walk of an audit with overlays", () => {
  it("asks what they ask, with the facts that they need, and saves it", async () => {
    const asks = asking("neglect-toolkit").replace(
      "force: local\n",
      "force: local\n        applies-when: { works-at-night: true }\n",
    );
    const files = {
      "audit.yaml": withOverlays("anytown.yaml"),
      "anytown.yaml": anytown.replace(asking("neglect-toolkit"), asks),
    };
    const asked: string[] = [];
    const { prompter } = scriptedPrompter((question) => {
      asked.push(question.message);
      if (question.kind === "several") return question.choices[0]?.title ?? "";
      if (question.kind !== "choose")
        return question.kind === "text" && question.initial === "" ? "Head of service" : "";
      const keys = new Set(question.choices.map(({ key }) => key));
      return ["y", "n", "d", "k"].find((key) => keys.has(key)) ?? question.choices[0]?.title ?? "";
    });
    const world = memoryWorld(files, { prompter });
    expect(await main(["audit", "--only", "neglect-toolkit"], world.host)).toBe(0);
    expect(asked).toContain("At night?");
    expect(world.text("audit.yaml")).toMatch(/works-at-night: true[\s\S]*neglect-toolkit:\n {4}rating: not-met/u);
  });
});
