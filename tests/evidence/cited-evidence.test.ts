import { describe, expect, it } from "vitest";
import { citedDiagnostics, readCited } from "../../src/evidence/read-evidence.js";
import type { Audit } from "../../src/model/audit.js";
import { audit, minutes, policy } from "../engine/fixtures.js";
import { fakeFiles, root } from "./fake-files.js";

const text = "# Policy\n## Accountability\nThe trustees answer.\n";

describe("all that an audit cites", () => {
  const cites: Audit = audit({
    "board-lead": {
      rating: "met",
      evidence: [policy({ path: "policy.md" }), minutes, policy({ path: "policy.md#accountability" })],
    },
    culture: {
      rating: "met",
      evidence: [policy({ path: "policy.md" }), policy({ path: "gone.md" }), policy({ path: "policies" })],
    },
    supervision: { rating: "not-met" },
  });
  const entries = { "policy.md": text, "policies/annex.md": text };

  it("is read, each file once", async () => {
    const files = fakeFiles(entries);
    const { readings, problems } = await readCited(cites, `${root}/audit.yaml`, files);
    expect([...readings].map(([path, reading]) => [path, reading.kind])).toEqual([
      ["policy.md", "present"],
      ["policy.md#accountability", "present"],
      ["gone.md", "missing"],
    ]);
    expect([...problems].map(([path, { code }]) => [path, code])).toEqual([["policies", "not-a-file"]]);
    expect(files.reads).toEqual(["policy.md"]);
  });

  it("is found from the folder of the audit file", async () => {
    const { readings } = await readCited(
      cites,
      `${root}/audits/audit.yaml`,
      fakeFiles({ "audits/policy.md": text, "audits/policies/annex.md": text }),
    );
    expect(readings.get("policy.md")).toMatchObject({ kind: "present" });
  });

  it("and cannot be looked at is a diagnostic at every place that cites it", async () => {
    const { problems } = await readCited(cites, `${root}/audit.yaml`, fakeFiles(entries));
    const twice = audit({
      ...cites.responses,
      supervision: { rating: "not-met", evidence: [policy({ path: "policies" })] },
      learning: { rating: "not-met" },
    });
    const found = citedDiagnostics(twice, problems, (path) => ({ file: path.join("/"), line: 7, column: 15 }));
    const shared = {
      code: "not-a-file",
      message: '"policies" is a folder, not a document.',
      hint: "Cite the document itself.",
      severity: "error",
      line: 7,
      column: 15,
    };
    expect(found).toEqual([
      { ...shared, file: "responses/culture/evidence/2/path" },
      { ...shared, file: "responses/supervision/evidence/0/path" },
    ]);
  });
});

it("an audit that cites itself proves nothing", async () => {
  const cites = audit({ "board-lead": { rating: "met", evidence: [{ title: "Our audit", path: "audit.yaml" }] } });
  const files = fakeFiles({ "audit.yaml": "schema: audit/1" });
  const { readings, problems } = await readCited(cites, `${root}/audit.yaml`, files);
  expect([...readings]).toEqual([]);
  expect(problems.get("audit.yaml")?.message).toBe("The audit cites itself, which proves nothing.");
});
