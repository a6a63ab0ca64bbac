import { describe, expect, it } from "vitest";
import { conduct } from "../../src/walk/conduct.js";
import { interruptedAfter, metWithoutEvidence, oneAnswered } from "./conducted.js";
import { readyAudit, today, walkOver } from "./fixture.js";
import { script } from "./scripted-prompter.js";

describe("a requirement", () => {
  it("is shown with standard, progress, question, force and reference", async () => {
    const { log } = await interruptedAfter(readyAudit, "j", "People (2 questions left)", "s");
    expect(log).toContain("Leadership (1 of 4)");
    expect(log).toContain("Is there someone in the lead?");
    expect(log).toContain(
      "someone in the lead. From statutory guidance: Club guide 2018, chapter 2, paragraph 3 (not verified).",
    );
    expect(log).toContain(
      "a way to report a concern. From law: Club guide 2018, chapter 2, paragraph 3; Children Act 2004 (not verified).",
    );
  });

  it("is explained on request, and asked again", async () => {
    const { log, asked } = await interruptedAfter(readyAudit, "?");
    const shown = log.join("\n");
    for (const part of [
      "The club is expected to have it: lead.",
      "It is written down.",
      "Without lead, no one knows what to do.",
      "People can say where it is.",
      "Met: It is there and known.",
      "Partly met: It is there, not known.",
      "Not met: It is not there.",
      "Document: the lead page",
    ]) {
      expect(shown).toContain(part);
    }
    expect(asked).toEqual(["How would you rate this?", "How would you rate this?"]);
  });

  it("rated met is recorded with evidence, dates and digest", async () => {
    const { audit } = await interruptedAfter(
      readyAudit,
      "m",
      "f",
      "policies/child-policy.md",
      "",
      "1/3/2026",
      "28/2/2027",
      "p",
      "Minutes",
      "Minute book, item 4",
      "12/5/2026",
      "1 June 2027",
      "d",
      "Read by all.",
    );
    expect(audit.responses["lead"]).toEqual({
      rating: "met",
      evidence: [
        {
          title: "Child policy",
          path: "policies/child-policy.md",
          reviewed: "2026-03-01",
          "review-due": "2027-02-28",
          sha256: "a".repeat(64),
        },
        { title: "Minutes", location: "Minute book, item 4", reviewed: "2026-05-12", "review-due": "2027-06-01" },
      ],
      note: "Read by all.",
      assessed: { on: today, by: "Welfare officer" },
      question: "00000004",
    });
  });

  it("rated met without evidence says that this will be a gap", async () => {
    const { log, audit } = await interruptedAfter(readyAudit, ...metWithoutEvidence);
    expect(log).toContain(
      "That is all right. The report will show the missing evidence as a gap. You can add it another day.",
    );
    expect(audit.responses["lead"]).toEqual({
      rating: "met",
      assessed: { on: today, by: "Welfare officer" },
      question: "00000004",
    });
  });

  it("says how a British date was read, and what is to be known of the document", async () => {
    const { log } = await interruptedAfter(readyAudit, "m", "f", "policies/draft.md", "", "1/3/2026");
    expect(log).toContain("The document still says TODO.");
    expect(log).toContain("Read as 1 March 2026 (2026-03-01).");
  });

  it.each([
    ["31/2/2026", "That is not a date in the calendar. Type it like 1/3/2026 (day first) or 2026-03-01."],
    ["2026-09-30", "That day is still to come. When was it last reviewed?"],
  ])("refuses %s as the day of a review", async (typed, problem) => {
    const { walk } = walkOver(readyAudit);
    const { prompter } = script("m", "p", "Minutes", "Minute book", typed);
    await expect(conduct(walk, prompter)).rejects.toThrow(problem);
  });

  it("refuses a next review before the last", async () => {
    const { walk } = walkOver(readyAudit);
    const { prompter } = script("m", "p", "Minutes", "Minute book", "2026-03-01", "2026-02-28");
    await expect(conduct(walk, prompter)).rejects.toThrow("That is before it was last reviewed.");
  });

  it("refuses a file that is not there", async () => {
    const { walk } = walkOver(readyAudit);
    await expect(conduct(walk, script("m", "f", "policies/none.md").prompter)).rejects.toThrow(
      "There is no such file.",
    );
  });

  it("citing a file that is cited already changes its name and its dates", async () => {
    const first = ["f", "policies/draft.md", "", "1/3/2026", ""];
    const again = ["f", "policies/draft.md", "Child policy", "1/9/2026", ""];
    const { audit, log } = await interruptedAfter(readyAudit, "m", ...first, ...again);
    expect(log).toContain("That file is on your list already. You can change its name and its dates here.");
    expect(audit.responses["lead"]?.evidence).toEqual([
      {
        title: "Child policy",
        path: "policies/draft.md",
        reviewed: "2026-09-01",
        "review-due": "2027-09-01",
        sha256: "b".repeat(64),
      },
    ]);
  });

  it("changes name, place and dates of what is cited, suggests the next review anew, and leaves the others", async () => {
    const replies = [
      ["m"],
      ["p", "Minutes", "Book 3", "1/3/2026", "1/6/2026"],
      ["f", "policies/draft.md", "", "", ""],
      ["c", "Minutes, Book 3, reviewed 1 March 2026, review due 1 June 2026", "Club minutes", "Book 4", "", "1/7/2026"],
      ["c", "Draft, policies/draft.md", "", "2/3/2026", ""],
      ["c", "None of them"],
      ["c", "Club minutes, Book 4, reviewed 1 March 2026, review due 1 July 2026", "<"],
    ];
    const { audit } = await interruptedAfter(readyAudit, ...replies.flat());
    expect(audit.responses["lead"]?.evidence).toEqual([
      { title: "Club minutes", location: "Book 4", reviewed: "2026-03-01", "review-due": "2026-07-01" },
      {
        title: "Draft",
        path: "policies/draft.md",
        reviewed: "2026-03-02",
        "review-due": "2027-03-02",
        sha256: "b".repeat(64),
      },
    ]);
  });

  it("forgets the dates of one file when another is cited instead", async () => {
    const replies = [
      ["m", "f", "policies/draft.md", "Our draft", "1/3/2026"],
      ["<", "<", "<", "policies/child-policy.md", "", "", ""],
    ];
    const { audit } = await interruptedAfter(readyAudit, ...replies.flat());
    expect(audit.responses["lead"]?.evidence).toEqual([
      { title: "Child policy", path: "policies/child-policy.md", sha256: "a".repeat(64) },
    ]);
  });

  it("rated not met offers the remedy as an action, due when it says", async () => {
    const { audit } = await interruptedAfter(readyAudit, "n", "", "y", "Chair", "");
    expect(audit.responses["lead"]).toEqual({
      rating: "not-met",
      actions: [{ id: "A1", what: "Write the lead page", owner: "Chair", due: "2026-10-29", status: "open" }],
      assessed: { on: today, by: "Welfare officer" },
      question: "00000004",
    });
  });

  it("takes an action in other words, or none, with ids unique in the audit", async () => {
    const { audit } = await interruptedAfter(
      oneAnswered,
      "p",
      "n",
      "",
      "c",
      "Write it with the children",
      "",
      "",
      "n",
      "",
      "w",
      "Ask the council",
      "Chair",
      "1/12/2026",
      "n",
      "",
      "b",
      "",
    );
    expect(audit.responses["policy"]?.actions).toEqual([
      { id: "A8", what: "Write it with the children", due: "2026-10-29", status: "open" },
    ]);
    expect(audit.responses["checks"]?.actions).toEqual([
      { id: "A9", what: "Ask the council", owner: "Chair", due: "2026-12-01", status: "open" },
    ]);
    expect(audit.responses["reporting"]?.actions).toBeUndefined();
  });

  it("begun and not finished is on disk, and asked again with what was said", async () => {
    const { audit } = await interruptedAfter(readyAudit, "p", "f", "policies/draft.md", "", "", "");
    expect(audit.responses["lead"]).toMatchObject({
      rating: "partly-met",
      evidence: [{ path: "policies/draft.md" }],
      "to-confirm": "The answer was begun and not finished.",
    });
    const resumed = await interruptedAfter(audit, "p", "d", "", "n");
    expect(resumed.log).toContain("Your answer so far: Partly met (not finished)");
    expect(resumed.audit.responses["lead"]?.evidence).toHaveLength(1);
    expect(resumed.audit.responses["lead"]?.["to-confirm"]).toBeUndefined();
  });

  it("rated not applicable demands a reason", async () => {
    const { walk } = walkOver(readyAudit);
    await expect(conduct(walk, script("a", "").prompter)).rejects.toThrow("A reason is needed");
    const { audit } = await interruptedAfter(readyAudit, "a", "We have no members.");
    expect(audit.responses["lead"]).toMatchObject({ rating: "not-applicable", reason: "We have no members." });
  });
});
