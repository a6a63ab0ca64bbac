import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { renderBaseline } from "../../src/engine/baseline.js";
import { parseBaseline, readBaseline, saveBaseline } from "../../src/files/baseline-file.js";
import { nodeFileSystem } from "../../src/files/node-file-system.js";
import type { Baseline } from "../../src/model/baseline.js";
import { withFolder } from "../cli/fixture.js";
import { briefly, problemsOf } from "./problems-of.js";

const gap = (index: number) => ({ audit: "audit.yaml", requirement: `r${index}`, gap: "not-met", count: 1 });
const baseline = (gaps: Baseline["gaps"], findings: Baseline["findings"] = []): Baseline => ({
  schema: "baseline/1",
  gaps,
  findings,
});
const draft = { file: "policies/a.md", finding: "draft", count: 2 };

let made: ReturnType<typeof withFolder> | null = null;
afterEach(() => {
  made?.remove();
  made = null;
});

describe("a baseline file", () => {
  it.each([
    ["as it was written", (text: string) => text],
    ["with the line ends of Windows", (text: string) => text.replaceAll("\n", "\r\n")],
    ["laid out in another way", (text: string) => text.replaceAll(/\s+/g, "")],
  ])("is read %s", async (_how, lay) => {
    const written = baseline([gap(1), gap(2)], [draft]);
    expect(await parseBaseline(lay(renderBaseline(written)), "known.json")).toEqual(written);
  });

  it("may be as long as a thousand documents make it", async () => {
    const long = baseline(Array.from({ length: 5000 }, (_, index) => gap(index)));
    expect((await parseBaseline(renderBaseline(long), "known.json")).gaps).toHaveLength(5000);
  });

  it("in which a key stands twice, as after a bad merge, is refused", async () => {
    const text = '{ "schema": "baseline/1", "gaps": [], "gaps": [], "findings": [] }';
    expect(briefly(await problemsOf(parseBaseline(text, "known.json")))).toEqual(["1:39 duplicate-key"]);
  });

  it("with the marks of a merge is refused", async () => {
    const text = `<<<<<<< ours\n${renderBaseline(baseline([gap(1)]))}`;
    expect(await problemsOf(parseBaseline(text, "known.json"))).not.toEqual([]);
  });

  it.each(["null", "[]", '"baseline/1"', '{ "schema": "baseline/1", "gaps": 1, "findings": [1] }', ""])(
    "%j is refused",
    async (text) => {
      expect(await problemsOf(parseBaseline(text, "known.json"))).not.toEqual([]);
    },
  );

  it("tells all that is wrong at its place", async () => {
    const text = `{ "schema": "baseline/1",
  "gaps": [{ "audit": "a", "requirement": "b", "gap": " ", "count": 1.5 }],
  "findings": [
    { "file": "policies/a.md", "finding": "case-data", "count": 1 },
    { "file": "policies/a.md", "finding": "darft", "count": 1 }
  ] }
`;
    expect(await problemsOf(parseBaseline(text, "known.json"))).toMatchObject([
      { code: "wrong-value", line: 2 },
      { code: "wrong-type", line: 2 },
      { line: 4, column: 43, message: '"case-data" is never a part of a baseline.' },
      { line: 5, column: 43, message: 'There is no finding "darft".', hint: "Did you mean draft?" },
    ]);
  });

  it("that is not there is none", async () => {
    made = withFolder();
    expect(await readBaseline(join(made.folder, "known.json"), "known.json", nodeFileSystem)).toBeNull();
  });

  it("is written once, and read again", async () => {
    made = withFolder();
    const path = join(made.folder, "known.json");
    const after = baseline([gap(1)], [draft]);
    expect(await saveBaseline(path, "known.json", { before: null, after }, nodeFileSystem)).toBe("written");
    const before = await readBaseline(path, "known.json", nodeFileSystem);
    expect(await saveBaseline(path, "known.json", { before, after }, nodeFileSystem)).toBe("unchanged");
    expect(readFileSync(path, "utf8")).toBe(renderBaseline(after));
  });
});
