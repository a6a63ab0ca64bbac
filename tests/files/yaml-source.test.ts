import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { parseYaml } from "../../src/files/yaml-source.js";
import { briefly, problemsOf } from "./problems-of.js";

const read = (text: string) => parseYaml(text, "audit.yaml");
const refused = async (text: string) => briefly(await problemsOf(read(text)));
const irregular = async (text: string) => briefly((await read(text)).problems);

describe("the value of a YAML text", () => {
  it.each([
    ["a: 2026-03-01", { a: "2026-03-01" }],
    ["a: [1, 0x1F, 0o17, -1.5e3, .5]", { a: [1, 31, 15, -1500, 0.5] }],
    ["a: [true, False, TRUE, yes, no]", { a: [true, false, true, "yes", "no"] }],
    ["a: [null, ~, '', \"~\"]", { a: [null, null, "", "~"] }],
    ["a:\nb: |\n  one\n  two\n", { a: null, b: "one\ntwo\n" }],
    ["a: x\r\nb:\r\n  - y\r\n", { a: "x", b: ["y"] }],
    ["2026: x\ntrue: y", { "2026": "x", true: "y" }],
    ["<<: {a: 1}", { "<<": { a: 1 } }],
  ])("%j", async (text, value) => {
    expect((await read(text)).value).toEqual(value);
  });

  it("keeps __proto__ as an ordinary key", async () => {
    const { value } = await read("__proto__: {polluted: true}\nconstructor: x");
    expect(Object.keys(Object(value))).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.hasOwn({}, "polluted")).toBe(false);
  });

  it("is the same for js-yaml and for yaml, whatever text and truth values it holds", () => {
    const leaf = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.boolean(),
      fc.constantFrom("2026-01-01", "null", "~", "0x1", "1e3", "- a", "a: b", "#", "---", "yes", " "),
    );
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: "small" },
        leaf,
        fc.array(tie("node"), { maxLength: 4 }),
        fc.dictionary(fc.stringMatching(/^[a-z-]{1,8}$/), tie("node"), { maxKeys: 4 }),
      ),
    })).node;
    return fc.assert(
      fc.asyncProperty(fc.record({ root: tree }), async (value) => {
        const text = stringify(value);
        const source = await read(text);
        expect(source.problems).toEqual([]);
        expect(source.value).toEqual(parse(text));
        expect(source.value).toEqual(load(text));
      }),
    );
  });

  it.each([
    "1_000",
    "1e400",
    "0b11",
    "+.inf",
    "-.INF",
    ".nan",
    "0o8",
    "1.",
    "+1",
    "-0",
    "0x",
    "Null",
    "NUL",
    "TruE",
    ".",
  ])("reads %s as js-yaml does", async (plain) => {
    const [found] = Object.values(Object((await read(`a: ${plain}`)).value));
    const wanted = plain === "1e400" ? Infinity : Object(load(`a: ${plain}`)).a;
    expect(found).toEqual(wanted);
  });
});

describe("where things stand", () => {
  const text = 'a: 1\n"b c":\n  - x: "y"\n  - [p, {q: r}]\nnone:\n';
  it.each([
    [["a"], "key", 1, 1],
    [["a"], "value", 1, 4],
    [["b c"], "key", 2, 1],
    [["b c", 0, "x"], "key", 3, 5],
    [["b c", 0, "x"], "value", 3, 8],
    [["b c", 1, 1, "q"], "value", 4, 13],
    [["b c", 1, 7, "q"], "value", 4, 5],
    [["none"], "value", 5, 1],
    [["nowhere", "at all"], "value", 1, 1],
    [[], "key", 1, 1],
  ] as const)("%j, the %s, is at %i:%i", async (path, at, line, column) => {
    expect((await read(text)).locate(path, at)).toEqual({ line, column });
  });

  it("counts lines that end in CRLF and in CR alone", async () => {
    expect((await read("a: 1\r\nb: 2\r\nc: 3\r\n")).locate(["c"], "key")).toEqual({ line: 3, column: 1 });
    expect((await read("a: 1\rb: 2\r")).locate(["b"], "value")).toEqual({ line: 2, column: 4 });
  });

  it("finds a key named like a part of every object", async () => {
    expect((await read("a: 1\n__proto__:\n  x: 1\n")).locate(["__proto__", "x"], "key")).toEqual({
      line: 3,
      column: 3,
    });
    expect((await read("a: 1\n")).locate(["constructor"], "key")).toEqual({ line: 1, column: 1 });
  });
});

describe("what YAML allows and we do not", () => {
  it("reports every key that stands twice, wherever", async () => {
    expect(await irregular("a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\n")).toEqual([
      "2:1 duplicate-key",
      "3:11 duplicate-key",
      "4:1 duplicate-key",
    ]);
    expect(await irregular("a: {c: 1}\nb: {c: 1}\n")).toEqual([]);
  });
  it("keeps the first value of a key that stands twice", async () => {
    expect((await read("a: 1\na: {b: 2}\n")).value).toEqual({ a: 1 });
  });
  it("refuses anchors and aliases, however small", async () => {
    expect(await irregular("a: &x y\nb: *x\n*x : z\n")).toEqual(["1:4 yaml-alias", "2:4 yaml-alias", "3:1 yaml-alias"]);
    expect(await irregular("a: '&x y'\nb: \"*x\"\n")).toEqual([]);
  });
  it("does not expand an alias bomb", async () => {
    const lines = Array.from({ length: 9 }, (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level},`.repeat(9)}]`);
    const source = await read(`l0: &l0 [boo]\n${lines.join("\n")}\n`);
    expect(source.problems).toHaveLength(91);
    expect(JSON.stringify(source.value).length).toBeLessThan(2000);
  });
  it("refuses tags, of YAML's own too", async () => {
    expect(await irregular("a: !!str 1\nb: !custom {c: 1}\n- ! x".slice(0, 29))).toEqual([
      "1:4 yaml-tag",
      "2:4 yaml-tag",
    ]);
    expect(await irregular("a: '!str'\n")).toEqual([]);
  });
  it("refuses a second document, at its dashes", async () => {
    expect(await irregular("a: 1\n---\nb: 2\n---\nc: 3\n")).toEqual(["2:1 yaml-documents"]);
    expect(await irregular("---\na: 1\n...\n")).toEqual([]);
  });
  it("refuses a list or a mapping as a key, and goes on after it", async () => {
    const source = await read("? [a, {b: c}]\n: {d: 1}\n? {x: y}\n: z\ne: 2\n");
    expect(briefly(source.problems)).toEqual(["1:3 wrong-type", "3:3 wrong-type"]);
    expect(source.value).toEqual({ e: 2 });
  });
});

describe("a text that cannot be used at all", () => {
  it.each(["", "\n\n", "# only a comment\n", "---\n", "null\n"])("%j is empty", async (text) => {
    expect(await refused(text)).toEqual(["1:1 empty"]);
  });
  it("is nested too deeply", async () => {
    expect(await refused(`${"[".repeat(70)}${"]".repeat(70)}`)).toEqual(["1:64 yaml-depth"]);
    expect(await refused(`${"[".repeat(60)}${"]".repeat(60)}`)).toEqual([]);
    expect(await refused("[".repeat(2 ** 21))).toEqual(["too-large"]);
    expect(await refused("- ".repeat(40_000))).toEqual(["1:129 yaml-depth"]);
  });
  it("holds more values than any audit", async () => {
    expect(await refused("-\n".repeat(2 ** 20))).toEqual(["too-large"]);
    expect(await refused(`[${"a,".repeat(20_001)}]`)).toEqual(["too-large"]);
    expect(await refused(`[${"a,".repeat(19_000)}]`)).toEqual([]);
  });
});
