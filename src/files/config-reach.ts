import { addDuration, type Day, describeDay } from "../model/day.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { isObject } from "../schema/alternatives.js";
import { diagnose } from "./diagnostics.js";
import type { YamlSource } from "./yaml-source.js";

/** Keys that say of policies what the audit says itself. */
export function checkBesideAudit(source: YamlSource): readonly Diagnostic[] {
  const root = isObject(source.value) ? source.value : {};
  if (!Object.hasOwn(root, "audit")) return [];
  return ["checklist", "facts"].flatMap((key) =>
    Object.hasOwn(root, key)
      ? [noEffect(source, [key], `The audit says its own ${key}; ${key} here has no effect.`, `Take ${key} out.`)]
      : [],
  );
}

/** Keys of the gate that judge an audit, where none is checked. */
export function checkWithoutAudit(source: YamlSource): readonly Diagnostic[] {
  const gate = isObject(source.value) ? source.value["gate"] : undefined;
  if (!isObject(gate)) return [];
  return ["max-age", "min-assured", "in-force"].flatMap((key) =>
    Object.hasOwn(gate, key)
      ? [
          noEffect(
            source,
            ["gate", key],
            `${key} is about an audit, and none is named.`,
            "Take it out, or name an audit.",
          ),
        ]
      : [],
  );
}

function noEffect(source: YamlSource, path: readonly string[], message: string, hint: string): Diagnostic {
  return diagnose("no-effect", source.file, source.locate(path, "key"), message, hint);
}

/** How long from today a waiver may hold at most: what nobody looks at again is no waiver. */
const longest = { waiver: "P3Y", caseData: "P12M" } as const;

/** Waivers that would hold for too long. */
export function checkExpiry(source: YamlSource, today: Day): readonly Diagnostic[] {
  const waivers = isObject(source.value) ? source.value["waivers"] : undefined;
  if (!Array.isArray(waivers)) return [];
  return waivers.flatMap((waiver: unknown, index) => {
    const { expires, finding, gap } = isObject(waiver) ? waiver : {};
    const isOfChild = finding === "case-data" || gap === "evidence-case-data";
    const last = addDuration(today, isOfChild ? longest.caseData : longest.waiver);
    if (typeof expires !== "string" || !/^\d{4}-\d\d-\d\d$/u.test(expires) || expires <= last) return [];
    const what = isOfChild ? "of information about a child " : "";
    const message = `A waiver ${what}holds for ${isOfChild ? "12 months" : "three years"} at most: until ${describeDay(last)}.`;
    const place = source.locate(["waivers", index, "expires"], "value");
    return [diagnose("wrong-value", source.file, place, message, "Give an earlier day, and decide on it again then.")];
  });
}
