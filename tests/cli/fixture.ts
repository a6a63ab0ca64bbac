import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder of its own for one case, with the files given; thrown away at the end. */
export function withFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  readonly folder: string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "wt-audit-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The smallest audit that is whole: a club of volunteers, nothing answered. */
export const emptyAudit = `schema: audit/1
checklist: working-together-2023
organisation:
  name: Riverside Youth Project
  facts: { sector: [voluntary-or-private], employs-staff: false, has-volunteers: true, charity: false }
period: { from: 2026-01-01, to: 2026-12-31 }
responses: {}
`;
