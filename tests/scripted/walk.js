// A walk without a person: answers every question of the audit in this folder, telling the parent of each save before
// it begins and when it is done. It is killed at any moment.
import { writeSync } from "node:fs";
import { openRecord } from "../../dist/commands/audit-record.js";
import { createEvidenceDesk } from "../../dist/evidence/desk.js";
import { createHost } from "../../dist/node-host.js";
import { conduct } from "../../dist/walk/conduct.js";
import { createPerson } from "./person.js";

const tell = (word, change) => writeSync(1, `${JSON.stringify({ word, change })}\n`);
const host = createHost(process);
const record = await openRecord({ file: "audit.yaml", today: "2026-11-21" }, host);

await conduct(
  {
    checklist: record.checklist,
    profile: record.profile,
    audit: record.audit(),
    selection: {},
    today: "2026-11-21",
    assessor: "Designated safeguarding lead",
    evidence: createEvidenceDesk(process.cwd(), host.files),
    record: async (change) => {
      tell("begin", change);
      const audit = await record.record([change]);
      tell("done", change);
      return audit;
    },
  },
  createPerson(),
);
tell("end", null);
