import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseAudit } from "../../src/files/audit-file.js";
import { emptyAudit, withFolder } from "../cli/fixture.js";
import { keys, type Session, start } from "./pty.js";

const answered = emptyAudit.replace(
  "responses: {}",
  `responses:
  board-lead: # agreed with the chair
    rating: met
    evidence: [{ title: Safeguarding policy, path: policies/safeguarding.md, reviewed: 2026-03-01 }]
    assessed: { on: 2026-11-02, by: Designated safeguarding lead }
  whistleblowing: { rating: not-met, assessed: { on: 2026-11-02, by: Designated safeguarding lead } }`,
);

let made: ReturnType<typeof withFolder>;
let session: Session | null = null;

beforeEach(() => {
  made = withFolder({
    "audit.yaml": answered,
    "policies/safeguarding.md": "# Safeguarding\n\nTell the lead on the same day.\n",
  });
});

afterEach(() => {
  session?.kill();
  session = null;
  made.remove();
});

function moderate(columns: number): Session {
  session = start(["moderate", "--today", "2026-11-21"], { cwd: made.folder, columns });
  return session;
}

async function saved() {
  const text = readFileSync(join(made.folder, "audit.yaml"), "utf8");
  return { text, audit: (await parseAudit(text, "audit.yaml")).audit };
}

describe.each([40, 100])("in a terminal of %i columns", (columns) => {
  it("a trustee lowers one rating with a reason, is interrupted, and resumes with the other", async () => {
    const now = moderate(columns);
    await now.see("What is your role?");
    now.press(`Trustee${keys.enter}`);
    await now.see(/see\s+below\./u);
    await now.see(/Agree: met[\s\S]*Stop here/u);
    now.press("p");
    await now.see(`Why "Partly met"`);
    now.press(`She has no time.${keys.enter}`);
    await now.see(/Agree: not met[\s\S]*Stop here/u);
    now.press(keys.ctrlC);
    expect(await now.end()).toBe(130);
    expect(await now.history()).toContain("1 of 2 moderated.");

    const again = moderate(columns);
    await again.see("Who is moderating today?");
    again.press("1");
    await again.see(/Agree: not met[\s\S]*Stop here/u);
    again.press("y");
    expect(await again.end()).toBe(0);
    expect(await again.history()).toMatch(/1 agreed, 1\s+lower/u);

    const { text, audit } = await saved();
    expect(text).toContain("board-lead: # agreed with the chair");
    expect(audit.responses["board-lead"]).toMatchObject({
      rating: "met",
      assessed: { on: "2026-11-02", by: "Designated safeguarding lead" },
      moderated: { rating: "partly-met", reason: "She has no time.", on: "2026-11-21", by: "Trustee" },
    });
    expect(audit.responses["whistleblowing"]?.moderated).toEqual({
      rating: "not-met",
      on: "2026-11-21",
      by: "Trustee",
    });
  });
});
