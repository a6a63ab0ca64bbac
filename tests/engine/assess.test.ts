import { describe, expect, it } from "vitest";
import { assess } from "../../src/engine/assess.js";
import type { Audit, Response } from "../../src/model/audit.js";
import {
  audit,
  checklist,
  find,
  leadership,
  minutes,
  policy,
  present,
  profile,
  readings,
  requirement,
  standard,
  today,
  type Circumstances,
} from "./fixtures.js";

const met = { rating: "met", evidence: [policy()] } as const;
const pdf = { reading: present({ read: false }) };
const gone = { reading: { kind: "missing", what: "gone" } } as const;
const moderated = (rating: "met" | "partly-met" | "not-met" | "not-applicable") => ({ rating, on: "2026-05-20" });

describe("assurance", () => {
  it.each<readonly [string, Response | null, Circumstances, string, boolean]>([
    ["met by a document that was read and stands up is verified", met, {}, "verified", true],
    ["partly met by such a document is verified", { ...met, rating: "partly-met" }, {}, "verified", true],
    [
      "a location beside such a document leaves it verified",
      { rating: "met", evidence: [minutes, policy()] },
      {},
      "verified",
      true,
    ],
    [
      "one document that does not stand up spoils the others",
      { rating: "met", evidence: [policy(), policy({ "review-due": "2026-05-31" })] },
      {},
      "none",
      false,
    ],
    [
      "one location that does not stand up spoils the others",
      { rating: "met", evidence: [policy(), { ...minutes, reviewed: "2024-01-01" }] },
      {},
      "none",
      false,
    ],
    ["a document that is gone assures nothing", met, gone, "none", false],
    ["a blank document assures nothing", met, { reading: present({ blank: true }) }, "none", false],
    [
      "a changed document assures nothing",
      { rating: "met", evidence: [policy({ sha256: "b".repeat(64) })] },
      {},
      "none",
      false,
    ],
    ["a location alone is attested, not assured", { rating: "met", evidence: [minutes] }, {}, "attested", false],
    ["a document that is there but was not read is attested", met, pdf, "attested", false],
    ["nothing cited is nothing", { rating: "met" }, {}, "none", false],
    ["an empty list of evidence is nothing", { rating: "met", evidence: [] }, {}, "none", false],
    [
      "a moderator who agrees assures without a document",
      { rating: "met", moderated: moderated("met") },
      {},
      "moderated",
      true,
    ],
    [
      "a moderator who rates better assures",
      { rating: "partly-met", moderated: moderated("met") },
      {},
      "moderated",
      true,
    ],
    [
      "a moderator who agrees assures though the document is gone",
      { ...met, moderated: moderated("met") },
      gone,
      "moderated",
      true,
    ],
    [
      "a moderator who agrees lifts what was attested",
      { rating: "met", evidence: [minutes], moderated: moderated("met") },
      {},
      "moderated",
      true,
    ],
    [
      "what was verified stays so beside a moderator who agrees",
      { ...met, moderated: moderated("met") },
      {},
      "verified",
      true,
    ],
    [
      "a moderator who rates lower assures nothing",
      { rating: "met", moderated: moderated("partly-met") },
      {},
      "none",
      false,
    ],
    [
      "a moderator who rates lower outweighs a sound document",
      { ...met, moderated: moderated("partly-met") },
      {},
      "none",
      false,
    ],
    [
      "a moderator who says not applicable assures nothing by it",
      { rating: "met", moderated: moderated("not-applicable") },
      {},
      "none",
      false,
    ],
    [
      "a moderator who says not applicable leaves what was verified",
      { ...met, moderated: moderated("not-applicable") },
      {},
      "verified",
      true,
    ],
    ["not met cannot be assured", { ...met, rating: "not-met", moderated: moderated("not-met") }, {}, "none", false],
    [
      "not applicable cannot be assured",
      { ...met, rating: "not-applicable", reason: "Not ours.", moderated: moderated("not-applicable") },
      {},
      "none",
      false,
    ],
    ["what is unanswered cannot be assured", { evidence: [policy()], moderated: moderated("met") }, {}, "none", false],
    ["no response cannot be assured", null, {}, "none", false],
    [
      "what waits to be confirmed is not assured",
      { ...met, moderated: moderated("met"), "to-confirm": "Widened." },
      {},
      "none",
      false,
    ],
    [
      "an answer to another wording is not assured",
      { ...met, moderated: moderated("met"), question: "00000000" },
      {},
      "none",
      false,
    ],
    [
      "an answer that is too old is not assured",
      { ...met, moderated: moderated("met"), assessed: { on: "2025-05-31" } },
      {},
      "none",
      false,
    ],
    [
      "a moderation of the day of the answer assures",
      { rating: "met", assessed: { on: "2026-05-20" }, moderated: moderated("met") },
      {},
      "moderated",
      true,
    ],
    [
      "a moderation from before the answer assures nothing",
      { rating: "met", assessed: { on: "2026-05-21" }, moderated: moderated("met") },
      {},
      "none",
      false,
    ],
    [
      "a moderation from before the answer leaves what was verified",
      { ...met, assessed: { on: "2026-05-21" }, moderated: moderated("met") },
      {},
      "verified",
      true,
    ],
    [
      "a moderation from before the answer leaves what was attested",
      { rating: "met", evidence: [minutes], assessed: { on: "2026-05-21" }, moderated: moderated("met") },
      {},
      "attested",
      false,
    ],
    [
      "a moderation of today assures",
      { rating: "met", moderated: { rating: "met", on: today } },
      {},
      "moderated",
      true,
    ],
    [
      "a moderation in the future assures nothing",
      { rating: "met", moderated: { rating: "met", on: "2026-06-02" } },
      {},
      "none",
      false,
    ],
    [
      "a moderation as old as an answer may be assures",
      { rating: "met", moderated: { rating: "met", on: "2025-06-01" } },
      {},
      "moderated",
      true,
    ],
    [
      "a moderation older than an answer may be assures nothing",
      { rating: "met", moderated: { rating: "met", on: "2025-05-31" } },
      {},
      "none",
      false,
    ],
    [
      "a moderation that says lower counts, however old",
      { ...met, moderated: { rating: "not-met", on: "2020-01-01" } },
      {},
      "none",
      false,
    ],
    ["what does not apply is not assured", met, { appliesWhen: { sector: "police" } }, "none", false],
    ["what may apply can be assured", met, { appliesWhen: { "runs-trips": true } }, "verified", true],
  ])("%s", (_claim, response, given, assurance, assured) => {
    const finding = find(response, given);
    expect([finding.assurance, finding.assured]).toEqual([assurance, assured]);
  });
});

describe("findings", () => {
  const list = checklist([
    standard("leadership", requirement("board-lead"), requirement("custody", { appliesWhen: { sector: "police" } })),
    standard("people", requirement("supervision")),
  ]);
  const given = { checklist: list, profile, readings: readings(), today, maxAge: "P12M" };

  it("there is one a requirement, in checklist order, with its standard", () => {
    const found = assess({ ...given, audit: audit({ supervision: met, "board-lead": met }) });
    expect(
      found.map((finding) => [
        finding.standard.id,
        finding.requirement.id,
        finding.applicability.status,
        finding.rating,
      ]),
    ).toEqual([
      ["leadership", "board-lead", "applies", "met"],
      ["leadership", "custody", "does-not-apply", null],
      ["people", "supervision", "applies", "met"],
    ]);
  });

  it("a requirement carries its response; one that was not answered carries none", () => {
    const found = assess({ ...given, audit: audit({ "board-lead": met }) });
    expect(found.map((finding) => finding.response)).toEqual([met, null, null]);
  });

  it("severity follows the force", () => {
    const severities = (["must", "should", "local", "practice"] as const).map(
      (force) => find(null, { force }).gaps[0]?.severity,
    );
    expect(severities).toEqual(["error", "error", "warning", "note"]);
  });

  it("gaps stand in the order: the answer, its evidence, its actions", () => {
    const response: Response = {
      rating: "partly-met",
      evidence: [policy()],
      question: "00000000",
      moderated: moderated("not-met"),
      assessed: { on: "2025-01-01" },
      "to-confirm": "Widened.",
      actions: [{ id: "A1", what: "Write it", due: "2026-05-01", status: "open" }],
    };
    expect(find(response, { ...gone, appliesWhen: { "runs-trips": true } }).gaps.map(({ kind }) => kind)).toEqual([
      "applicability-unknown",
      "partly-met",
      "moderated-lower",
      "question-changed",
      "to-confirm",
      "audit-out-of-date",
      "evidence-missing",
      "action-overdue",
      "action-without-owner",
    ]);
  });

  it("a derived fact decides what applies", () => {
    const recruiting = { appliesWhen: { recruits: true }, facts: { "employs-staff": false, "has-volunteers": false } };
    expect(find(null, recruiting).applicability.status).toBe("does-not-apply");
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "a requirement called %s is unanswered until it is answered",
    (id) => {
      const responses: Audit["responses"] = JSON.parse(`{"${id}": {"rating": "not-met"}}`);
      const found = [audit({}), audit(responses)].map(
        (answers) => assess({ ...given, checklist: leadership(requirement(id)), audit: answers })[0]?.response,
      );
      expect(found).toEqual([null, { rating: "not-met" }]);
    },
  );
});
