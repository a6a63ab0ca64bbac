import { describe, expect, it } from "vitest";
import { editionInForce, listChecklists, type EditionDates } from "../../src/engine/editions.js";
import { checklist, requirement, standard } from "./fixtures.js";

const dates = (id: string, published: string, from: string, until: string | null): EditionDates => ({ id, published, inForce: { from, until } });

const shipped = [
  dates("2018", "2018-07-04", "2018-07-04", "2023-12-14"),
  dates("2026", "2026-03-18", "2026-03-18", null),
  dates("2013", "2013-03-21", "2013-04-15", "2015-03-25"),
  dates("2023", "2023-12-15", "2023-12-15", "2026-03-17"),
];

describe("the edition in force", () => {
  it.each([
    ["2026-11-21", "2026", "the newest"],
    ["2026-03-18", "2026", "on its first day"],
    ["2026-03-17", "2023", "on its last day"],
    ["2023-12-14", "2018", "on its last day"],
    ["2014-01-01", "2013", "an old one"],
    ["2013-04-01", "2013", "published, not yet in force, and none other known"],
    ["2016-06-01", "2013", "where the one in force is not shipped, the latest published by then"],
    ["1999-01-01", "2013", "before all of them the first"],
  ])("on %s is %s: %s", (today, id) => {
    expect(editionInForce(shipped, today)).toBe(id);
  });

  it("of two in force on a day is the one published later", () => {
    const both = [dates("2023", "2023-12-15", "2023-12-15", null), dates("2018", "2018-07-04", "2018-07-04", null)];
    expect(editionInForce(both, "2024-01-01")).toBe("2023");
  });

  it("stays the one in force while the next is published and not yet in force", () => {
    const next = dates("2027", "2026-10-01", "2027-01-01", null);
    expect(editionInForce([...shipped, next], "2026-11-21")).toBe("2026");
  });

  it("is none when none is known", () => {
    expect(editionInForce([], "2026-11-21")).toBeNull();
  });
});

describe("the list of editions", () => {
  const verified = { chapter: 2, paragraph: "3", verified: true, source: "guidance", law: null };
  const edition = checklist([standard("leadership", requirement("board-lead", { reference: verified }), requirement("culture")), standard("people", requirement("supervision"))], {
    notice: "Carried over.",
  });

  it("tells each at a glance", () => {
    expect(listChecklists([edition], "2024-01-01")).toEqual({
      schema: "checklists/1",
      today: "2024-01-01",
      checklists: [
        {
          id: "working-together-2023",
          title: "Working Together to Safeguard Children 2023",
          published: "2023-12-15",
          inForce: { from: "2023-12-15", until: "2026-03-17" },
          state: "in-force",
          status: "restated",
          requirements: 3,
          verifiedReferences: 1,
          notice: "Carried over.",
        },
      ],
    });
  });

  it.each([
    ["2023-12-14", "not-yet-in-force"],
    ["2023-12-15", "in-force"],
    ["2026-03-17", "in-force"],
    ["2026-03-18", "superseded"],
  ])("on %s it is %s", (today, state) => {
    expect(listChecklists([edition], today).checklists[0]?.state).toBe(state);
  });

  it("an edition without an end is in force for good", () => {
    const open = checklist([], { inForce: { from: "2023-12-15", until: null } });
    expect(listChecklists([open], "2099-01-01").checklists[0]?.state).toBe("in-force");
  });
});
