import type { Selection } from "../engine/plan.js";
import { UserError } from "../errors.js";
import { suggest } from "../files/suggest.js";
import { type Checklist, requirementsOf } from "../model/checklist.js";

/** Throws UserError when a selection names what the checklist does not have. */
export function checkSelection({ requirements = [], standards = [] }: Selection, checklist: Checklist): void {
  checkIds(
    "requirement",
    requirements,
    requirementsOf(checklist).map((requirement) => requirement.id),
    checklist.id,
  );
  checkIds(
    "standard",
    standards,
    checklist.standards.map((standard) => standard.id),
    checklist.id,
  );
}

function checkIds(what: string, ids: readonly string[], known: readonly string[], checklist: string): void {
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const near = suggest(unknown, known);
  throw new UserError(
    `${checklist} has no ${what} "${unknown}"`,
    [],
    near !== null
      ? `Did you mean ${near}?`
      : what === "standard"
        ? `Its standards: ${known.join(", ")}.`
        : `They are listed by: wt-audit checklist show ${checklist}`,
  );
}
