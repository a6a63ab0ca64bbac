import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { Interrupted } from "../../src/errors.js";
import type { Response } from "../../src/model/audit.js";
import { requirementsOf } from "../../src/model/checklist.js";
import type { FoundPassage } from "../../src/model/evidence.js";
import { askEvidence } from "../../src/walk/ask-evidence.js";
import { conduct } from "../../src/walk/conduct.js";
import { createPlainPrompter } from "../../src/walk/plain-prompter.js";
import { checklist, deskWith, passage, readyAudit, today, walkOver } from "./fixture.js";
import { key, openTerminal } from "./terminal.js";

const stated = passage();
const hinted = passage({
  path: "policies/draft.md",
  place: "policies/draft.md:3",
  excerpt: "A lead.",
  result: "hints",
});
const hostile = passage({
  path: "policies/draft.md",
  place: "policies/\u001B[2Jdraft.md:1, \u001B]0;owned\u0007 \u202Edaeh",
  excerpt: "\u001B[31mRed\u001B[0m\n::error::gone\u0085 \u200B##[group]\r over",
});

/** A terminal of 40 columns in which the first requirement is asked. */
async function questionIn40(found: readonly FoundPassage[]) {
  const { walk } = walkOver(readyAudit, deskWith(...found));
  const { prompter, press, screen, written } = openTerminal(40, 60);
  const end = expect(conduct(walk, prompter)).rejects.toBeInstanceOf(Interrupted);
  const seen = await screen();
  await press(key.ctrlC);
  await end;
  return { seen, written: written.join("") };
}

/** A terminal of 40 columns in which the evidence of the first requirement is asked, and a key pressed. */
async function evidenceIn40(found: readonly FoundPassage[], pressed: string) {
  const kept: Response[] = [];
  const [requirement] = requirementsOf(checklist);
  if (requirement === undefined) throw new Error("no requirement");
  const task = {
    requirement,
    today,
    desk: deskWith(...found).evidence,
    keep: async (response: Response) => void kept.push(response),
  };
  const { prompter, press, screen, written } = openTerminal(40, 60);
  const end = expect(askEvidence({ rating: "met" }, task, prompter)).rejects.toBeInstanceOf(Interrupted);
  const seen = await screen();
  await press(pressed);
  const after = await screen();
  await press(key.ctrlC);
  await end;
  return { seen, after, written: written.join(""), kept };
}

/** Walks line by line in a terminal of 40 columns, until the lines are used up. */
async function inPlain(found: readonly FoundPassage[], ...lines: readonly string[]) {
  const { walk, disk } = walkOver(readyAudit, deskWith(...found));
  const [input, output] = [new PassThrough(), Object.assign(new PassThrough(), { columns: 40 })];
  const prompter = createPlainPrompter({ input, output });
  input.end(lines.map((line) => `${line}\n`).join(""));
  await expect(conduct(walk, prompter)).rejects.toBeInstanceOf(Interrupted);
  prompter.close();
  return { text: String(output.read()), lead: disk.audit.responses["lead"] };
}

describe("what was found, in a terminal,", () => {
  it("stands under the question, in 40 columns", async () => {
    const { seen } = await questionIn40([stated]);
    expect(seen.slice(seen.indexOf("Leadership (1"), seen.indexOf("How would"))).toMatchInlineSnapshot(`
      "Leadership (1 of 4)
      Is there someone in the lead?
      someone in the lead. From statutory
      guidance: Club guide 2018, chapter 2,
      paragraph 3 (not verified).

      Found in your documents:
        - policies/child-policy.md:12, Who to
          tell: "Tell the lead on the same
          day."

      "
    `);
  });

  it("is numbered before the ways to cite that are always there, and not marked", async () => {
    const { seen } = await evidenceIn40([stated, hinted], "");
    expect(seen.slice(seen.indexOf("What evidence"))).toMatchInlineSnapshot(`
      "What evidence do you have?
        1  policies/child-policy.md#who-to-te
           ll
        2  policies/draft.md
      > f  A file: a policy, a record
        p  Something that is not a file here
        n  No evidence yet
        b  Back
        q  Stop here

      A file in the folder of your audit, or
      in a folder inside it.
      Press a letter, or use the arrow keys
      and Enter."
    `);
  });

  it("is explained where it is marked", async () => {
    const { after } = await evidenceIn40([stated], key.up);
    expect(after).toContain("> 1  policies/child-policy.md#who-to-te\n     ll");
    expect(after).toContain('It says: "Tell the lead on the same\nday."');
  });

  it("is picked with one key", async () => {
    const { kept } = await evidenceIn40([stated, hinted], "2");
    expect(kept).toMatchObject([{ evidence: [{ path: "policies/draft.md", sha256: "b".repeat(64) }] }]);
  });

  it("is not picked with Enter alone", async () => {
    const { kept, after } = await evidenceIn40([stated, hinted], key.enter);
    expect(after).toContain("Which file?");
    expect(kept).toEqual([]);
  });

  it("does nothing to the terminal, whatever it holds", async () => {
    const [question, evidence] = [await questionIn40([hostile]), await evidenceIn40([hostile], key.up)];
    expect(question.seen).toContain("\\u001b]0;owned");
    expect(evidence.after).toContain('It says: "\\u001b[31mRed');
    for (const written of [question.written, evidence.written]) {
      expect(written).not.toContain("\u001B[2Jdraft");
      expect(written).not.toContain("\u001B]0;");
      expect(written).not.toContain("\u001B[31m");
      expect(written).not.toMatch(/[\u0007\u0085\u200B\u202E]|::error|##\[/u);
    }
  });
});

describe("what was found, in plain mode,", () => {
  it("stands under the question, and is picked by its number", async () => {
    const { text, lead } = await inPlain([hinted, stated], "m", "1");
    expect(text).toContain('May be stated in:\npolicies/draft.md:3: "A lead."\n');
    expect(text).toContain(
      '1: policies/draft.md. It may be stated\nhere: "A lead."\n2:\npolicies/child-policy.md#who-to-tell.\nIt says: "Tell the lead',
    );
    expect(lead?.evidence).toMatchObject([{ path: "policies/draft.md" }]);
  });

  it("is not picked with an empty line", async () => {
    const { text, lead } = await inPlain([stated], "m", "");
    expect(text).toContain("Which file?");
    expect(lead?.evidence).toBeUndefined();
  });

  it("does nothing to the terminal, whatever it holds", async () => {
    const { text } = await inPlain([hostile], "m");
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]|::error|##\[/u);
    expect(text).toContain("\\u001b]0;owned");
  });
});
