import { Ajv2020 } from "ajv/dist/2020.js";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { isDay } from "../../src/model/day.js";
import { renderSample, sampleFormats } from "../../src/reporters/sample.js";
import type { Sample } from "../../src/schema/sample.gen.js";
import { hostile } from "./fixtures/hostile.js";

const options = { width: 40, colour: false, plain: false } as const;

const sample: Sample = {
  schema: "sample/1",
  today: "2026-11-21",
  organisation: "Riverside Youth Project",
  period: { from: "2026-01-01", to: "2026-12-31" },
  checklist: "working-together-2026",
  seed: "Challenge day",
  of: 24,
  requirements: [
    {
      id: "whistleblowing",
      title: "Whistleblowing",
      standard: "Speaking up",
      question: "Can people speak up?",
      rating: "met",
      moderated: null,
    },
    {
      id: "board-lead",
      title: "Board-level lead",
      standard: "Leadership",
      question: "Is there a lead?",
      rating: "not-met",
      moderated: "partly-met",
    },
  ],
};

describe("a sample", () => {
  it("is a numbered list in a narrow terminal", () => {
    expect(renderSample("terminal", sample, options)).toBe(`Answers to moderate
────────────────────────────────────────

Riverside Youth Project, 1 January 2026
to 31 December 2026: 2 of 24 answers.
Drawn by: Challenge day

1. Whistleblowing (whistleblowing)
   Can people speak up?
   Speaking up. Self rating: met; not
   moderated.

2. Board-level lead (board-lead)
   Is there a lead?
   Leadership. Self rating: not met;
   moderated: partly met.
`);
  });

  it("is a numbered list in Markdown", () => {
    expect(renderSample("markdown", sample, options)).toBe(`# Answers to moderate

Riverside Youth Project, 1 January 2026 to 31 December 2026: 2 of 24 answers.

**Drawn by:** Challenge day

1. **Whistleblowing (whistleblowing).** Can people speak up? Speaking up. Self rating: met; not moderated.
2. **Board-level lead (board-lead).** Is there a lead? Leadership. Self rating: not met; moderated: partly met.
`);
  });

  it("is all of it in JSON, as its schema says", async () => {
    const text = renderSample("json", sample, options);
    expect(JSON.parse(text)).toEqual(sample);
    const file = new URL("../../src/schema/sample.schema.json", import.meta.url);
    const ajv = new Ajv2020({ strict: false, formats: { day: isDay } });
    const validate = ajv.compile(JSON.parse(await readFile(file, "utf8")));
    expect(validate(JSON.parse(text))).toBe(true);
  });

  it("of nothing says so", () => {
    const none = { ...sample, of: 0, requirements: [] };
    expect(renderSample("markdown", none, options)).toMatch(/0 of 0 answers\.\n\n\*\*Drawn by:\*\* Challenge day\n$/u);
  });

  it("of one says so", () => {
    const [one] = sample.requirements;
    const single = { ...sample, of: 1, requirements: one === undefined ? [] : [one] };
    expect(renderSample("terminal", single, { ...options, width: 100 })).toMatch(/2026: 1 of 1 answer\.\n/u);
  });

  it.each(sampleFormats)("shows no raw control of a hostile text: %s", (format) => {
    const [one, ...others] = sample.requirements;
    if (one === undefined) throw new Error("the sample is empty");
    const attack = {
      ...sample,
      organisation: hostile,
      seed: hostile,
      requirements: [{ ...one, title: hostile, question: hostile, standard: hostile }, ...others],
    };
    expect(renderSample(format, attack, options)).not.toMatch(/(?!\r?\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
  });
});
