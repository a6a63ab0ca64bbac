import { describe, expect, it } from "vitest";
import { openEditor } from "../../src/files/audit-editor.js";
import { parseAudit } from "../../src/files/audit-file.js";
import { newAuditText } from "../../src/files/new-audit.js";
import type { Audit } from "../../src/model/audit.js";

const hand = `# Our audit
schema: audit/1   # do not touch
checklist: working-together-2023
organisation: { name: "Riverside",   facts: {employs-staff: true} }
period: {from: 2026-01-01, to: 2026-12-31}

# --- answers ---
responses:
  # leadership first
  line-of-accountability:
    rating: met     # agreed with the chair
    # the policy
    evidence:
      - { title: Safeguarding policy, path: policies/safeguarding.md, reviewed: 2026-03-01 }
      # and the minutes
      - title: Minutes
        location: Book 3
    note: >-
      a long
      folded note
  # not yet decided
  board-lead:
    rating: not-met
    note: "x"  # why

sign-off: []
# the end
`;

/** The lines that differ: "-" gone, "+" new. */
function changes(before: string, after: string): readonly string[] {
  const [old, fresh] = [before.split("\n"), after.split("\n")];
  return [
    ...old.filter((line) => !fresh.includes(line)).map((line) => `-${line}`),
    ...fresh.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

function edit(text: string, work: (editor: ReturnType<typeof openEditor>) => void): string {
  const editor = openEditor(text);
  work(editor);
  return editor.text();
}

describe("an audit file that is edited", () => {
  it("keeps every character when nothing changes", () => {
    for (const text of [hand, hand.trimEnd(), hand.replaceAll("\n", "\r\n"), `\ufeff${hand}`]) {
      expect(edit(text, (editor) => editor.set(["responses", "board-lead"], { rating: "not-met", note: "x" }))).toBe(
        text,
      );
    }
  });

  it("changes only the lines of what changes", () => {
    const after = edit(hand, (editor) =>
      editor.set(["responses", "board-lead"], { rating: "met", note: "x", assessed: { on: "2026-11-02" } }),
    );
    expect(changes(hand, after)).toEqual([
      "-    rating: not-met",
      "+    rating: met",
      "+    assessed:",
      "+      on: 2026-11-02",
    ]);
    expect(after.split("\n").slice(22, 28)).toEqual([
      "    rating: met",
      '    note: "x"  # why',
      "    assessed:",
      "      on: 2026-11-02",
      "",
      "sign-off: []",
    ]);
  });

  it("keeps the comment beside a value that changes", () => {
    const after = edit(hand, (editor) => editor.set(["responses", "line-of-accountability", "rating"], "partly-met"));
    expect(changes(hand, after)).toEqual([
      "-    rating: met     # agreed with the chair",
      "+    rating: partly-met # agreed with the chair",
    ]);
  });

  it("keeps the comments of the items of a list that stay", () => {
    const evidence = [
      { title: "Safeguarding policy", path: "policies/safeguarding.md", reviewed: "2026-03-01", sha256: "ab" },
      { title: "Minutes", location: "Book 3" },
      { title: "Rota", location: "Office" },
    ];
    const after = edit(hand, (editor) => editor.set(["responses", "line-of-accountability", "evidence"], evidence));
    expect(changes(hand, after)).toEqual([
      "-      - { title: Safeguarding policy, path: policies/safeguarding.md, reviewed: 2026-03-01 }",
      "+      - { title: Safeguarding policy, path: policies/safeguarding.md, reviewed: 2026-03-01, sha256: ab }",
      "+      - title: Rota",
      "+        location: Office",
    ]);
  });

  it("gets a new answer after the last, its keys in the order of the schema", () => {
    const response = {
      "to-confirm": "carried",
      question: "01234567",
      evidence: [{ path: "a.md", title: "2026-01-01" }],
      rating: "met",
    };
    const after = edit(hand, (editor) => editor.set(["responses", "whistleblowing"], response));
    expect(changes(hand, after)).toEqual([
      "+  whistleblowing:",
      "+    rating: met",
      "+      - title: 2026-01-01",
      "+        path: a.md",
      '+    question: "01234567"',
      "+    to-confirm: carried",
    ]);
    expect(after.indexOf("whistleblowing")).toBeGreaterThan(after.indexOf("# why"));
    expect(after.indexOf("whistleblowing")).toBeLessThan(after.indexOf("sign-off"));
  });

  it("gets a new key where the schema has it", () => {
    const after = edit(hand, (editor) => editor.apply({ kind: "assessor", role: "Lead" }));
    expect(after.split("\n").slice(4, 8)).toEqual([
      "period: {from: 2026-01-01, to: 2026-12-31}",
      "assessors:",
      "  - role: Lead",
      "",
    ]);
  });

  it("loses an answer that is removed, and nothing else", () => {
    expect(
      changes(
        hand,
        edit(hand, (editor) => editor.set(["responses", "board-lead"], undefined)),
      ),
    ).toEqual(["-  board-lead:", "-    rating: not-met", '-    note: "x"  # why']);
    const none = edit(hand, (editor) => {
      editor.set(["responses", "board-lead"], undefined);
      editor.set(["responses", "line-of-accountability"], undefined);
    });
    expect(none).toContain("# not yet decided");
    expect(none).toContain("{}");
  });

  it("keeps CRLF line ends", () => {
    const after = edit(hand.replaceAll("\n", "\r\n"), (editor) =>
      editor.set(["responses", "a"], { rating: "met", note: "one\ntwo" }),
    );
    expect(after.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("keeps four spaces", () => {
    const text = "schema: audit/1\nresponses:\n    a:\n        rating: met\n";
    const after = edit(text, (editor) =>
      editor.set(["responses", "b"], { note: " x\ny", assessed: { on: "2026-01-01" } }),
    );
    expect(after).toBe(`${text}    b:\n        note: " x\\ny"\n        assessed:\n            on: 2026-01-01\n`);
  });

  it("keeps dashes under their key", () => {
    const text = "schema: audit/1\nresponses:\n  a:\n    evidence:\n    - title: P\n      path: p.md\n";
    const after = edit(text, (editor) => editor.set(["responses", "b"], { evidence: [{ title: "Q", path: "q.md" }] }));
    expect(after).toBe(`${text}  b:\n    evidence:\n    - title: Q\n      path: q.md\n`);
  });

  it("may be JSON", async () => {
    const text = '{"schema": "audit/1", "responses": {"a": {"rating": "met"}}}';
    const { audit } = await parseAudit(
      edit(
        `${text.slice(0, -1)}, "checklist": "c", "organisation": {"name": "R", "facts": {}}, "period": {"from": "2026-01-01", "to": "2026-12-31"}}`,
        (editor) => editor.set(["responses", "b"], { rating: "not-met" }),
      ),
      "a",
    );
    expect(audit.responses).toEqual({ a: { rating: "met" }, b: { rating: "not-met" } });
  });

  it("ends in a line end when it did not before", () => {
    expect(
      edit("schema: audit/1\nresponses:\n  a: {rating: met}", (editor) =>
        editor.set(["responses", "b"], { rating: "met" }),
      ),
    ).toBe("schema: audit/1\nresponses:\n  a: {rating: met}\n  b:\n    rating: met\n");
  });
});

describe("the answers of the walk", () => {
  const audit: Audit = {
    schema: "audit/1",
    checklist: "working-together-2026",
    organisation: { name: "Riverside: a project", facts: {} },
    period: { from: "2026-01-01", to: "2026-12-31" },
    responses: {},
  };

  it("begin in a new file that says what it is", async () => {
    const text = newAuditText(audit);
    expect(text.split("\n").slice(3)).toEqual([
      "schema: audit/1",
      "checklist: working-together-2026",
      "organisation:",
      '  name: "Riverside: a project"',
      "  facts: {}",
      "period:",
      "  from: 2026-01-01",
      "  to: 2026-12-31",
      "responses: {}",
      "",
    ]);
    expect((await parseAudit(text, "audit.yaml")).audit).toEqual(audit);
  });

  it("are written one after the other", async () => {
    const text = edit(newAuditText(audit), (editor) => {
      editor.apply({ kind: "organisation", name: "Riverside", reference: "R-1" });
      editor.apply({ kind: "fact", id: "sector", value: ["police"] });
      editor.apply({ kind: "fact", id: "employs-staff", value: false });
      editor.apply({ kind: "assessor", role: "Lead" });
      editor.apply({ kind: "assessor", role: "Lead" });
      editor.apply({ kind: "response", requirement: "a", response: { rating: "met", note: "n", "to-confirm": "x" } });
      editor.apply({ kind: "response", requirement: "b", response: {} });
      editor.apply({ kind: "response", requirement: "a", response: { rating: "not-met" } });
    });
    expect((await parseAudit(text, "audit.yaml")).audit).toEqual({
      ...audit,
      organisation: { name: "Riverside", reference: "R-1", facts: { sector: ["police"], "employs-staff": false } },
      assessors: [{ role: "Lead" }],
      responses: { a: { rating: "not-met" }, b: {} },
    });
  });
});

describe("what others than those who answered add", () => {
  it("a moderation changes no other line of the answer", () => {
    const moderated = { rating: "not-met", reason: "Nobody knows her.", on: "2026-11-12", by: "Trustee" } as const;
    const after = edit(hand, (editor) =>
      editor.apply({ kind: "moderation", requirement: "line-of-accountability", moderated }),
    );
    expect(changes(hand, after)).toEqual([
      "+    moderated:",
      "+      rating: not-met",
      "+      reason: Nobody knows her.",
      "+      on: 2026-11-12",
      "+      by: Trustee",
    ]);
  });

  it("a sign-off is added to those that are there", () => {
    const once = edit(hand, (editor) => editor.apply({ kind: "sign-off", entry: { role: "Chair", on: "2026-11-20" } }));
    const twice = edit(once, (editor) =>
      editor.apply({ kind: "sign-off", entry: { role: "Manager", on: "2026-11-21" } }),
    );
    expect(changes(once, twice)).toEqual(["+  - role: Manager", "+    on: 2026-11-21"]);
    expect(changes(hand, once)).toEqual(["-sign-off: []", "+sign-off:", "+  - role: Chair", "+    on: 2026-11-20"]);
  });
});
