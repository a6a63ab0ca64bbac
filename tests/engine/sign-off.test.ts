import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answeredAfter, reportSignOff } from "../../src/engine/sign-off.js";
import { signedContent } from "../../src/engine/signed-content.js";
import { parseAudit } from "../../src/files/audit-file.js";
import type { Audit, Response } from "../../src/model/audit.js";
import { audit } from "./fixtures.js";

const responses = {
  "board-lead": { rating: "met", assessed: { on: "2026-05-10" } },
  whistleblowing: { rating: "not-met", assessed: { on: "2026-05-12" } },
} satisfies Audit["responses"];
const answered = audit(responses);
const digest = (text: string) => `digest of ${text}`;
const signed = (over: object = {}) => ({
  role: "Chair",
  on: "2026-05-20",
  content: digest(signedContent(answered)),
  ...over,
});

describe("what is signed", () => {
  it("is one text with sorted keys and no white space", () => {
    expect(signedContent(audit({ "board-lead": { rating: "met", note: "Yes." } }, { b: true, a: ["y", "x"] }))).toBe(
      '{"checklist":"working-together-2023","organisation":{"facts":{"a":["y","x"],"b":true},"name":"Riverside Youth Project"},"period":{"from":"2026-01-01","to":"2026-12-31"},"responses":{"board-lead":{"note":"Yes.","rating":"met"}}}',
    );
  });

  it("leaves out who signed, who assessed, the audit before and actions of earlier periods", () => {
    const more = audit(responses, undefined, {
      assessors: [{ role: "Manager" }],
      "sign-off": [{ role: "Chair", on: "2026-05-20" }],
      previous: { checklist: "working-together-2018", period: answered.period, sha256: "0".repeat(64) },
      "archived-actions": [{ requirement: "culture", action: { id: "A1", what: "Ask", status: "done" } }],
    });
    expect(signedContent(more)).toBe(signedContent(answered));
  });

  it.each<[string, Partial<Audit>]>([
    ["another edition", { checklist: "working-together-2026" }],
    ["an overlay", { overlays: ["anytown-2026.yaml"] }],
    ["another name", { organisation: { ...answered.organisation, name: "Riverside" } }],
    ["another fact", { organisation: { ...answered.organisation, facts: {} } }],
    ["another period", { period: { from: "2026-01-01", to: "2026-12-30" } }],
    [
      "an archived answer",
      { archive: [{ checklist: "working-together-2018", requirement: "culture", on: "2026-01-01", response: {} }] },
    ],
    ["an archived fact", { "archived-facts": { charity: true } }],
  ])("sees %s", (_, over) => {
    expect(signedContent({ ...answered, ...over })).not.toBe(signedContent(answered));
  });

  const response: fc.Arbitrary<Response> = fc.record(
    {
      rating: fc.constantFrom("met" as const, "partly-met" as const, "not-met" as const),
      note: fc.string(),
      evidence: fc.array(fc.record({ title: fc.string(), location: fc.string() })),
      moderated: fc.record({
        rating: fc.constantFrom("met" as const, "not-met" as const),
        on: fc.constant("2026-05-20"),
      }),
    },
    { requiredKeys: [] },
  );

  it("sees every changed answer, and no order of keys", () => {
    fc.assert(
      fc.property(response, response, (one, other) => {
        const [first, second] = [audit({ ...responses, culture: one }), audit({ ...responses, culture: other })];
        expect(signedContent(first) === signedContent(second)).toBe(isSame(one, other));
        const turned = Object.fromEntries(Object.entries(one).toReversed());
        expect(
          signedContent(audit(Object.fromEntries(Object.entries({ ...responses, culture: turned }).toReversed()))),
        ).toBe(signedContent(first));
      }),
    );
  });

  it("is the same whatever the layout and the comments of the file", async () => {
    const block = `schema: audit/1
checklist: working-together-2023
organisation: { name: Riverside Youth Project, facts: {} }
period: { from: 2026-01-01, to: 2026-12-31 }
responses:
  # The chair knows.
  board-lead: { rating: met, note: "Yes." }
`;
    const flow = `schema: audit/1
responses: {board-lead: {note: 'Yes.', rating: met}}   # all of it
period:
  to: 2026-12-31
  from: 2026-01-01
organisation:
  facts: {}
  name: "Riverside Youth Project"
checklist: working-together-2023
`;
    const [one, other] = await Promise.all([parseAudit(block, "a.yaml"), parseAudit(flow, "b.yaml")]);
    expect(signedContent(one.audit)).toBe(signedContent(other.audit));
  });
});

describe("a sign-off", () => {
  const report = (entry: object, now: Audit = answered) =>
    reportSignOff({ ...now, "sign-off": [{ role: "Chair", on: "2026-05-20", ...entry }] }, digest).map(
      ({ changed, since }) => [changed, since],
    );
  const later = audit({ ...responses, whistleblowing: { rating: "met", assessed: { on: "2026-05-21" } } });

  it("is unchanged while its digest is that of the answers", () => {
    expect(report(signed())).toEqual([["no", []]]);
  });

  it("is of other answers when its digest is another, and names what is of a later day", () => {
    expect(report(signed(), later)).toEqual([["yes", ["whistleblowing"]]]);
    const sameDay = audit({ ...responses, culture: { rating: "met", assessed: { on: "2026-05-20" } } });
    expect(report(signed(), sameDay)).toEqual([["yes", []]]);
  });

  it("without a digest is of other answers when one is of a later day", () => {
    expect(report({}, later)).toEqual([["yes", ["whistleblowing"]]]);
  });

  it("without a digest and a later answer tells nothing", () => {
    expect(report({})).toEqual([["unknown", []]]);
  });

  it("keeps role, day and minute", () => {
    const entries = [
      { role: "Chair", on: "2026-05-20", minute: "2026-05-20/7" },
      { role: "Manager", on: "2026-05-21" },
    ];
    expect(reportSignOff({ ...answered, "sign-off": entries }, digest)).toEqual([
      { role: "Chair", on: "2026-05-20", minute: "2026-05-20/7", changed: "unknown", since: [] },
      { role: "Manager", on: "2026-05-21", minute: null, changed: "unknown", since: [] },
    ]);
  });

  it("is none where there is none, and nothing is digested", () => {
    const never = (): string => expect.fail("nothing is to be digested");
    expect(reportSignOff(answered, never)).toEqual([]);
  });
});

it("an answer is later by its own day, or by that of its moderation", () => {
  const mixed = audit({
    "board-lead": { rating: "met", assessed: { on: "2026-05-20" } },
    culture: { rating: "met", assessed: { on: "2026-05-21" } },
    supervision: { rating: "met", moderated: { rating: "met", on: "2026-05-21" } },
    induction: { rating: "met" },
  });
  expect(answeredAfter("2026-05-20", mixed)).toEqual(["culture", "supervision"]);
});

it("an action that was done after a sign-off changed the answer, and one done before did not", () => {
  const done = (id: string, completed: string) => ({ id, what: "Ask", status: "done", completed }) as const;
  const mixed = audit({
    culture: { rating: "met", assessed: { on: "2026-05-10" }, actions: [done("A1", "2026-05-20")] },
    supervision: { rating: "met", assessed: { on: "2026-05-10" }, actions: [done("A2", "2026-05-21")] },
  });
  expect(answeredAfter("2026-05-20", mixed)).toEqual(["supervision"]);
});

/** Equality of what JSON can say. */
function isSame(one: Response, other: Response): boolean {
  const sort = (value: Response) =>
    JSON.stringify(value, ["rating", "note", "evidence", "title", "location", "moderated", "on"]);
  return sort(one) === sort(other);
}
