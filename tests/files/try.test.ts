import { it } from "vitest";
import { openEditor } from "../../src/files/audit-editor.js";
import { newAuditText } from "../../src/files/new-audit.js";
const hand = `# Our audit
schema: audit/1   # do not touch
checklist: working-together-2023
organisation: { name: "Riverside",   facts: {sector: [voluntary-or-private], employs-staff: true} }
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
    note: "x" # why

sign-off: []
# the end
`;
it("x", () => {
  const e = openEditor(hand);
  e.set(["responses", "board-lead"], { rating: "partly-met", note: "two\nlines", evidence: [{ path: "a.md", title: "2026-01-01" }], actions: [{ id: "A1", what: "x: y", status: "open" }] });
  e.set(["responses", "line-of-accountability", "evidence"], [{ title: "Safeguarding policy", path: "policies/safeguarding.md", reviewed: "2026-03-01", sha256: "abc" }, { title: "Minutes", location: "Book 3" }, { title: "New", location: "here" }]);
  e.set(["responses", "new-one"], { rating: "not-applicable", reason: "no" });
  e.apply({ kind: "fact", id: "has-volunteers", value: true });
  e.apply({ kind: "assessor", role: "Lead" });
  console.log(e.text());
  e.remove(["responses", "board-lead"]);
  e.remove(["responses", "line-of-accountability", "note"]);
  e.remove(["responses", "line-of-accountability"]);
  e.remove(["responses", "new-one"]);
  console.log(e.text());
  const n = newAuditText({ schema: "audit/1", checklist: "working-together-2026", organisation: { name: "R: x", facts: {} }, period: { from: "2026-01-01", to: "2026-12-31" }, responses: {} });
  const f = openEditor(n);
  f.apply({ kind: "fact", id: "sector", value: ["a", "b"] });
  f.apply({ kind: "response", requirement: "a", response: { rating: "met", evidence: [{ title: "x", path: "y" }] } });
  f.apply({ kind: "response", requirement: "b", response: { rating: "met" } });
  console.log(n, f.text());
  let text = n; const t = openEditor(n);
  for (let i = 0; i < 60; i++) t.set(["responses", `requirement-${i}`], { rating: "met", evidence: [{ title: "Safeguarding policy", path: "policies/safeguarding.md#x", reviewed: "2026-03-01", sha256: "0".repeat(64) }], note: "Some words about this. ".repeat(4), assessed: { on: "2026-01-01", by: "Lead" }, question: "01234567" });
  console.log(t.text().length);
  for (let k = 0; k < 5; k++) { const s = performance.now(); t.set(["responses", `requirement-${k * 7}`], { rating: "partly-met", note: "changed" + k, assessed: { on: "2026-02-01", by: "Lead" }, question: "01234567" }); t.text(); console.log((performance.now() - s).toFixed(1) + " ms"); }
  { const s = performance.now(); openEditor(t.text()); console.log("open " + (performance.now() - s).toFixed(1) + " ms"); }
});
