import { describe, expect, it } from "vitest";
import type { Audit, Response } from "../../src/model/audit.js";
import type { Scale } from "../../src/schema/scales.gen.js";
import { conduct } from "../../src/walk/conduct.js";
import { rate, withScore } from "../../src/walk/answer.js";
import { grades, oneToThree, zeroToThree } from "../engine/scale-fixture.js";
import { checklist, readyAudit, today, walkOver } from "./fixture.js";
import { script, scriptedPrompter } from "./scripted-prompter.js";

const onZeroToThree = "On the form's scale (0 to 3), which is it?";
const onPercent =
  "On the form's scale (Per cent), which is it? Type 0, 5, 10 ... 100. Leave it empty if that is not decided.";

const percent: Scale = {
  id: "percentage",
  title: "Per cent",
  values: Array.from({ length: 21 }, (_, step) => ({
    value: step * 5,
    title: `${step * 5} per cent`,
    rating: "partly-met" as const,
    exact: false,
  })),
};

/** What the first requirement holds after these replies, and what was asked. */
async function answered(scales: readonly Scale[], before: Response | null, ...replies: readonly string[]) {
  const audit: Audit = before === null ? readyAudit : { ...readyAudit, responses: { lead: before } };
  const selection = { requirements: ["lead"], redo: true };
  const { walk, disk } = walkOver(audit, { scales, selection });
  const { prompter, asked, log } = script(...replies);
  await conduct(walk, prompter).catch(() => undefined);
  return { response: disk.audit.responses["lead"], asked, log };
}

describe("a score on the form's scale", () => {
  it("is asked for right after the rating, where that may be several, and kept", async () => {
    const { response, asked } = await answered([zeroToThree], null, "p", "2", "n", "", "n");
    expect(asked.slice(0, 2)).toEqual(["How would you rate this?", onZeroToThree]);
    expect(response).toEqual({
      rating: "partly-met",
      scores: { "zero-to-three": 2 },
      assessed: { on: today, by: "Welfare officer" },
      question: "00000004",
    });
  });

  it("is not asked for where the rating says it all, and nothing is written", async () => {
    const { response, asked } = await answered([zeroToThree], null, "m", "n", "");
    expect(asked).not.toContain(onZeroToThree);
    expect(response).not.toHaveProperty("scores");
  });

  it("is not asked for by an audit without forms", async () => {
    const { asked } = await answered([], null, "p", "n", "", "n");
    expect(asked.filter((message) => message.includes("scale"))).toEqual([]);
  });

  it("is asked for once on every scale that needs it", async () => {
    const coarse: Scale = { ...zeroToThree, id: "coarse", title: "Coarse" };
    const { response, asked } = await answered([zeroToThree, oneToThree, coarse], null, "p", "2", "1", "n", "", "n");
    expect(asked.filter((message) => message.startsWith("On the form's"))).toEqual([
      onZeroToThree,
      "On the form's scale (Coarse), which is it?",
    ]);
    expect(response?.scores).toEqual({ "zero-to-three": 2, coarse: 1 });
  });

  it("is picked by its title on a scale of words", async () => {
    const { response } = await answered([grades], null, "m", "Outstanding", "n", "");
    expect(response?.scores).toEqual({ grades: "outstanding" });
  });

  it("is never given by a stray Enter, which leaves it open, or as it stands", async () => {
    const initials = async (before: Response | null) => {
      const found: unknown[] = [];
      const { prompter } = scriptedPrompter((question) => {
        if (question.kind !== "choose") return "^C";
        if (question.message !== onZeroToThree) return "p";
        found.push(question.initial);
        return "^C";
      });
      const audit: Audit = before === null ? readyAudit : { ...readyAudit, responses: { lead: before } };
      const { walk } = walkOver(audit, { scales: [zeroToThree], selection: { requirements: ["lead"], redo: true } });
      await expect(conduct(walk, prompter)).rejects.toThrow();
      return found;
    };
    expect(await initials(null)).toEqual(["open"]);
    expect(await initials({ rating: "partly-met", scores: { "zero-to-three": 2 } })).toEqual([zeroToThree.values[2]]);
  });

  it("can be left open, and taken back", async () => {
    const { response } = await answered([zeroToThree], null, "p", "o", "n", "", "n");
    expect(response).not.toHaveProperty("scores");
    const scored: Response = { rating: "partly-met", scores: { "zero-to-three": 2, other: 1 } };
    const opened = await answered([zeroToThree], scored, "p", "o", "n", "", "n");
    expect(opened.response?.scores).toEqual({ other: 1 });
  });

  it("is shown with the answer that stands", async () => {
    const { log } = await answered([zeroToThree], { rating: "partly-met", scores: { "zero-to-three": 2 } }, "q");
    expect(log).toContain("Score: 2 (zero-to-three)");
  });

  it("is on disk before the next question", async () => {
    const { response } = await answered([zeroToThree], null, "p", "2");
    expect(response).toMatchObject({ rating: "partly-met", scores: { "zero-to-three": 2 } });
  });

  it("leads back to the rating, and out of the walk", async () => {
    const { asked } = await answered([zeroToThree], null, "p", "b");
    expect(asked).toEqual(["How would you rate this?", onZeroToThree, "How would you rate this?"]);
    const stopped = await answered([zeroToThree], null, "p", "q");
    expect(stopped.asked).toEqual(["How would you rate this?", onZeroToThree]);
  });

  it("is asked for again from the evidence", async () => {
    const { asked, response } = await answered([zeroToThree], null, "p", "2", "b", "1", "n", "", "n");
    expect(asked.filter((message) => message === onZeroToThree)).toHaveLength(2);
    expect(response?.scores).toEqual({ "zero-to-three": 1 });
  });

  it("of not applicable is asked for after the reason, since nothing is kept before that", async () => {
    const twofold: Scale = {
      ...grades,
      values: [
        { value: "abroad", title: "Abroad", rating: "not-applicable", exact: false },
        { value: "elsewhere", title: "Elsewhere", rating: "not-applicable", exact: false },
      ],
    };
    const { asked, response } = await answered([twofold], null, "a", "We employ no one.", "Abroad");
    expect(asked.at(-1)).toBe("On the form's scale (Grades), which is it?");
    expect(response).toMatchObject({ rating: "not-applicable", scores: { grades: "abroad" } });
  });
});

describe("a score among many", () => {
  it.each(["70", "70%", "70 %", "70 per cent"])("is typed: %s", async (typed) => {
    const { asked, response } = await answered([percent], null, "p", typed, "n", "", "n");
    expect(asked[1]).toBe(onPercent);
    expect(response?.scores).toEqual({ percentage: 70 });
  });

  it("is what stands there, when nothing else is typed", async () => {
    const { response } = await answered(
      [percent],
      { rating: "partly-met", scores: { percentage: 35 } },
      "p",
      "",
      "n",
      "",
      "n",
    );
    expect(response?.scores).toEqual({ percentage: 35 });
  });

  it("may be left empty, and leads back to the rating", async () => {
    const { response } = await answered([percent], null, "p", "", "n", "", "n");
    expect(response).not.toHaveProperty("scores");
    expect((await answered([percent], null, "p", "<")).asked.at(-1)).toBe("How would you rate this?");
  });

  it("that is none of the scale is refused, with what may be typed", async () => {
    const { prompter } = script("p", "72");
    const { walk } = walkOver(readyAudit, { scales: [percent], selection: { requirements: ["lead"] } });
    await expect(conduct(walk, prompter)).rejects.toThrow("Type one of these, or nothing: 0, 5, 10 ... 100.");
  });
});

describe("a rating given anew", () => {
  const [lead] = checklist.standards[0]?.requirements ?? [];
  if (lead === undefined) throw new Error("the fixture has requirements");
  const by = { role: "Welfare officer", today };
  const scored: Response = { rating: "partly-met", scores: { "zero-to-three": 2, "one-to-three": 2 } };

  it("keeps its scores when it is the same", () => {
    expect(rate(scored, "partly-met", lead, by).scores).toEqual(scored.scores);
  });

  it("drops its scores when it is another, on whatever scale: each stood for the rating before", () => {
    expect(rate(scored, "met", lead, by)).not.toHaveProperty("scores");
  });

  it("of an answer without scores has none", () => {
    expect(rate({ rating: "met" }, "met", lead, by)).not.toHaveProperty("scores");
  });

  it("a score replaces the one on its scale alone", () => {
    expect(withScore(scored, "zero-to-three", 1).scores).toEqual({ "one-to-three": 2, "zero-to-three": 1 });
    expect(withScore({ rating: "met" }, "zero-to-three", null)).toEqual({ rating: "met" });
  });
});
