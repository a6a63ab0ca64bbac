import { Ajv2020 } from "ajv/dist/2020.js";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { isDay, isDuration } from "../../src/model/day.js";
import { listFormats, renderList } from "../../src/reporters/checklist-list.js";
import { renderChecklist, showFormats } from "../../src/reporters/checklist-show.js";
import { bareChecklist, checklist, checklists, profile } from "./fixtures/checklist.js";

const options = { width: 80, colour: false, plain: false } as const;
const extensions = { terminal: "txt", markdown: "md", json: "json" } as const;

async function complaintsOf(schema: string, text: string): Promise<unknown> {
  const file = new URL(`../../src/schema/${schema}.schema.json`, import.meta.url);
  const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { day: isDay, duration: isDuration } });
  const validate = ajv.compile(JSON.parse(await readFile(file, "utf8")));
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

describe("a checklist", () => {
  it.each(showFormats)("reads as approved: %s", async (format) => {
    await expect(renderChecklist(format, checklist, profile, options)).toMatchFileSnapshot(
      `fixtures/checklist.${extensions[format]}`,
    );
  });

  it.each(["terminal", "markdown"] as const)("leaves out what it does not have: %s", (format) => {
    const text = renderChecklist(format, bareChecklist, profile, options);
    expect(text).not.toMatch(/Supersede|Notice|Duties|Sources|No longer asked/);
    expect(text).toContain("from 18 March 2026\n");
  });

  it("is, as JSON, the checklist itself, and holds to its schema", async () => {
    const text = renderChecklist("json", checklist, profile, options);
    expect(JSON.parse(text)).toEqual(checklist);
    expect(await complaintsOf("checklist", text)).toEqual([]);
  });

  it("never holds a raw control", () => {
    for (const format of showFormats)
      expect(renderChecklist(format, checklist, profile, options)).not.toMatch(/(?!\n)\p{Cc}|[\u202A-\u202E]/u);
  });
});

describe("the list of checklists", () => {
  it.each(listFormats)("reads as approved: %s", async (format) => {
    await expect(renderList(format, checklists, options)).toMatchFileSnapshot(
      `fixtures/checklists.${extensions[format]}`,
    );
  });

  it("holds to its schema as JSON", async () => {
    expect(await complaintsOf("checklists", renderList("json", checklists, options))).toEqual([]);
  });
});
