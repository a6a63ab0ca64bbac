import { describe, expect, it } from "vitest";
import { conduct } from "../../src/walk/conduct.js";
import { interruptedAfter, oneAnswered } from "./conducted.js";
import { checklist, emptyAudit, readyAudit, walkOver } from "./fixture.js";
import { script } from "./scripted-prompter.js";

describe("opening", () => {
  it("shows the title, both notices, that answers are saved, and that no child is named", async () => {
    const { log } = await interruptedAfter(emptyAudit);
    const shown = log.join("\n");
    expect(shown).toContain("Club guide 2018");
    expect(shown).toContain(checklist.notice);
    expect(shown).toContain(checklist.safetyNotice);
    expect(shown).toContain("Every answer is saved");
    expect(shown).toContain("Never type a child's name");
  });

  it("asks name, role and facts before anything else, and records each", async () => {
    const { audit, asked, log } = await interruptedAfter(
      emptyAudit,
      "Harbour Juniors",
      "Welfare officer",
      "n",
      "Sports club",
    );
    expect(asked.slice(0, 4)).toEqual([
      "What is your organisation called?",
      "What is your role? A role, not a name: for example Designated safeguarding lead.",
      "Do you employ anyone?",
      "What kind of organisation are you?",
    ]);
    expect(audit.organisation).toEqual({
      name: "Harbour Juniors",
      facts: { "employs-staff": false, sector: ["sport"] },
    });
    expect(audit.assessors).toEqual([{ role: "Welfare officer" }]);
    expect(log).toContain("3 questions apply to you.");
    expect(log).toContain("Kind of organisation: Sports club (1 left out)");
    expect(log).toContain("Employs staff: no (1 left out)");
  });

  it("asks a question that an answer makes necessary", async () => {
    const { asked } = await interruptedAfter(emptyAudit, "Harbour Juniors", "Welfare officer", "y");
    expect(asked.at(-1)).toBe("Does anyone you employ work abroad?");
  });

  it("goes back to the fact before, and plans anew from the changed answer", async () => {
    const { asked, audit } = await interruptedAfter(emptyAudit, "Harbour Juniors", "Welfare officer", "y", "b", "n");
    expect(asked.slice(-3)).toEqual([
      "Does anyone you employ work abroad?",
      "Do you employ anyone?",
      "What kind of organisation are you?",
    ]);
    expect(audit.organisation.facts).toEqual({ "employs-staff": false });
  });

  it("takes nothing ticked for no answer, and asks what to do", async () => {
    const replies = ["Harbour Juniors", "Welfare officer", "n", "", "r", "", "s"];
    const { audit, asked, log } = await interruptedAfter(emptyAudit, ...replies);
    expect(log).toContain("Nothing is ticked, so this is not answered.");
    expect(asked.slice(-4, -1)).toEqual([
      "What would you like to do?",
      "What kind of organisation are you?",
      "What would you like to do?",
    ]);
    expect(audit.organisation.facts).toEqual({ "employs-staff": false });
  });

  it("goes on without a fact that is not known, and says which one is missing", async () => {
    const { log } = await interruptedAfter(
      emptyAudit,
      "Harbour Juniors",
      "Welfare officer",
      "s",
      "Sports club",
      "s",
      "s",
    );
    expect(log).toContain(
      "It is not known yet whether this applies to you. Asked only when: Employs staff: yes. Not answered yet: Employs staff.",
    );
  });

  it("takes the only role of the audit, and asks which when there are several", async () => {
    expect((await interruptedAfter(readyAudit)).log).toContain("Answering as: Welfare officer");
    const several = { ...readyAudit, assessors: [{ role: "Chair" }, { role: "Coach" }] };
    const { asked, audit } = await interruptedAfter(several, "o", "Welfare officer");
    expect(asked[0]).toBe("Who is answering today?");
    expect(audit.assessors).toEqual([{ role: "Chair" }, { role: "Coach" }, { role: "Welfare officer" }]);
  });

  it("says so when nothing is left to ask, and asks nothing", async () => {
    const { walk } = walkOver(oneAnswered, { selection: { requirements: ["lead"] } });
    const { prompter, log, asked } = script();
    await expect(conduct(walk, prompter)).resolves.toEqual({ kind: "finished", skipped: [] });
    expect(asked).toEqual([]);
    expect(log).toContain("There is nothing left to ask: the question is answered.");
  });

  it("says so when what was chosen does not apply", async () => {
    const { walk } = walkOver(readyAudit, { selection: { requirements: ["ward"] } });
    const { prompter, log } = script();
    await conduct(walk, prompter);
    expect(log).toContain("There is nothing to ask: the questions you chose do not apply to you. The report says why.");
  });
});
