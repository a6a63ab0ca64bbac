import { describe, expect, it } from "vitest";
import type { EvidenceLook, Review } from "../../src/engine/review.js";
import { renderReview, type ReviewView } from "../../src/reporters/review.js";
import { checklists } from "../data/shipped.js";
import { editionOf } from "../engine/carry-fixture.js";
import type { Audit } from "../../src/model/audit.js";

const editions = [...checklists.values()];
const of2023 = editionOf(editions, "working-together-2023");
const of2026 = editionOf(editions, "working-together-2026");
const options = { width: 200, colour: false, plain: true };

const before: Audit = {
  schema: "audit/1",
  checklist: "working-together-2023",
  organisation: { name: "Riverside \u001b[31mYouth Project", facts: {} },
  period: { from: "2026-01-01", to: "2026-12-31" },
  responses: {},
};

const none: Review["counts"] = {
  unanswered: 0,
  openActions: 0,
  closedActions: 0,
  retiredActions: 0,
  moderated: 0,
  signOffs: 0,
};

function viewOf(
  looks: readonly EvidenceLook[],
  {
    counts = {},
    carry = {},
    responses = {},
    to: checklist = of2026,
  }: {
    readonly counts?: Partial<Review["counts"]>;
    readonly carry?: Partial<Review["carry"]>;
    readonly responses?: Audit["responses"];
    readonly to?: typeof of2026;
  } = {},
): ReviewView {
  return {
    review: {
      audit: { ...before, period: { from: "2027-01-01", to: "2027-12-31" }, responses },
      carry: {
        schema: "carry/1",
        from: "working-together-2023",
        to: checklist.id,
        carried: [],
        toConfirm: looks.map(({ requirement }) => requirement),
        added: [],
        retired: [],
        ...carry,
      },
      counts: { ...none, ...counts },
    },
    looks,
    before: { audit: before, checklist: of2023 },
    target: { checklist },
  };
}

const changed: EvidenceLook = {
  requirement: "whistleblowing",
  state: "needs-a-look",
  reasons: ['"Policy" (a.md): it has changed since it was assessed.', '"Minutes" (b.md): there is no such document.'],
};

describe("what is said when the next audit is started", () => {
  it("counts what comes forward, and lists it by what is to be done", () => {
    const looks: readonly EvidenceLook[] = [
      changed,
      { requirement: "board-lead", state: "as-it-was", reasons: [] },
      { requirement: "no-title", state: "without-evidence", reasons: [] },
    ];
    const view = viewOf(looks, {
      counts: { unanswered: 3, openActions: 7, closedActions: 4, moderated: 2, signOffs: 1 },
      carry: { added: ["culture-of-safety"], retired: ["no-longer-known"] },
      responses: {
        "board-lead": {
          rating: "met",
          "to-confirm": "Carried forward.\nThe 2026 edition asks for more.",
          "carried-from": "working-together-2023",
        },
      },
    });
    expect(renderReview("terminal", view, options)).toBe(`Riverside \\u001b[31mYouth Project
The next audit: 1 January 2027 to 31 December 2027, against Working Together to Safeguard Children 2026.
The one before: 1 January 2026 to 31 December 2026, against Working Together to Safeguard Children 2023.
The text of chapter 4 of the 2026 edition has not been checked; items are carried over from 2023.

3 answers come forward to confirm: 1 with evidence as it was, 1 whose evidence needs a look, 1 without evidence. 3 unanswered, 1 new, 1 retired. 7 actions come along, 4 closed ones archived.
2 moderated ratings and 1 sign-off stay with the audit before.

Its evidence needs a look
- Whistleblowing: "Policy" (a.md): it has changed since it was assessed. "Minutes" (b.md): there is no such document.

Its question has changed
- Board-level safeguarding lead: The 2026 edition asks for more.

Nothing is cited for it
- no-title

New: not asked of you before
- Safety, equality and protection

Retired: no longer asked; what was answered is kept in the archive of the file
- no-longer-known

Its evidence stands as it was
- Board-level safeguarding lead
`);
  });

  it.each([
    [0, "No answers come forward to confirm."],
    [
      1,
      "1 answer comes forward to confirm: 0 with evidence as it was, 1 whose evidence needs a look, 0 without evidence.",
    ],
  ])("has the right words for %i answers", (count, told) => {
    expect(renderReview("terminal", viewOf([changed].slice(0, count)), options)).toContain(told);
  });

  it.each([
    [0, "No actions come along, no closed ones archived."],
    [1, "1 action comes along, 1 closed one archived."],
    [2, "2 actions come along, 2 closed ones archived."],
  ])("has the right words for %i actions", (count, told) => {
    const view = viewOf([], { counts: { openActions: count, closedActions: count } });
    expect(renderReview("terminal", view, options)).toContain(`0 unanswered, 0 new, 0 retired. ${told}`);
  });

  it.each([
    [{ moderated: 1 }, "1 moderated rating stays with the audit before."],
    [{ retiredActions: 1 }, "1 open action goes to the archive, with an answer that is no longer asked for."],
    [{ signOffs: 2 }, "2 sign-offs stay with the audit before."],
  ])("tells what stays behind", (counts, told) => {
    expect(renderReview("terminal", viewOf([], { counts }), options)).toContain(told);
  });

  it("says nothing of what stays behind when nothing does, and has no notice for an edition without one", () => {
    const page = renderReview("terminal", viewOf([], { to: of2023 }), options);
    expect(page).not.toContain("with the audit before");
    expect(page).not.toContain("has not been checked");
  });

  it("is data with -f json: what is to be confirmed, new and retired", () => {
    expect(JSON.parse(renderReview("json", viewOf([changed]), options))).toEqual({
      schema: "carry/1",
      from: "working-together-2023",
      to: "working-together-2026",
      carried: [],
      toConfirm: ["whistleblowing"],
      added: [],
      retired: [],
    });
  });
});
