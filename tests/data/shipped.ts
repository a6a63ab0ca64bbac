import { plan } from "../../src/engine/plan.js";
import { readShippedChecklist, readShippedProfile, shippedIds } from "../../src/files/shipped.js";
import type { Facts } from "../../src/model/audit.js";
import { type Checklist, requirementsOf } from "../../src/model/checklist.js";

/** Every shipped edition, by id, in order of publication. */
export const checklists = new Map<string, Checklist>();
for (const id of await shippedIds()) checklists.set(id, await readShippedChecklist(id));
export const profile = await readShippedProfile();

export function edition(year: string): Checklist {
  const found = checklists.get(`working-together-${year}`);
  if (found === undefined) throw new Error(`no edition of ${year}`);
  return found;
}

export function idsOf(checklist: Checklist): readonly string[] {
  return requirementsOf(checklist).map((requirement) => requirement.id);
}

/** The ids of all that an organisation is asked in an edition, what may apply to it included. */
export function asked(year: string, facts: Facts): readonly string[] {
  return planOf(year, facts).steps.map((step) => step.requirement.id);
}

/** The ids of the facts that it still has to answer for that edition. */
export function askedOfItself(year: string, facts: Facts): readonly string[] {
  return planOf(year, facts).facts.map((fact) => fact.id);
}

function planOf(year: string, facts: Facts): ReturnType<typeof plan> {
  const audit = {
    schema: "audit/1",
    checklist: edition(year).id,
    organisation: { name: "Riverside", facts },
    period: { from: "2026-01-01", to: "2026-12-31" },
    responses: {},
  } as const;
  return plan(edition(year), profile, audit);
}
