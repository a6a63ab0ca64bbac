import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { Interrupted } from "../../src/errors.js";
import { createInquirerPrompter } from "../../src/walk/inquirer-prompter.js";
import type { Menu } from "../../src/walk/prompter.js";
import { key, openTerminal } from "./terminal.js";

const ratings: Menu<string> = {
  message: "How would you rate this?",
  choices: [
    { value: "met", title: "Met", key: "m", help: "Everyone can say who is in the lead, and where it is written." },
    { value: "not-met", title: "Not met", key: "n", help: "No one is." },
    { value: "help", title: "Help with this question", key: "?" },
    { value: "back", title: "Back to the question before", key: "b" },
  ],
};
const clubs = Array.from({ length: 12 }, (_, index) => ({ value: index, title: `Club ${index + 1}` }));

describe("choose", () => {
  it("fits 40 columns", async () => {
    const { prompter, screen, press } = openTerminal(40, 24);
    const answer = prompter.choose(ratings);
    expect(await screen()).toMatchInlineSnapshot(`
      "How would you rate this?
      > m  Met
        n  Not met
        ?  Help with this question
        b  Back to the question before

      Everyone can say who is in the lead,
      and where it is written.
      Press a letter, or use the arrow keys
      and Enter."
    `);
    await press("m");
    await answer;
    expect(await screen()).toMatchInlineSnapshot(`"How would you rate this? Met"`);
  });

  it("fits 100 columns", async () => {
    const { prompter, screen, press } = openTerminal(100, 24);
    const answer = prompter.choose(ratings);
    expect(await screen()).toMatchInlineSnapshot(`
      "How would you rate this?
      > m  Met
        n  Not met
        ?  Help with this question
        b  Back to the question before

      Everyone can say who is in the lead, and where it is written.
      Press a letter, or use the arrow keys and Enter."
    `);
    await press("m");
    await answer;
  });

  it.each([
    ["its letter", ["n"], "not-met"],
    ["its letter in capitals", ["N"], "not-met"],
    ["a sign", ["?"], "help"],
    ["the arrow keys", [key.down, key.down, key.up, key.enter], "not-met"],
    ["Enter alone", [key.enter], "met"],
    ["a letter after one that means nothing", ["x", "n"], "not-met"],
  ])("takes the choice by %s", async (_, keys, value) => {
    const { prompter, press } = openTerminal(80, 24);
    const answer = prompter.choose(ratings);
    await press(...keys);
    await expect(answer).resolves.toBe(value);
  });

  it("goes back at Escape", async () => {
    const { prompter, press } = openTerminal(80, 24);
    const answer = prompter.choose(ratings);
    await press("\u001B");
    await expect(answer).resolves.toBe("back");
  });

  it("highlights the standing answer", async () => {
    const { prompter, press } = openTerminal(80, 24);
    const answer = prompter.choose({ ...ratings, initial: "not-met" });
    await press(key.enter);
    await expect(answer).resolves.toBe("not-met");
  });

  it("goes by pages in a low terminal, and leaves no line twice", async () => {
    const { prompter, press, screen } = openTerminal(40, 8);
    prompter.show([{ kind: "text", text: "Before." }]);
    const answer = prompter.choose({ message: "Which club?", choices: clubs });
    await press(key.down, key.down, key.down, key.down, key.down);
    const lines = (await screen()).split("\n");
    expect(lines.filter((line) => line.includes("Which club?"))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith(">"))).toEqual([">    Club 6"]);
    await press(key.enter);
    await expect(answer).resolves.toBe(5);
  });

  it("does not take a pasted text for answers", async () => {
    const { prompter, press } = openTerminal(80, 24);
    const answer = prompter.choose(ratings);
    await press("\u001B[200~m\rn\r\u001B[201~", "n");
    await expect(answer).resolves.toBe("not-met");
  });

  it("shows terminal escapes in a title harmless", async () => {
    const { prompter, press, written } = openTerminal(80, 24);
    const answer = prompter.choose({
      message: "\u001B[2Jgone",
      choices: [{ value: 1, title: "\u001B]0;owned\u0007", key: "a" }],
    });
    await press("a");
    await answer;
    expect(written.join("")).not.toContain("\u001B[2J");
    expect(written.join("")).not.toContain("\u001B]0;");
  });

  it("paints nothing without colour", async () => {
    for (const colour of [true, false]) {
      const { prompter, press, written } = openTerminal(80, 24, colour);
      const answer = prompter.choose(ratings);
      await press("m");
      await answer;
      expect(/\u001B\[\d+m/.test(written.join(""))).toBe(colour);
    }
  });
});

describe("chooseSeveral", () => {
  const menu = { message: "Which clubs?", choices: clubs.slice(0, 3) };

  it("ticks with Space and takes at Enter, in the order of the list", async () => {
    const { prompter, press, screen } = openTerminal(40, 24);
    const answer = prompter.chooseSeveral(menu);
    await press(key.down, " ", key.up, " ");
    expect(await screen()).toMatchInlineSnapshot(`
      "Which clubs?
      > [x] Club 1
        [x] Club 2
        [ ] Club 3

      Space ticks a line. Enter when you have
      ticked all that apply. Escape goes
      back, Ctrl and C stop."
    `);
    await press(key.enter);
    await expect(answer).resolves.toEqual([0, 1]);
  });

  it("asks again before it takes an empty list", async () => {
    const { prompter, press, screen } = openTerminal(40, 24);
    const answer = prompter.chooseSeveral(menu);
    await press(key.enter);
    expect(await screen()).toContain("Nothing is ticked.");
    await press(key.enter);
    await expect(answer).resolves.toEqual([]);
  });

  it("starts with what was ticked, and goes back at Escape", async () => {
    const kept = openTerminal(40, 24);
    const answer = kept.prompter.chooseSeveral({ ...menu, initial: [2] });
    await kept.press(key.enter);
    await expect(answer).resolves.toEqual([2]);
    const left = openTerminal(40, 24);
    const none = left.prompter.chooseSeveral(menu);
    await left.press("\u001B");
    await expect(none).resolves.toBeNull();
  });
});

describe("interruption", () => {
  it.each([
    ["Ctrl-C", key.ctrlC],
    ["Ctrl-D", key.ctrlD],
  ])("%s rejects every kind of question with Interrupted", async (_, pressed) => {
    const asks = [
      (terminal: ReturnType<typeof openTerminal>) => terminal.prompter.choose(ratings),
      (terminal: ReturnType<typeof openTerminal>) =>
        terminal.prompter.chooseSeveral({ message: "Which?", choices: clubs }),
      (terminal: ReturnType<typeof openTerminal>) => terminal.prompter.askText({ message: "Note" }),
      (terminal: ReturnType<typeof openTerminal>) =>
        terminal.prompter.askPath({ message: "Path", complete: async () => [], check: async () => null }),
    ];
    for (const ask of asks) {
      const terminal = openTerminal(80, 24);
      const answer = expect(ask(terminal)).rejects.toBeInstanceOf(Interrupted);
      await terminal.press(pressed);
      await answer;
    }
  });

  it("the end of input interrupts, also before a question", async () => {
    const { prompter, input } = openTerminal(80, 24);
    const answer = expect(prompter.askText({ message: "Note" })).rejects.toBeInstanceOf(Interrupted);
    input.end();
    await answer;
    await expect(prompter.choose(ratings)).rejects.toBeInstanceOf(Interrupted);
  });

  it("a signal interrupts what the person waits for, and nothing comes of a wait afterwards", async () => {
    const signals = new EventEmitter();
    const streams = { input: new PassThrough(), output: new PassThrough() };
    const prompter = createInquirerPrompter({ ...streams, colour: false, signals });
    await expect(prompter.wait(Promise.resolve("read"))).resolves.toBe("read");
    await expect(prompter.wait(Promise.reject(new Error("lost")))).rejects.toThrow("lost");
    const waiting = expect(prompter.wait(new Promise(() => undefined))).rejects.toBeInstanceOf(Interrupted);
    signals.emit("SIGINT");
    await waiting;
    await expect(prompter.wait(Promise.resolve("read"))).rejects.toBeInstanceOf(Interrupted);
    prompter.close();
  });

  it("a signal between two questions interrupts the next", async () => {
    const signals = new EventEmitter();
    const prompter = createInquirerPrompter({
      input: new PassThrough(),
      output: new PassThrough(),
      colour: false,
      signals,
    });
    signals.emit("SIGINT");
    await expect(prompter.choose(ratings)).rejects.toBeInstanceOf(Interrupted);
    prompter.close();
    expect(signals.listenerCount("SIGINT")).toBe(0);
  });
});
