import type { DocumentText } from "../../model/document.js";
import { endsWithPersonName, hasPersonName, opensWithPersonName } from "./person-name.js";
import { type Told, toldIn } from "./told.js";

const matters =
  "(?:designated|named|safeguarding|child protection|children(?:'s|’s)? protection|protection|welfare|child welfare|lead|deputy|parish|diocesan|club|well-?being|pastoral|inclusion|prevent|online safety|e-safety|whistle-?blowing|complaints?|data protection|health (?:and|&) safety|equality|first aid|membership|privacy)";
const offices =
  "(?:officers?|leads?|persons?|people|co-?ordinators?|managers?|governors?|trustees?|representatives?|reps?|practitioners?|teachers?|champions?|advis[eo]rs?|liaison|team|contacts?|deputy|link|member|director)";
const role = new RegExp(
  `(?<![\\p{L}])(?:(?:${matters} (?:[\\p{L}&’'-]{1,15} ){0,3}?${offices})|d?dsls?|dso|dsp|dcpo|cpo|cpo|cwo|pso|lso|senco|lead for (?:safeguarding|child protection)|(?:head ?teacher|headmaster|headmistress|principal|chair(?:man|woman|person)?|secretary|manager|owner|vicar|minister|director|trustee|childminder|club leader|group leader|treasurer|proprietor)s?)(?![\\p{L}])`,
  "gu",
);
/** Roles of somebody else: the council, the police, a helpline. */
const elsewhere =
  /\b(?:lados?|designated officer|local authority|social (?:services|care|work)|police|nspcc|childline|samaritans|helpline|hotline|ofsted|mash|duty (?:team|desk|officer)|children'?s services|out[- ]of[- ]hours|emergency (?:duty|services)|council|ceop|ico|information commissioner|gateway|tusla|dbs|lscb|nhs|charity commission|ombudsman|thirtyone:?eight|ccpas|crimestoppers|partnership|hub|first response)\b/u;
const outsideAddress =
  /(?:\.gov\.uk|\.police\.uk|nhs\.(?:uk|net)|nspcc\.org\.uk|childline\.org\.uk|ceop|samaritans\.org|ico\.org\.uk|barnardos|legislation|example\.(?:com|org))/u;

const address =
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+|[\p{L}\p{N}._-]{2,40} ?(?:\[at\]|\(at\)| AT ) ?[\p{L}\p{N}-]{2,40} ?(?:\[dot\]|\(dot\)|\.| DOT ) ?[\p{L}\p{N}.-]{2,30}/u;
const telephone = /(?<![\d/.-])(?:\+\d{1,3}[ ()\d-]{7,17}\d|\(?0\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4})(?![\d/])/u;

/** How many sentences below a role its name or number may stand, as on a page of contacts. */
const reach = 4;
/** Roles in one sentence that are looked at. */
const mostRoles = 10;

/**
 * Whether the document names somebody of its own to go to: a role that concerns are to be told, a role with a name or a
 * telephone number, or an e-mail address.
 * A helpline or an office of the state alone is not enough, nor is a line that nobody filled in.
 */
export function namesContact(document: DocumentText): boolean {
  if (document.links.some(({ target }) => isOwnLink(target.toLowerCase()))) return true;
  let below = 0;
  for (const told of toldIn(document)) {
    const roles = told.lower.search(role) >= 0 ? [...told.lower.matchAll(role)].slice(0, mostRoles) : [];
    if (hasAddress(told) || roles.some((found) => isNamed(told, found) || isGoneTo(told, found))) return true;
    if (below > 0 && isReached(told)) return true;
    below = roles.length > 0 && isHeadOfContact(told) ? reach : below - 1;
  }
  return false;
}

/** What leads to a role of one's own: "Tell the centre manager", "report to our welfare officer". */
const goTo =
  /\b(?:tell|inform|contact|ring|call|phone|e-?mail|notify|alert|consult|approach|see|speak (?:to|with)|talk (?:to|with)|go to|turn to|report(?:ed)?(?: (?:it|this|them|any \p{L}+|all \p{L}+|concerns?))?(?: (?:at once|immediately|straight away))? to|(?:raise|discuss|share|pass)(?:ed)? (?:[\p{L}'’]+ ){0,4}(?:with|to|on to)) (?:[\p{L}'’]+ ){0,3}$/u;

function isGoneTo({ lower }: Told, found: RegExpMatchArray): boolean {
  const from = found.index ?? 0;
  return goTo.test(lower.slice(Math.max(0, from - 90), from)) && !elsewhere.test(found[0]);
}

function isOwnLink(target: string): boolean {
  return /^mailto:[^@\s]+@/u.test(target) && !outsideAddress.test(target);
}

/** "Designated Safeguarding Lead" alone on its line, with whom it names below. */
function isHeadOfContact({ lower, kind }: Told): boolean {
  return (
    kind !== "row" &&
    lower.length <= 70 &&
    lower.split(" ").length <= 8 &&
    !/[.!?;,]$/u.test(lower) &&
    !elsewhere.test(lower)
  );
}

function hasAddress({ text, lower }: Told): boolean {
  const found = lower.includes("@") || lower.includes(" at ") || /[[(]at[\])]/u.test(lower) ? address.exec(text) : null;
  return (
    found !== null &&
    !outsideAddress.test(found[0].toLowerCase()) &&
    !elsewhere.test(lower.slice(Math.max(0, found.index - 60), found.index))
  );
}

/** A name or a number in the sentence of a role. */
function isNamed({ text, lower, kind }: Told, found: RegExpMatchArray): boolean {
  const from = found.index ?? 0;
  const to = from + found[0].length;
  const near = text.slice(Math.max(0, from - 60), to + 160);
  const before = lower.slice(Math.max(0, from - 30), from);
  if (telephone.test(near) && !elsewhere.test(lower.slice(Math.max(0, from - 60), to + 160))) return true;
  const after = text.slice(to, to + 100);
  if (elsewhere.test(before)) return false;
  if (kind === "row") return hasPersonName(after);
  const joint = /^[^.;]{0,60}?(?:\bis\b|\bare\b|[:–—(,=|]|- )\s*/u.exec(after)?.[0] ?? "";
  if (opensWithPersonName(after.slice(0, 40)) || (joint !== "" && opensWithPersonName(after.slice(joint.length))))
    return true;
  const opening = /(?:\b(?:is|are)\b(?: [\p{L}’'-]{1,15}){0,3}|[,–(:]|- )\s*(?:our |the )?$/u.exec(
    text.slice(Math.max(0, from - 60), from),
  );
  return opening !== null && endsWithPersonName(text.slice(Math.max(0, from - 100), from - opening[0].length));
}

/** A line below a role that is but a name, a number or an address. */
function isReached({ text, lower, kind }: Told): boolean {
  if (kind === "heading" || text.length > 100 || elsewhere.test(lower)) return false;
  if (telephone.test(text)) return true;
  const bare = text.replace(/^\W*(?:[Nn]ame|[Cc]ontact)\W+/u, "");
  return bare.split(" ").length <= 5 && opensWithPersonName(bare) && !/[.!?;]$/u.test(text);
}
