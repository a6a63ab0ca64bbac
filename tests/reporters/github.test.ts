import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Alerts } from "../../src/model/alert.js";
import { renderGithub } from "../../src/reporters/github.js";
import {
  alert,
  allInOrder,
  check,
  many,
  options,
  riversideAlerts,
  sayingEverywhere,
  scoreTooLow,
} from "./fixtures/alerts.js";
import { anyText, rawControl } from "./fixtures/any-text.js";

function linesOf(alerts: Alerts): readonly string[] {
  return renderGithub(alerts, options).trimEnd().split("\n");
}

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** Reads a line as GitHub's runner does; null: it runs nothing. */
function commandIn(line: string): Command | null {
  const match = /^::([^: ]+)(?: ([^:]*))?::(.*)$/u.exec(line);
  if (match === null) return null;
  const decode = (text: string): string =>
    text
      .replaceAll("%0D", "\r")
      .replaceAll("%0A", "\n")
      .replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%25", "%");
  const [, name = "", properties = "", message = ""] = match;
  return {
    name,
    properties: Object.fromEntries(
      properties.split(",").map((pair) => [pair.split("=")[0] ?? "", decode(pair.slice(pair.indexOf("=") + 1))]),
    ),
    message: decode(message),
  };
}

function countOf(lines: readonly string[], name: string): number {
  return lines.filter((line) => commandIn(line)?.name === name).length;
}

describe("the annotations of GitHub", () => {
  it("say what is new, worst first, and nothing of what is waived or known", () => {
    expect(linesOf(riversideAlerts)).toEqual([
      "::error file=safeguarding/audit.yaml,line=31,col=5,title=Not met::Board-level lead for safeguarding: The organisation says that this is not in place. Appoint a trustee as safeguarding lead.",
      "::error file=policies/safer recruitment.md,line=4,title=Review overdue::policies/safer recruitment.md: Its review was due on 1 March 2026. Review the document.",
      "::warning file=safeguarding/audit.yaml,line=36,title=Action overdue::Board-level lead for safeguarding: Action A1 was due on 31 October 2026.",
      "::notice file=policies/lone-working.docx,title=Approval not stated::policies/lone-working.docx: Paragraph 12: Nobody is said to have approved it.",
      "wt-audit check failed. New: 2 errors, 1 warning, 1 note.",
    ]);
  });

  it("point to no file when an alert has no place", () => {
    const [line] = linesOf({ ...riversideAlerts, checks: [check("Lead", [alert({ place: null, hint: null })])] });
    expect(line).toBe(
      "::error title=Not met::Board-level lead for safeguarding: The organisation says that this is not in place.",
    );
  });

  it("are escaped by the rules of GitHub", () => {
    const place = { file: "a,b:c%2C.md", line: 1, column: 2 } as const;
    const [line] = linesOf({
      ...riversideAlerts,
      checks: [check("Lead", [alert({ subject: "100%", message: "one, two: three\nfour", hint: null, place })])],
    });
    expect(line).toBe("::error file=a%2Cb%3Ac%252C.md,line=1,col=2,title=Not met::100%25: one, two: three%0Afour");
  });

  it("are ten of a kind, and the last line says how many more there are", () => {
    const lines = linesOf(many(12));
    expect(["error", "warning", "notice"].map((name) => countOf(lines, name))).toEqual([10, 10, 10]);
    expect(lines.at(-1)).toBe(
      "wt-audit check failed. New: 12 errors, 12 warnings, 12 notes. Not annotated, because GitHub shows ten of a kind: 2 errors, 2 warnings, 2 notes.",
    );
  });

  it("are of every rule in turn, so that many of one do not crowd out the others", () => {
    const found = many(12);
    const last =
      found.checks.at(-1)?.alerts.map((each) => ({ ...each, rule: "finding/draft", subject: "Draft" })) ?? [];
    const more = {
      ...found,
      checks: [...found.checks, { suite: "Policy documents", name: "a.md", skipped: null, alerts: last }],
    };
    const errors = renderGithub(more, { file: "audit.yaml" }).match(/^::error .*$/gmu) ?? [];
    expect([errors.length, errors.at(-1)?.includes("Draft")]).toEqual([10, true]);
  });

  it("leave nothing out while there are ten of a kind", () => {
    expect(linesOf(many(10)).at(-1)).toBe("wt-audit check failed. New: 10 errors, 10 warnings, 10 notes.");
  });

  it("are none when all is in order", () => {
    expect(linesOf(allInOrder)).toEqual(["wt-audit check passed. New: nothing."]);
  });

  it("say why a check fails that fails for no alert's sake", () => {
    expect(linesOf(scoreTooLow)).toEqual([
      "::error title=wt-audit check failed::The assured score is below 80%25.",
      "wt-audit check failed. New: nothing.",
    ]);
  });

  it("run no command but their own, and give every text back, whatever it says", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = linesOf(sayingEverywhere(text));
        expect(lines).toHaveLength(5);
        expect(lines.map((line) => commandIn(line)?.name)).toEqual(["error", "error", "warning", "notice", undefined]);
        for (const line of lines) {
          expect(line).not.toMatch(rawControl);
          expect(line).not.toMatch(/\r|##\[/u);
          const properties = Object.keys(commandIn(line)?.properties ?? {});
          expect(["file", "line", "col", "title"]).toEqual(expect.arrayContaining(properties));
        }
      }),
    );
  });

  it("give a text back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab 01%:,=;"\n\u00E9#[]'.split("")) }), (text) => {
        fc.pre(!text.includes("##["));
        const command = commandIn(linesOf(sayingEverywhere(text))[2] ?? "");
        expect(command?.message).toBe(`${text}: ${text}`);
        expect(command?.properties["file"]).toBe(text);
      }),
    );
  });
});
