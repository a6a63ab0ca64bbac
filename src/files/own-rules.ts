import { isDay } from "../model/day.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { isObject } from "../schema/alternatives.js";
import { diagnose } from "./diagnostics.js";
import { checkEvidencePath } from "./evidence-path.js";
import { describePath, quote } from "./wording.js";
import type { YamlSource } from "./yaml-source.js";

type Path = readonly (string | number)[];

/** A part of the file, valid by the schema or not, and where it stands. */
interface Part {
  readonly path: Path;
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * What a schema cannot say and the file alone can tell: days in order, action ids that differ, paths of evidence.
 * Takes what is no valid audit as well, so that everything wrong with a file is told at once.
 */
export function checkOwnRules(source: YamlSource): readonly Diagnostic[] {
  const root: Part = { path: [], value: isObject(source.value) ? source.value : {} };
  const responses = entriesOf(root, "responses");
  const actions = responses.flatMap((response) => itemsOf(response, "actions"));
  const evidence = [...responses, ...actions].flatMap((part) => itemsOf(part, "evidence"));
  return [
    ...partAt(root, "period").flatMap((period) => checkOrder(period, "from", "to", source)),
    ...evidence.flatMap((item) => checkOrder(item, "reviewed", "review-due", source)),
    ...evidence.flatMap((item) => checkPath(item, source)),
    ...checkIds(actions, source),
  ];
}

function checkOrder({ path, value }: Part, first: string, second: string, source: YamlSource): readonly Diagnostic[] {
  const [before, after] = [value[first], value[second]];
  if (!isDayText(before) || !isDayText(after) || before <= after) return [];
  const place = [...path, second];
  const message = `${describePath(place)}, ${after}, lies before ${first}, ${before}.`;
  return [
    diagnose("days-out-of-order", source.file, source.locate(place, "value"), message, "Correct one of the two days."),
  ];
}

function checkPath({ path, value }: Part, source: YamlSource): readonly Diagnostic[] {
  const written = value["path"];
  const problem = typeof written === "string" && written.trim() !== "" ? checkEvidencePath(written) : null;
  if (problem === null) return [];
  return [
    diagnose(problem.code, source.file, source.locate([...path, "path"], "value"), problem.message, problem.hint),
  ];
}

function checkIds(actions: readonly Part[], source: YamlSource): readonly Diagnostic[] {
  const first = new Map<string, number>();
  return actions.flatMap(({ path, value }) => {
    const id = value["id"];
    if (typeof id !== "string") return [];
    const place = source.locate([...path, "id"], "value");
    const line = first.get(id);
    if (line === undefined) {
      first.set(id, place.line);
      return [];
    }
    const message = `The action id ${quote(id)} stands already in line ${line}.`;
    return [diagnose("duplicate-id", source.file, place, message, "Give each action of the audit an id of its own.")];
  });
}

function isDayText(value: unknown): value is string {
  return typeof value === "string" && isDay(value);
}

function partAt(part: Part, key: string): readonly Part[] {
  const value = Object.hasOwn(part.value, key) ? part.value[key] : undefined;
  return isObject(value) ? [{ path: [...part.path, key], value }] : [];
}

function entriesOf(part: Part, key: string): readonly Part[] {
  return partAt(part, key).flatMap((parent) => Object.keys(parent.value).flatMap((name) => partAt(parent, name)));
}

function itemsOf(part: Part, key: string): readonly Part[] {
  const items = Object.hasOwn(part.value, key) ? part.value[key] : undefined;
  if (!Array.isArray(items)) return [];
  return items.flatMap((value: unknown, index) =>
    isObject(value) ? [{ path: [...part.path, key, index], value }] : [],
  );
}
