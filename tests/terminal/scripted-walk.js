// A walk without a person: answers every question of the audit in this folder, telling the parent of each save before
// it begins and when it is done. It is killed at any moment.
import { writeSync } from "node:fs";
import { openRecord } from "../../dist/commands/audit-record.js";
import { createEvidenceDesk } from "../../dist/evidence/desk.js";
import { createHost } from "../../dist/node-host.js";
import { conduct } from "../../dist/walk/conduct.js";

const tell = (word, change) => writeSync(1, `${JSON.stringify({ word, change })}\n`);
const host = createHost(process);
const record = await openRecord({ file: "audit.yaml", today: "2026-11-21" }, host);
const ratings = ["m", "p", "n", "a"];
let asked = 0;

function choose({ choices, initial }) {
  const keys = new Map(choices.map((choice) => [choice.key, choice.value]));
  if (keys.has("?")) return keys.get(ratings[asked++ % ratings.length]);
  for (const key of ["d", "f", "y"]) if (keys.has(key)) return keys.get(key);
  return initial ?? choices[0].value;
}

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
  {
    manual: [],
    show: () => undefined,
    choose: async (menu) => choose(menu),
    chooseSeveral: async ({ choices }) => [choices[0].value],
    askText: async ({ initial }) => initial ?? "We said so at our meeting: it is # written down, [as] {agreed}.",
    askPath: async () => "policies/safeguarding.md",
    close: () => undefined,
  },
);
tell("end", null);
