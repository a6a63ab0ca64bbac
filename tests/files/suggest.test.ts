import { describe, expect, it } from "vitest";
import { didYouMean, suggest } from "../../src/files/suggest.js";

const ratings = ["met", "partly-met", "not-met", "not-applicable"];

describe("what was meant", () => {
  it.each([
    ["mett", "met"],
    ["Met", "met"],
    ["partly_met", "partly-met"],
    ["partially-met", "partly-met"],
    ["partly", "partly-met"],
    ["not applicable", "not-applicable"],
    ["nt-met", "not-met"],
    ["mte", "met"],
  ])("%s: %s", (word, meant) => {
    expect(suggest(word, ratings)).toBe(meant);
  });

  it.each(["not", "x", "", "green", "m", "met".repeat(40)])("%j is like none of them", (word) => {
    expect(suggest(word, ratings)).toBeNull();
  });

  it("is not guessed between two that are as near", () => {
    expect(suggest("edition-2025", ["edition-2023", "edition-2026"])).toBeNull();
    expect(suggest("edition-2036", ["edition-2023", "edition-2026"])).toBe("edition-2026");
  });

  it("is null without candidates", () => {
    expect(suggest("met", [])).toBeNull();
  });

  it("is asked as a question, or the other hint is given", () => {
    expect(didYouMean("mett", ratings, "See the list.")).toBe("Did you mean met?");
    expect(didYouMean("green", ratings, "See the list.")).toBe("See the list.");
  });
});
