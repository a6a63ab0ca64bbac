import type { Checklist } from "../../src/model/checklist.js";
import type { OverlayFile } from "../../src/model/overlay.js";
import type { OverlayRequirement, OverlayStandard } from "../../src/schema/overlay.gen.js";
import { note } from "./editions-fixture.js";
import { checklist, requirement, standard } from "./fixtures.js";

/** An edition of two standards: board-lead and escalation-policy, a should and a must, and whistleblowing. */
export const national: Checklist = checklist([
  standard("leadership", requirement("board-lead"), requirement("escalation-policy", { force: "must" })),
  standard("culture", requirement("whistleblowing")),
]);

/** The form of Anytown, which adds nothing. */
export function overlay(over: Partial<OverlayFile> = {}): OverlayFile {
  return {
    schema: "overlay/1",
    id: "anytown",
    title: "Anytown return",
    extends: national.id,
    sources: [{ id: "anytown-standards", title: "Anytown standards", kind: "local-document" }],
    ...over,
  };
}

/** The form of the trust, which extends that of Anytown. */
export function trust(over: Partial<OverlayFile> = {}): OverlayFile {
  return overlay({ id: "bright-harbour", title: "Bright Harbour form", extends: "anytown", ...over });
}

/** A requirement that a partnership asks. */
export function local(id = "neglect-toolkit", over: Partial<OverlayRequirement> = {}): OverlayRequirement {
  return {
    id,
    title: id.replaceAll("-", " "),
    question: "Do family workers use the toolkit?",
    expectation: "Whoever works with families uses it.",
    force: "local",
    reference: { chapter: 3, paragraph: "3.4", verified: false, source: "anytown-standards" },
    practice: note,
    ...over,
  };
}

/** Requirements that are added to a standard; culture is there already. */
export function adding(...requirements: readonly OverlayRequirement[]): {
  readonly standards: readonly OverlayStandard[];
} {
  return { standards: [{ id: "culture", requirements }] };
}

/** A form of one section. */
export function formOf(
  ...requirements: NonNullable<NonNullable<OverlayFile["form"]>["sections"]>[number]["requirements"][number][]
) {
  return { form: { sections: [{ id: "section-1", title: "1. First", requirements }] } };
}
