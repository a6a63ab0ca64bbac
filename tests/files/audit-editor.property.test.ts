import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { openEditor } from "../../src/files/audit-editor.js";
import { parseAudit } from "../../src/files/audit-file.js";

const day = fc.constantFrom("2026-01-01", "2025-12-31", "2024-02-29");
const tricky = fc.constantFrom(
  "2026-01-01",
  "yes",
  "null",
  "~",
  "1e3",
  "1e400",
  "0x1f",
  "- a",
  "a: b",
  "a #b",
  "# a",
  "'",
  '"',
  "\\",
  "---",
  "...",
  "|",
  ">-",
  "\t",
  " x ",
  "x\n",
  "\nx",
  "a\n\n b\n",
  "a\r\nb",
  "\u0085",
  "\u2028",
  "\ufeff",
  "\u007f",
  "\u001b[31m",
  "\ufffe",
  "👩‍👧",
  "<<",
  "&a",
  "*a",
  "!a",
  "%a",
  "@a",
  "`",
  "a:",
  ":",
  "? a",
  "[",
  "{}",
  "x\n  # y\n",
);
const note = fc.oneof(
  tricky,
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.oneof(tricky, fc.lorem({ maxCount: 8 })), { maxLength: 4 }).map((lines) => lines.join("\n")),
);
const text = note.filter((value) => /\S/.test(value));
const evidence = fc.record({ title: text, location: text, reviewed: day }, { requiredKeys: ["title", "location"] });
const response = fc.record(
  {
    rating: fc.constantFrom("met", "partly-met", "not-met", "not-applicable"),
    reason: text,
    evidence: fc.array(evidence, { maxLength: 3 }),
    note,
    assessed: fc.record({ on: day, by: text }, { requiredKeys: ["on"] }),
    question: fc.constantFrom("01234567", "12345678", "1e345678", "abcdef01"),
    "to-confirm": text,
  },
  { requiredKeys: [] },
);
const requirement = fc.constantFrom("line-of-accountability", "board-lead", "whistleblowing", "null", "supervision");
const step = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(requirement, response) },
  { weight: 1, arbitrary: fc.tuple(requirement, fc.constant(undefined)) },
);

const start = `%YAML 1.2
---
# c1
schema: audit/1 # c2
checklist: c
organisation:
    # c3
    name: R   # c4
    facts: {a: true,   b: [x,y]}   # c5

# c6
period:
    from: 2026-01-01
    # c7
    to: 2026-12-31
responses: # c8
    # c9
    first: {rating: met}   # c10
    # c11
    second:
        note: |+
            # no comment

        # c12
        rating: "not-met" # c13

    # c14
sign-off:
# c15
- role: Chair
  on: 2026-11-20
# c16
`;
const comments = Array.from({ length: 16 }, (_, index) => `# c${index + 1}`);

describe("whatever is answered, in any order", () => {
  it("reads back as it was answered, by either parser; what was not touched keeps its lines and comments", () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.boolean(), async (steps, isCrlf) => {
        const editor = openEditor(isCrlf ? start.replaceAll("\n", "\r\n") : start);
        const responses = new Map<string, unknown>();
        for (const [id, value] of steps) {
          editor.set(["responses", id], value);
          if (value === undefined) responses.delete(id);
          else responses.set(id, value);
        }
        const saved = editor.text();
        const { audit } = await parseAudit(saved, "audit.yaml");
        const wanted = {
          first: { rating: "met" },
          second: { note: "# no comment\n\n", rating: "not-met" },
          ...Object.fromEntries(responses),
        };
        expect(audit.responses).toEqual(wanted);
        expect(audit).toEqual(load(saved));
        expect(audit).toEqual(parse(saved));
        const lines = saved.split(/\r?\n/);
        expect(start.split("\n").filter((line) => !lines.includes(line))).toEqual([]);
        for (const comment of comments)
          expect(lines.filter((line) => line.trimEnd().endsWith(comment)).length, comment).toBeGreaterThan(0);
        expect(openEditor(saved).text()).toBe(saved);
      }),
      { numRuns: 100 },
    ));

  it("reads back when written over what a person wrote by hand, whose comments stay", () =>
    fc.assert(
      fc.asyncProperty(response, response, async (one, two) => {
        const editor = openEditor(start);
        editor.set(["responses", "first"], one);
        editor.set(["responses", "second"], { rating: "met", note: "n", ...two });
        const saved = editor.text();
        const { audit } = await parseAudit(saved, "audit.yaml");
        expect(audit.responses).toEqual({ first: one, second: { rating: "met", note: "n", ...two } });
        for (const comment of comments.filter((name) => !["# c10", "# c12"].includes(name)))
          expect(saved).toContain(comment);
      }),
      { numRuns: 100 },
    ));
});
