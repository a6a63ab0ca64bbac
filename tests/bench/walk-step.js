import { openRecord } from "../../dist/commands/audit-record.js";
import { openPassages } from "../../dist/commands/policy-passages.js";
import { createEvidenceDesk } from "../../dist/evidence/desk.js";
import { createHost } from "../../dist/node-host.js";
import { conduct } from "../../dist/walk/conduct.js";
import { createPerson } from "../scripted/person.js";

/**
 * The time, in milliseconds, from one answer to the next question, saved to disk, that 95 of 100 do not exceed: a
 * scripted person confirms every answer of the large audit and gives those that are missing.
 */
export async function measureWalk(folder) {
  const host = { ...createHost(process), cwd: folder };
  const record = await openRecord({ file: "audit.yaml", today: "2026-11-21" }, host);
  const desk = { folder, checklist: record.checklist, files: host.files, tell: () => undefined };
  const times = [];
  let answered = null;
  const person = createPerson(() => {
    const now = performance.now();
    if (answered !== null) times.push(now - answered);
    answered = now;
  });
  await conduct(
    {
      checklist: record.checklist,
      profile: record.profile,
      audit: record.audit(),
      selection: { redo: true },
      today: "2026-11-21",
      assessor: "Head of service",
      evidence: createEvidenceDesk(folder, host.files, await openPassages(desk, host)),
      record: (change) => record.record([change]),
    },
    person,
  );
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)];
}
