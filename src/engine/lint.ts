import type { OverlayFile } from "../model/overlay.js";
import type { Profile } from "../model/profile.js";
import type { EditionFile } from "../schema/edition.gen.js";
import type { LexiconFile } from "../schema/lexicon.gen.js";
import type { PracticeFile } from "../schema/practice.gen.js";
import type { ScalesFile } from "../schema/scales.gen.js";
import { type EditionOutline, outlineOf } from "./edition-outline.js";
import { craftOfEdition, craftOfOverlay, craftOfPractice, craftOfProfile } from "./lint-craft.js";
import { lintEdition } from "./lint-edition.js";
import { lintLexicon } from "./lint-lexicon.js";
import { lintPractice, practisedKeys } from "./lint-practice.js";
import type { LintProblem } from "./lint-problem.js";
import { lintProfile } from "./lint-profile.js";
import { lintScales } from "./lint-scales.js";

/** A file that a checklist is made of, found sound by its schema. */
type ChecklistFile = EditionFile | OverlayFile | PracticeFile | Profile | ScalesFile | LexiconFile;

/** What is shipped, as it was built. */
export interface Shipped {
  readonly editions: readonly EditionOutline[];
  readonly profile: Profile;
}

/** What there is of editions, overlays, practice files and profiles to hold a file to. */
interface LintContext {
  readonly profile: Profile;
  readonly practised: ReadonlySet<string>;
  readonly editions: readonly EditionOutline[];
  readonly shipped: readonly EditionOutline[];
  readonly given: readonly PracticeFile[];
  readonly overlays: readonly OverlayFile[];
}

/** The files given together with what is shipped: each stands in the place of the shipped one of its id or standard. `beside` is what overlays extend. */
export function lintContext(
  files: readonly ChecklistFile[],
  { editions, profile }: Shipped,
  beside: readonly OverlayFile[] = [],
): LintContext {
  const linted = files.flatMap((file) => (file.schema === "edition/1" ? [outlineOf(file)] : []));
  const shipped = editions.filter(({ id }) => !linted.some((edition) => edition.id === id));
  const given = files.filter((file) => file.schema === "practice/1");
  return {
    profile: files.find((file) => file.schema === "profile/1") ?? profile,
    practised: practisedKeys(given, editions),
    editions: [...linted, ...shipped],
    shipped,
    given,
    overlays: [...files.filter((file) => file.schema === "overlay/1"), ...beside],
  };
}

/** Everything wrong with a file of a checklist that its schema cannot tell. */
export function lint(file: ChecklistFile, context: LintContext): readonly LintProblem[] {
  switch (file.schema) {
    case "edition/1":
      return [...lintEdition(file, context), ...craftOfEdition(file, context)];
    case "overlay/1":
      // What an overlay may not do to what it extends is told where the two are put together.
      return craftOfOverlay(file, context);
    case "practice/1":
      return [...lintPractice(file, context), ...craftOfPractice(file)];
    case "profile/1":
      return [...lintProfile(file), ...craftOfProfile(file)];
    case "scales/1":
      return lintScales(file);
    case "lexicon/1":
      return lintLexicon(file, context.editions);
  }
}
