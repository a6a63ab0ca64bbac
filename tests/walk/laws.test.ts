import { array, assert, asyncProperty, nat } from "fast-check";
import { expect, it } from "vitest";
import { isAnswered } from "../../src/engine/plan.js";
import { Interrupted } from "../../src/errors.js";
import type { Audit, Response } from "../../src/model/audit.js";
import { applyChange } from "../../src/model/change.js";
import { requirementsOf } from "../../src/model/checklist.js";
import { unfinished } from "../../src/model/audit.js";
import { conduct } from "../../src/walk/conduct.js";
import { checklist, deskWith, emptyAudit, passage, walkOver } from "./fixture.js";
import { type Question, scriptedPrompter } from "./scripted-prompter.js";

const questions = new Map(requirementsOf(checklist).map(({ question, id }) => [question, id]));
const numbers = array(nat(97), { minLength: 1, maxLength: 40 });

/** The rating that each key gives at once. */
const ratingOf = new Map([
  ["m", "met"],
  ["p", "partly-met"],
  ["n", "not-met"],
]);

function isNote(message: string): boolean {
  return message.startsWith("Is there anything to add?");
}

function isRating(message: string): boolean {
  return message === "How would you rate this?";
}

/** Replies that come from numbers: any choice but those whose keys are avoided, fitting text, a file that is there. */
function replyBy(sequence: readonly number[], avoided: readonly string[]) {
  let at = 0;
  return (question: Question): string => {
    const number = sequence[at++ % sequence.length] ?? 0;
    switch (question.kind) {
      case "choose": {
        const open = question.choices.filter(({ key }) => key === undefined || !avoided.includes(key));
        const choice = open[(number + at) % open.length];
        return choice?.key ?? choice?.title ?? "";
      }
      case "several":
        return question.choices[number % question.choices.length]?.title ?? "";
      case "text":
        if (isNote(question.message)) return `Note ${number}.`;
        return question.check(question.initial) === null
          ? ""
          : question.check("1/3/2026") === null
            ? "1/3/2026"
            : "1 March 2027";
      case "path":
        return "<";
    }
  };
}

/** Never stops, never goes round in circles: every reply brings the walk nearer to its end. */
const onward = ["q", "b", "s", "j", "?", "f", "p", "r", "o", "c"];

async function run(audit: Audit, sequence: readonly number[], avoided: readonly string[], most: number) {
  const { walk, disk, saved } = walkOver(
    audit,
    deskWith(passage(), passage({ path: "policies/draft.md", result: "hints" })),
  );
  const reply = replyBy(sequence, avoided);
  /** Every reply, the requirement it was about, and the audit on disk before it. */
  const replies: { readonly message: string; readonly given: string; readonly at: string; readonly audit: Audit }[] =
    [];
  const { prompter, log, asked } = scriptedPrompter((question) => {
    expect(disk.isSaving).toBe(false);
    expect(saved.reduce(applyChange, audit)).toEqual(disk.audit);
    const at = log.flatMap((line) => questions.get(line) ?? []).at(-1) ?? "";
    const given = asked.length > most ? "^C" : reply(question);
    replies.push({ message: question.message, given, at, audit: disk.audit });
    return given;
  });
  const end = await conduct(walk, prompter).catch((error: unknown) => {
    if (error instanceof Interrupted) return "interrupted" as const;
    throw error;
  });
  const requirements = log.flatMap((line) => questions.get(line) ?? []);
  return { end, audit: disk.audit, requirements, asked, replies };
}

it("resuming after any prefix asks exactly the rest", async () => {
  await assert(
    asyncProperty(numbers, nat(40), async (sequence, prefix) => {
      const first = await run(emptyAudit, sequence, onward, prefix);
      const answered = new Set(Object.keys(first.audit.responses).filter((id) => isAnswered(first.audit, id)));
      const second = await run(first.audit, sequence, onward, 500);
      expect(second.end).toEqual({ kind: "finished", skipped: [] });
      const applicable = Object.keys(second.audit.responses);
      expect(applicable.every((id) => isAnswered(second.audit, id))).toBe(true);
      expect([...second.requirements].toSorted()).toEqual(applicable.filter((id) => !answered.has(id)).toSorted());
      for (const id of answered) expect(second.audit.responses[id]).toEqual(first.audit.responses[id]);
      for (const fact of Object.keys(first.audit.organisation.facts)) {
        expect(second.audit.organisation.facts[fact]).toEqual(first.audit.organisation.facts[fact]);
      }
    }),
  );
});

it("wherever one goes, no answer is lost, no evidence or action taken away, and every action has its own id", async () => {
  await assert(
    asyncProperty(numbers, async (sequence) => {
      const { replies } = await run(emptyAudit, sequence, ["q", "r", "o"], 120);
      for (const [index, { audit }] of replies.entries()) {
        const before = replies[index - 1]?.audit;
        for (const [id, response] of Object.entries(before?.responses ?? {})) {
          const now = audit.responses[id] ?? {};
          if (response.rating !== undefined) expect(now.rating).toBeDefined();
          expect([undefined, unfinished]).toContain(now["to-confirm"]);
          expect(now.evidence ?? []).toEqual(expect.arrayContaining([...(response.evidence ?? [])]));
          expect(idsOf(now)).toEqual(expect.arrayContaining([...idsOf(response)]));
        }
        const ids = Object.values(audit.responses).flatMap(idsOf);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
  );
});

it("wherever one is interrupted, also in changing an answer, what was replied last is on disk", async () => {
  await assert(
    asyncProperty(numbers, async (sequence) => {
      const { replies } = await run(emptyAudit, sequence, ["q", "o"], 120);
      for (const [index, { audit }] of replies.entries()) {
        const last = replies[index - 1];
        const now = last === undefined ? undefined : audit.responses[last.at];
        if (last === undefined) continue;
        if (isNote(last.message)) expect(now?.note).toBe(last.given);
        if (isRating(last.message) && ratingOf.has(last.given)) expect(now?.rating).toBe(ratingOf.get(last.given));
      }
    }),
  );
});

function idsOf({ actions = [] }: Response): readonly string[] {
  return actions.map((action) => action.id);
}
