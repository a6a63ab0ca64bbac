import type { Detour } from "./walk.js";

/** One question of several, which fills in its part of the draft. */
export type Stage<Draft> = (draft: Draft) => Promise<Draft | Detour>;

/** Asks one after the other; going back asks the one before again, with what was said, and never loses the draft. */
export async function inStages<Draft extends object>(
  start: Draft,
  stages: readonly Stage<Draft>[],
  afterEach: (draft: Draft) => Promise<void> = async () => undefined,
): Promise<Draft | Detour> {
  let draft = start;
  let at = 0;
  for (;;) {
    const stage = stages[at];
    if (stage === undefined) return draft;
    const result = await stage(draft);
    if (result === "stop") return "stop";
    if (result === "back") {
      if (at === 0) return "back";
      at -= 1;
    } else {
      draft = result;
      at += 1;
      if (at < stages.length) await afterEach(draft);
    }
  }
}
