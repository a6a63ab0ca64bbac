/** The text of an overlay that adds nothing, over 2023. */
export function overlayText(id = "anytown", more = "", base = "working-together-2023"): string {
  return `schema: overlay/1
id: ${id}
title: ${id} return
extends: ${base}
sources: [{ id: ${id}-standards, title: Standards, kind: local-document }]
${more}`;
}

/** A standard of one requirement that a partnership asks. */
export function asking(id: string, overlay = "anytown"): string {
  return `standards:
  - id: culture
    requirements:
${requirementText(id, overlay)}`;
}

/** One requirement, as an item of a list. */
export function requirementText(id: string, overlay = "anytown"): string {
  return `      - id: ${id}
        title: Neglect toolkit
        question: Do family workers use the toolkit?
        expectation: Whoever works with families uses it.
        force: local
        reference: { chapter: 3, paragraph: "3.4", verified: false, source: ${overlay}-standards }
        practice:
          why: Neglect builds up slowly.
          look-for: [Everyone can say where it is., Two of the last year can be shown.]
          ratings: { met: It is used., partly-met: It is known., not-met: Nobody has it. }
          evidence: [{ kind: record, what: A list of those that were filled in. }]
          remedy: { action: Book the course, within: P3M }
          review: P12M
`;
}
