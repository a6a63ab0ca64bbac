import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { Interrupted } from "../../src/errors.js";
import { createPlainPrompter } from "../../src/walk/plain-prompter.js";
import type { Prompter } from "../../src/walk/prompter.js";

/** Asks with the lines typed; gives the answer and all that was written. */
async function talk<Answer>(ask: (prompter: Prompter) => Promise<Answer>, ...lines: readonly string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  const prompter = createPlainPrompter({ input, output });
  input.end(lines.map((line) => `${line}\n`).join(""));
  const answer = await ask(prompter);
  prompter.close();
  return { answer, text: String(output.read() ?? "") };
}

const menu = {
  message: "How would you rate this?",
  choices: [
    { value: "met", title: "Met", key: "m", help: "It is there." },
    { value: "help", title: "Help", key: "?" },
  ],
};
const kinds = {
  message: "What are you?",
  choices: [
    { value: "club", title: "Club", help: "It trains." },
    { value: "school", title: "School" },
  ],
};

describe("choose", () => {
  it("prints lettered choices, and says what is expected until it gets it", async () => {
    const { answer, text } = await talk((prompter) => prompter.choose(menu), "x", "M");
    expect(answer).toBe("met");
    expect(text).toMatchInlineSnapshot(`
      "
      How would you rate this?
      m: Met
      ?: Help
      Your choice. Type one of these and press Enter: m, ?.
      Your choice. "
    `);
  });

  it("numbers choices without letters, explains them, and takes a title too", async () => {
    const { answer, text } = await talk((prompter) => prompter.choose(kinds), "school");
    expect(answer).toBe("school");
    expect(text).toContain("1: Club. It trains.\n2: School\n");
  });

  it("takes Enter alone only where an answer stands", async () => {
    expect((await talk((prompter) => prompter.choose({ ...menu, initial: "help" }), "")).answer).toBe("help");
    expect((await talk((prompter) => prompter.choose(menu), "", "m")).answer).toBe("met");
  });
});

describe("chooseSeveral", () => {
  it.each([
    [["2, 1"], ["club", "school"]],
    [["3", "two", "2"], ["school"]],
    [["0"], []],
    [["b"], null],
    [["", "1"], ["club"]],
  ])("takes %j as %j", async (lines, answer) => {
    expect((await talk((prompter) => prompter.chooseSeveral(kinds), ...lines)).answer).toEqual(answer);
  });
});

describe("askText", () => {
  const reason = { message: "Why?", check: (text: string) => (text === "" ? "A reason is needed." : null) };

  it("asks again until the text will do", async () => {
    const { answer, text } = await talk((prompter) => prompter.askText(reason), "", "  No\u001B[D  staff ");
    expect(answer).toBe("No staff");
    expect(text).toMatchInlineSnapshot(`
      "
      Why?
      Your answer, or b to go back: A reason is needed.
      Your answer, or b to go back: "
    `);
  });

  it("keeps what stands there at Enter, empties it at a dash, goes back at b", async () => {
    const note = { message: "Note", initial: "As before." };
    expect((await talk((prompter) => prompter.askText(note), "")).answer).toBe("As before.");
    expect((await talk((prompter) => prompter.askText(note), "-")).answer).toBe("");
    expect((await talk((prompter) => prompter.askText(note), "b")).answer).toBeNull();
    expect((await talk((prompter) => prompter.askText({ ...reason, initial: "Small." }), "-")).answer).toBe("-");
  });
});

describe("askPath", () => {
  const question = {
    message: "Which file?",
    complete: async (typed: string) =>
      ["policies/child.md", "policies/data.md"].filter((path) => path.startsWith(typed)),
    check: async (path: string) => (path === "policies/data.md" ? null : "There is no such file."),
  };

  it("lists what is there, says what is wrong, and takes a path that will do", async () => {
    const { answer, text } = await talk((prompter) => prompter.askPath(question), "policies/c", "policies/data.md");
    expect(answer).toBe("policies/data.md");
    expect(text).toMatchInlineSnapshot(`
      "
      Which file?
      Here are:
      policies/child.md
      policies/data.md
      Type a path; a folder lists what is in it; b goes back: There is no such file.
      These begin like that:
      policies/child.md
      Type a path; a folder lists what is in it; b goes back: "
    `);
  });

  it("goes back at b", async () => {
    expect((await talk((prompter) => prompter.askPath(question), "b")).answer).toBeNull();
  });
});

it("writes no escape, whatever it is given, and breaks lines only to the width of a terminal", async () => {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns: 40 });
  const prompter = createPlainPrompter({ input, output });
  prompter.show([
    { kind: "heading", text: "\u001B[31mRed\u001B[0m" },
    { kind: "warning", text: "This is no place to report a concern about a child." },
  ]);
  const text = String(output.read());
  expect(text).not.toContain("\u001B");
  expect(text).toContain("Note: This is no place to report a\n      concern about a child.\n");
});

describe("interruption", () => {
  it("the end of input rejects with Interrupted", async () => {
    await expect(talk((prompter) => prompter.choose(menu))).rejects.toBeInstanceOf(Interrupted);
  });

  it("Ctrl-C interrupts what the person waits for, and nothing comes of a wait afterwards", async () => {
    const signals = new EventEmitter();
    const prompter = createPlainPrompter({ input: new PassThrough(), output: new PassThrough(), signals });
    await expect(prompter.wait(Promise.resolve("read"))).resolves.toBe("read");
    await expect(prompter.wait(Promise.reject(new Error("lost")))).rejects.toThrow("lost");
    const waiting = expect(prompter.wait(new Promise(() => undefined))).rejects.toBeInstanceOf(Interrupted);
    signals.emit("SIGINT");
    await waiting;
    await expect(prompter.wait(Promise.resolve("read"))).rejects.toBeInstanceOf(Interrupted);
    prompter.close();
  });

  it("the end of input does not cut short what the person waits for", async () => {
    const answer = await talk(async (prompter) => {
      await new Promise((resolve) => setImmediate(resolve));
      return prompter.wait(Promise.resolve("read"));
    });
    expect(answer.answer).toBe("read");
  });

  it("Ctrl-C rejects with Interrupted, now and afterwards", async () => {
    const signals = new EventEmitter();
    const prompter = createPlainPrompter({ input: new PassThrough(), output: new PassThrough(), signals });
    const answer = expect(prompter.askText({ message: "Note" })).rejects.toBeInstanceOf(Interrupted);
    signals.emit("SIGINT");
    await answer;
    await expect(prompter.askText({ message: "Note" })).rejects.toBeInstanceOf(Interrupted);
    prompter.close();
    expect(signals.listenerCount("SIGINT")).toBe(0);
  });
});
