import { describe, expect, it } from "vitest";
import type { Evidence } from "../../src/model/audit.js";
import type { EvidenceReading } from "../../src/model/evidence.js";
import { action, find, kinds, minutes, policy, present, readings, soundDigest } from "./fixtures.js";

const met = (...evidence: readonly Evidence[]) => ({ rating: "met", evidence }) as const;
const found = (evidence: Evidence, reading: EvidenceReading = present()) =>
  find(met(evidence), { reading }).gaps.map(({ kind, message, path }) => [kind, message, path.slice(2).join(".")]);

const undated: Evidence = { title: "Safeguarding policy", path: "policies/safeguarding.md" };

it("a document that is there, has content and is in date stands up", () => {
  expect(find(met(policy())).evidence).toEqual([
    {
      title: "Safeguarding policy",
      path: "policies/safeguarding.md",
      location: null,
      reviewed: "2026-03-01",
      reviewDue: "2027-03-01",
      read: true,
      standsUp: true,
      problems: [],
    },
  ]);
});

it("a location is shown with what is known of it, unread", () => {
  expect(
    find(met({ title: "Trustees' minutes", location: "Minute book", "review-due": "2026-12-01" })).evidence,
  ).toEqual([
    {
      title: "Trustees' minutes",
      path: null,
      location: "Minute book",
      reviewed: null,
      reviewDue: "2026-12-01",
      read: false,
      standsUp: true,
      problems: [],
    },
  ]);
});

describe("evidence-missing", () => {
  it("a document that is not there is a gap", () => {
    expect(found(policy(), { kind: "missing", what: "there is no such document" })).toEqual([
      [
        "evidence-missing",
        '"Safeguarding policy" (policies/safeguarding.md): there is no such document.',
        "evidence.0.path",
      ],
    ]);
  });

  it("a document that nobody read counts as missing", () => {
    expect(find(met(policy()), { readings: new Map() }).gaps.map(({ message }) => message)).toEqual([
      '"Safeguarding policy" (policies/safeguarding.md): it was not read.',
    ]);
  });

  it("a document that is not there was not read and does not stand up", () => {
    expect(find(met(policy()), { reading: { kind: "missing", what: "gone" } }).evidence).toMatchObject([
      { read: false, standsUp: false, problems: ["evidence-missing"] },
    ]);
  });

  it.each(["__proto__", "constructor"])("a path called %s is missing until it is read", (path) => {
    expect(kinds(met(policy({ path })))).toEqual(["evidence-missing"]);
    expect(kinds(met(policy({ path })), { readings: new Map([[path, present()]]) })).toEqual([]);
  });
});

describe("evidence-blank", () => {
  it("a document without content is a gap", () => {
    expect(found(policy(), present({ blank: true }))).toEqual([
      [
        "evidence-blank",
        '"Safeguarding policy" (policies/safeguarding.md): it holds no content, or nothing but placeholders.',
        "evidence.0.path",
      ],
    ]);
  });

  it("an empty file that is not text is a gap too", () => {
    expect(kinds(met(policy()), { reading: present({ blank: true, read: false }) })).toEqual(["evidence-blank"]);
  });
});

describe("evidence-changed", () => {
  it("a document unlike the one that was assessed is a gap", () => {
    expect(found(policy({ sha256: "b".repeat(64) }))).toEqual([
      [
        "evidence-changed",
        '"Safeguarding policy" (policies/safeguarding.md): it has changed since it was assessed.',
        "evidence.0.sha256",
      ],
    ]);
  });

  it("the same document is none", () => {
    expect(found(policy({ sha256: soundDigest }))).toEqual([]);
  });

  it("a document that is gone is missing, not changed", () => {
    expect(kinds(met(policy({ sha256: soundDigest })), { reading: { kind: "missing", what: "gone" } })).toEqual([
      "evidence-missing",
    ]);
  });
});

describe("evidence-out-of-date", () => {
  const name = '"Safeguarding policy" (policies/safeguarding.md)';

  it("a review due before today is a gap", () => {
    expect(found(policy({ "review-due": "2026-05-31" }))).toEqual([
      ["evidence-out-of-date", `${name}: its review was due on 31 May 2026.`, "evidence.0.review-due"],
    ]);
  });

  it("a review due today is none", () => {
    expect(found(policy({ "review-due": "2026-06-01" }))).toEqual([]);
  });

  it("a review older than the practice note's interval is a gap, though it is not due yet", () => {
    expect(found(policy({ reviewed: "2025-05-31", "review-due": "2030-01-01" }))).toEqual([
      [
        "evidence-out-of-date",
        `${name}: it was last reviewed on 31 May 2025, and is to be reviewed every 12 months.`,
        "evidence.0.reviewed",
      ],
    ]);
  });

  it("a review exactly as old as the interval is none", () => {
    expect(found({ ...undated, reviewed: "2025-06-01" })).toEqual([]);
  });

  it("a review of today is none", () => {
    expect(found({ ...undated, reviewed: "2026-06-01" })).toEqual([]);
  });

  it("a review in the future is a gap: it has not taken place", () => {
    expect(found(policy({ reviewed: "2026-06-02" }))).toEqual([
      [
        "evidence-out-of-date",
        `${name}: its review is dated 2 June 2026, which has not come yet.`,
        "evidence.0.reviewed",
      ],
    ]);
  });

  it("a due day alone is enough", () => {
    expect(found({ ...undated, "review-due": "2027-01-01" })).toEqual([]);
  });

  it("a due day alone, as far off as the interval, is enough", () => {
    expect(found({ ...undated, "review-due": "2027-06-01" })).toEqual([]);
  });

  it("a due day alone, farther off than the interval, puts the review off for ever: it is a gap", () => {
    expect(found({ ...undated, "review-due": "2027-06-02" })).toEqual([
      [
        "evidence-out-of-date",
        `${name}: no review is recorded, the next is due only on 2 June 2027, and it is to be reviewed every 12 months.`,
        "evidence.0.review-due",
      ],
    ]);
  });

  it("a due day far off beside a review in date is none", () => {
    expect(found(policy({ reviewed: "2026-05-31", "review-due": "2030-01-01" }))).toEqual([]);
  });

  it("no date at all is a gap", () => {
    expect(found(undated)).toEqual([
      [
        "evidence-out-of-date",
        `${name}: no review date is recorded, so nobody can tell whether it is in date.`,
        "evidence.0.title",
      ],
    ]);
  });

  it("a location can be out of date", () => {
    expect(found({ ...minutes, reviewed: "2024-05-12" })).toEqual([
      [
        "evidence-out-of-date",
        '"Trustees\' minutes" (Minute book 2026-05-12 item 4): it was last reviewed on 12 May 2024, and is to be reviewed every 12 months.',
        "evidence.0.reviewed",
      ],
    ]);
  });
});

it("every problem of every document is named, at its own place", () => {
  const response = met(minutes, policy({ "review-due": "2026-05-31", sha256: "b".repeat(64) }));
  const gaps = find(response, { reading: present({ blank: true }) }).gaps;
  expect(gaps.map(({ kind, path }) => [kind, path[3]])).toEqual([
    ["evidence-blank", 1],
    ["evidence-changed", 1],
    ["evidence-out-of-date", 1],
  ]);
});

it("the evidence of a partly met requirement is checked too", () => {
  const response = { rating: "partly-met", actions: [action()], evidence: [policy()] } as const;
  expect(kinds(response, { readings: new Map() })).toEqual(["partly-met", "evidence-missing"]);
});

it.each(["not-met", "not-applicable"] as const)(
  "the evidence of one rated %s claims nothing and makes no gap",
  (rating) => {
    const response = { rating, reason: "Not ours.", actions: [action()], evidence: [policy()] };
    expect(kinds(response, { readings: new Map() })).not.toContain("evidence-missing");
  },
);

it("the evidence of what is unanswered makes no gap", () => {
  expect(kinds({ evidence: [policy()] }, { readings: new Map() })).toEqual(["unanswered"]);
});

it("the same path cited under two titles is judged by the same reading", () => {
  const gaps = find(met(policy(), policy({ title: "Annex" })), {
    readings: readings({ kind: "missing", what: "gone" }),
  }).gaps;
  expect(gaps.map(({ message }) => message)).toEqual([
    '"Safeguarding policy" (policies/safeguarding.md): gone.',
    '"Annex" (policies/safeguarding.md): gone.',
  ]);
});
