import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Interrupted } from "../../src/errors.js";
import type { Audit } from "../../src/model/audit.js";
import { conductModeration } from "../../src/walk/moderate.js";
import { deskWith, passage, readyAudit, today } from "./fixture.js";
import { answered, moderatedBy, moderationOver } from "./moderated.js";
import { script, scriptedPrompter } from "./scripted-prompter.js";

const trustee = "Trustee for safeguarding";
const moderationOf = (audit: Audit, id: string) => audit.responses[id]?.moderated;

describe("a moderator", () => {
  it("is asked for a role first, and sees how it works", async () => {
    const { asked, log } = await moderatedBy([]);
    expect(asked).toEqual(["What is your role? A role, not a name: for example Trustee for safeguarding."]);
    expect(log).toContain("Moderation: Harbour Juniors");
    expect(log).toContain("3 answers to look at.");
    expect(log).toContain("Never type a child's name, here or in any answer.");
  });

  it("who gave an answer is told that somebody else should moderate, and asked again", async () => {
    const { asked, log, audit } = await moderatedBy(["welfare  Officer", "o", trustee, "y"]);
    expect(log).toContain(
      "welfare  Officer gave 3 of these answers. Somebody else should moderate: nobody checks their own work well.",
    );
    expect(asked.slice(1, 3)).toEqual([
      "Do you want to go on?",
      "What is your role? A role, not a name: for example Trustee for safeguarding.",
    ]);
    expect(moderationOf(audit, "lead")?.by).toBe(trustee);
  });

  it("who gave an answer may go on all the same, or stop", async () => {
    expect(moderationOf((await moderatedBy(["Welfare officer", "y", "y"])).audit, "lead")?.by).toBe("Welfare officer");
    expect((await moderatedBy(["Welfare officer", "q"])).end).toEqual({ kind: "stopped" });
  });

  it("is held to answers without a role when among those who assessed", async () => {
    const unnamed = { ...answered, responses: { lead: { rating: "met" as const } } };
    expect((await moderatedBy(["Welfare officer"], unnamed)).log.join("\n")).toContain("gave 1 of these answers");
    expect((await moderatedBy([trustee], unnamed)).log.join("\n")).not.toContain("of these answers");
  });

  it("who moderated before is offered, beside another role", async () => {
    const { audit } = await moderatedBy([trustee, "y"]);
    const again = await moderatedBy([trustee, "y"], audit);
    expect(again.asked[0]).toBe("Who is moderating today?");
    expect(moderationOf(again.audit, "policy")?.by).toBe(trustee);
    expect(moderationOf((await moderatedBy(["o", "Chair", "y"], audit)).audit, "policy")?.by).toBe("Chair");
    expect((await moderatedBy(["q"], audit)).end).toEqual({ kind: "stopped" });
  });

  it("cannot go back from the first question", async () => {
    const { log } = await moderatedBy(["<", trustee]);
    expect(log).toContain("There is nothing to go back to yet. To stop, hold Ctrl and press C.");
  });
});

describe("an answer to moderate", () => {
  it("is shown with its question, rating, note, evidence, actions and what was read", async () => {
    const { log } = await moderatedBy([trustee]);
    expect(log.slice(log.indexOf("Leadership (1 of 3)"))).toEqual([
      "Leadership (1 of 3)",
      "Is there someone in the lead?",
      "someone in the lead. From statutory guidance: Club guide 2018, chapter 2, paragraph 3 (not verified).",
      "Self rating: Met (Welfare officer, 1 September 2026)",
      "Note: Since 2019.",
      "Evidence: Child policy, policies/child-policy.md, reviewed 1 March 2026, review due 1 March 2027. It was read, and nothing speaks against it.",
      "Evidence: Minutes, Minute book, item 4, reviewed 12 May 2026. It is not a file here: ask to see it.",
      "Action A2 (open): Find a deputy; Chair; by 1 December 2026",
      "Action A1 is marked done, and nothing is cited that shows it.",
      "It is rated met, and action A2 is still to be done.",
      "The self rating is: Met. Do you agree? ^C",
    ]);
  });

  it("is shown with what speaks against its evidence", async () => {
    const { moderation } = moderationOver(answered, {}, new Map());
    const { prompter, log } = script(trustee);
    await expect(conductModeration(moderation, prompter)).rejects.toThrow();
    expect(log.join("\n")).toMatch(/Child policy, [^\n]*\. Something speaks against it; see below\./u);
    expect(log).toContain('"Child policy" (policies/child-policy.md): it was not read.');
  });

  it("names what is wrong with evidence that no gap is about", async () => {
    const low = { ...answered, responses: { lead: { ...answered.responses["lead"], rating: "not-met" as const } } };
    const { moderation } = moderationOver(low, {}, new Map());
    const { prompter, log } = script(trustee);
    await expect(conductModeration(moderation, prompter)).rejects.toThrow();
    expect(log.join("\n")).toMatch(/Child policy, [^\n]*\. Evidence missing\./u);
  });

  it("says that a document is there whose text could not be read, or was not looked at", async () => {
    const { moderation } = moderationOver(
      answered,
      {},
      new Map([["policies/child-policy.md", { kind: "present", read: false, blank: false, sha256: "a".repeat(64) }]]),
    );
    const { prompter, log } = script(trustee);
    await expect(conductModeration(moderation, prompter)).rejects.toThrow();
    expect(log.join("\n")).toContain("It is there; its text could not be read.");
    const { log: unread } = await moderatedBy([trustee], answered, { report: { ...moderation.report, standards: [] } });
    expect(unread.join("\n")).toContain("It was not looked at.");
  });

  it("is shown with the passages that were found", async () => {
    const { log } = await moderatedBy([trustee], answered, deskWith(passage()));
    expect(log).toContain("Found in your documents:");
    expect(log).toContain('policies/child-policy.md:12, Who to tell: "Tell the lead on the same day."');
  });

  it("says why it is not applicable, and when no evidence is cited", async () => {
    const { log } = await moderatedBy([trustee, "s", "s"]);
    expect(log).toContain("Reason: Nobody reports to us.");
    expect(log).toContain("No evidence is cited.");
  });

  it("says how it was moderated before, and that it was answered again", async () => {
    const before = { rating: "not-met", reason: "Nobody knows her.", on: "2026-08-01", by: "Chair" } as const;
    const again = { ...answered, responses: { lead: { ...answered.responses["lead"], moderated: before } } };
    const { log } = await moderatedBy(["Chair"], again);
    expect(log).toContain("Moderated before: Not met (Chair, 1 August 2026): Nobody knows her.");
    expect(log).toContain("It was answered again after that.");
  });

  it("is explained on request", async () => {
    const { log, saved } = await moderatedBy([trustee, "?"]);
    expect(log).toContain("Why this is asked: Without lead, no one knows what to do.");
    expect(saved).toEqual([]);
  });
});

it("a stray Enter rates nothing: it stands at help", async () => {
  const { moderation } = moderationOver(answered);
  const initials: unknown[] = [];
  const { prompter } = scriptedPrompter((question) => {
    if (question.kind === "text") return trustee;
    if (question.kind === "choose") initials.push(question.initial);
    return "q";
  });
  await conductModeration(moderation, prompter);
  expect(initials).toEqual(["help"]);
});

describe("a moderated rating", () => {
  it("that agrees takes one key and no reason", async () => {
    const { audit, asked } = await moderatedBy([trustee, "y"]);
    expect(moderationOf(audit, "lead")).toEqual({ rating: "met", on: today, by: trustee });
    expect(asked.slice(1)).toEqual([
      "The self rating is: Met. Do you agree?",
      "The self rating is: Partly met. Do you agree?",
    ]);
  });

  it("that agrees may carry a remark", async () => {
    const { audit } = await moderatedBy([trustee, "m", "I saw the minutes."]);
    expect(moderationOf(audit, "lead")).toEqual({
      rating: "met",
      reason: "I saw the minutes.",
      on: today,
      by: trustee,
    });
    expect(moderationOf((await moderatedBy([trustee, "m", ""])).audit, "lead")).not.toHaveProperty("reason");
  });

  it("that differs needs a reason", async () => {
    const { audit, asked } = await moderatedBy([trustee, "p", "Nobody knows her."]);
    expect(asked).toContain('Why "Partly met" rather than "Met"? Never name a child.');
    expect(moderationOf(audit, "lead")).toEqual({
      rating: "partly-met",
      reason: "Nobody knows her.",
      on: today,
      by: trustee,
    });
    const { moderation, saved } = moderationOver(answered);
    const { prompter } = script(trustee, "n", "");
    await expect(conductModeration(moderation, prompter)).rejects.toThrow("A reason is needed");
    expect(saved).toEqual([]);
  });

  it("is not recorded when the moderator goes back from the reason", async () => {
    const { saved, asked } = await moderatedBy([trustee, "n", "<"]);
    expect(saved).toEqual([]);
    expect(asked.at(-1)).toBe("The self rating is: Met. Do you agree?");
  });

  it("that is given again starts from the reason before", async () => {
    const { audit } = await moderatedBy([trustee, "n", "Nobody knows her."]);
    const { audit: after } = await moderatedBy([trustee, "n", ""], audit, { selection: { redo: true } });
    expect(moderationOf(after, "lead")?.reason).toBe("Nobody knows her.");
  });

  it("changes nothing else of any answer, whatever is pressed", async () => {
    const key = fc.constantFrom("y", "m", "p", "n", "a", "s", "b", "?");
    await fc.assert(
      fc.asyncProperty(fc.array(key, { maxLength: 12 }), async (keys) => {
        const { moderation, disk, saved } = moderationOver(answered);
        const left = [...keys];
        const { prompter } = scriptedPrompter((question) => {
          if (question.kind !== "choose") return "Said.";
          const offered = question.choices.map((choice) => choice.key);
          const next = left.shift() ?? "^C";
          return next === "^C" || offered.includes(next) ? next : "y";
        });
        await conductModeration(moderation, prompter).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Interrupted);
        });
        const { audit } = disk;
        const bare = Object.entries(audit.responses).map(([id, { moderated: _rating, ...rest }]) => [id, rest]);
        expect({ ...audit, responses: Object.fromEntries(bare) }).toEqual(answered);
        expect(saved.every(({ kind }) => kind === "moderation")).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the way through the ratings", () => {
  it("goes back, skips, jumps and stops", async () => {
    const { end, audit, asked } = await moderatedBy([
      trustee,
      "y",
      "b",
      "s",
      "s",
      "j",
      "Leadership (nothing left)",
      "n",
      "It is out of date.",
      "q",
    ]);
    expect(asked.filter((message) => message.startsWith("The self"))).toHaveLength(7);
    expect(end).toEqual({ kind: "stopped" });
    expect(Object.keys(audit.responses).filter((id) => moderationOf(audit, id) !== undefined)).toEqual([
      "lead",
      "policy",
    ]);
  });

  it("returns from a jump to the question", async () => {
    const { asked } = await moderatedBy([trustee, "y", "j", "b"]);
    expect(asked.at(-1)).toBe("The self rating is: Partly met. Do you agree?");
    const { log } = await moderatedBy([trustee, "y", "y", "j", "b"]);
    expect(log.filter((line) => line === "People (3 of 3)")).toHaveLength(2);
    const { asked: empty } = await moderatedBy([trustee, "y", "y", "j", "Leadership (nothing left)"]);
    expect(empty.at(-1)).toBe("The self rating is: Met. Do you agree?");
  });

  it("ends with how many agreed, lower and higher", async () => {
    const { end, log } = await moderatedBy([trustee, "n", "No.", "m", "It is whole.", "y"]);
    expect(end).toEqual({ kind: "finished", skipped: [] });
    expect(log).toContain("That was the last answer");
    expect(log).toContain("3 of 3 answers are moderated, and everything is saved.");
    expect(log).toContain("Beside the self ratings: 1 agreed, 1 lower, 1 higher.");
  });

  it("ends with what was left for later", async () => {
    const { end, log } = await moderatedBy([trustee, "s", "s", "s"]);
    expect(end).toEqual({ kind: "finished", skipped: ["lead", "policy", "reporting"] });
    expect(log).toContain("You left 3 for later. To come back to them: wt-audit moderate audit.yaml");
    expect(log.join("\n")).not.toContain("Beside the self ratings");
    const one = await moderatedBy([trustee, "y", "y", "s"]);
    expect(one.log).toContain("You left 1 for later. To come back to it: wt-audit moderate audit.yaml");
  });

  it("resumes after any number of ratings with exactly the rest", async () => {
    for (const done of [0, 1, 2]) {
      const { audit } = await moderatedBy([trustee, ...Array.from({ length: done }, () => "y")]);
      const rest = await moderatedBy(done === 0 ? [trustee] : [trustee], audit);
      const first = ["Leadership (1 of 3)", "Leadership (2 of 3)", "People (3 of 3)"][done] ?? "";
      expect(rest.log).toContain(first);
      expect(rest.log.includes(`Welcome back: ${done} are moderated.`)).toBe(false);
      expect(rest.log.join("\n").includes(`Welcome back: ${done}`)).toBe(done > 0);
    }
  });
});

describe("nothing to moderate", () => {
  it.each<[string, Audit, object, string]>([
    ["where nothing is answered", readyAudit, {}, "There is nothing to moderate: nothing is answered yet."],
    [
      "where what is chosen is not answered",
      answered,
      { requirements: ["checks"] },
      "There is nothing to moderate: none of the answers you chose is whole and applies.",
    ],
    [
      "where all wait to be confirmed",
      { ...answered, responses: { lead: { rating: "met", "to-confirm": "The edition changed." } } },
      {},
      "1 answer waits to be confirmed first: wt-audit audit",
    ],
    [
      "where all is moderated",
      { ...answered, responses: { lead: { rating: "met", moderated: { rating: "met", on: today } } } },
      {},
      "There is nothing left to moderate: the answer is moderated.",
    ],
  ])("is said %s, and nothing is asked", async (_, audit, selection, said) => {
    const { log, asked, end } = await moderatedBy([], audit, { selection });
    expect(asked).toEqual([]);
    expect(end).toEqual({ kind: "finished", skipped: [] });
    expect(log).toContain(said);
  });

  it("says how to go over them again", async () => {
    const { audit } = await moderatedBy([trustee, "y", "y", "y"]);
    const { log } = await moderatedBy([], audit);
    expect(log).toContain("There is nothing left to moderate: all 3 answers are moderated.");
    expect(log).toContain("To go over them again: wt-audit moderate audit.yaml --redo");
  });
});
