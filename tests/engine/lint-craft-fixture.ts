import type { LintProblem } from "../../src/engine/lint-problem.js";
import type { OverlayFile } from "../../src/model/overlay.js";
import type { OverlayRequirement } from "../../src/schema/overlay.gen.js";
import { note, stated } from "./editions-fixture.js";

/** A requirement of an overlay, with a practice note of its own. */
export function local(id: string, over: Partial<OverlayRequirement> = {}): OverlayRequirement {
  const { from: _from, ...plain } = stated(id);
  const reference = { chapter: null, paragraph: null, verified: false, source: "anytown-form" };
  return { ...plain, force: "local", reference, practice: note, ...over };
}

/** Anytown's overlay over the edition of 2018. */
export function overlay(requirements: readonly OverlayRequirement[], over: Partial<OverlayFile> = {}): OverlayFile {
  return {
    schema: "overlay/1",
    id: "anytown-2026",
    title: "Anytown's form",
    extends: "working-together-2018",
    sources: [{ id: "anytown-form", title: "The form", kind: "local-document" }],
    standards: [{ id: "leadership", requirements }],
    ...over,
  };
}

/** Code and place of each. */
export function codesAndPlaces(found: readonly LintProblem[]) {
  return found.map(({ code, path }) => [code, path.join(".")]);
}
