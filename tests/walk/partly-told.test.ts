import { expect, it } from "vitest";
import { interruptedAfter } from "./conducted.js";
import { readyAudit } from "./fixture.js";

it("an action is on disk as far as it is told", async () => {
  const { audit } = await interruptedAfter(readyAudit, "n", "", "c", "Ask the council for a course.", "Chair");
  expect(audit.responses["lead"]).toMatchObject({
    rating: "not-met",
    actions: [{ id: "A1", what: "Ask the council for a course.", owner: "Chair", status: "open" }],
    "to-confirm": "The answer was begun and not finished.",
  });
});

it("a piece of evidence is on disk as soon as it is told what it is and where", async () => {
  const { audit } = await interruptedAfter(readyAudit, "m", "p", "Minutes", "Minute book, item 4");
  expect(audit.responses["lead"]).toMatchObject({
    rating: "met",
    evidence: [{ title: "Minutes", location: "Minute book, item 4" }],
    "to-confirm": "The answer was begun and not finished.",
  });
});

it("a file is on disk as soon as it is chosen, and told whole it stands once", async () => {
  const file = ["m", "f", "policies/child-policy.md"];
  const begun = await interruptedAfter(readyAudit, ...file);
  expect(begun.audit.responses["lead"]?.evidence).toMatchObject([{ path: "policies/child-policy.md" }]);
  const whole = await interruptedAfter(readyAudit, ...file, "", "1/3/2026", "28/2/2027", "d", "");
  expect(whole.audit.responses["lead"]?.evidence).toHaveLength(1);
});
