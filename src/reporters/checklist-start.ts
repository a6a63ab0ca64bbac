/** What a new overlay is made from. */
export interface OverlayStart {
  readonly id: string;
  readonly title: string;
  /** Id of the edition or overlay that it adds to, and the names of the editions and overlays on the way, for people. */
  readonly base: string;
  readonly baseTitle: string;
  /** The standard of the base that gets a requirement. */
  readonly standard: Named;
  /** A requirement that everyone is asked; `review` is shorter than its own, null where that is short already. */
  readonly strengthened: Named & { readonly review: string | null };
  /** The first of those that the form shows. */
  readonly shown: readonly Named[];
}

interface Named {
  readonly id: string;
  readonly title: string;
}

/** The text of an overlay that is sound as it stands and teaches each part of one in its comments. */
export function renderNewOverlay(start: OverlayStart): string {
  return [opening(start), addition(start), strengthening(start), form(start)].join("\n");
}

function opening({ id, title, base, baseTitle }: OverlayStart): string {
  return `# An overlay: what your partnership or company asks beside the national list, and the form it wants the answers in.
# It adds and strengthens, and takes nothing away. Change what stands here, then hold it to the rules:
#   wt-audit checklist lint ${id}.yaml
# An audit that is answered for it names this file:  overlays: [${id}.yaml]
schema: overlay/1

# Never change the id once somebody has answered: make a new overlay for a new year.
id: ${name(id)}
title: ${text(title)}

# The edition, or the overlay in the same folder, that this one adds to: ${comment(baseTitle)}
extends: ${name(base)}

# Shown wherever the overlay is used. Take the # away to use it.
# notice: Send the return in by the end of January.

# Where your own requirements come from. A reference names one of them by its id.
sources:
  - id: ${id}-form
    title: ${text(`${title}, the form and its guidance`)}
    kind: local-document
    note: Write here what the document is, who agreed it and when.

# A fact is asked once, before the questions, and decides who is asked what. Give it an id that is yours alone.
# facts:
#   - id: ${id}-runs-trips
#     title: takes children on trips
#     question: Do you take children away for a night or longer?
#     kind: yes-no
`;
}

function addition({ id, standard }: OverlayStart): string {
  return `standards:
  # "${comment(standard.title)}" is there already. A new standard has an id of its own, and a title.
  - id: ${name(standard.id)}
    requirements:
      # Begin the id with your own: an id stands for the same question for ever.
      - id: ${id}-return-agreed
        title: The return is agreed
        # One thing, asked so that yes is good news.
        question: Does your board or committee agree the return before it is sent to us?
        # What should be there, in plain words: a reading age of 14 is enough.
        expectation: >-
          The people who lead the organisation have read the return and talked about it. What they agreed is in the
          minutes, with what is to be done by whom.
        # must: law. should: statutory guidance. local: your rule. practice: good practice.
        force: local
        # verified is true only for what you have read in the national guidance itself.
        reference: { chapter: null, paragraph: null, verified: false, source: ${id}-form }
        # Asked of those for whom this holds; leave it out to ask everyone.
        # applies-when: { ${id}-runs-trips: true }
        practice:
          why: A return that only one person has seen helps nobody else to put right what is missing.
          # What must be true before it is rated met.
          look-for:
            - The minutes of a meeting this year say that the return was agreed.
            - Somebody other than its writer can say what its weakest answer is.
          # What tells one rating from the next.
          ratings:
            met: It was talked about, changed where needed, and agreed at a meeting with minutes.
            partly-met: It was sent round, and nobody said anything.
            not-met: Nobody but its writer has seen it.
          # What somebody from outside could be shown. Never the name of a child.
          evidence:
            - kind: minutes
              what: The minutes of the meeting at which the return was agreed, with their date.
          # What to do first when it is not met, and how soon.
          remedy:
            action: Put the return on the list for the next meeting, and send it round a week before.
            within: P2M
          # How old the evidence may get.
          review: P12M
`;
}

function strengthening({ strengthened: { id, title, review } }: OverlayStart): string {
  return `# What the national list asks already, and you ask more strictly. It can be raised, never lowered.
strengthens:
  # ${comment(title)}
  ${id}:
    # What else must be true before it is rated met.
    look-for:
      - It was looked at again after the last change of people or premises.
${review === null ? "    # review: a time shorter than the one it has" : `    # Its evidence is looked at more often.\n    review: ${review}`}
    # Only where a law asks it of everyone who fills in your form.
    # force: must
`;
}

function form({ id, shown }: OverlayStart): string {
  const items = shown.map(
    (item, index) => `        - id: ${name(item.id)}
          reference: "1.${index + 1}"
          title: ${text(item.title)}`,
  );
  return `# How the form shows it all: your headings, order, numbers and names. What no section names follows after them.
form:
  # Rate in your own scale, one of those in scales.yaml; without it the ratings are met, partly met and not met.
  # scale: zero-to-three
  sections:
    - id: part-1
      title: Leading on safeguarding
      requirements:
${items.join("\n")}
    - id: part-2
      title: This return
      requirements:
        - id: ${id}-return-agreed
          reference: "2.1"
`;
}

/** An id, in quotes only where it could be read as something else. */
function name(id: string): string {
  return /^\d|^(?:true|false|null)$/u.test(id) ? text(id) : id;
}

/** A text in quotes, as YAML and JSON both have it, with signs that cannot be seen written out. */
function text(value: string): string {
  return JSON.stringify(value).replace(unseen, written);
}

/** What stands in a comment ends with its line. */
function comment(value: string): string {
  return value.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, " ").trim();
}

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\ufffe\uffff]/gu;

function written(sign: string): string {
  return Array.from({ length: sign.length }, (_, index) => {
    return `\\u${sign.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }).join("");
}
