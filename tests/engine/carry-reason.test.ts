import { expect, it } from "vitest";
import { createGroup } from "../../src/engine/carry-group.js";
import { reasonsFor } from "../../src/engine/carry-reason.js";
import { leadership, requirement, standard } from "./fixtures.js";

it("an answer that was carried through a gap waits, where no edition says that the requirement returned", () => {
  const asked = requirement("lead");
  const end = { requirement: asked, standard: standard("leadership", asked) };
  const link = { before: end, after: end, steps: [], gap: ["working-together-2013"], note: null };
  const from = { ...leadership(asked), id: "working-together-2006" };
  const way = { from, to: leadership(asked), group: createGroup([asked], [asked], [link]) };
  expect(reasonsFor(way, asked, asked.digest)).toEqual(["The 2013 edition did not ask it, and the 2023 edition does."]);
});
