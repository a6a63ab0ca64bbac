import { expect, it } from "vitest";
import { type OverlayStart, renderNewOverlay } from "../../src/reporters/checklist-start.js";

const start: OverlayStart = {
  id: "anytown-2026",
  title: "Anytown",
  base: "working-together-2026",
  baseTitle: "Working Together",
  standard: { id: "leadership", title: "Leadership" },
  strengthened: { id: "board-lead", title: "A lead on the board", review: "P6M" },
  shown: [{ id: "board-lead", title: "A lead on the board" }],
};

it("a shorter review is asked for where there is one to ask", () => {
  expect(renderNewOverlay(start)).toContain("\n    review: P6M\n");
  const without = renderNewOverlay({ ...start, strengthened: { ...start.strengthened, review: null } });
  expect(without).not.toMatch(/^ {4}review:/mu);
  expect(without).toContain("\n    # review: a time shorter than the one it has\n");
});

it.each([
  ["anytown", "id: anytown"],
  ["2026", 'id: "2026"'],
  ["null", 'id: "null"'],
])("the id %s stays a text", (id, line) => {
  expect(renderNewOverlay({ ...start, id })).toContain(`\n${line}\n`);
});

it("a title cannot leave its quotes or its comment", () => {
  const title = 'A "lead"\nschema: audit/1 \u{e0001}';
  const lines = renderNewOverlay({ ...start, title, standard: { id: "leadership", title } }).split("\n");
  expect(lines).toContain('title: "A \\"lead\\"\\nschema: audit/1 \\udb40\\udc01"');
  expect(lines.filter((line) => line.startsWith("schema:"))).toEqual(["schema: overlay/1"]);
  expect(lines).toContain(
    '  # "A "lead" schema: audit/1" is there already. A new standard has an id of its own, and a title.',
  );
});
