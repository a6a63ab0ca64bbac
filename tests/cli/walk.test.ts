import { describe, expect, it } from "vitest";
import { main } from "../../src/cli.js";
import { parseAudit } from "../../src/files/audit-file.js";
import { scriptedPrompter, type Question } from "../walk/scripted-prompter.js";
import { emptyAudit } from "./fixture.js";
import { home, memoryWorld, type WorldOptions } from "./memory-world.js";

/** Says met to the one requirement that is asked, by what can be cited without a document; `before` is done first. */
function person(before: () => void, rating = "m") {
  let isRated = false;
  return scriptedPrompter((question) => {
    if (question.kind === "several") return question.choices[0]?.title ?? "";
    if (question.kind !== "choose") return question.kind === "text" && question.initial === "" ? "Head of service" : "";
    if (!keysOf(question).includes("?")) return replyTo(question);
    if (!isRated) before();
    isRated = true;
    return rating;
  });
}

const keysOf = (question: Question & { readonly kind: "choose" }) => question.choices.map(({ key }) => key);

/** No to whatever is offered beside the answer. */
function replyTo(question: Question & { readonly kind: "choose" }): string {
  const keys = keysOf(question);
  return ["n", "d", "k"].find((key) => keys.includes(key)) ?? question.choices[0]?.title ?? "";
}

async function walk(before: (world: ReturnType<typeof memoryWorld>) => void, options: WorldOptions = {}) {
  const { prompter } = person(() => before(world));
  const world: ReturnType<typeof memoryWorld> = memoryWorld({ "audit.yaml": emptyAudit }, { ...options, prompter });
  const code = await main(["audit", "--only", "board-lead"], world.host);
  return { world, code };
}

const saved = async (text: string | null) => (await parseAudit(text ?? "", "audit.yaml")).audit;
const theirs = emptyAudit.replace("responses: {}", "responses:\n  whistleblowing: { rating: not-met, note: Theirs. }");

describe("the walk", () => {
  it("saves what is answered, and ends in the report", async () => {
    const { world, code } = await walk(() => undefined);
    expect(code).toBe(0);
    expect((await saved(world.text("audit.yaml"))).responses["board-lead"]?.rating).toBe("met");
    expect(world.stdout()).toMatch(/Riverside Youth Project/u);
  });

  it("goes on when somebody else saves another answer meanwhile, and loses neither", async () => {
    const { world, code } = await walk((at) => at.write("audit.yaml", theirs));
    expect(code).toBe(0);
    const { responses } = await saved(world.text("audit.yaml"));
    expect([responses["whistleblowing"]?.note, responses["board-lead"]?.rating]).toEqual(["Theirs.", "met"]);
    expect(world.names()).toEqual([`${home}/audit.yaml`]);
  });

  it("stops when somebody else gives the same answer meanwhile, and says where ours is", async () => {
    const clash = theirs.replace("whistleblowing", "board-lead");
    const { world, code } = await walk((at) => at.write("audit.yaml", clash));
    expect(code).toBe(2);
    expect(world.text("audit.yaml")).toBe(clash);
    expect(world.stderr()).toBe(
      "audit.yaml: error file-changed: The file was changed by someone else while you worked on it.\n" +
        "wt-audit: audit.yaml was not written\n" +
        "Everything you answered, the last answer included, is in audit.yaml.rescued\n",
    );
    expect((await saved(world.text("audit.yaml.rescued"))).responses["board-lead"]?.rating).toBe("met");
  });

  it("stops when the file is removed meanwhile, and says where all of it is", async () => {
    const { world, code } = await walk((at) => at.remove("audit.yaml"));
    expect(code).toBe(2);
    expect(world.stderr()).toMatch(/was removed while you worked on it[\s\S]* is in audit\.yaml\.rescued\n$/u);
    expect(world.names()).toEqual([`${home}/audit.yaml.rescued`]);
  });

  it("stops when the disk is full, and prints the whole audit as it is", async () => {
    const { world, code } = await walk(() => undefined, { refuse: () => "ENOSPC" });
    expect(code).toBe(2);
    const [, printed = ""] = world.stderr().split("it is your whole audit:\n");
    expect((await saved(printed)).organisation.name).toBe("Riverside Youth Project");
    expect(printed).toMatch(/^assessors:\n {2}- role: Head of service$/mu);
  });
});
