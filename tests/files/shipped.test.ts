import { describe, expect, it } from "vitest";
import { editionInForce, readShippedChecklist, readShippedProfile, shippedIds } from "../../src/files/shipped.js";

describe("what is shipped", () => {
  it("are five editions in the order of publication", async () => {
    expect(await shippedIds()).toEqual([
      "working-together-2006",
      "working-together-2013",
      "working-together-2018",
      "working-together-2023",
      "working-together-2026",
    ]);
  });
  it("is read by id", async () => {
    expect((await readShippedChecklist("working-together-2018")).schema).toBe("checklist/1");
    expect((await readShippedProfile()).schema).toBe("profile/1");
  });
  it.each([
    ["working-togther-2018", "Did you mean working-together-2018? Shipped: working-together-2006"],
    ["working-together-2025", "Shipped: working-together-2006"],
    ["../../package", "Shipped: working-together-2006"],
    ["profile", "Shipped: working-together-2006"],
  ])("has no %s", async (id, hint) => {
    await expect(readShippedChecklist(id)).rejects.toMatchObject({
      name: "UserError",
      hint: expect.stringMatching(new RegExp(`^${hint.replace("?", "[?]")}`)),
    });
  });
});

describe("the edition in force", () => {
  const index = [
    { id: "first", published: "2006-04-01", inForce: { from: "2006-04-01", until: "2010-03-31" } },
    { id: "second", published: "2018-07-04", inForce: { from: "2018-08-01", until: "2023-12-14" } },
    { id: "third", published: "2023-12-15", inForce: { from: "2023-12-15", until: null } },
  ];
  it.each([
    ["1999-01-01", "first"],
    ["2006-04-01", "first"],
    ["2010-03-31", "first"],
    ["2012-01-01", "first"],
    ["2018-07-03", "first"],
    ["2018-07-04", "second"],
    ["2023-12-14", "second"],
    ["2023-12-15", "third"],
    ["2099-01-01", "third"],
  ])("on %s is the %s", (day, id) => {
    expect(editionInForce(index, day)).toBe(id);
  });
  it("needs an edition", () => {
    expect(() => editionInForce([], "2026-01-01")).toThrow(RangeError);
  });
});
