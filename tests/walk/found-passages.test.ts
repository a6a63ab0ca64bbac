import { describe, expect, it } from "vitest";
import { Interrupted } from "../../src/errors.js";
import type { EvidenceDesk, FoundPassage } from "../../src/model/evidence.js";
import { conduct } from "../../src/walk/conduct.js";
import { desk, deskWith, passage, readyAudit, walkOver } from "./fixture.js";
import { type Question, script, scriptedPrompter } from "./scripted-prompter.js";

const stated = passage();
const hinted = passage({
  path: "policies/draft.md",
  place: "policies/draft.md:3",
  excerpt: "A lead.",
  result: "hints",
});

/** Conducts with what was found for the first requirement, until the replies are used up. */
async function found(passages: readonly FoundPassage[], ...replies: readonly string[]) {
  return over(deskWith(...passages).evidence, ...replies);
}

async function over(evidence: EvidenceDesk, ...replies: readonly string[]) {
  const { walk, disk } = walkOver(readyAudit, { evidence });
  let at = 0;
  const questions: Question[] = [];
  const { prompter, log } = scriptedPrompter((question) => {
    questions.push(question);
    return replies[at++] ?? "^C";
  });
  await expect(conduct(walk, prompter)).rejects.toBeInstanceOf(Interrupted);
  return { log, lead: disk.audit.responses["lead"], questions };
}

function offeredBy(question: Question | undefined): readonly string[] {
  if (question?.kind !== "choose") throw new Error("no menu");
  return question.choices.filter(({ key }) => key === undefined).map(({ title }) => title);
}

describe("under a question", () => {
  const quoted = 'policies/child-policy.md:12, Who to tell: "Tell the lead on the same day."';

  it("stands what documents state, with place and words", async () => {
    const { log } = await found([stated]);
    const question = log.indexOf("Is there someone in the lead?");
    expect(log.slice(question + 2)).toEqual(["Found in your documents:", quoted, "How would you rate this? ^C"]);
  });

  it("stand two passages at most, and none that only may state it", async () => {
    const second = passage({ path: "b.md", place: "b.md:1", excerpt: "Two." });
    const third = passage({ path: "c.md", place: "c.md:1", excerpt: "Three." });
    expect((await found([stated, second, third])).log).toContain('b.md:1: "Two."');
    expect((await found([stated, second, third])).log).not.toContain('c.md:1: "Three."');
    expect((await found([stated, hinted])).log).not.toContain('policies/draft.md:3: "A lead."');
  });

  it("is said that it is not sure where it is not", async () => {
    const { log } = await found([hinted]);
    expect(log).toContain("May be stated in:");
    expect(log).toContain('policies/draft.md:3: "A lead."');
    expect(log).not.toContain("Found in your documents:");
  });

  it("stands nothing where nothing was found", async () => {
    const { log } = await found([]);
    expect(log.at(-2)).toMatch(/^someone in the lead\. From statutory guidance/u);
  });

  it("stands only what belongs to it", async () => {
    const { log } = await found([stated], "s", "s");
    expect(log.filter((line) => line === "Found in your documents:")).toHaveLength(1);
  });

  it("stands it again when one comes back", async () => {
    const { log } = await found([stated], "s", "b");
    expect(log.filter((line) => line === quoted)).toHaveLength(2);
  });
});

describe("as evidence", () => {
  it.each(["m", "p"])("what was found is offered first, and Enter alone does not take it (%s)", async (rating) => {
    const { questions } = await found([stated, hinted], rating);
    const menu = questions[1];
    expect(offeredBy(menu)).toEqual(["policies/child-policy.md#who-to-tell", "policies/draft.md"]);
    expect(menu).toMatchObject({
      message: "What evidence do you have?",
      initial: "file",
      choices: [
        { help: 'It says: "Tell the lead on the same day."' },
        { help: 'It may be stated here: "A lead."' },
        { key: "f" },
        { key: "p" },
        { key: "n" },
        { key: "b" },
        { key: "q" },
      ],
    });
  });

  it("what is picked is recorded with digest, name and dates, like a file that is typed", async () => {
    const replies = ["m", stated.path, "Our policy", "1/3/2026", "", "d", ""];
    const { lead } = await found([stated], ...replies);
    expect(lead?.evidence).toEqual([
      {
        title: "Our policy",
        path: "policies/child-policy.md#who-to-tell",
        reviewed: "2026-03-01",
        "review-due": "2027-03-01",
        sha256: "c".repeat(64),
      },
    ]);
    expect(lead?.["to-confirm"]).toBeUndefined();
  });

  it("it is on disk as soon as it is picked", async () => {
    const { lead } = await found([stated], "m", stated.path);
    expect(lead).toMatchObject({
      evidence: [{ title: "Child policy", path: stated.path, sha256: "c".repeat(64) }],
      "to-confirm": "The answer was begun and not finished.",
    });
  });

  it("it is not kept when one goes back from it", async () => {
    const { lead, questions } = await found([stated], "m", stated.path, "<");
    expect(questions.at(-1)?.message).toBe("What evidence do you have?");
    expect(lead?.rating).toBe("met");
    expect(lead?.evidence).toBeUndefined();
  });

  it("a typed file is not kept either when one goes back from it", async () => {
    const { lead } = await found([], "m", "f", "policies/draft.md", "<", "<");
    expect(lead?.rating).toBe("met");
    expect(lead?.evidence).toBeUndefined();
  });

  it("what is to be known of it is said", async () => {
    const { log } = await found([hinted], "m", hinted.path);
    expect(log).toContain("The document still says TODO.");
  });

  it("what has gone meanwhile is refused, and the menu comes again", async () => {
    const gone = passage({ path: "policies/gone.md" });
    const { log, lead, questions } = await found([gone], "m", gone.path);
    expect(log).toContain("There is no such file.");
    expect(questions.at(-1)?.message).toBe("What evidence do you have?");
    expect(lead?.evidence).toBeUndefined();
  });

  it.each([
    ["the same place", [stated.path, "", "", ""], stated.path],
    ["the whole of the file", ["f", "policies/child-policy.md", "", "", ""], "policies/child-policy.md"],
  ])("what is cited already is not offered again: %s", async (_what, replies) => {
    const { questions } = await found([stated, hinted], "m", ...replies);
    expect(questions.at(-1)?.message).toBe("Is there more evidence?");
    expect(offeredBy(questions.at(-1))).toEqual(["policies/draft.md"]);
  });

  it("another place in a file that is cited at one is offered", async () => {
    const other = passage({ path: "policies/child-policy.md#training" });
    const { questions } = await found([stated, other], "m", stated.path, "", "", "");
    expect(offeredBy(questions.at(-1))).toEqual(["policies/child-policy.md#training"]);
  });

  it("nothing is offered where nothing was found, or for another rating", async () => {
    expect(offeredBy((await found([], "m")).questions[1])).toEqual([]);
    expect((await found([stated], "n")).questions[1]?.kind).toBe("text");
  });
});

it("an audit with nothing left to ask looks for nothing", async () => {
  let looked = 0;
  const passages = async () => {
    looked += 1;
    return [];
  };
  const responses = Object.fromEntries(
    ["lead", "policy", "checks", "reporting"].map((id) => [id, { rating: "met" as const }]),
  );
  const { walk } = walkOver({ ...readyAudit, responses }, { evidence: { ...desk, passages } });
  await conduct(walk, script().prompter);
  expect(looked).toBe(0);
});
