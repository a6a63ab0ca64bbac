import { expect, it } from "vitest";
import type { Audit } from "../../src/model/audit.js";
import { applyChange } from "../../src/model/change.js";

const audit: Audit = {
  schema: "audit/1",
  checklist: "working-together-2023",
  organisation: { name: "Riverside Youth Project", reference: "RYP-01", facts: { charity: true } },
  period: { from: "2026-01-01", to: "2026-12-31" },
  assessors: [{ role: "Chair" }],
  responses: { "board-lead": { rating: "met", note: "Since 2019." } },
};

it("a name replaces the name, and leaves reference and facts", () => {
  expect(applyChange(audit, { kind: "organisation", name: "Riverside Trust" })).toEqual({
    ...audit,
    organisation: { name: "Riverside Trust", reference: "RYP-01", facts: { charity: true } },
  });
});

it("a reference replaces the reference", () => {
  const change = { kind: "organisation", name: "Riverside Youth Project", reference: "RYP-02" } as const;
  expect(applyChange(audit, change).organisation.reference).toBe("RYP-02");
});

it("a fact stands beside the others, or replaces the one of its name", () => {
  const more = applyChange(audit, { kind: "fact", id: "sector", value: ["police"] });
  expect(applyChange(more, { kind: "fact", id: "charity", value: false }).organisation.facts).toEqual({
    charity: false,
    sector: ["police"],
  });
});

it("an assessor is added once", () => {
  const more = applyChange(audit, { kind: "assessor", role: "Designated safeguarding lead" });
  expect(applyChange(more, { kind: "assessor", role: "Chair" }).assessors).toEqual([
    { role: "Chair" },
    { role: "Designated safeguarding lead" },
  ]);
});

it("the first assessor needs no list", () => {
  const { assessors: _none, ...without } = audit;
  expect(applyChange(without, { kind: "assessor", role: "Chair" }).assessors).toEqual([{ role: "Chair" }]);
});

it("a response replaces the whole response, and leaves the others", () => {
  const more = applyChange(audit, { kind: "response", requirement: "culture", response: { rating: "not-met" } });
  const change = { kind: "response", requirement: "board-lead", response: { rating: "partly-met" } } as const;
  expect(applyChange(more, change).responses).toEqual({
    "board-lead": { rating: "partly-met" },
    culture: { rating: "not-met" },
  });
});

it("__proto__ as a fact or a requirement is data", () => {
  const withFact = applyChange(audit, { kind: "fact", id: "__proto__", value: true });
  const { responses } = applyChange(audit, { kind: "response", requirement: "__proto__", response: { rating: "met" } });
  expect([Object.keys(withFact.organisation.facts), Object.keys(responses)]).toEqual([
    ["charity", "__proto__"],
    ["board-lead", "__proto__"],
  ]);
});

it("the audit before is left as it was", () => {
  const before = structuredClone(audit);
  applyChange(audit, { kind: "response", requirement: "board-lead", response: { rating: "not-met" } });
  expect(audit).toEqual(before);
});

it("a moderation stands beside the answer, and changes nothing else of it", () => {
  const moderated = { rating: "not-met", reason: "Nobody knows her.", on: "2026-11-12", by: "Trustee" } as const;
  expect(applyChange(audit, { kind: "moderation", requirement: "board-lead", moderated })).toEqual({
    ...audit,
    responses: { "board-lead": { rating: "met", note: "Since 2019.", moderated } },
  });
});

it("a sign-off is added after those that are there", () => {
  const [first, second] = [
    { role: "Chair", on: "2026-11-20" },
    { role: "Manager", on: "2026-11-21" },
  ];
  const once = applyChange(audit, { kind: "sign-off", entry: first });
  expect(applyChange(once, { kind: "sign-off", entry: second })).toEqual({ ...audit, "sign-off": [first, second] });
});
