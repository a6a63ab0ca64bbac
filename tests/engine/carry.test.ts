import { describe, expect, it } from "vitest";
import type { Audit, Response } from "../../src/model/audit.js";
import type { Checklist, Lineage, Requirement } from "../../src/model/checklist.js";
import type { Profile } from "../../src/model/profile.js";
import { checklists, profile as shippedProfile } from "../data/shipped.js";
import { carry, type CarryOptions } from "./carry-fixture.js";
import { action, audit, checklist, kinds, minutes, policy, profile, requirement, standard, yesNo } from "./fixtures.js";

type Asked = readonly [id: string, digest: string, ...from: readonly Partial<Lineage>[]];

/** An edition of one standard. */
function edition(year: number, asked: readonly Asked[], over: Partial<Checklist> = {}): Checklist {
  const requirements = asked.map(([id, digest, ...from]) =>
    requirement(id, {
      digest,
      from: from.map((one) => ({ requirement: id, change: "unchanged", edition: null, note: null, ...one })),
    }),
  );
  return checklist([standard("leadership", ...requirements)], {
    id: `working-together-${year}`,
    title: `Working Together ${year}`,
    published: `${year}-01-01`,
    supersedes: null,
    supersededBy: null,
    ...over,
  });
}

const met: Response = { rating: "met", evidence: [policy()], question: "aaaaaaaa" };

function answered(responses: Audit["responses"], year = 2013, over: Partial<Audit> = {}): Audit {
  return audit(responses, undefined, { checklist: `working-together-${year}`, ...over });
}

/** What a response to `lead`, asked in 2013 as aaaaaaaa, is in 2018, where it is asked so. */
function carriedTo(digest: string, change: Partial<Lineage>, response: Response = met) {
  const before = edition(2013, [["lead", "aaaaaaaa"]]);
  const after = edition(2018, [["lead", digest, change]], { supersedes: before.id });
  return go(answered({ lead: response }), after, [before, after]);
}

function go(from: Audit, to: Checklist, editions: readonly Checklist[], over: Partial<CarryOptions> = {}) {
  return carry(from, { checklist: to, profile: over.profile ?? profile }, { profile, editions, ...over });
}

it("an answer that an overlay splits without end is carried in no time", () => {
  const before = edition(2013, [["lead", "aaaaaaaa"]]);
  const parts = Array.from({ length: 2000 }, (_, index): Asked => [`part-${index}`, "aaaaaaaa"]);
  const plain = edition(2018, parts, { supersedes: before.id });
  const overlay = { id: "anytown-2018", title: "Anytown return 2018" };
  const from: Lineage = { requirement: "lead", change: "split", edition: null, note: null };
  const standards = plain.standards.map((one) => ({
    ...one,
    requirements: one.requirements.map((item) => ({ ...item, overlay, from: [from] })),
  }));
  const { carry: told } = go(answered({ lead: met }), { ...plain, standards }, [before, edition(2018, [])]);
  expect(told.toConfirm).toHaveLength(2000);
});

describe("an answer to one requirement that became one", () => {
  it("comes along as it is where the words are the same", () => {
    const { audit: after, carry: told } = carriedTo("aaaaaaaa", { change: "unchanged" });
    expect(after.responses).toEqual({ lead: met });
    expect(told).toEqual({
      schema: "carry/1",
      from: "working-together-2013",
      to: "working-together-2018",
      carried: ["lead"],
      toConfirm: [],
      added: [],
      retired: [],
    });
  });

  it("comes along as it is where only its id is new", () => {
    const before = edition(2013, [["commitment", "aaaaaaaa"]]);
    const after = edition(2018, [["lead", "aaaaaaaa", { requirement: "commitment", change: "renamed" }]], {
      supersedes: before.id,
    });
    const { audit: carried, renamed } = go(answered({ commitment: met }), after, [before, after]);
    expect(carried.responses).toEqual({ lead: met });
    expect([...renamed]).toEqual([["commitment", "lead"]]);
  });

  it.each([
    ["bbbbbbbb", { change: "reworded" }, "The 2018 edition words this question anew."],
    ["bbbbbbbb", { change: "widened", note: "Adds\nskills." }, "The 2018 edition asks for more. Adds skills."],
    ["aaaaaaaa", { change: "widened" }, "The 2018 edition asks for more."],
    ["bbbbbbbb", { change: "narrowed" }, "The 2018 edition asks for less, in other words."],
    ["aaaaaaaa", { change: "split" }, "The 2018 edition draws the line of this question anew."],
  ] as const)("waits to be confirmed: %s %o", (digest, change, why) => {
    const { audit: after, carry: told } = carriedTo(digest, change);
    expect(after.responses).toEqual({
      lead: { ...met, "to-confirm": why, "carried-from": "working-together-2013" },
    });
    expect([told.carried, told.toConfirm]).toEqual([[], ["lead"]]);
  });

  it("waits where it was given for other words than those that both editions use", () => {
    const { audit: after } = carriedTo("aaaaaaaa", {}, { ...met, question: "00000000" });
    expect(after.responses["lead"]).toEqual({
      ...met,
      question: "00000000",
      "to-confirm": "It was answered for another wording of the question.",
      "carried-from": "working-together-2013",
    });
  });

  it("gets the digest of what was asked, where it did not say", () => {
    const { question: _none, ...unsaid } = met;
    expect(carriedTo("bbbbbbbb", {}, unsaid).audit.responses["lead"]?.question).toBe("aaaaaaaa");
    expect(carriedTo("aaaaaaaa", {}, unsaid).audit.responses["lead"]).toEqual(unsaid);
  });

  it("keeps what it waited for before, in a line of its own", () => {
    const { audit: after } = carriedTo("bbbbbbbb", {}, { ...met, "to-confirm": "Ask the trustees." });
    expect(after.responses["lead"]?.["to-confirm"]).toBe(
      "Ask the trustees.\nThe 2018 edition words this question anew.",
    );
  });

  it("waits for nothing where it is not rated", () => {
    expect(carriedTo("bbbbbbbb", { change: "widened" }, { note: "Begun" }).audit.responses).toEqual({
      lead: { note: "Begun" },
    });
  });

  it("names an edition by its id where that holds no year", () => {
    const before = edition(2013, [["lead", "aaaaaaaa"]]);
    const after = { ...edition(2018, [["lead", "bbbbbbbb", {}]], { supersedes: before.id }), id: "club-guide" };
    expect(go(answered({ lead: met }), after, [before, after]).audit.responses["lead"]?.["to-confirm"]).toBe(
      "Club-guide words this question anew.",
    );
  });
});

describe("an answer that waits and is carried on", () => {
  const editions = [
    edition(2013, [["lead", "aaaaaaaa"]]),
    edition(2018, [["lead", "bbbbbbbb", { change: "reworded" }]], { supersedes: "working-together-2013" }),
    edition(2023, [["lead", "aaaaaaaa", { change: "reworded" }]], { supersedes: "working-together-2018" }),
    edition(2026, [["lead", "cccccccc", { change: "reworded" }]], { supersedes: "working-together-2023" }),
  ] as const;
  const waiting = go(answered({ lead: met }), editions[1], editions).audit;

  it("waits no longer where it meets the words that it was given for", () => {
    expect(go(waiting, editions[2], editions).audit.responses).toEqual({ lead: met });
    expect(go(waiting, editions[0], editions).audit.responses).toEqual({ lead: met });
  });

  it("waits on where it meets others", () => {
    expect(go(waiting, editions[3], editions).audit.responses["lead"]).toEqual({
      ...met,
      "to-confirm": "The 2026 edition words this question anew.",
      "carried-from": "working-together-2013",
    });
  });

  it("keeps what it waited for before it was carried", () => {
    const before = answered({ lead: { ...met, "to-confirm": "Ask the trustees." } });
    const there = go(before, editions[1], editions).audit;
    expect(go(there, editions[2], editions).audit.responses["lead"]).toEqual({
      ...met,
      "to-confirm": "Ask the trustees.",
    });
  });

  it("waits on, with both reasons, where the edition that it was given for is not known", () => {
    const lead = { ...met, "to-confirm": "It came from afar.", "carried-from": "working-together-2010" };
    expect(go(answered({ lead }), editions[1], editions).audit.responses["lead"]?.["to-confirm"]).toBe(
      "It came from afar. The 2018 edition words this question anew.",
    );
  });

  it("is an answer to what was asked where only the mark of the edition is left", () => {
    const lead = { ...met, "carried-from": "working-together-2010" };
    expect(go(answered({ lead }), editions[0], editions).audit.responses).toEqual({ lead });
  });
});

describe("whistleblowing, which left in 2013 and returned in 2018", () => {
  const year = (number: number): Checklist => checklists.get(`working-together-${number}`) as Checklist;
  const shipped = [...checklists.values()];

  it("waits after the way there and back when the answer was given for another question of the edition", () => {
    const questions = new Map(
      year(2026).standards.flatMap(({ requirements }) => requirements.map(({ id, digest }) => [id, digest] as const)),
    );
    const rated = (id: string, rating: "met" | "not-applicable"): Response => ({
      rating,
      question: String(questions.get(id)),
    });
    const before = answered(
      {
        "allegations-policy": rated("allegations-policy", "met"),
        "allegation-support": rated("allegation-support", "not-applicable"),
      },
      2026,
    );
    const way = [2018, 2013, 2006, 2013, 2018, 2023, 2026].map(year);
    const end = way.reduce(
      (now, to) =>
        carry(now, { checklist: to, profile: shippedProfile }, { profile: shippedProfile, editions: shipped }).audit,
      before,
    );
    const support = end.responses["allegation-support"];
    const isOwnAnswer =
      support?.rating === "not-applicable" && support.question === questions.get("allegation-support");
    expect(isOwnAnswer || support?.["to-confirm"] !== undefined).toBe(true);
    expect(support?.["to-confirm"]).toBe("It was answered for another wording of the question.");
    expect(end.archive?.map(({ response }) => response)).toContainEqual(rated("allegation-support", "not-applicable"));
  });
  const asked = (number: number) => {
    const all = year(number).standards.flatMap((one) => one.requirements);
    return all.find(({ id }) => id === "whistleblowing") as Requirement;
  };
  const given: Response = { rating: "met", question: asked(2006).digest, evidence: [minutes] };
  const of2006 = answered({ whistleblowing: given }, 2006);
  const over = { profile: shippedProfile, on: "2026-06-01" };

  it("waits to be confirmed when it is carried through the gap", () => {
    const { audit: after, carry: told } = go(of2006, year(2018), shipped, over);
    expect(after.responses["whistleblowing"]?.["to-confirm"]).toMatch(/^It left in 2013 and returned in 2018\./u);
    expect(told.toConfirm).toEqual(["whistleblowing"]);
  });

  it("is put into the archive where it is not asked, and comes back out of it", () => {
    const of2013 = go(of2006, year(2013), shipped, over);
    expect(of2013.audit.archive).toEqual([
      { checklist: "working-together-2006", requirement: "whistleblowing", on: "2026-06-01", response: given },
    ]);
    expect(of2013.carry.retired).toContain("whistleblowing");
    const of2018 = go(of2013.audit, year(2018), shipped, over).audit;
    expect(of2018.archive).toBeUndefined();
    expect(of2018.responses["whistleblowing"]).toEqual(
      go(of2006, year(2018), shipped, over).audit.responses["whistleblowing"],
    );
    expect(go(of2013.audit, year(2006), shipped, over).audit.responses).toEqual(of2006.responses);
  });

  it("is new where it was never answered", () => {
    expect(go(answered({}, 2013), year(2018), shipped, over).carry.added).toContain("whistleblowing");
    expect(go(answered({}, 2006), year(2018), shipped, over).carry.added).toContain("whistleblowing");
  });
});

describe("an answer out of the archive", () => {
  const editions = [
    edition(2013, [["lead", "aaaaaaaa"]]),
    edition(2018, [], { supersedes: "working-together-2013" }),
    edition(2023, [["lead", "aaaaaaaa", { change: "returned", edition: "working-together-2013" }]], {
      supersedes: "working-together-2018",
    }),
    edition(2026, [["lead", "aaaaaaaa", {}]], { supersedes: "working-together-2023" }),
  ] as const;
  const entry = { checklist: "working-together-2023", requirement: "lead", on: "2026-05-03", response: met };

  it("waits in an edition of the same words that it was not given for, and goes on waiting", () => {
    const of2026 = go(answered({}, 2018, { archive: [entry] }), editions[3], editions).audit;
    const why = "It comes back from the archive, where it was put on 3 May 2026.";
    expect(of2026.responses).toEqual({
      lead: { ...met, "to-confirm": why, "carried-from": "working-together-2023" },
    });
    expect(of2026.archive).toBeUndefined();
  });

  it("is the newest of several; the others stay", () => {
    const older = { ...entry, response: { ...met, note: "Older" } };
    const after = go(answered({}, 2018, { archive: [older, entry] }), editions[2], editions).audit;
    expect(after.responses).toEqual({ lead: met });
    expect(after.archive).toEqual([older]);
  });

  it("stays there where the requirement was asked and left open", () => {
    const before = answered({}, 2026, { archive: [entry] });
    expect(go(before, editions[2], editions).audit).toEqual({ ...before, checklist: "working-together-2023" });
  });

  it.each([
    { ...entry, checklist: "working-together-2010" },
    { ...entry, requirement: "no-such-thing" },
    { ...entry, requirement: "no-such-thing", response: { note: "Unrated" } },
  ])("stays there where nothing is known of it: %o", (unknown) => {
    const before = answered({}, 2018, { archive: [unknown] });
    expect(go(before, editions[2], editions).audit.archive).toEqual([unknown]);
  });

  it("gets other ids for its actions where they are taken", () => {
    const back = { ...entry, response: { ...met, actions: [action(), action({ id: "A7" })] } };
    const of2018 = edition(2018, [["other", "cccccccc"]], { supersedes: "working-together-2013" });
    const of2023 = edition(
      2023,
      [
        ["other", "cccccccc", {}],
        ["lead", "aaaaaaaa", { change: "returned", edition: "working-together-2013" }],
      ],
      { supersedes: "working-together-2018" },
    );
    const before = answered({ other: { actions: [action()] } }, 2018, { archive: [back] });
    const { responses } = go(before, of2023, [editions[0], of2018, of2023]).audit;
    expect(responses["other"]?.actions).toEqual([action()]);
    expect(responses["lead"]?.actions).toEqual([action({ id: "A8" }), action({ id: "A7" })]);
  });

  it("gets no id that an action of an earlier period had", () => {
    const back = { ...entry, response: { ...met, actions: [action()] } };
    const of2018 = edition(2018, [["other", "cccccccc"]], { supersedes: "working-together-2013" });
    const of2023 = edition(
      2023,
      [
        ["other", "cccccccc", {}],
        ["lead", "aaaaaaaa", { change: "returned", edition: "working-together-2013" }],
      ],
      { supersedes: "working-together-2018" },
    );
    const closed = [{ requirement: "other", action: action({ id: "A2", status: "done" }) }];
    const before = answered({ other: { actions: [action()] } }, 2018, { archive: [back], "archived-actions": closed });
    const { responses } = go(before, of2023, [editions[0], of2018, of2023]).audit;
    expect(responses["lead"]?.actions).toEqual([action({ id: "A3" })]);
  });

  it("is not written there twice, and stands as the newest", () => {
    const others = [entry, { ...entry, response: { ...met, note: "Later" } }];
    const after = go(answered({ lead: met }, 2023, { archive: others }), editions[1], editions).audit;
    expect(after.archive).toEqual([others[1], { ...entry, on: "2026-06-01" }]);
  });

  it("holds what answers nothing that the checklist asks", () => {
    const after = go(answered({ stray: met }, 2013), editions[2], editions).audit;
    expect(after.archive).toEqual([
      { checklist: "working-together-2013", requirement: "stray", on: "2026-06-01", response: met },
    ]);
  });
});

describe("a requirement that was split or merged", () => {
  const whole = edition(2013, [["allegations", "aaaaaaaa"]]);
  const parts = edition(
    2018,
    [
      ["allegations", "bbbbbbbb", { change: "narrowed" }],
      ["support", "cccccccc", { requirement: "allegations", change: "split", note: "Asked about separately." }],
    ],
    { supersedes: whole.id },
  );
  const editions = [whole, parts];
  const one: Response = { ...met, actions: [action()] };
  const there = go(answered({ allegations: one }), parts, editions).audit;

  it("gives its answer to each part, its actions to the first", () => {
    const why = "The 2018 edition asks in several questions what was asked in one.";
    const marks = { "carried-from": "working-together-2013" };
    expect(there.responses).toEqual({
      allegations: { ...one, "to-confirm": why, ...marks },
      support: { ...met, "to-confirm": `${why} Asked about separately.`, ...marks },
    });
    expect(there.archive).toEqual([
      { checklist: "working-together-2013", requirement: "allegations", on: "2026-06-01", response: one },
    ]);
  });

  it("is whole again when it goes back while both wait", () => {
    expect(go(there, whole, editions).audit).toEqual(answered({ allegations: one }));
  });

  it("keeps the scores that all parts of the worst rating share, and no other", () => {
    const partly = (scores: NonNullable<Response["scores"]>): Response => ({
      rating: "partly-met",
      scores,
      note: "Anew",
    });
    const back = (first: NonNullable<Response["scores"]>, other: NonNullable<Response["scores"]>) =>
      go(answered({ allegations: partly(first), support: partly(other) }, 2018), whole, editions).audit.responses;
    expect(back({ "zero-to-three": 2 }, { "zero-to-three": 1 })["allegations"]).not.toHaveProperty("scores");
    expect(back({ "zero-to-three": 2, percentage: 50 }, { "zero-to-three": 2 })["allegations"]?.scores).toEqual({
      "zero-to-three": 2,
    });
  });

  it("takes the worst of the parts, and all that was said, once one was answered anew", () => {
    const anew: Response = {
      rating: "not-met",
      reason: "No rota",
      note: "Since May",
      question: "cccccccc",
      scores: { "zero-to-three": 0 },
      assessed: { on: "2026-05-01" },
      moderated: { rating: "not-met", on: "2026-05-02" },
      evidence: [policy(), minutes],
      actions: [action({ id: "A2" })],
    };
    const first = {
      ...there.responses["allegations"],
      assessed: { on: "2026-04-01" },
      moderated: { rating: "met", on: "2026-04-02" },
    } as const;
    const before = { ...there, responses: { allegations: { ...first, note: "Written" }, support: anew } };
    const back = go(before, whole, editions).audit;
    expect(back.responses).toEqual({
      allegations: {
        rating: "not-met",
        scores: { "zero-to-three": 0 },
        reason: "No rota",
        evidence: [policy(), minutes],
        note: "Written\nSince May",
        actions: [action(), action({ id: "A2" })],
        assessed: { on: "2026-04-01" },
        question: "aaaaaaaa",
        moderated: { rating: "not-met", on: "2026-05-02" },
        "to-confirm": "The 2013 edition asks in one question what was asked in several.",
        "carried-from": "working-together-2018",
      },
    });
    expect(back.archive?.map(({ checklist: of, requirement: id }) => `${of} ${id}`)).toEqual([
      "working-together-2013 allegations",
      "working-together-2018 allegations",
      "working-together-2018 support",
    ]);
  });

  it("is not applicable only where every part is", () => {
    const na: Response = { rating: "not-applicable", reason: "Nobody works here", question: "bbbbbbbb" };
    const ratingOf = (other: Response) =>
      go(answered({ allegations: na, support: other }, 2018), whole, editions).audit.responses["allegations"]?.rating;
    expect(ratingOf({ ...na, question: "cccccccc" })).toBe("not-applicable");
    expect(ratingOf({ rating: "met" })).toBe("met");
    expect(ratingOf({ note: "Not rated" })).toBe("not-applicable");
  });

  it("takes answers that come from different editions, and ids of any kind, together", () => {
    const waits = { "to-confirm": "It came.", "carried-from": "working-together-2010" };
    const own = action({ id: "lead-1" });
    const before = answered({ allegations: { ...met, ...waits, actions: [own] }, support: met }, 2018);
    const { allegations } = go(before, whole, editions).audit.responses;
    expect([allegations?.["carried-from"], allegations?.actions]).toEqual(["working-together-2018", [own]]);
  });

  it("makes no empty answer of a part that has only actions", () => {
    const { responses } = go(answered({ allegations: { actions: [action()] } }), parts, editions).audit;
    expect(responses).toEqual({ allegations: { actions: [action()] } });
  });

  it("puts together answers that are not rated", () => {
    const before = answered({ allegations: { note: "One" }, support: { note: "Two" } }, 2018);
    expect(go(before, whole, editions).audit.responses).toEqual({ allegations: { note: "One\nTwo" } });
  });
});

describe("facts", () => {
  const to = edition(2018, [], { supersedes: "working-together-2013" });
  const editions = [edition(2013, []), to];
  const local: Profile = {
    ...profile,
    facts: [
      ...profile.facts,
      yesNo("hires-rooms"),
      {
        ...yesNo("size"),
        kind: "choice",
        choices: [
          { value: "small", title: "Small" },
          { value: "large", title: "Large" },
        ],
      },
    ],
  };
  const facts = { "employs-staff": true, sector: ["police"], "hires-rooms": true, size: "small" };
  const before = audit({}, facts, { checklist: "working-together-2013" });

  it("that the new profile does not ask are kept, and come back with it", () => {
    const there = go(before, to, editions, { from: { checklist: editions[0] as Checklist, profile: local } }).audit;
    expect(there.organisation.facts).toEqual({ "employs-staff": true, sector: ["police"] });
    expect(there["archived-facts"]).toEqual({ "hires-rooms": true, size: "small" });
    const back = go(there, editions[0] as Checklist, editions, { profile: local }).audit;
    expect(back).toEqual(before);
  });

  it("that mean something else in the new profile are kept aside", () => {
    const other = { ...before, organisation: { ...before.organisation, facts: { size: "huge", sector: "police" } } };
    const there = go(other, to, editions, { profile: local }).audit;
    expect(there.organisation.facts).toEqual({});
    expect(there["archived-facts"]).toEqual({ size: "huge", sector: "police" });
  });

  it("that were answered since do not give way to older answers", () => {
    const since = { ...before, "archived-facts": { "employs-staff": false } };
    const there = go(since, to, editions, { profile: local }).audit;
    expect(there.organisation.facts).toEqual(facts);
    expect(there["archived-facts"]).toEqual({ "employs-staff": false });
  });
});

describe("a question of a partnership's own", () => {
  const anytown = { id: "anytown-2026", title: "Anytown\nreturn" };
  const base = edition(2023, [["lead", "aaaaaaaa"]]);
  const next = edition(2026, [["lead", "aaaaaaaa", {}]], { supersedes: base.id });
  const withLocal = (to: Checklist, id: string, digest: string, from: readonly Lineage[] = []): Checklist => ({
    ...to,
    overlays: [anytown],
    standards: [...to.standards, standard("anytown", requirement(id, { digest, from, overlay: anytown }))],
  });
  const editions = [base, next];
  const before = answered({ lead: met, rota: { ...met, question: "11111111" } }, 2023, { overlays: ["anytown.yaml"] });
  const from = { checklist: withLocal(base, "rota", "11111111"), profile };

  it("stays answered where the new form asks it in the same words", () => {
    const { carry: told, audit: after } = go(before, withLocal(next, "rota", "11111111"), editions, {
      from,
      overlays: ["new.yaml"],
    });
    expect(told.carried).toEqual(["lead", "rota"]);
    expect(after.overlays).toEqual(["new.yaml"]);
  });

  it("waits where the form words it anew, and not where it goes back", () => {
    const to = withLocal(next, "rota", "22222222");
    const there = go(before, to, editions, { from }).audit;
    expect(there.responses["rota"]?.["to-confirm"]).toBe("Anytown return words this question anew.");
    const back = go(there, from.checklist, editions, { from: { checklist: to, profile } }).audit;
    expect(back).toEqual(before);
  });

  it("is put into the archive without the form, and comes back with it", () => {
    const there = go(before, next, editions, { from, overlays: [] });
    expect(there.carry.retired).toEqual(["rota"]);
    expect(there.audit.overlays).toBeUndefined();
    const back = go(there.audit, from.checklist, editions, { overlays: ["anytown.yaml"] }).audit;
    expect(back).toEqual(before);
  });

  it("waits when it comes back and does not say what was asked", () => {
    const entry = { checklist: base.id, requirement: "rota", on: "2026-05-03", response: { rating: "met" } } as const;
    const back = go(answered({}, 2026, { archive: [entry] }), from.checklist, editions).audit;
    expect(back.responses["rota"]?.["to-confirm"]).toBe("Anytown return words this question anew.");
  });

  it("waits when it comes back in other words, or under another id", () => {
    const there = go(before, next, editions, { from, overlays: [] }).audit;
    const reworded = go(there, withLocal(base, "rota", "22222222"), editions).audit;
    expect(reworded.responses["rota"]?.["to-confirm"]).toBe("Anytown return words this question anew.");
    const lineage: Lineage = { requirement: "rota", change: "renamed", edition: null, note: null };
    const renamed = go(there, withLocal(next, "shifts", "11111111", [lineage]), editions).audit;
    expect(renamed.responses["shifts"]?.["to-confirm"]).toBe(
      "It comes back from the archive, where it was put on 1 June 2026.",
    );
  });

  it("that was worded anew under its id is told as a changed question", () => {
    expect(kinds({ ...met, question: "00000000", evidence: [policy()] })).toContain("question-changed");
  });
});
