import { expect, it } from "vitest";
import { blocksOf, read } from "./read.js";

const fieldsOf = async (text: string) =>
  (await read(text, "markdown")).fields.map(({ key, value, line }) => `${line} ${key}=${value}`);

it("YAML gives fields with flat keys, joined lists and plain days", async () => {
  const text = "---\ntitle: A\nreview:\n  due: 2027-3-1 10:00:00\n  by: [Chair, Lead]\nempty:\n---\nText";
  expect(await fieldsOf(text)).toEqual(["2 title=A", "4 review.due=2027-03-01", "5 review.by=Chair, Lead", "6 empty="]);
  expect(await blocksOf(text, "markdown")).toEqual(["8 paragraph: Text"]);
});

it("TOML gives fields", async () => {
  const text = '+++\ntitle = "A"\ndate = 2027-03-01T10:00:00Z\n[extra]\nby = ["x", "y"]\n+++\nText';
  expect(await fieldsOf(text)).toEqual(["2 title=A", "3 date=2027-03-01", "5 extra.by=x, y"]);
  expect(await blocksOf(text, "markdown")).toEqual(["7 paragraph: Text"]);
});

it("of broken YAML the lines that say something are read", async () => {
  const text = '---\ntitle: "A\nreview: 2027-03-01\n\t- x\n---\nText';
  expect(await fieldsOf(text)).toEqual(['2 title="A', "3 review=2027-03-01"]);
});

it("of broken TOML the lines that say something are read", async () => {
  expect(await fieldsOf("+++\ntitle = A\nby = B\n= 3\n+++\n")).toEqual(["2 title=A", "3 by=B"]);
});

it.each([
  ["what is never closed", "---\ntitle: A\n\nText"],
  ["prose between two rules", "---\nWe keep children safe.\nTell the lead: she knows.\n\n---\nText"],
])("%s is body text", async (_what, text) => {
  const { fields, blocks } = await read(text, "markdown");
  expect([fields, blocks.length > 1]).toEqual([[], true]);
});

it("an alias is not followed", async () => {
  const laughs = "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nText";
  expect(JSON.stringify(await read(laughs, "markdown")).length).toBeLessThan(1000);
});

it.each([
  ["its field", "---\nTitle: Our policy\n---\n# Another", "Our policy"],
  ["its first heading of the first level", "## Part\n\n# Main", "Main"],
  ["its first heading", "Text\n\n### Part\n\n## Other", "Part"],
  ["nothing", "Text", null],
])("the title comes from %s", async (_what, text, title) => {
  expect((await read(text, "markdown")).title).toBe(title);
});
