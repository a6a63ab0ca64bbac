import axe from "axe-core";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderComparisonHtml } from "../../src/reporters/html-comparison.js";
import { renderHtml } from "../../src/reporters/html.js";
import { comparisonUnderAttack, nothingShared, riversideTrend } from "./fixtures/comparisons.js";
import { returned, returnUnderAttack } from "./fixtures/returned.js";
import { riverside } from "./fixtures/riverside.js";
import { inOrder, nothingApplies, underAttack } from "./fixtures/variants.js";

const executablePath = "/usr/bin/chromium";
const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const rules = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
};
const drawn = { width: 80, colour: false, plain: false } as const;
const pages = {
  riverside: renderHtml(riverside, drawn),
  "in-order": renderHtml(inOrder, drawn),
  "nothing-applies": renderHtml(nothingApplies, drawn),
  "under-attack": renderHtml(underAttack, drawn),
  "comparison-trend": renderComparisonHtml(riversideTrend, drawn),
  "comparison-nothing-shared": renderComparisonHtml(nothingShared, drawn),
  "comparison-under-attack": renderComparisonHtml(comparisonUnderAttack, drawn),
  returned: renderHtml(returned, drawn),
  "return-under-attack": renderHtml(returnUnderAttack, drawn),
} as const;
const views = [
  { view: "light", width: 1100, colorScheme: "light" },
  { view: "dark", width: 1100, colorScheme: "dark" },
  { view: "narrow", width: 320, colorScheme: "light" },
] as const;
const cases = Object.keys(pages).flatMap((name) => views.map((view) => ({ name, ...view })));

const isMissing = !existsSync(executablePath);

if (isMissing) {
  it("has Chromium to test the HTML report with", ({ skip }) => {
    expect(process.env["CI"] ?? "", `${executablePath} is missing: apt-get install chromium`).toBe("");
    skip(`${executablePath} is missing, so the HTML report was not tested with axe: apt-get install chromium`);
  });
}

describe.skipIf(isMissing)("the HTML report in Chromium", { timeout: 60_000 }, () => {
  let browser: Browser;
  let folder: string;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args });
    folder = await mkdtemp(join(tmpdir(), "wt-audit-axe-"));
    for (const [name, page] of Object.entries(pages)) await writeFile(join(folder, `${name}.html`), page);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });

  async function open(
    name: string,
    width: number,
    colorScheme: "light" | "dark",
  ): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
    return { page, requests, complaints };
  }

  it.each(cases)("has nothing that axe finds wrong: $name, $view", async ({ name, width, colorScheme }) => {
    const { page } = await open(name, width, colorScheme);
    await page.evaluate(axe.source);
    const found: { violations: { id: string; nodes: { html: string }[] }[] } = await page.evaluate(
      `axe.run(document, ${JSON.stringify(rules)})`,
    );
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
    await page.close();
  });

  it.each(cases)(
    "asks for nothing but itself, complains of nothing and does not scroll sideways: $name, $view",
    async ({ name, width, colorScheme }) => {
      const { page, requests, complaints } = await open(name, width, colorScheme);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
      expect(requests).toEqual([pathToFileURL(join(folder, `${name}.html`)).href]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  it("prints with no gap cut in two and nothing clipped", async () => {
    const { page } = await open("riverside", 1100, "dark");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate("getComputedStyle(document.querySelector('.gap')).breakInside")).toBe("avoid");
    expect(await page.evaluate("getComputedStyle(document.querySelector('.scroll')).overflowX")).toBe("visible");
    expect(await page.evaluate("getComputedStyle(document.querySelector('nav')).display")).toBe("none");
    expect(await page.evaluate("getComputedStyle(document.body).color"), "printed as in the light").toBe(
      "rgb(23, 33, 43)",
    );
    expect((await page.pdf({ preferCSSPageSize: true })).byteLength).toBeGreaterThan(10_000);
    await page.close();
  });
});
