import { Ajv2020 } from "ajv/dist/2020.js";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/engine/diff.js";
import { isDay } from "../../src/model/day.js";
import type { Checklist, Requirement } from "../../src/model/checklist.js";
import type { Comparison } from "../../src/reporters/diff-blocks.js";
import { diffFormats, renderDiff } from "../../src/reporters/diff-reporters.js";
import { compareWords } from "../../src/reporters/diff-words.js";
import { checklist, profile, requirement, standard } from "../engine/fixtures.js";

const options = { width: 80, colour: false, plain: false } as const;
const anytown = { id: "anytown-2026", title: "Anytown return 2026" };

function edition(year: number, requirements: readonly Requirement[], over: Partial<Checklist> = {}): Checklist {
  return checklist([standard("leadership", ...requirements)], {
    id: `edition-${year}`,
    title: `Edition ${year}`,
    published: `${year}-04-01`,
    ...over,
  });
}

function comparisonOf(from: Checklist, to: Checklist, all = false): Comparison {
  return { diff: diff(from, to, [from, to], profile), from, to, all };
}

const { reference } = requirement();
const moved = { ...reference, paragraph: "221", verified: true };
const older = edition(2018, [
  requirement("policy", { title: "Policy", question: "Is there a written policy that everyone knows?" }),
  requirement("plan", { title: "Plan", question: "Is there a plan?" }),
  requirement("lead", { title: "Lead" }),
  requirement("deputy", { title: "Deputy" }),
  requirement("training", { title: "Training" }),
  requirement("trips", { title: "Trips", points: ["By day"] }),
]);
const from = (id: string, change: Requirement["from"][number]["change"] = "unchanged", note: string | null = null) => [
  { requirement: id, change, edition: null, note },
];
const newer = edition(
  2023,
  [
    requirement("policy", {
      title: "Policy",
      question: "Is there a written policy that everyone here knows?",
      expectation: "Something else is expected altogether.",
      from: from("policy", "reworded", "Says who."),
    }),
    requirement("lead", { title: "Lead", from: from("lead"), reference: moved }),
    requirement("deputy", { title: "Deputy", from: from("deputy"), reference: moved }),
    requirement("training", {
      title: "Training",
      from: from("training", "widened"),
      reference: { ...moved, law: "An Act" },
    }),
    requirement("trips", { title: "Trips", points: ["By day", "By night"], from: from("trips") }),
    requirement("escalation", { title: "Escalation", question: "Do people know whom to turn to next?" }),
  ],
  {
    notice: "This edition was carried over.",
    overlays: [anytown],
    retired: [{ requirement: "plan", into: "policy", note: "Left the list." }],
  },
);
const comparison = comparisonOf(older, newer);

describe("a diff", () => {
  it.each([40, 80, 120])("reads as approved in a terminal of %d columns", async (width) => {
    const text = renderDiff("terminal", comparison, { ...options, width });
    expect(text.split("\n").filter((line) => [...line].length > width)).toEqual([]);
    await expect(text).toMatchFileSnapshot(`fixtures/diff-${width}.txt`);
  });

  it.each([
    ["markdown", "md"],
    ["html", "html"],
    ["json", "json"],
  ] as const)("reads as approved: %s", async (format, extension) => {
    await expect(renderDiff(format, comparison, options)).toMatchFileSnapshot(`fixtures/diff.${extension}`);
  });

  it("shows points that are new, a stroke between them", () => {
    const was = edition(2018, [requirement("trips")]);
    const is = edition(2023, [requirement("trips", { points: ["By day", "By night"], from: from("trips") })]);
    expect(renderDiff("terminal", comparisonOf(was, is), options)).toContain("In particular: {+By day / By night+}");
  });

  it("draws nothing when plain", () => {
    expect(renderDiff("terminal", comparison, { ...options, plain: true })).not.toMatch(/[─•]/u);
  });

  it("in colour strikes each word that went and greens each that came, without brackets", () => {
    const text = renderDiff("terminal", comparison, { ...options, colour: true });
    expect(text).toContain("\u001B[9m\u001B[31maccountability.\u001B[39m\u001B[29m");
    expect(text).toContain("everyone \u001B[32mhere\u001B[39m knows?");
    expect(text).not.toMatch(/\[-|\{\+/u);
  });

  it("only counts what did not change, unless all is asked for", () => {
    const same = comparisonOf(older, older);
    for (const format of ["terminal", "markdown", "html"] as const) {
      expect(renderDiff(format, same, options)).toContain("6 unchanged");
      expect(renderDiff(format, same, options)).not.toContain("Deputy");
      expect(renderDiff(format, { ...same, all: true }, options)).toContain("Deputy");
    }
    expect(renderDiff("json", same, options)).toContain("Deputy");
  });

  it("says which of several notices is about what, and one notice once", () => {
    const text = renderDiff("terminal", comparisonOf(newer, newer), options);
    expect(text.match(/About Edition 2023\n {2}This edition was carried over\./gu)).toHaveLength(1);
  });

  it("says when nothing compares, and when one does", () => {
    const say = (a: Checklist, b: Checklist) => renderDiff("terminal", comparisonOf(a, b), { ...options, width: 200 });
    const none = edition(2001, []);
    expect(say(none, none)).toMatch(/Neither asks anything\.\nNo requirement is the same arrangement on both sides/u);
    const one = edition(2001, [requirement("policy")]);
    expect(say(one, one)).toContain(
      "1 requirement is the same arrangement on both sides: scores compare over that one only.",
    );
  });

  it("is, as JSON, held to its schema", async () => {
    const schema = await readFile(new URL("../../src/schema/diff.schema.json", import.meta.url), "utf8");
    const validate = new Ajv2020({ strict: false, formats: { day: isDay } }).compile(JSON.parse(schema));
    expect(validate(JSON.parse(renderDiff("json", comparison, options)))).toBe(true);
  });
});

describe("hostile texts in a diff", () => {
  const bad = "x<script>alert(1)</script> ~~[a](http://evil.example)~~ **b** \u001B[31m\u202E ::error:: \"'&";
  const attacked = (over: Partial<Requirement>) => requirement("policy", { title: bad, ...over });
  const hostile = comparisonOf(
    edition(2018, [attacked({ question: `${bad} old words here` })], { title: bad, notice: bad }),
    edition(2023, [attacked({ question: `${bad} new words here`, from: from("policy", "widened", bad) })], {
      overlays: [{ id: "a", title: bad }],
    }),
  );

  it.each(diffFormats)("bring no control into %s", (format) => {
    expect(renderDiff(format, hostile, options)).not.toMatch(/(?!\n)\p{Cc}|[\u202A-\u202E]/u);
  });

  it("are no markup in HTML", () => {
    const html = renderDiff("html", hostile, options);
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;");
    expect(html).toContain("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;");
  });

  it("are no markup in Markdown", () => {
    const text = renderDiff("markdown", hostile, options);
    expect(text).not.toMatch(/<script|(?<!\\)\[a|(?<!\\)\*\*b/u);
    expect(text).toContain("~~old~~ **new** words here");
  });

  it("are no command in a log", () => {
    expect(renderDiff("terminal", hostile, options)).not.toContain("::error");
  });
});

describe("two texts word by word", () => {
  const sketch = (before: string | null, after: string | null) =>
    compareWords(before, after)
      .map(({ kind, words }) => `${{ same: "", gone: "-", new: "+" }[kind]}${words.join(" ")}`)
      .join(" | ");

  it("tells what went, what came and what stayed", () => {
    expect(sketch("a clear written policy", "a clear policy for all")).toBe("a clear | -written | policy | +for all");
  });

  it("takes no account of white space", () => {
    expect(sketch("a  clear\npolicy ", "a clear policy")).toBe("a clear policy");
  });

  it("tells two whole texts where little is common; a little more is told apart", () => {
    expect(sketch("one two three four five", "one b three d e f")).toBe(
      "-one two three four five | +one b three d e f",
    );
    expect(sketch("one two three four five", "one b three d e")).toBe("one | -two | +b | three | -four five | +d e");
  });

  it("tells nothing of a text that is not there", () => {
    expect(sketch(null, "new words")).toBe("+new words");
    expect(sketch("old words", null)).toBe("-old words");
    expect(sketch(null, null)).toBe("");
  });

  it("gives up on very long texts that differ everywhere, in little time", () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(" ");
    const started = performance.now();
    expect(compareWords(long("a"), long("b")).map(({ kind }) => kind)).toEqual(["gone", "new"]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
