import { type Checklist, requirementsOf } from "../model/checklist.js";
import type { Day } from "../model/day.js";
import type { ChecklistList, ChecklistSummary } from "../schema/checklists.gen.js";

function stateOf({ inForce }: Pick<Checklist, "inForce">, today: Day): ChecklistSummary["state"] {
  if (today < inForce.from) return "not-yet-in-force";
  return inForce.until !== null && inForce.until < today ? "superseded" : "in-force";
}

/** The shipped editions at a glance, as they stand on a day. */
export function listChecklists(checklists: readonly Checklist[], today: Day): ChecklistList {
  return {
    schema: "checklists/1",
    today,
    checklists: checklists.map((checklist) => ({
      id: checklist.id,
      title: checklist.title,
      published: checklist.published,
      inForce: checklist.inForce,
      state: stateOf(checklist, today),
      status: checklist.status,
      requirements: requirementsOf(checklist).length,
      verifiedReferences: requirementsOf(checklist).filter((requirement) => requirement.reference.verified).length,
      notice: checklist.notice,
    })),
  };
}
