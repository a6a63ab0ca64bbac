/** A sentence, item or row; in lower case as well, since patterns that ignore case are slow to make. */
interface Statement {
  readonly raw: string;
  readonly lower: string;
}

type Rule = (statement: Statement) => boolean;

const written =
  "(?:confirmed|completed|written|added|decided|agreed|drafted|inserted|supplied|developed|finalised|advised)";

const shouted = /\b(?:TBC|TBD|TBA|TODO|FIXME|X{3,})\b/u;

const pendingPatterns: readonly RegExp[] = [
  /^(?:tbc|tbd|tba|todo|to do|draft|n\/a)[ \t]*(?:$|[:;,.(–—-])/u,
  /\b(?:coming soon|under construction|not yet written)\b/u,
  new RegExp(`^to be ${written}\\b`, "u"),
  new RegExp(`\\bto be ${written}(?: (?:soon|shortly|later|in due course))?[.!]?$`, "u"),
  new RegExp(
    `\\b(?:policy|section|page|document|statement|text|details) (?:is|are|has|have|will)(?: still| yet)? (?:to )?be ${written}\\b`,
    "u",
  ),
];

/** Somebody still has to write it. */
const isPending: Rule = ({ raw, lower }) => shouted.test(raw) || pendingPatterns.some((pattern) => pattern.test(lower));

/** A form asks for it. */
const isInvitation: Rule = ({ lower }) =>
  /\b(?:insert|enter|add|type|write) .{0,60}\bhere\b|^\W{0,3}insert\b|\((?:insert|enter|add|your) /u.test(lower);

/** Brackets that stand free are a field; those of a link, a reference, a footnote or a box to tick do not. */
const brackets = /(?<![\w/:.)\][])\[([^[\]]*)\](?![_([:])|<(\p{L}[^<>@:/]*)>(?!`)|\{(\p{L}[^{}]* [^{}]*)\}/gu;

/** A field of a template that nobody filled in, whatever stands around it. */
const hasField: Rule = ({ raw }) =>
  /_{3,}|\.{4,}|…{2,}/u.test(raw) ||
  [...raw.matchAll(brackets)].some(([, square, angle, curly]) =>
    /^(?![\^!@]).*\p{L}{2}/su.test(square ?? angle ?? curly ?? ""),
  );

const filler =
  /\b(?:lorem|ipsum|dolor|amet|consectetu?er?|adipiscing|elit|eiusmod|tempor|incididunt|labore|dolore|magna|aliqua|veniam|nostrud|exercitation|ullamco|laboris|nisi|aliquip|commodo|consequat|duis|aute|irure|reprehenderit|voluptate|velit|esse|cillum|fugiat|nulla|pariatur|excepteur|sint|occaecat|cupidatat|proident|culpa|officia|deserunt|mollit|laborum|pellentesque|vestibulum|mauris|curabitur|vivamus|faucibus|sollicitudin|tincidunt|vulputate|tellus|quisque|nullam|aenean|praesent|phasellus|maecenas|habitant|morbi|tristique|senectus|netus|malesuada|fames|egestas|ornare|suscipit|lacinia|lectus|ultricies)\b/gu;

/** The Latin that stands where text will be: in other languages fewer of these words meet. */
const isFiller: Rule = ({ lower }) => {
  const found = lower.match(filler)?.length ?? 0;
  return found >= 2 && found * 4 >= (lower.match(/\p{L}+/gu)?.length ?? 0);
};

/** What the front page of a document says of the document: "Approved by: the trustees of Riverside". */
const isParticular: Rule = ({ lower }) =>
  /^(?:(?:policy|document|last|next|date|name|approved|approval|reviewed|review|version|author|owner|status|title|reference|ref|issued|issue|signed|signature|adopted|agreed|effective|prepared|written|distribution|number|by|on|of|for|no|due|from)[ \t]?){1,5}:/u.test(
    lower,
  );

/** Why a statement says nothing. */
const rules: readonly Rule[] = [isPending, isInvitation, hasField, isFiller, isParticular];

/** Whether a sentence, item or row stands where content should: what template authors and hurried people leave. */
export function isPlaceholder(statement: string): boolean {
  const bare = statement.replace(/[*~\\]+|(?<!_)_{1,2}(?!_)/gu, "").trim();
  const both = { raw: bare, lower: bare.toLowerCase() };
  return rules.some((rule) => rule(both));
}
