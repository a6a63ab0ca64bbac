import { describe, expect, it } from "vitest";
import { factsOf, isAnswered, plan, type Step } from "../../src/engine/plan.js";
import type { Audit } from "../../src/model/audit.js";
import { audit, checklist, profile, requirement, standard } from "./fixtures.js";

const list = checklist([
  standard(
    "leadership",
    requirement("board-lead"),
    requirement("staff-code", { appliesWhen: { "employs-staff": true } }),
  ),
  standard("people", requirement("custody", { appliesWhen: { sector: "police" } }), requirement("supervision")),
]);
const ids = (steps: readonly Step[]) => steps.map((step) => step.requirement.id);

describe("plan", () => {
  it("asks what applies, in checklist order", () => {
    expect(ids(plan(list, profile, audit({})).remaining)).toEqual(["board-lead", "staff-code", "supervision"]);
  });

  it("asks also what may apply", () => {
    const steps = plan(list, profile, audit({}, {})).steps;
    expect(steps.map((step) => step.applicability.status)).toEqual(["applies", "unknown", "unknown", "applies"]);
  });

  it("leaves out what does not apply, and says why", () => {
    const excluded = plan(list, profile, audit({})).excluded;
    expect(excluded.map((item) => [item.requirement.id, item.reason])).toEqual([
      [
        "custody",
        "Asked only when: your organisation: police force. You said: your organisation: voluntary or private body.",
      ],
    ]);
  });

  it("leaves out what does not apply by a derived fact", () => {
    const recruiting = checklist([
      standard("people", requirement("safer-recruitment", { appliesWhen: { recruits: true } })),
    ]);
    const { steps, excluded } = plan(
      recruiting,
      profile,
      audit({}, { "employs-staff": false, "has-volunteers": false }),
    );
    expect([steps.length, excluded.length]).toEqual([0, 1]);
  });

  it("does not ask again what is answered, and keeps it among the steps", () => {
    const { steps, remaining } = plan(list, profile, audit({ "staff-code": { rating: "met" } }));
    expect([ids(steps), ids(remaining)]).toEqual([
      ["board-lead", "staff-code", "supervision"],
      ["board-lead", "supervision"],
    ]);
  });

  it("counts positions among all that is asked, whatever is selected", () => {
    const { steps } = plan(list, profile, audit({}), { requirements: ["supervision"] });
    expect(steps.map((step) => [step.requirement.id, step.standard.id, step.position])).toEqual([
      ["supervision", "people", 3],
    ]);
  });

  it("counts progress over all that is asked, whatever is selected", () => {
    const answered = audit({ "board-lead": { rating: "met" }, custody: { rating: "met" } });
    expect(plan(list, profile, answered, { standards: ["people"] }).progress).toEqual({ answered: 1, total: 3 });
  });

  it("asks only the requirements selected", () => {
    expect(ids(plan(list, profile, audit({}), { requirements: ["supervision", "board-lead"] }).remaining)).toEqual([
      "board-lead",
      "supervision",
    ]);
  });

  it("asks only the standards selected", () => {
    expect(ids(plan(list, profile, audit({}), { standards: ["people"] }).remaining)).toEqual(["supervision"]);
  });

  it("asks only what both selections name", () => {
    const selection = { requirements: ["board-lead", "supervision"], standards: ["people"] };
    expect(ids(plan(list, profile, audit({}), selection).remaining)).toEqual(["supervision"]);
  });

  it("selects nothing from an empty selection", () => {
    expect(plan(list, profile, audit({}), { requirements: [] }).steps).toEqual([]);
  });

  it("asks answered ones again on redo, and only those selected", () => {
    const answered = audit({ "board-lead": { rating: "met" }, supervision: { rating: "met" } });
    expect(ids(plan(list, profile, answered, { redo: true, standards: ["leadership"] }).remaining)).toEqual([
      "board-lead",
      "staff-code",
    ]);
  });

  it("asks the facts that are missing", () => {
    expect(plan(list, profile, audit({}, { sector: ["police"] })).facts.map(({ id }) => id)).toEqual(["employs-staff"]);
  });
});

describe("isAnswered", () => {
  it("no response is no answer", () => {
    expect(isAnswered(audit({}), "board-lead")).toBe(false);
  });

  it("a note without a rating is no answer", () => {
    expect(isAnswered(audit({ "board-lead": { note: "Ask the chair." } }), "board-lead")).toBe(false);
  });

  it("a rating is an answer", () => {
    expect(isAnswered(audit({ "board-lead": { rating: "not-met" } }), "board-lead")).toBe(true);
  });

  it("a carried answer that waits to be confirmed is none yet", () => {
    expect(
      isAnswered(audit({ "board-lead": { rating: "met", "to-confirm": "The question was widened." } }), "board-lead"),
    ).toBe(false);
  });

  it.each(["__proto__", "constructor", "toString"])(
    "a requirement called %s is unanswered until it is answered",
    (id) => {
      const responses: Audit["responses"] = JSON.parse(`{"${id}": {"rating": "met"}}`);
      expect([isAnswered(audit({}), id), isAnswered(audit(responses), id)]).toEqual([false, true]);
    },
  );
});

describe("factsOf", () => {
  it("gives what was answered and what follows", () => {
    expect(factsOf(audit({}, { "employs-staff": false, "has-volunteers": false }), profile)).toEqual({
      "employs-staff": false,
      "has-volunteers": false,
      recruits: false,
    });
  });
});
