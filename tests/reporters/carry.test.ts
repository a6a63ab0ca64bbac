import { expect, test } from "vitest";
import { renderCarry } from "../../src/reporters/carry.js";
import { audit, leadership, requirement } from "../engine/fixtures.js";

const from = leadership(requirement("board-lead"), requirement("priorities"));
const to = {
  ...leadership(requirement("board-lead"), requirement("culture"), requirement("rota")),
  notice: "Not read.",
};
const waiting = { rating: "met", "to-confirm": "It asks\nfor more.\u001b[31m" } as const;
const carry = {
  schema: "carry/1",
  from: "a",
  to: "b",
  carried: ["culture"],
  toConfirm: ["board-lead"],
  added: ["rota"],
  retired: ["priorities"],
} as const;
const view = { audit: audit({ "board-lead": waiting }), carry, from, to, isChanged: true };
const plain = { width: 200, colour: false, plain: true };

test("what became of answers is told with titles and reasons, and hides nothing", () => {
  expect(renderCarry("terminal", view, plain)).toBe(`Riverside Youth Project
From Working Together to Safeguard Children 2023 to Working Together to Safeguard Children 2023.
1 carried, 1 to confirm, 1 new, 1 retired

Not read.

To confirm: the answer came along, and counts as assured again when you confirm it
- board lead: It asks for more.\\u001b[31m

New: not asked of you before
- rota

Retired: no longer asked; what was answered is kept in the archive of the file
- priorities

Carried: the answer stands as it is
- culture
`);
});

test("an id that nobody knows stands for itself, and no section is empty", () => {
  const unknown = { ...carry, carried: ["gone"], toConfirm: ["lost"], added: [], retired: [] };
  const text = renderCarry("terminal", { ...view, carry: unknown, to: from, isChanged: false }, plain);
  expect(text).toContain("Against Working Together to Safeguard Children 2023 already: nothing changes.");
  expect(text).toContain("- lost:\n");
  expect(text).toContain("- gone\n");
  expect(text).not.toContain("New:");
});

test("as data it is what became of the answers, and no more", () => {
  expect(JSON.parse(renderCarry("json", view, plain))).toEqual(carry);
});
