import { candidatesFor } from "../engine/scale.js";
import type { Rating, Response } from "../model/audit.js";
import type { Scale, ScaleValue } from "../schema/scales.gen.js";
import { withScore } from "./answer.js";
import type { Choice, Prompter } from "./prompter.js";
import type { Stage } from "./stages.js";
import type { Detour } from "./walk.js";

/** More than this is typed, not picked from a list. */
const longestList = 9;

type Pick = ScaleValue | "open" | Detour;

/** One question for each scale on which the rating may stand for several values; where it is one, it can be converted. */
export function scoreStages(rating: Rating, scales: readonly Scale[], prompter: Prompter): readonly Stage<Response>[] {
  return scales.flatMap((scale) => {
    const candidates = candidatesFor(rating, scale);
    if (candidates.length < 2) return [];
    const ask = candidates.length > longestList ? typeScore : pickScore;
    return [(response: Response) => ask(response, scale, candidates, prompter)];
  });
}

async function pickScore(
  response: Response,
  scale: Scale,
  candidates: readonly ScaleValue[],
  prompter: Prompter,
): Promise<Response | Detour> {
  const standing = candidates.find(({ value }) => value === response.scores?.[scale.id]);
  const pick = await prompter.choose<Pick>({
    message: `On the form's scale (${scale.title}), which is it?`,
    choices: [
      ...candidates.map((one): Choice<Pick> => ({
        value: one,
        title: one.title,
        ...(isDigit(one.value) ? { key: `${one.value}` } : {}),
      })),
      {
        value: "open",
        title: "Leave it open",
        key: "o",
        help: "The return then shows the worst of them, and says so.",
      },
      { value: "back", title: "Back", key: "b" },
      { value: "stop", title: "Stop here", key: "q" },
    ],
    // A stray Enter must never score anything.
    initial: standing ?? "open",
  });
  if (pick === "back" || pick === "stop") return pick;
  return withScore(response, scale.id, pick === "open" ? null : pick.value);
}

/** The key that a score is known by anyway. */
function isDigit(value: string | number): boolean {
  return typeof value === "number" && value >= 0 && value <= 9;
}

async function typeScore(
  response: Response,
  scale: Scale,
  candidates: readonly ScaleValue[],
  prompter: Prompter,
): Promise<Response | Detour> {
  const find = (typed: string) => candidates.find(({ value, title }) => isMeant(typed, String(value), title));
  const values = candidates.map(({ value }) => String(value));
  const range = `${values.slice(0, 3).join(", ")} ... ${values.at(-1)}`;
  const standing = candidates.find(({ value }) => value === response.scores?.[scale.id]);
  const typed = await prompter.askText({
    message: `On the form's scale (${scale.title}), which is it? Type ${range}. Leave it empty if that is not decided.`,
    ...(standing === undefined ? {} : { initial: String(standing.value) }),
    check: (text) => (text === "" || find(text) !== undefined ? null : `Type one of these, or nothing: ${range}.`),
  });
  if (typed === null) return "back";
  return withScore(response, scale.id, find(typed)?.value ?? null);
}

/** The value or its title, with or without a sign for per cent. */
function isMeant(typed: string, value: string, title: string): boolean {
  const words = typed.toLowerCase().replace(/%$/u, "").trim();
  return words === value.toLowerCase() || words === title.toLowerCase();
}
