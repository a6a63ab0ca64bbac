import { describe, expect, it } from "vitest";
import { conduct } from "../../src/walk/conduct.js";
import { interruptedAfter, metWithoutEvidence, oneAnswered } from "./conducted.js";
import { readyAudit, today, walkOver } from "./fixture.js";
import { script } from "./scripted-prompter.js";

function cited(path: string) {
  return { title: path, path, sha256: "f".repeat(64) };
}

describe("moving about", () => {
  it("goes back to the question before with its answer shown, keeps it, and returns to where it was", async () => {
    const { log, asked, audit } = await interruptedAfter(readyAudit, ...metWithoutEvidence, "s", "b", "b", "k");
    expect(log.slice(log.lastIndexOf("Is there someone in the lead?"))).toContain("Your answer so far: Met");
    expect(log.findLast((line) => / \(\d of 4\)$/.test(line))).toBe("People (3 of 4)");
    expect(asked).toHaveLength(3 + 5);
    expect(audit.responses["lead"]?.rating).toBe("met");
  });

  it("goes back from inside an answer without losing what was said", async () => {
    const { audit, log } = await interruptedAfter(
      readyAudit,
      "m",
      "p",
      "Minutes",
      "Minute book",
      "<",
      "<",
      "Trustees' minutes",
      "",
      "",
      "",
      "b",
    );
    expect(audit.responses["lead"]).toMatchObject({
      evidence: [{ title: "Trustees' minutes", location: "Minute book" }],
    });
    expect(log.at(-2)).toBe("Evidence: Trustees' minutes, Minute book");
  });

  it("skips, goes on, and says at the end what was skipped and how to come back", async () => {
    const { walk } = walkOver(readyAudit, { resume: "wt-audit audit ours.yaml" });
    const { prompter, log } = script("s", ...metWithoutEvidence, ...metWithoutEvidence, "s");
    await expect(conduct(walk, prompter)).resolves.toEqual({ kind: "finished", skipped: ["lead", "reporting"] });
    expect(log).toContain("2 of 4 questions are answered, and everything is saved.");
    expect(log).toContain("You left 2 for later. To come back to them: wt-audit audit ours.yaml");
  });

  it("jumps to a standard, and comes round to what was passed over", async () => {
    const { walk } = walkOver(readyAudit);
    const { prompter, log } = script("j", "People (2 questions left)", "s", "s", ...metWithoutEvidence, "s");
    await conduct(walk, prompter);
    const headings = log.filter((line) => / \(\d of 4\)$/.test(line));
    expect(headings).toEqual([
      "Leadership (1 of 4)",
      "People (3 of 4)",
      "People (4 of 4)",
      "Leadership (1 of 4)",
      "Leadership (2 of 4)",
    ]);
  });

  it("changes what was said about the organisation, and plans anew", async () => {
    const { audit, log } = await interruptedAfter(readyAudit, "j", "o", "Employs staff: yes", "n", "b");
    expect(audit.organisation.facts["employs-staff"]).toBe(false);
    expect(log).toContain("Leadership (1 of 3)");
  });

  it("stops where it is told to", async () => {
    for (const replies of [["q"], ["m", "q"], ["n", "", "q"], ["j", "o", "Employs staff: yes", "q"]]) {
      const { walk } = walkOver(readyAudit);
      await expect(conduct(walk, script(...replies).prompter)).resolves.toEqual({ kind: "stopped" });
    }
  });
});

describe("redo", () => {
  const redo = { selection: { requirements: ["lead"], redo: true } };

  it("keeps evidence, note, actions and the moderated rating", async () => {
    const { walk, disk } = walkOver(oneAnswered, redo);
    await conduct(walk, script("p", "d", "", "n").prompter);
    expect(disk.audit.responses["lead"]).toEqual({
      ...oneAnswered.responses.lead,
      rating: "partly-met",
      assessed: { on: today, by: "Welfare officer" },
    });
  });

  it("confirms an answer that waits for it with one key", async () => {
    const waiting = {
      ...oneAnswered,
      responses: { lead: { ...oneAnswered.responses.lead, "to-confirm": "Carried from 2013." } },
    };
    const { walk, disk } = walkOver(waiting, { selection: { requirements: ["lead"] } });
    const { prompter, log } = script("y");
    await conduct(walk, prompter);
    expect(log).toContain("To be confirmed: Carried from 2013.");
    expect(disk.audit.responses["lead"]).toEqual({
      ...oneAnswered.responses.lead,
      assessed: { on: today, by: "Welfare officer" },
    });
  });

  it("says which edition a carried answer was given for, and takes both marks away when it is rated again", async () => {
    const why = "Ask the trustees.\nThe 2018 edition words this question anew.";
    const carried = { "to-confirm": why, "carried-from": "club-2013", question: "99999999" };
    const waiting = { ...oneAnswered, responses: { lead: { ...oneAnswered.responses.lead, ...carried } } };
    const { walk, disk } = walkOver(waiting, { selection: { requirements: ["lead"] } });
    const { prompter, log } = script("m", "d", "", "k");
    await conduct(walk, prompter);
    expect(log).toContain(
      "To be confirmed, given for the 2013 edition: Ask the trustees. The 2018 edition words this question anew.",
    );
    expect(log).not.toContain("The wording of this question has changed since it was answered.");
    expect(disk.audit.responses["lead"]).toEqual({
      ...oneAnswered.responses.lead,
      assessed: { on: today, by: "Welfare officer" },
      question: "00000004",
    });
  });

  it("tells that a cited file has changed or gone, and takes the new digest when the answer is kept", async () => {
    const response = {
      rating: "met" as const,
      evidence: [cited("policies/draft.md"), cited("gone.md")],
      question: "11111111",
    };
    const { walk, disk } = walkOver({ ...readyAudit, responses: { lead: response } }, redo);
    const { prompter, log } = script("k");
    await conduct(walk, prompter);
    expect(log).toContain("policies/draft.md has changed since it was cited. Read it again before you answer.");
    expect(log).toContain("gone.md: There is no such file.");
    expect(log).toContain("The wording of this question has changed since it was answered.");
    expect(disk.audit.responses["lead"]?.evidence).toEqual([
      { ...cited("policies/draft.md"), sha256: "b".repeat(64) },
      cited("gone.md"),
    ]);
    expect(disk.audit.responses["lead"]?.question).toBe("00000004");
  });
});
