import { normalise } from "./compose-requirement.js";
import type { Asked } from "./lint-asked.js";
import { type LintProblem, warning } from "./lint-problem.js";

/** Questions that cannot be answered with one rating: they ask two things, or whether something is not so. */
export function lintQuestion({ requirement, path }: Asked): readonly LintProblem[] {
  const place = [...path, "question"];
  const question = normalise(requirement.question);
  const joint = jointOf(question);
  const negation = negationIn(question);
  return [
    ...(joint === null
      ? []
      : [
          warning(
            "double-barrelled-question",
            place,
            `The question asks two things at once: "${joint}".`,
            "Ask for one thing, and make the other a requirement of its own or something to look for.",
          ),
        ]),
    ...(negation === null
      ? []
      : [
          warning(
            "negative-question",
            place,
            `The question asks whether something is not so ("${negation}"), so that a yes is bad news.`,
            "Ask for what should be there.",
          ),
        ]),
  ];
}

/** What an organisation is asked to do with its papers and people; in the form that a question has it. */
const acts =
  "record|review|update|monitor|report|publish|approve|sign|check|verify|test|train|share|inform|appoint|name|store|log|audit|evaluate|assess|measure|file|follow|keep|write|read|tell";
const done =
  "recorded|reviewed|updated|monitored|reported|published|approved|signed|dated|checked|verified|tested|trained|shared|informed|appointed|named|stored|logged|audited|evaluated|assessed|measured|filed|followed|kept|written|read|told";
/** After these a word is a thing, or what somebody knows how to do: "a record", "how to report". */
const noThing = "(?<!\\b(?:a|an|the|your|their|its|our|any|each|every|all|of|for|to|and|good|written) )";
const often = "(?:then |also |regularly |always |afterwards )?";

/** Each is a sign that something else is asked after the first thing; what it finds is shown. */
const joints: readonly RegExp[] = [
  // A second sentence.
  /\?(?= ?[^\s)"'\u2019\u201d])/u,
  /\b(?:as well as|in addition to|and also|and\/or)\b/iu,
  // "and is it": the question begins again.
  /\band (?:is|are|was|were|do|does|did|has|have|had|can|will|would|should)\b/iu,
  new RegExp(`^(?:do|does|did|can|will) (?:\\S+ ){1,3}?${noThing}(?:${acts}) and ${often}(?:${acts})\\b`, "iu"),
  // Further apart, the second must have an object: "a record and report" is not two acts.
  new RegExp(
    `^(?:do|does|did|can|will) (?:\\S+ ){1,3}?${noThing}(?:${acts}) (?:[^\\s,]+ ){1,8}?and ${often}(?:${acts}) (?:it|them|the|a|an|any|each|every|all|this|that|these|those|your|their|its|on|to|who|what|when|how|whether)\\b`,
    "iu",
  ),
  new RegExp(
    `^(?:is|are|was|were|has|have) (?!there )(?:\\S+ ){1,8}?(?:${done}) (?:[^\\s,]+ ){0,5}?and ${often}(?:${done})\\b`,
    "iu",
  ),
];

function jointOf(question: string): string | null {
  for (const joint of joints) {
    const found = joint.exec(question);
    if (found !== null) return found[0] === "?" ? question : found[0];
  }
  return null;
}

/** From here on the question tells what it is about: "when a concern is not acted on" denies nothing. */
const turn =
  /[,;(]|\b(?:when|whenever|if|who|whom|whose|whoever|that|which|where|what|how|why|whether|because|unless|so|until)\b/iu;
const harmless =
  /\bnot only\b|\bor not\b|\bno (?:later|earlier|fewer|more|less|longer) than\b|\bwithout (?:undue )?delay\b/giu;
const negative =
  /\b(?:no|not|never|none|nobody|no-one|nothing|nowhere|neither|nor|cannot|without|lack|lacks|lacking|fail|fails|failed|failing|failure)\b|\b\w+n['\u2019]t\b/iu;

function negationIn(question: string): string | null {
  const turning = turn.exec(question);
  const main = question.slice(0, turning?.index).replace(harmless, "");
  return negative.exec(main)?.[0] ?? null;
}
