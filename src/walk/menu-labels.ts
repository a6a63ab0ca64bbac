import type { Choice } from "./prompter.js";

/** What picks each choice: its key, else its number among those without one. */
export function labelsOf(choices: readonly Choice<unknown>[]): readonly string[] {
  let number = 0;
  return choices.map(({ key }) => {
    if (key !== undefined) return key;
    number += 1;
    return String(number);
  });
}
