import { type Audit, type FactValue, type Moderated, type Response, responseTo, type SignOff } from "./audit.js";

/** One answer, as what it changes in the audit. */
export type AuditChange =
  | { readonly kind: "organisation"; readonly name: string; readonly reference?: string }
  | { readonly kind: "fact"; readonly id: string; readonly value: FactValue }
  | { readonly kind: "assessor"; readonly role: string }
  | { readonly kind: "response"; readonly requirement: string; readonly response: Response }
  /** Nothing but the moderation of an answer that is there. */
  | { readonly kind: "moderation"; readonly requirement: string; readonly moderated: Moderated }
  | { readonly kind: "sign-off"; readonly entry: SignOff };

/** The audit with the change made; everything else stays as it was. */
export function applyChange(audit: Audit, change: AuditChange): Audit {
  switch (change.kind) {
    case "organisation": {
      const reference = change.reference === undefined ? {} : { reference: change.reference };
      return { ...audit, organisation: { ...audit.organisation, name: change.name, ...reference } };
    }
    case "fact": {
      const facts = { ...audit.organisation.facts, [change.id]: change.value };
      return { ...audit, organisation: { ...audit.organisation, facts } };
    }
    case "assessor": {
      const assessors = audit.assessors ?? [];
      const known = assessors.some((assessor) => assessor.role === change.role);
      return known ? audit : { ...audit, assessors: [...assessors, { role: change.role }] };
    }
    case "response":
      return { ...audit, responses: { ...audit.responses, [change.requirement]: change.response } };
    case "moderation": {
      const response = { ...responseTo(audit, change.requirement), moderated: change.moderated };
      return { ...audit, responses: { ...audit.responses, [change.requirement]: response } };
    }
    case "sign-off":
      return { ...audit, "sign-off": [...(audit["sign-off"] ?? []), change.entry] };
  }
}
