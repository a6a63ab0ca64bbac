import { Ajv2020 } from "ajv/dist/2020.js";
import { parse as parseCsv } from "csv-parse/sync";
import { readFile } from "node:fs/promises";
import { type DefaultTreeAdapterMap, parse as parseHtml } from "parse5";
import { beforeAll, describe, expect, it } from "vitest";
import { isDay, isDuration } from "../../src/model/day.js";
import type { Report } from "../../src/model/report.js";
import { formats, renderReport } from "../../src/reporters/reporters.js";
import { hostile } from "./fixtures/hostile.js";
import { riverside } from "./fixtures/riverside.js";
import { returnedAsRated, returned, returnUnderAttack } from "./fixtures/returned.js";
import { inOrder, nothingApplies, underAttack } from "./fixtures/variants.js";

const options = { width: 80, colour: false, plain: false } as const;
const cases = {
  riverside,
  "in-order": inOrder,
  "nothing-applies": nothingApplies,
  "under-attack": underAttack,
} as const;
const extensions = { terminal: "txt", markdown: "md", html: "html", json: "json", csv: "csv" } as const;
const schemaFile = new URL("../../src/schema/report.schema.json", import.meta.url);

describe("every format", () => {
  it.each(["markdown", "html", "json", "csv"] as const)("reads as approved: %s", async (format) => {
    for (const [name, report] of Object.entries(cases)) {
      await expect(await renderReport(format, report, options)).toMatchFileSnapshot(
        `fixtures/${name}.${extensions[format]}`,
      );
    }
  });

  it.each(formats)("gives the same for the same report: %s", async (format) => {
    expect(await renderReport(format, riverside, options)).toBe(
      await renderReport(format, structuredClone(riverside), options),
    );
  });

  it.each(formats)("shows no raw control of a hostile text: %s", async (format) => {
    expect(await renderReport(format, underAttack, options)).not.toMatch(
      /(?!\r?\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u,
    );
  });
});

describe("JSON", () => {
  let validate: (data: unknown) => boolean;
  beforeAll(async () => {
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { day: isDay, duration: isDuration } });
    validate = ajv.compile(JSON.parse(await readFile(schemaFile, "utf8")));
  });

  it.each(Object.entries({ ...cases, returned, returnedAsRated, returnUnderAttack }))(
    "holds to its published schema and says all: %s",
    async (_, report) => {
      const read: unknown = JSON.parse(await renderReport("json", report, options));
      expect(validate(read)).toBe(true);
      expect(read).toEqual(report);
    },
  );

  it("writes the keys in the schema's order, whatever the report's", async () => {
    const reversed = JSON.parse(JSON.stringify(riverside), (key, value: unknown) => {
      const isRecord = typeof value === "object" && value !== null && !Array.isArray(value) && key !== "facts";
      return isRecord ? Object.fromEntries(Object.entries(value).toReversed()) : value;
    });
    expect(await renderReport("json", reversed, options)).toBe(await renderReport("json", riverside, options));
  });
});

async function rowsOf(report: Report): Promise<readonly Record<string, string>[]> {
  return parseCsv(await renderReport("csv", report, options), { bom: true, columns: true, recordDelimiter: "\r\n" });
}

describe("CSV", () => {
  it("has one row a requirement and gap", async () => {
    const rows = await rowsOf(riverside);
    expect(rows).toHaveLength(18);
    expect(rows.filter((row) => row["requirement"] === "board-lead").map((row) => row["gap"])).toEqual([
      "not-met",
      "action-overdue",
    ]);
    expect(rows.filter((row) => row["requirement"] === "transport").map((row) => row["gap"])).toEqual([""]);
  });

  it("opens with a byte order mark, so that Excel reads a pound sign as one", async () => {
    const [gap, ...others] = riverside.gaps;
    if (gap === undefined) throw new Error("the fixture has no gaps");
    const costly: Report = { ...riverside, gaps: [{ ...gap, message: "It costs £200" }, ...others] };
    const bytes = new TextEncoder().encode(await renderReport("csv", costly, options));
    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    const rows = await rowsOf(costly);
    expect(Object.keys(rows[0] ?? {})[0]).toBe("standard");
    expect(rows.map((row) => row["message"])).toContain("It costs £200");
  });

  it("is read alike by what knows nothing of the mark, but for the name of the first column", async () => {
    const text = await renderReport("csv", underAttack, options);
    const read = (bom: boolean): readonly (readonly string[])[] => parseCsv(text, { bom, recordDelimiter: "\r\n" });
    const [[first, ...names] = [], ...rows] = read(false);
    expect(first).toBe("\uFEFFstandard");
    expect([["standard", ...names], ...rows]).toEqual(read(true));
  });

  it("keeps its rows whole under attack", async () => {
    const rows = await rowsOf(underAttack);
    expect(rows).toHaveLength(18);
    expect(rows[1]?.["message"]).toMatch(/^'=HYPERLINK/);
  });
});

type Element = DefaultTreeAdapterMap["element"];

function elementsOf(node: DefaultTreeAdapterMap["parentNode"]): readonly Element[] {
  return node.childNodes.flatMap((child) => ("tagName" in child ? [child, ...elementsOf(child)] : []));
}

describe("HTML", () => {
  it("holds no script, no event handler and nothing that is fetched, under attack", async () => {
    const elements = elementsOf(parseHtml(await renderReport("html", underAttack, options)));
    const attributes = elements.flatMap((element) =>
      element.attrs.map(({ name, value }) => ({ tag: element.tagName, name, value })),
    );
    expect(
      elements
        .map((element) => element.tagName)
        .filter((tag) => /^(?:script|iframe|img|link|object|embed|form|b|base)$/.test(tag)),
    ).toEqual([]);
    expect(attributes.filter(({ name }) => /^on|^src|^style$/.test(name))).toEqual([]);
    expect(attributes.filter(({ name }) => name === "href").every(({ value }) => value.startsWith("#"))).toBe(true);
  });

  it("names every element once, and every reference leads to one", async () => {
    const elements = elementsOf(parseHtml(await renderReport("html", riverside, options)));
    const valuesOf = (name: string): readonly string[] =>
      elements.flatMap((element) => element.attrs.filter((attr) => attr.name === name).map((attr) => attr.value));
    const ids = valuesOf("id");
    expect(new Set(ids).size).toBe(ids.length);
    for (const reference of [
      ...valuesOf("aria-labelledby").flatMap((value) => value.split(" ")),
      ...valuesOf("href").map((value) => value.slice(1)),
    ]) {
      expect(ids).toContain(reference);
    }
  });

  it("has one main heading and no gap in the order of headings", async () => {
    const levels = elementsOf(parseHtml(await renderReport("html", riverside, options))).flatMap(({ tagName }) =>
      /^h\d$/.test(tagName) ? [Number(tagName.slice(1))] : [],
    );
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => level - (levels[index - 1] ?? 0) <= 1)).toBe(true);
  });

  it("breaks a long title in the chart between words, and a long word within", async () => {
    const titles = ["", "Safe recruitment, training and supervision of staff", "x".repeat(40)];
    const report: Report = {
      ...riverside,
      standards: titles.map((title, index) => ({
        id: `s${index}`,
        title,
        requirements: riverside.standards[0]?.requirements ?? [],
      })),
    };
    const elements = elementsOf(parseHtml(await renderReport("html", report, options)));
    const lines = elements
      .filter(({ tagName }) => tagName === "text")
      .map(({ childNodes: [node] }) => (node !== undefined && "value" in node ? node.value : ""));
    expect(lines.filter((line) => !/^\d*$/.test(line))).toEqual([
      "Safe recruitment, training and",
      "supervision of staff",
      "x".repeat(34),
      "x".repeat(6),
    ]);
  });

  it("shows hostile text as text", async () => {
    const html = await renderReport("html", underAttack, options);
    expect(html).toContain("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    expect(html).not.toContain(hostile);
  });
});
