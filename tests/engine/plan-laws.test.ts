import * as fc from "fast-check";
import { expect, it } from "vitest";
import { plan } from "../../src/engine/plan.js";
import type { Audit, Response } from "../../src/model/audit.js";
import { requirementsOf } from "../../src/model/checklist.js";
import { anyChecklist, facts, profile, response, responses } from "./arbitraries.js";
import { audit } from "./fixtures.js";

const answer = (given: Audit, id: string, to: Response): Audit =>
  audit(Object.fromEntries([...Object.entries(given.responses), [id, to]]), given.organisation.facts);
const confirmed = response.map(({ "to-confirm": _waiting, ...rest }): Response => ({
  ...rest,
  rating: rest.rating ?? "met",
}));
const asked = (...given: Parameters<typeof plan>) => plan(...given).remaining.map((step) => step.requirement.id);

it("resuming after any prefix of answers asks exactly the rest", () => {
  fc.assert(
    fc.property(anyChecklist, facts, responses, confirmed, fc.nat(6), (list, known, given, to, count) => {
      const start = audit(given, known);
      const all = asked(list, profile, start);
      const stopped = all.slice(0, count).reduce((so, id) => answer(so, id, to), start);
      expect(asked(list, profile, stopped)).toEqual(all.slice(count));
    }),
  );
});

it("answering in any order leaves exactly what was not answered", () => {
  fc.assert(
    fc.property(anyChecklist, facts, confirmed, fc.infiniteStream(fc.boolean()), (list, known, to, picks) => {
      const all = asked(list, profile, audit({}, known));
      const answered = new Set(all.filter(() => picks.next().value));
      const stopped = [...answered].toReversed().reduce((so, id) => answer(so, id, to), audit({}, known));
      expect(asked(list, profile, stopped)).toEqual(all.filter((id) => !answered.has(id)));
    }),
  );
});

it("every requirement is either a step or left out with a reason, in checklist order", () => {
  fc.assert(
    fc.property(anyChecklist, facts, responses, (list, known, given) => {
      const { steps, excluded } = plan(list, profile, audit(given, known));
      const [ids, out] = [steps.map((step) => step.requirement.id), excluded.map((item) => item.requirement.id)];
      const order = requirementsOf(list).map(({ id }) => id);
      expect(order.filter((id) => ids.includes(id))).toEqual(ids);
      expect(order.filter((id) => out.includes(id))).toEqual(out);
      expect([...ids, ...out].toSorted()).toEqual(order.toSorted());
      expect(excluded.every(({ reason }) => reason.includes("You said: "))).toBe(true);
    }),
  );
});

it("what is answered and what remains make up the whole", () => {
  fc.assert(
    fc.property(anyChecklist, facts, responses, (list, known, given) => {
      const { progress, remaining, steps } = plan(list, profile, audit(given, known));
      expect([progress.total, progress.answered + remaining.length]).toEqual([steps.length, steps.length]);
      expect(steps.map((step) => step.position)).toEqual(steps.map((_step, index) => index + 1));
    }),
  );
});

it("a selection asks no more than all, in the same order and at the same positions", () => {
  fc.assert(
    fc.property(
      anyChecklist,
      facts,
      responses,
      fc.subarray(["leadership", "people"]),
      (list, known, given, standards) => {
        const all = plan(list, profile, audit(given, known));
        const some = plan(list, profile, audit(given, known), { standards });
        expect(some.steps).toEqual(all.steps.filter((step) => standards.includes(step.standard.id)));
        expect(some.progress).toEqual(all.progress);
      },
    ),
  );
});

it("no answer changes which questions there are", () => {
  fc.assert(
    fc.property(anyChecklist, facts, responses, responses, (list, known, one, other) => {
      const ids = (given: Audit["responses"]) =>
        plan(list, profile, audit(given, known)).steps.map((step) => step.requirement.id);
      expect(ids(one)).toEqual(ids(other));
    }),
  );
});
