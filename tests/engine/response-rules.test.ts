import { describe, expect, it } from "vitest";
import { find, kinds, minutes, policy } from "./fixtures.js";

const met = { rating: "met", evidence: [policy()] } as const;
const planned = {
  actions: [{ id: "A1", what: "Appoint a trustee", owner: "Chair", due: "2026-09-30", status: "open" }],
} as const;
const path = (...place: readonly (string | number)[]) => ["responses", "line-of-accountability", ...place];

it("a met requirement with sound evidence has no gap", () => {
  expect(kinds(met)).toEqual([]);
});

describe("unanswered", () => {
  it("an unanswered requirement is a gap", () => {
    expect(find(null).gaps).toEqual([
      { kind: "unanswered", severity: "error", message: "No rating has been given.", path: path() },
    ]);
  });

  it("a response without a rating is unanswered", () => {
    expect(kinds({ note: "Ask the chair." })).toEqual(["unanswered"]);
  });

  it.each(["met", "partly-met", "not-met", "not-applicable"] as const)("one rated %s is not unanswered", (rating) => {
    expect(kinds({ ...planned, rating, reason: "Not ours." })).not.toContain("unanswered");
  });
});

describe("applicability-unknown", () => {
  const open = { appliesWhen: { "runs-trips": true } };

  it("not knowing whether it applies is one gap, with the reason", () => {
    expect(find(null, open).gaps).toEqual([
      {
        kind: "applicability-unknown",
        severity: "error",
        message: "Asked only when: runs-trips: yes. Not answered yet: runs-trips.",
        path: path(),
      },
    ]);
  });

  it("it stays a gap when the requirement is answered", () => {
    expect(kinds(met, open)).toEqual(["applicability-unknown"]);
  });

  it("what does not apply has no gap, whatever was answered", () => {
    const bad = { rating: "met", question: "00000000", "to-confirm": "Carried." } as const;
    expect(kinds(bad, { appliesWhen: { sector: "police" } })).toEqual([]);
  });
});

describe("shortfall", () => {
  it("not met is a gap", () => {
    expect(find({ ...planned, rating: "not-met" }).gaps).toEqual([
      {
        kind: "not-met",
        severity: "error",
        message: "The organisation says that this is not in place.",
        path: path("rating"),
      },
    ]);
  });

  it("partly met is a gap", () => {
    expect(find({ ...planned, rating: "partly-met" }).gaps).toEqual([
      {
        kind: "partly-met",
        severity: "warning",
        message: "The organisation says that this is only partly in place.",
        path: path("rating"),
      },
    ]);
  });

  it("an action in hand does not close it", () => {
    expect(kinds({ ...planned, rating: "not-met" })).toEqual(["not-met"]);
  });
});

describe("not-applicable-without-reason", () => {
  it("not applicable without a reason is a gap", () => {
    expect(find({ rating: "not-applicable" }).gaps).toEqual([
      {
        kind: "not-applicable-without-reason",
        severity: "error",
        message: "It is marked not applicable, and no reason is given.",
        path: path("rating"),
      },
    ]);
  });

  it("not applicable with a reason is no gap", () => {
    expect(kinds({ rating: "not-applicable", reason: "We run no secure accommodation" })).toEqual([]);
  });
});

describe("no-evidence", () => {
  it.each([[{ rating: "met" }], [{ rating: "met", evidence: [] }]] as const)(
    "met with nothing cited is a gap: %j",
    (response) => {
      expect(find(response).gaps).toEqual([
        {
          kind: "no-evidence",
          severity: "error",
          message: "It is rated met, and nothing is cited that proves it.",
          path: path("rating"),
        },
      ]);
    },
  );

  it("a location is evidence", () => {
    expect(kinds({ rating: "met", evidence: [minutes] })).toEqual([]);
  });

  it("partly met needs none", () => {
    expect(kinds({ ...planned, rating: "partly-met" })).toEqual(["partly-met"]);
  });
});

describe("moderated-lower", () => {
  it("a moderator who rates lower makes a gap, and it says who and when", () => {
    expect(find({ ...met, moderated: { rating: "partly-met", on: "2026-05-20", by: "Partnership" } }).gaps).toEqual([
      {
        kind: "moderated-lower",
        severity: "warning",
        message: "It is rated met, but the moderator (Partnership) rated it partly met on 20 May 2026.",
        path: path("moderated", "rating"),
      },
    ]);
  });

  it("a moderator without a role is the moderator", () => {
    const [gap] = find({ ...met, moderated: { rating: "not-met", on: "2026-05-20" } }).gaps;
    expect(gap?.message).toBe("It is rated met, but the moderator rated it not met on 20 May 2026.");
  });

  it.each([
    ["met", "met", false],
    ["met", "partly-met", true],
    ["met", "not-met", true],
    ["met", "not-applicable", false],
    ["partly-met", "met", false],
    ["partly-met", "partly-met", false],
    ["partly-met", "not-met", true],
    ["not-met", "not-met", false],
    ["not-met", "met", false],
    ["not-applicable", "met", false],
    ["not-applicable", "partly-met", true],
    ["not-applicable", "not-met", true],
    ["not-applicable", "not-applicable", false],
  ] as const)("of %s, moderated %s is lower: %s", (rating, moderated, lower) => {
    const response = {
      ...planned,
      rating,
      reason: "Not ours.",
      evidence: [policy()],
      moderated: { rating: moderated, on: "2026-05-20" },
    };
    expect(kinds(response).includes("moderated-lower")).toBe(lower);
  });

  it("a moderated rating of what was never rated is no gap of its own", () => {
    expect(kinds({ moderated: { rating: "not-met", on: "2026-05-20" } })).toEqual(["unanswered"]);
  });
});

describe("question-changed", () => {
  it("an answer to another wording is a gap", () => {
    expect(find({ ...met, question: "00000000" }).gaps).toEqual([
      {
        kind: "question-changed",
        severity: "warning",
        message: "It was answered for another wording of the question.",
        path: path("question"),
      },
    ]);
  });

  it("an answer to this wording is none", () => {
    expect(kinds({ ...met, question: "5d41402a" })).toEqual([]);
  });

  it("a carried answer that waits for the new wording is told once", () => {
    const waiting = { ...met, question: "00000000", "to-confirm": "The 2023 edition words this question anew." };
    expect(kinds({ ...waiting, "carried-from": "working-together-2018" })).toEqual(["to-confirm"]);
  });

  it("an answer that waits for something else is told as well", () => {
    expect(kinds({ ...met, question: "00000000", "to-confirm": "Not finished." })).toEqual([
      "question-changed",
      "to-confirm",
    ]);
  });

  it("what was never answered was not answered for another wording", () => {
    expect(kinds({ question: "00000000" })).toEqual(["unanswered"]);
  });
});

describe("to-confirm", () => {
  it("a carried answer that waits is a gap, with the reason", () => {
    expect(find({ ...met, "to-confirm": "The question was widened." }).gaps).toEqual([
      {
        kind: "to-confirm",
        severity: "error",
        message: "The answer waits to be confirmed: The question was widened.",
        path: path("to-confirm"),
      },
    ]);
  });
});
