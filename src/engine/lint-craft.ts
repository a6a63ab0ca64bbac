import type { OverlayFile } from "../model/overlay.js";
import type { Fact, Profile } from "../model/profile.js";
import type { EditionFile } from "../schema/edition.gen.js";
import type { PracticeFile } from "../schema/practice.gen.js";
import type { EditionOutline } from "./edition-outline.js";
import { type Asked, askedIn } from "./lint-asked.js";
import { lintDuplicates } from "./lint-duplicates.js";
import { lintMeaning, lintOverlayMeaning } from "./lint-meaning.js";
import { lintNote } from "./lint-note.js";
import { statedIn } from "./lint-overlay-subject.js";
import type { LintProblem } from "./lint-problem.js";
import { lintQuestion } from "./lint-question.js";
import { lintReach } from "./lint-reach.js";
import { lintReadingAge } from "./lint-reading-age.js";
import { lintSources } from "./lint-sources.js";

/** What there is to hold the craft of a file to. */
export interface CraftContext {
  readonly profile: Profile;
  readonly editions: readonly EditionOutline[];
  readonly overlays: readonly OverlayFile[];
}

/** What is sound in an edition, and badly made. */
export function craftOfEdition(edition: EditionFile, { profile, editions }: CraftContext): readonly LintProblem[] {
  const asked = askedIn(edition);
  return [
    ...craftOfAsked(asked, profile.facts),
    ...edition.duties.flatMap((duty, d) =>
      lintReach(duty["applies-when"], ["duties", d, "applies-when"], profile.facts),
    ),
    ...lintDuplicates(asked, null),
    ...lintSources(edition, asked),
    ...lintMeaning(edition, asked, editions),
  ];
}

/** The same of an overlay; what it extends is looked for among the files given and the editions. */
export function craftOfOverlay(overlay: OverlayFile, context: CraftContext): readonly LintProblem[] {
  const { profile, editions, overlays } = context;
  const asked = askedIn(overlay);
  // Whatever facts the overlays together ask: one extends another.
  const facts = [...profile.facts, ...[overlay, ...overlays.filter(({ id }) => id !== overlay.id)].flatMap(factsOf)];
  return [
    ...craftOfAsked(asked, facts),
    ...craftOfFacts(factsOf(overlay), facts),
    ...statedIn(overlay).flatMap(({ requirement, path }) => lintNote(requirement.practice, [...path, "practice"])),
    ...lintDuplicates(asked, editionUnder(overlay, overlays, editions)),
    ...lintSources(overlay, asked),
    ...lintOverlayMeaning(overlay, asked, editions, overlays),
  ];
}

export function craftOfPractice({ notes }: PracticeFile): readonly LintProblem[] {
  return Object.entries(notes).flatMap(([id, note]) => lintNote(note, ["notes", id]));
}

export function craftOfProfile({ facts }: Profile): readonly LintProblem[] {
  return craftOfFacts(facts, facts);
}

function craftOfAsked(asked: readonly Asked[], facts: readonly Fact[]): readonly LintProblem[] {
  return asked.flatMap((item) => {
    const condition = item.requirement["applies-when"];
    return [
      ...lintQuestion(item),
      ...lintReadingAge(item),
      ...(condition === undefined ? [] : lintReach(condition, [...item.path, "applies-when"], facts)),
    ];
  });
}

function craftOfFacts(own: readonly Fact[], facts: readonly Fact[]): readonly LintProblem[] {
  return own.flatMap((fact, f) => {
    const condition = fact["ask-when"];
    return condition === undefined ? [] : lintReach(condition, ["facts", f, "ask-when"], facts);
  });
}

function factsOf({ facts = [] }: OverlayFile): readonly Fact[] {
  return facts;
}

/** The edition that an overlay extends, by way of the others given; null when the way is not known. */
function editionUnder(
  overlay: OverlayFile,
  overlays: readonly OverlayFile[],
  editions: readonly EditionOutline[],
): EditionOutline | null {
  const way = new Set([overlay.extends]);
  for (const id of way) {
    const edition = editions.find((item) => item.id === id);
    if (edition !== undefined) return edition;
    for (const next of overlays.filter((item) => item.id === id)) way.add(next.extends);
  }
  return null;
}
