import { describe, expect, it } from "vitest";
import { key, openTerminal } from "./terminal.js";

describe("askText", () => {
  it("wraps its question at 40 columns and holds the line until it will do", async () => {
    const { prompter, press, screen } = openTerminal(40, 24);
    const answer = prompter.askText({
      message: "Why does it not apply to you? For example: We employ no one.",
      check: (text) => (text === "" ? "A reason is needed." : null),
    });
    await press(key.enter);
    expect(await screen()).toMatchInlineSnapshot(`
      "Why does it not apply to you? For
      example: We employ no one.
      >
      A reason is needed."
    `);
    await press("  We   are", " volunteers ", key.enter);
    await expect(answer).resolves.toBe("We are volunteers");
  });

  it("offers what stands there to be kept, edited or taken away", async () => {
    for (const [keys, text] of [
      [[key.enter], "2026-03-01"],
      [["\u007F", "2", key.enter], "2026-03-02"],
      [[key.clear, key.enter], ""],
    ] as const) {
      const { prompter, press } = openTerminal(80, 24);
      const answer = prompter.askText({ message: "When?", initial: "2026-03-01" });
      await press(...keys);
      await expect(answer).resolves.toBe(text);
    }
  });

  it("takes pasted lines as one", async () => {
    const { prompter, press } = openTerminal(80, 24);
    const answer = prompter.askText({ message: "Note" });
    await press("\u001B[200~one\rtwo\tthree\u001B[201~", key.enter);
    await expect(answer).resolves.toBe("one two three");
  });

  it("goes back at Escape", async () => {
    const { prompter, press } = openTerminal(80, 24);
    const answer = prompter.askText({ message: "Note" });
    await press("\u001B");
    await expect(answer).resolves.toBeNull();
  });

  it("shows a text longer than the line, and its end once", async () => {
    const { prompter, press, screen } = openTerminal(40, 24);
    const answer = prompter.askText({ message: "Note" });
    const text = "Everyone has read it and signed, and the list is kept in the office.";
    await press(...text);
    expect((await screen()).replaceAll("\n", "")).toContain(text);
    expect((await screen()).match(/office/g)).toHaveLength(1);
    await press(key.enter);
    await expect(answer).resolves.toBe(text);
  });
});

describe("askPath", () => {
  const files = ["policies/child.md", "policies/data.md"];
  const question = {
    message: "Which file?",
    complete: async (typed: string) =>
      ["policies/", ...files].filter((path) => path.startsWith(typed) && (typed !== "" || path.endsWith("/"))),
    check: async (path: string) => (files.includes(path) ? null : "There is no such file."),
  };

  it("lists what fits, fills in at Tab, takes at Enter", async () => {
    const { prompter, press, screen } = openTerminal(40, 24);
    const answer = prompter.askPath(question);
    expect(await screen()).toMatchInlineSnapshot(`
      "Which file?
      >
        policies/
      Tab fills in, arrow keys choose, Enter
      takes. Escape goes back."
    `);
    await press(key.down, key.enter);
    expect(await screen()).toMatchInlineSnapshot(`
      "Which file?
      > policies/
        policies/child.md
        policies/data.md
      Tab fills in, arrow keys choose, Enter
      takes. Escape goes back."
    `);
    await press("d", key.tab);
    expect(await screen()).toContain("> policies/data.md");
    await press(key.enter);
    await expect(answer).resolves.toBe("policies/data.md");
  });

  it("says as one types that there is no such file, and holds", async () => {
    const { prompter, press, screen } = openTerminal(80, 24);
    const answer = prompter.askPath(question);
    await press(..."none.md");
    expect(await screen()).toContain("There is no such file.");
    await press(key.enter);
    expect(await screen()).toContain("> none.md");
    await press(key.clear, ..."policies/c", key.enter);
    await expect(answer).resolves.toBe("policies/child.md");
  });

  it("opens a folder at Enter, and never takes it for the file", async () => {
    const { prompter, press, screen } = openTerminal(80, 24);
    const answer = prompter.askPath({ ...question, check: async () => null });
    await screen();
    await press(key.enter);
    expect(await screen()).toContain("Type the first letters, or press Escape to go back.");
    await press(key.down, key.enter, key.down, key.enter);
    await expect(answer).resolves.toBe("policies/child.md");
  });

  it("rejects when the folder cannot be looked into", async () => {
    const { prompter } = openTerminal(80, 24);
    const answer = prompter.askPath({ ...question, complete: () => Promise.reject(new Error("disk")) });
    await expect(answer).rejects.toThrow("disk");
  });
});
