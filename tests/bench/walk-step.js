import { createHost } from "../../dist/node-host.js";
import { openRecord } from "../../dist/commands/audit-record.js";
import { createEvidenceDesk } from "../../dist/evidence/desk.js";
import { conduct } from "../../dist/walk/conduct.js";

/**
 * The median time, in milliseconds, from one answer to the next question, saved to disk: a scripted person answers
 * every question of the large audit again.
 */
export async function measureWalk(folder) {
  const host = { ...createHost(process), cwd: folder };
  const record = await openRecord({ file: "audit.yaml", today: "2026-11-21" }, host);
  const times = [];
  let answered = null;
  const next = (answer) => {
    if (answered !== null) times.push(performance.now() - answered);
    answered = performance.now();
    return Promise.resolve(answer);
  };
  const prompter = {
    manual: [],
    show: () => undefined,
    choose: ({ choices, initial }) =>
      next(choices.find((choice) => choice.key === "k" || choice.key === "d")?.value ?? initial ?? choices[0].value),
    chooseSeveral: ({ initial }) => next(initial ?? []),
    askText: ({ initial }) => next(initial ?? "Head of service"),
    askPath: () => next("policies/safeguarding.md"),
    close: () => undefined,
  };
  await conduct(
    {
      checklist: record.checklist,
      profile: record.profile,
      audit: record.audit(),
      selection: { redo: true },
      today: "2026-11-21",
      assessor: "Head of service",
      evidence: createEvidenceDesk(folder, host.files),
      record: (change) => record.record([change]),
    },
    prompter,
  );
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)];
}
