import { describe, expect, it } from "vitest";
import { listChecklists } from "../../src/engine/editions.js";
import { checklist, requirement, standard } from "./fixtures.js";

describe("the list of editions", () => {
  const verified = { chapter: 2, paragraph: "3", verified: true, source: "guidance", law: null };
  const edition = checklist(
    [
      standard("leadership", requirement("board-lead", { reference: verified }), requirement("culture")),
      standard("people", requirement("supervision")),
    ],
    {
      notice: "Carried over.",
    },
  );

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
