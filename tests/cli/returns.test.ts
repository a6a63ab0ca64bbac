import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseAudit } from "../../src/files/audit-file.js";
import type { Report } from "../../src/model/report.js";
import { main } from "../../src/cli.js";
import { type Question, scriptedPrompter } from "../walk/scripted-prompter.js";
import { emptyAudit, withFolder } from "./fixture.js";
import { memoryWorld } from "./memory-world.js";
import { runners } from "./run.js";

const overlays = new URL("../../checklists/examples/overlays/", import.meta.url);
const overlay = (name: string) => readFileSync(new URL(name, overlays), "utf8");

/** An audit for a partnership and for a trust that extends its form, with an answer of every kind. */
const audit = emptyAudit
  .replace("working-together-2023", "working-together-2026\noverlays: [bright-harbour-2026.yaml]")
  .replace(
    "responses: {}",
    `responses:
  board-lead: { rating: met }
  line-of-accountability: { rating: partly-met, scores: { zero-to-three: 2 } }
  designated-practitioner: { rating: partly-met }
  escalation-policy: { rating: not-met }
  anytown-neglect-toolkit: { rating: partly-met, scores: { percentage: 70 } }
`,
  );

let made: ReturnType<typeof withFolder>;
beforeEach(() => {
  made = withFolder({
    "audit.yaml": audit,
    "anytown-2026.yaml": overlay("anytown-2026.yaml"),
    "bright-harbour-2026.yaml": overlay("bright-harbour-2026.yaml"),
    "alone.yaml": emptyAudit,
  });
});
afterEach(() => made.remove());

describe.each(runners)("$name", ({ run }) => {
  const report = (...args: readonly string[]) =>
    run(["report", "--today", "2026-11-21", ...args], { cwd: made.folder });
  const reportJson = async (...args: readonly string[]): Promise<Report> =>
    JSON.parse((await report("-f", "json", ...args)).stdout);

  /** "1.2 line-of-accountability 2": number, requirement and score. */
  const linesOf = ({ standards }: Report) =>
    standards
      .flatMap(({ requirements }) => requirements)
      .filter(({ score }) => score !== null)
      .map(({ id, localReference, score }) => `${localReference ?? "-"} ${id} ${score?.value} ${score?.exact}`);

  it("writes the return in the form, order and scale of the overlay", async () => {
    const anytown = await reportJson("--for", "anytown-2026");
    expect(anytown.checklist.overlays.map(({ id }) => id)).toEqual(["anytown-2026"]);
    expect(anytown.standards[0]?.title).toBe("1. Leading");
    expect(linesOf(anytown)).toEqual([
      "1.1 board-lead 3 true",
      "1.2 line-of-accountability 2 true",
      "1.3 designated-practitioner 1 false",
      "3.2 escalation-policy 0 true",
      "3.4 anytown-neglect-toolkit 1 false",
    ]);
    expect(anytown.form).toMatchObject({ id: "anytown-2026", total: { mean: 1.4, of: 5, weight: 5 }, inexact: 2 });
  });

  it("writes another return from the same answers", async () => {
    const trust = await reportJson("--for", "bright-harbour-2026");
    expect(trust.checklist.overlays.map(({ id }) => id)).toEqual(["anytown-2026", "bright-harbour-2026"]);
    expect(linesOf(trust)).toEqual([
      "A1 board-lead 100 true",
      "A2 line-of-accountability 5 false",
      "A3 designated-practitioner 5 false",
      "B4 anytown-neglect-toolkit 70 true",
      "- escalation-policy 0 true",
    ]);
    expect(trust.form?.total).toEqual({ mean: (300 + 10 + 15 + 70) / 10, of: 5, weight: 10 });
  });

  it("shows local and national force", async () => {
    const { standards } = await reportJson("--for", "anytown-2026");
    const escalation = standards
      .flatMap(({ requirements }) => requirements)
      .find(({ id }) => id === "escalation-policy");
    expect([escalation?.force, escalation?.localForce]).toEqual(["should", "must"]);
    const { stdout } = await report("--for", "anytown-2026", "-f", "markdown");
    expect(stdout).toContain("## Return for Anytown Safeguarding Children Partnership, annual return 2026");
    expect(stdout).toMatch(/\*\*Force:\*\* Should \\?\(statutory guidance\\?\); local rule: must/u);
  });

  it("knows an overlay that is mistyped, and names those that there are", async () => {
    expect(await report("--for", "anytwn-2026")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'wt-audit: the audit has no overlay "anytwn-2026"\nDid you mean anytown-2026? Its overlays: anytown-2026, bright-harbour-2026.\n',
    });
    expect((await report("--for", "tea")).stderr).toBe(
      'wt-audit: the audit has no overlay "tea"\nIts overlays: anytown-2026, bright-harbour-2026.\n',
    );
  });

  it("refuses a form for an audit without overlays", async () => {
    expect(await report("alone.yaml", "--for", "anytown-2026")).toEqual({
      code: 2,
      stdout: "",
      stderr: 'wt-audit: the audit has no overlay "anytown-2026"\nIt names no overlays at all.\n',
    });
  });

  it("an audit without overlays is a return for nobody", async () => {
    expect((await reportJson("alone.yaml")).form).toBeNull();
  });

  it("a score that disagrees with its rating is refused by everything that reads the audit", async () => {
    const wrong = audit.replace(
      "board-lead: { rating: met }",
      "board-lead: { rating: met, scores: { zero-to-three: 2 } }",
    );
    const { code, stderr } = await run(["check", "-"], { cwd: made.folder, stdin: wrong });
    expect(code).toBe(2);
    expect(stderr).toContain("2 on the scale zero-to-three comes to partly met, and board-lead is rated met.");
  });
});

describe.each(runners)("answers with scores, $name", ({ run }) => {
  const apply = (answer: string, ...args: readonly string[]) =>
    run(["audit", "alone.yaml", "--answers", "-", "--today", "2026-11-21", ...args], {
      cwd: made.folder,
      stdin: `schema: answers/1\nresponses:\n  board-lead: ${answer}\n`,
    });
  const saved = async () => {
    const { audit: now } = await parseAudit(readFileSync(join(made.folder, "alone.yaml"), "utf8"), "alone.yaml");
    return now.responses["board-lead"];
  };

  it("a score gives the rating that it comes to", async () => {
    expect((await apply("{ scores: { zero-to-three: 2 } }")).code).toBe(0);
    expect(await saved()).toMatchObject({ rating: "partly-met", scores: { "zero-to-three": 2 } });
  });

  it("a score that comes to not applicable still needs its reason", async () => {
    const { code, stderr } = await apply("{ scores: { one-to-three: 0 } }");
    expect(code).toBe(2);
    expect(stderr).toContain("board-lead is not applicable, and no reason is given.");
  });

  it("two scores that disagree are refused, and nothing is saved", async () => {
    const { code, stderr } = await apply("{ scores: { zero-to-three: 3, one-to-three: 2 } }");
    expect(code).toBe(2);
    expect(stderr).toContain("The scores of board-lead do not agree: they come to met and partly met.");
    expect(readFileSync(join(made.folder, "alone.yaml"), "utf8")).toBe(emptyAudit);
  });

  it("the same rating anew keeps the scores on other scales, another rating drops them", async () => {
    await apply("{ scores: { zero-to-three: 2 } }");
    await apply("{ rating: partly-met, scores: { one-to-three: 2 } }", "--redo");
    expect((await saved())?.scores).toEqual({ "zero-to-three": 2, "one-to-three": 2 });
    await apply("{ rating: met }", "--redo");
    expect(await saved()).not.toHaveProperty("scores");
  });

  it("an answer with neither rating nor scores is refused as before", async () => {
    const { code, stderr } = await apply("{ note: Soon }");
    expect(code).toBe(2);
    expect(stderr).toContain("The answer to board-lead has no rating.");
  });
});

describe("the walk of an audit for two forms", () => {
  const replies: Readonly<Record<string, string>> = {
    "How would you rate this?": "p",
    "On the form's scale (0 to 3), which is it?": "2",
    "On the form's scale (Per cent, in steps of five), which is it? Type 5, 10, 15 ... 95. Leave it empty if that is not decided.":
      "70",
  };

  /** The reply to a question about scores, else the first way to say no. */
  function replyTo(question: Question): string {
    const known = replies[question.message];
    if (known !== undefined) return known;
    if (question.kind === "several") return question.choices[0]?.title ?? "";
    if (question.kind !== "choose") return question.kind === "text" && question.initial === "" ? "Head of service" : "";
    const keys = question.choices.map(({ key }) => key);
    return ["n", "d"].find((key) => keys.includes(key)) ?? question.choices[0]?.title ?? "";
  }

  it("asks for the score on each, and saves both", async () => {
    const { prompter, asked } = scriptedPrompter(replyTo);
    const world = memoryWorld(
      {
        "audit.yaml": audit.replace(
          "  line-of-accountability: { rating: partly-met, scores: { zero-to-three: 2 } }\n",
          "",
        ),
        "anytown-2026.yaml": overlay("anytown-2026.yaml"),
        "bright-harbour-2026.yaml": overlay("bright-harbour-2026.yaml"),
      },
      { prompter },
    );
    const code = await main(["audit", "--only", "line-of-accountability"], world.host);
    expect([code, world.stderr()]).toEqual([0, ""]);
    expect(asked.filter((message) => message.startsWith("On the form's"))).toEqual(Object.keys(replies).slice(1));
    const saved = await parseAudit(world.text("audit.yaml") ?? "", "audit.yaml");
    expect(saved.audit.responses["line-of-accountability"]).toMatchObject({
      rating: "partly-met",
      scores: { "zero-to-three": 2, percentage: 70 },
    });
  });
});
