import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parseAudit } from "../../src/files/audit-file.js";
import { emptyAudit, withFolder } from "../cli/fixture.js";
import { runBuilt } from "../cli/run.js";
import { keys, type Session, start } from "./pty.js";

let made: ReturnType<typeof withFolder>;
let session: Session | null = null;

const answered = emptyAudit.replace(
  "responses: {}",
  `responses:
  board-lead:
    rating: not-applicable
    reason: We have no board.
    assessed: { on: 2026-11-02 }
  whistleblowing:
    rating: met
    assessed: { on: 2026-11-02 }`,
);

beforeEach(() => {
  made = withFolder({ "audit.yaml": answered });
});

afterEach(() => {
  session?.kill();
  session = null;
  made.remove();
});

it("takes what is still so with Enter, and asks in full what is not", async () => {
  const year = ["--checklist", "working-together-2023", "--today", "2027-01-05"];
  expect((await runBuilt(["review", ...year, "-q"], { cwd: made.folder })).code).toBe(0);
  const only = ["--only", "board-lead,whistleblowing", "--today", "2027-01-05"];
  session = start(["audit", "audit-2027.yaml", ...only], { cwd: made.folder, columns: 100 });
  await session.see("What is your role?");
  session.press(`Chair${keys.enter}`);
  await session.see("Is it still so?");
  session.press(keys.enter);
  await session.see("It is rated met, and nothing is cited that proves it.");
  await session.see("How would you rate this?");
  session.press("q");
  expect(await session.end()).toBe(0);
  const { audit } = await parseAudit(readFileSync(join(made.folder, "audit-2027.yaml"), "utf8"), "audit-2027.yaml");
  expect(audit.responses["board-lead"]).toMatchObject({ assessed: { on: "2027-01-05", by: "Chair" } });
  expect(audit.responses["board-lead"]?.["to-confirm"]).toBeUndefined();
  expect(audit.responses["whistleblowing"]?.["to-confirm"]).toContain("Carried forward");
});
