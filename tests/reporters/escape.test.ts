import { parse as parseCsv } from "csv-parse/sync";
import * as fc from "fast-check";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import {
  escapeCalendar,
  escapeCsv,
  escapeHtml,
  escapeJson,
  escapeMarkdown,
  escapeTerminal,
} from "../../src/reporters/escape.js";
import { hostile } from "./fixtures/hostile.js";

/** Any text, with what does harm more often than chance would have it. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ..."=+-@#*_`~[]()<>&|\\\"'!:$. \t\n\r".split(""),
        "\u001B[31m",
        "\u009B2J",
        "\u0000",
        "\u007F",
        "\u202E",
        "\u2066",
        "\u200D",
        "\u2028",
        "\uFF1D1",
        "http://",
        "www.a.uk",
        "a@b.uk",
        "@board",
        "#12",
        "GH-3",
        ":tada:",
        "::error::",
        "##[error]",
        "<b>",
        "&amp;",
        "1. ",
        "word",
        "\uD800",
      ),
    )
    .map((parts) => parts.join("")),
);

/** Text with nothing that hides, which escapes that keep the text must give back as it was. */
const plainText = fc.string({
  unit: fc.constantFrom(...("abcXYZ 019=+-@#*_`~[]()<>&|\\\"'!:;,$.\u00E9\u6F22\u{1F600}\n".match(/./gsu) ?? [])),
});

const rawControl = /(?![\n\t])[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF]/u;

function textOf(html: string): string {
  const walk = (node: DefaultTreeAdapterMap["node"]): string => {
    if ("value" in node) return node.value;
    return "childNodes" in node ? node.childNodes.map(walk).join("") : "";
  };
  return walk(parseFragment(`<p title="${html}">${html}</p>`));
}

describe("a terminal", () => {
  it("never gets a raw control, an override or a line break", () => {
    fc.assert(
      fc.property(anyText, (text) => !rawControl.test(escapeTerminal(text)) && !/[\n\t]/.test(escapeTerminal(text))),
    );
  });

  it("never gets a workflow command, wherever the line is broken", () => {
    fc.assert(fc.property(anyText, (text) => !/::[a-z]|##\[/i.test(escapeTerminal(text))));
  });

  it.each([
    ["\u001B[31mred", "\\u001b[31mred"],
    ["\u009B31m", "\\u009b31m"],
    ["a\u202Eb", "a\\u202eb"],
    ["a\u2066b\u2069", "a\\u2066b\\u2069"],
    ["pass\u200Dword", "pass\\u200dword"],
    ["\u{E0041}", "\\udb40\\udc41"],
    ["\uD800", "\\ud800"],
    ["one\r\ntwo\rthree\tfour\nfive", "one two three four five"],
    ["::error file=a::b", ":\\u003aerror file=a:\\u003ab"],
    ["##[error]x", "#\\u0023[error]x"],
    ["caf\u00E9 \u6F22\u5B57 \u{1F600}", "caf\u00E9 \u6F22\u5B57 \u{1F600}"],
  ])("shows %j as %j", (text, shown) => {
    expect(escapeTerminal(text)).toBe(shown);
  });

  it("keeps the joiners by which Persian and Hindi are spelt", () => {
    expect(escapeTerminal("\u0645\u06CC\u200C\u0631\u0648\u0645 \u0915\u094D\u200D\u0937")).toBe(
      "\u0645\u06CC\u200C\u0631\u0648\u0645 \u0915\u094D\u200D\u0937",
    );
  });
});

describe("HTML", () => {
  it("gives the text back, in an element and in an attribute", () => {
    fc.assert(fc.property(plainText, (text) => textOf(escapeHtml(text)) === text));
  });

  it("makes one element and no raw control of any text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeHtml(text);
        const [element, ...others] = parseFragment(`<p title="${escaped}">${escaped}</p>`).childNodes;
        const inner = element !== undefined && "childNodes" in element ? element.childNodes : [];
        const attributes = element !== undefined && "attrs" in element ? element.attrs : [];
        expect(others).toEqual([]);
        expect(inner.every((node) => node.nodeName === "#text")).toBe(true);
        expect(attributes).toHaveLength(1);
        expect(escaped).not.toMatch(rawControl);
        expect(escaped).not.toMatch(/::|##\[/);
      }),
    );
  });
});

function parsed(cells: readonly string[]): readonly string[] {
  return parseCsv(`${cells.map(escapeCsv).join(",")}\r\n`, { recordDelimiter: "\r\n" })[0] ?? [];
}

function withApostrophe(text: string): string {
  return /^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/u.test(text) ? `'${text}` : text;
}

describe("CSV", () => {
  it("gives the text back, but for the apostrophe before a formula", () => {
    fc.assert(
      fc.property(
        fc.array(
          plainText.filter((text) => !/^\s*::/m.test(text) && !text.includes("##[")),
          { minLength: 2 },
        ),
        (cells) => {
          expect(parsed(cells)).toEqual(cells.map(withApostrophe));
        },
      ),
    );
  });

  it("keeps every row whole, and never opens a cell with a formula or shows a raw control", () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2 }), (cells) => {
        const row = parsed(cells);
        expect(row).toHaveLength(cells.length);
        for (const cell of row) {
          expect(cell).not.toMatch(/^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/u);
          expect(cell).not.toMatch(/^\s*::/m);
          expect(cell).not.toMatch(rawControl);
        }
      }),
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20a"])(
    "makes %j harmless",
    (cell) => {
      expect(parsed([cell, ""])[0]).toMatch(/^'/);
    },
  );

  it("quotes what holds a comma, a quote or a line break", () => {
    expect(["a,b", 'say "no"', "two\nlines", "plain"].map(escapeCsv)).toEqual([
      '"a,b"',
      '"say ""no"""',
      '"two\nlines"',
      "plain",
    ]);
  });
});

describe("Markdown", () => {
  it("is one line without anything that does something", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeMarkdown(text);
        const inactive = escaped.replaceAll(/\\[!-/:-@[-`{-~]/g, "").replaceAll(/&(?:amp|lt|gt|#8203);/g, "");
        expect(escaped).not.toMatch(/[\n\t]|^\s|\s$/);
        expect(escaped).not.toMatch(rawControl);
        expect(inactive).not.toMatch(/[`*_[\]<>|~$&#\\]/);
        expect(escaped).not.toMatch(/(?<!\\):\/\/|www\.|@(?!&#8203;)|#(?=\d)(?<!&#)/i);
        expect(escaped).not.toMatch(/^(?:[-+=:#>]|\d+[.)])/);
      }),
    );
  });

  it.each([
    ["# Heading", "\\# Heading"],
    ["1. item", "1\\. item"],
    ["- item", "\\- item"],
    ["@board", "@&#8203;board"],
    ["see #12", "see \\#&#8203;12"],
    ["GH-12", "GH-&#8203;12"],
    ["lead@charity.example", "lead@&#8203;charity.example"],
    ["http://a.example", "http\\://a.example"],
    ["www.a.example", "www\\.a.example"],
    ["see :tada: audit.yaml:100:5", "see :&#8203;tada: audit.yaml:&#8203;100:5"],
    ["a | b", "a \\| b"],
    ["[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)"],
    ["<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"],
    ["two\nlines", "two lines"],
    ["::error::x", "\\::&#8203;error::x"],
    ["back\\slash", "back\\\\slash"],
  ])("writes %j as %j", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe("JSON", () => {
  it("says the same without a raw control", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeJson(JSON.stringify([text, hostile]));
        expect(JSON.parse(escaped)).toEqual([text, hostile]);
        expect(escaped).not.toMatch(rawControl);
        expect(escaped).not.toContain("##[");
      }),
    );
  });
});

describe("a calendar", () => {
  it.each([
    ["bell\u0007 and C1\u009B2J", "bell and C12J"],
    ["a\tb", "a b"],
    ["two\r\nlines\rand\nmore", "two\nlines\nand\nmore"],
    ["\u202Eback \uD800", "\\u202eback \\ud800"],
    ["commas, semicolons;", "commas, semicolons;"],
  ])("writes %j as %j", (text, escaped) => {
    expect(escapeCalendar(text)).toBe(escaped);
  });

  it("holds no control but a line break", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escapeCalendar(text)).not.toMatch(rawControl);
      }),
    );
  });
});
