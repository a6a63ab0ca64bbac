import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import stringWidth from "fast-string-width";
import MarkdownIt from "markdown-it";
import { readFile } from "node:fs/promises";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { beforeAll, describe, expect, it } from "vitest";
import { alertsOfScan } from "../../src/engine/alerts.js";
import { isDay } from "../../src/model/day.js";
import type { Scan } from "../../src/model/scan.js";
import { renderAlerts } from "../../src/reporters/alert-reporters.js";
import { renderScanMarkdown } from "../../src/reporters/scan-markdown.js";
import { allScanFormats, isHostFormat, renderScan, type ScanFormat } from "../../src/reporters/scan-reporters.js";
import { scanSections } from "../../src/reporters/scan-sections.js";
import { renderScanTerminal } from "../../src/reporters/scan-terminal.js";
import { anyText, rawControl } from "./fixtures/any-text.js";
import { finding, riversideScan, scanned, scanSaying, scanUnderAttack, soundScan } from "./fixtures/scans.js";

const plain = { width: 80, colour: false, plain: true } as const;
const drawn = { width: 80, colour: false, plain: false } as const;
const cases = {
  "scan-riverside": riversideScan,
  "scan-sound": soundScan,
  "scan-under-attack": scanUnderAttack,
} as const;
const render = (format: ScanFormat, scan: Scan) => renderScan(format, { scan, alerts: alertsOfScan(scan) }, drawn);

/** What a text says when the colours are taken away. */
function uncoloured(text: string): string {
  return text.replaceAll(/\u001B\[\d+m/g, "");
}

describe("a scan in a terminal", () => {
  it.each([40, 80, 120])("reads as approved at %i columns", async (width) => {
    await expect(renderScanTerminal(riversideScan, { ...drawn, width })).toMatchFileSnapshot(
      `fixtures/scan-riverside-${width}.txt`,
    );
  });

  it("reads as approved in plain mode", async () => {
    await expect(renderScanTerminal(riversideScan, plain)).toMatchFileSnapshot("fixtures/scan-riverside-plain.txt");
  });

  it("reads as approved when all is in order, and under attack", async () => {
    await expect(renderScanTerminal(soundScan, drawn)).toMatchFileSnapshot("fixtures/scan-sound.txt");
    await expect(renderScanTerminal(scanUnderAttack, drawn)).toMatchFileSnapshot("fixtures/scan-under-attack.txt");
  });

  it("says with colour what it says without", () => {
    for (const scan of Object.values(cases))
      expect(uncoloured(renderScanTerminal(scan, { ...drawn, colour: true }))).toBe(renderScanTerminal(scan, drawn));
    expect(renderScanTerminal(riversideScan, { ...drawn, colour: true })).toContain("\u001B[31m");
  });

  it("uses nothing but ASCII in plain mode", () => {
    for (const scan of Object.values(cases)) expect(renderScanTerminal(scan, plain)).toMatch(/^[\n\x20-\x7E]*$/);
  });

  it("never opens a line with a workflow command", () => {
    for (const width of [20, 40, 80, 120])
      expect(renderScanTerminal(scanUnderAttack, { ...drawn, width })).not.toMatch(/^\s*::|##\[/m);
  });

  it("shows of what was found only the best passage, and of all else every passage and why", () => {
    const text = renderScanTerminal(riversideScan, { ...drawn, width: 200 });
    expect(text).not.toContain("Our board-level lead is the vice chair.");
    expect(text).not.toContain("within one sentence");
    expect(text).toContain('policies/staff handbook.docx, paragraph 31, Raising a concern\n    "Anybody may raise');
    expect(text).toContain('policies/conduct.pdf, page 3\n    "Concerns are welcome."\n    It says "concerns"');
  });

  it("fits any width from 20 columns and shows no raw control, whatever the texts", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 20, max: 130 }), fc.boolean(), (text, width, isPlain) => {
        const lines = renderScanTerminal(scanSaying(text), { width, colour: false, plain: isPlain });
        expect(lines).not.toMatch(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
        expect(lines.split("\n").filter((line) => stringWidth(line) > width)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

type Node = DefaultTreeAdapterMap["node"];

function nodesIn(node: Node): readonly Node[] {
  return "childNodes" in node ? node.childNodes.flatMap((child) => [child, ...nodesIn(child)]) : [];
}

/** The tags of the page as a host that allows HTML shows it. */
function tagsIn(markdown: string): readonly string[] {
  const html = new MarkdownIt({ html: true, linkify: true }).render(markdown);
  return nodesIn(parseFragment(html)).flatMap((node) => ("tagName" in node ? [node.tagName] : []));
}

describe("a scan in Markdown", () => {
  it.each(Object.entries(cases))("reads as approved: %s", async (name, scan) => {
    await expect(renderScanMarkdown(scan)).toMatchFileSnapshot(`fixtures/${name}.md`);
  });

  it("is made of the same tags, whatever the texts", () => {
    const tags = tagsIn(renderScanMarkdown(scanSaying("word")));
    fc.assert(
      fc.property(anyText, (text) => {
        const markdown = renderScanMarkdown(scanSaying(`word ${text} word`));
        expect(tagsIn(markdown)).toEqual(tags);
        expect(markdown).not.toMatch(rawControl);
        expect(markdown).not.toMatch(/@(?:board|\w)/u);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a scan in JSON", () => {
  let validate: (data: unknown) => boolean;
  beforeAll(async () => {
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { day: isDay } });
    const schema = new URL("../../src/schema/scan.schema.json", import.meta.url);
    validate = ajv.compile(JSON.parse(await readFile(schema, "utf8")));
  });

  it.each(Object.entries(cases))("holds to its published schema and says all: %s", async (_, scan) => {
    const read: unknown = JSON.parse(await render("json", scan));
    expect(validate(read)).toBe(true);
    expect(read).toEqual(scan);
  });

  it("is refused by the schema with a key too many", () => {
    expect(validate({ ...riversideScan, notes: [] })).toBe(false);
  });
});

describe("every format of a scan", () => {
  it.each(allScanFormats)("gives the same for the same scan: %s", async (format) => {
    expect(await render(format, riversideScan)).toBe(await render(format, structuredClone(riversideScan)));
  });

  it.each(allScanFormats)("shows no raw control of a hostile text: %s", async (format) => {
    expect(await render(format, scanUnderAttack)).not.toMatch(/(?!\r?\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
  });

  it("is a page, data, or what a CI host reads; Markdown is the page", () => {
    expect(allScanFormats).toEqual(["terminal", "markdown", "json", "junit", "sarif", "github", "gitlab"]);
    expect(allScanFormats.filter(isHostFormat)).toEqual(["junit", "sarif", "github", "gitlab"]);
  });

  it("of a CI host shows what has no place of its own at the first document", async () => {
    expect(await render("gitlab", riversideScan)).toBe(
      await renderAlerts("gitlab", alertsOfScan(riversideScan), { file: "policies/conduct.pdf" }),
    );
    const none = { ...riversideScan, documents: [] };
    expect(await render("gitlab", none)).toBe(await renderAlerts("gitlab", alertsOfScan(none), { file: "." }));
  });

  it("of a CI host needs its alerts", async () => {
    await expect(renderScan("junit", { scan: riversideScan, alerts: null }, drawn)).rejects.toThrow(
      new RangeError("junit is made of alerts"),
    );
    expect(await renderScan("json", { scan: soundScan, alerts: null }, drawn)).toBe(await render("json", soundScan));
  });
});

describe("the sections of a scan", () => {
  it("say the count in the singular, and nothing of what was not asked when all was", () => {
    const { requirements, documents, summary } = soundScan;
    const one = { ...soundScan, requirements: requirements.slice(0, 1), documents };
    expect(scanSections(one).opening).toEqual([
      "Working Together to Safeguard Children 2026: 1 requirement looked for in 1 document.",
    ]);
    expect(scanSections({ ...one, summary: { ...summary, notAsked: 1 } }).opening[1]).toBe(
      "1 requirement of the checklist is for other kinds of organisation, or does not apply.",
    );
    expect(scanSections(riversideScan).opening[1]).toBe(
      "14 requirements of the checklist are for other kinds of organisation, or do not apply.",
    );
  });

  it("put what is missing first, and leave out a result that there is not", () => {
    expect(scanSections(riversideScan).results.map(({ title }) => title)).toEqual([
      "Not found: 2",
      "A person must look: 2",
      "Found: 2",
    ]);
    expect(scanSections(soundScan).results.map(({ title }) => title)).toEqual(["Found: 2"]);
  });

  it("group findings by what is wrong, worst first, with every place", () => {
    const shuffled: Scan = {
      ...riversideScan,
      documents: [
        scanned("a.md", { findings: [finding("approval-not-stated", null, "It does not say who approved it.")] }),
        ...riversideScan.documents,
      ],
    };
    expect(scanSections(shuffled).findings.map(({ code, entries }) => [code, entries])).toEqual([
      ["case-data", ["policies/conduct.pdf, page 2: This looks like somebody's NHS number."]],
      ["review-overdue", ["policies/safeguarding.md:3: Its review was due on 1 March 2026."]],
      [
        "placeholder",
        [
          "policies/safeguarding.md:9: A field of a template is not filled in.",
          "policies/staff handbook.docx, paragraph 4: A field of a template is not filled in.",
        ],
      ],
      [
        "approval-not-stated",
        ["a.md: It does not say who approved it.", "policies/safeguarding.md: It does not say who approved it."],
      ],
    ]);
  });
});
