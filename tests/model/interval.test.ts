import { describe, expect, it } from "vitest";
import { describeInterval } from "../../src/model/interval.js";

describe("a score", () => {
  it.each([
    [null, "no score"],
    [{ low: 0.5, high: 0.5 }, "50%"],
    [{ low: 0.619, high: 0.701 }, "61% to 71%"],
    [{ low: 0.29, high: 0.29 }, "29%"],
    [{ low: 0.999, high: 0.999 }, "99%"],
    [{ low: 0.999, high: 1 }, "99% to 100%"],
  ])("never claims more than is true: %j is %s", (interval, words) => {
    expect(describeInterval(interval)).toBe(words);
  });
});
