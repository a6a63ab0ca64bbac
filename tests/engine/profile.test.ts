import { describe, expect, it } from "vitest";
import { deriveFacts, factsToAsk } from "../../src/engine/profile.js";
import type { Facts } from "../../src/model/audit.js";
import type { Condition } from "../../src/model/checklist.js";
import type { Profile } from "../../src/model/profile.js";
import { checklist, leadership, profile, requirement, yesNo } from "./fixtures.js";

const asksAbout = (condition: Condition) => leadership(requirement("board-lead", { appliesWhen: condition }));
const idsToAsk = (condition: Condition, facts: Facts, given: Profile = profile) =>
  factsToAsk(asksAbout(condition), given, facts).map(({ id }) => id);

describe("deriveFacts", () => {
  it("a fact that need not be asked takes its otherwise", () => {
    expect(deriveFacts({ "employs-staff": false, "has-volunteers": false }, profile)).toEqual({
      "employs-staff": false,
      "has-volunteers": false,
      recruits: false,
    });
  });

  it("a fact that is to be asked is not derived", () => {
    expect(deriveFacts({ "employs-staff": true }, profile)).toEqual({ "employs-staff": true });
  });

  it("a fact of which it is not known whether to ask is not derived", () => {
    expect(deriveFacts({ "employs-staff": false }, profile)).toEqual({ "employs-staff": false });
  });

  it("an answer stands, also where it need not have been asked", () => {
    expect(deriveFacts({ "employs-staff": false, "has-volunteers": false, recruits: true }, profile)).toMatchObject({
      recruits: true,
    });
  });

  it("an empty list is no answer: the fact takes its otherwise", () => {
    const open: Profile = {
      schema: "profile/1",
      facts: [
        yesNo("runs-trips"),
        yesNo("countries", { kind: "choices", "ask-when": { "runs-trips": true }, otherwise: "none" }),
      ],
    };
    expect(deriveFacts({ "runs-trips": false, countries: [] }, open)).toEqual({
      "runs-trips": false,
      countries: "none",
    });
  });

  it("a derived fact decides about those after it", () => {
    const chain: Profile = {
      schema: "profile/1",
      facts: [
        yesNo("runs-trips"),
        yesNo("overnight", { "ask-when": { "runs-trips": true }, otherwise: false }),
        yesNo("abroad", { "ask-when": { overnight: true }, otherwise: false }),
      ],
    };
    expect(deriveFacts({ "runs-trips": false }, chain)).toEqual({
      "runs-trips": false,
      overnight: false,
      abroad: false,
    });
  });

  it("a fact without an otherwise is never derived", () => {
    const open: Profile = { schema: "profile/1", facts: [yesNo("overnight", { "ask-when": { "runs-trips": true } })] };
    expect(deriveFacts({ "runs-trips": false }, open)).toEqual({ "runs-trips": false });
  });

  it("a fact that is always asked is never derived", () => {
    const open: Profile = { schema: "profile/1", facts: [yesNo("overnight", { otherwise: false })] };
    expect(deriveFacts({}, open)).toEqual({});
  });

  it("keeps __proto__ as an answer and leaves the prototype alone", () => {
    const facts: Facts = JSON.parse('{"__proto__": "police", "constructor": true}');
    const derived = deriveFacts(facts, profile);
    expect([Object.entries(derived), Object.getPrototypeOf(derived)]).toEqual([
      [
        ["__proto__", "police"],
        ["constructor", true],
      ],
      Object.prototype,
    ]);
  });
});

describe("factsToAsk", () => {
  it("asks only what the conditions need", () => {
    expect(idsToAsk({ "employs-staff": true }, {})).toEqual(["employs-staff"]);
  });

  it("asks in the profile's order", () => {
    expect(idsToAsk({ "has-volunteers": true, sector: "police", "employs-staff": true }, {})).toEqual([
      "sector",
      "employs-staff",
      "has-volunteers",
    ]);
  });

  it("asks nothing that was answered", () => {
    expect(idsToAsk({ "employs-staff": true, "has-volunteers": true }, { "employs-staff": false })).toEqual([
      "has-volunteers",
    ]);
  });

  it("asks again what was answered with an empty list", () => {
    expect(idsToAsk({ sector: "police" }, { sector: [] })).toEqual(["sector"]);
  });

  it("asks first what decides whether to ask", () => {
    expect(idsToAsk({ recruits: true }, {})).toEqual(["employs-staff", "has-volunteers"]);
  });

  it("asks first what decides through a chain of facts", () => {
    const chain: Profile = {
      schema: "profile/1",
      facts: [
        yesNo("runs-trips"),
        yesNo("overnight", { "ask-when": { "runs-trips": true } }),
        yesNo("abroad", { "ask-when": { overnight: true } }),
      ],
    };
    expect(idsToAsk({ abroad: true }, {}, chain)).toEqual(["runs-trips"]);
  });

  it("asks a fact as soon as its own condition holds", () => {
    expect(idsToAsk({ recruits: true }, { "employs-staff": true })).toEqual(["has-volunteers", "recruits"]);
  });

  it("does not ask a fact whose own condition fails", () => {
    expect(idsToAsk({ recruits: true }, { "employs-staff": false, "has-volunteers": false })).toEqual([]);
  });

  it("does not ask a fact whose own condition fails though it has no otherwise", () => {
    const given: Profile = {
      schema: "profile/1",
      facts: [yesNo("runs-trips"), yesNo("overnight", { "ask-when": { "runs-trips": true } })],
    };
    expect(idsToAsk({ overnight: true }, { "runs-trips": false }, given)).toEqual([]);
  });

  it("asks what the duties need, though no requirement does", () => {
    const duty = {
      id: "section-11",
      title: "Section 11",
      law: "Children Act 2004",
      force: "must",
      summary: "Keep children safe.",
      bodies: [],
      appliesWhen: { sector: "police" },
    } as const;
    expect(factsToAsk(checklist([], { duties: [duty] }), profile, {}).map(({ id }) => id)).toEqual(["sector"]);
  });

  it("asks nothing when everything is asked of everyone", () => {
    expect(factsToAsk(leadership(requirement()), profile, {})).toEqual([]);
  });

  it("asks a fact called constructor", () => {
    const given: Profile = { schema: "profile/1", facts: [yesNo("constructor")] };
    expect(idsToAsk({ constructor: true }, {}, given)).toEqual(["constructor"]);
  });
});
