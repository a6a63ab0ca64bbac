import type { OverlayFile } from "../model/overlay.js";
import type { EditionFile, Requirement } from "../schema/edition.gen.js";
import type { OverlayRequirement } from "../schema/overlay.gen.js";
import { normalise } from "./compose-requirement.js";
import type { Path } from "./lint-problem.js";

/** A requirement as an edition or an overlay states it, and where. */
export interface Asked {
  readonly requirement: Requirement | OverlayRequirement;
  readonly path: Path;
}

/** All that a file asks, in its order. */
export function askedIn(file: EditionFile | OverlayFile): readonly Asked[] {
  return (file.standards ?? []).flatMap(({ requirements }, s) =>
    requirements.map((requirement: Requirement | OverlayRequirement, r) => ({
      requirement,
      path: ["standards", s, "requirements", r],
    })),
  );
}

/** The words of a requirement by which it is judged. */
export interface Wording {
  readonly question: string;
  readonly expectation: string;
  readonly points?: readonly string[];
}

/** All of them in one text in which white space does not count, as it does not for the digest. */
export function wordingOf({ question, expectation, points = [] }: Wording): string {
  return normalise([question, expectation, ...points].join("\n"));
}
