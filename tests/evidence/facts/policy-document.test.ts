import { describe, expect, it } from "vitest";
import { isPolicyDocument } from "../../../src/evidence/facts/policy-document.js";
import { documentOf, linkTo } from "./fixture.js";

const isPolicy = (text: string) => isPolicyDocument(documentOf(text));
const duties = `We keep all children safe. Every helper must tell the lead of any worry at once.
The lead will write it down. Nobody may be alone with a child. Helpers should know this policy.
All helpers are checked before they start, and the trustees are responsible for this.`;

describe("a document sets out a policy", () => {
  it.each([
    ["by its title and its duties", `# Safeguarding Policy\n${duties}`],
    ["by a short statement", "# Child protection policy\nWe keep children safe. Every helper must tell the lead."],
    ["as a code", `# Code of Conduct\n${duties}`],
    ["as a procedure", `# Missing child procedure\n${duties}`],
    ["under the name of its matter", `# Safeguarding\n${duties}`],
    ["with headings of a policy", `# Outings\n\n## Policy\n\n${duties}\n\n## Procedures\n\nWe count the children.`],
    ["by what it says of itself", `# Visitors\nThe aim of this policy is to keep visits safe.\n${duties}`],
    ["of forms", `# Consent policy\n${duties}`],
    ["about recruitment", `# Safer recruitment\n${duties}`],
    ["in a handbook", `# Staff handbook\n${duties}`],
    ["without a heading", `This policy says how we keep children safe.\n${duties}`],
  ])("%s", (_how, text) => {
    expect(isPolicy(text)).toBe(true);
  });
});

describe("a document sets out no policy that is", () => {
  it.each([
    ["an index", "# Policies\n\n- Safeguarding\n- Complaints\n- Outings"],
    [
      "an index that says how policies are kept",
      "# Our policies\nAll policies will be reviewed every two years.\n\n- One\n- Two",
    ],
    [
      "a form",
      "# Medicine consent form\nI give consent that staff will give the medicine.\n\nName: ____\n\nSigned: ____\n\nDate: ____",
    ],
    [
      "a form by its blanks",
      "# Medicines\nThis policy must be read.\n\nName: ____\n\nClass: ____\n\nDose: ____\n\nSigned: ____\n\nYou must sign. You will date it. You should print.",
    ],
    ["minutes", `# Minutes of the trustees\n${duties}`],
    ["minutes by their content", `# Safeguarding\nApologies were received. Matters arising: none.\n${duties}`],
    ["a news item", `# News: our new safeguarding lead\n${duties}`],
    ["a job advert", `# Job vacancy: play worker\n${duties}`],
    ["articles of association", `# Articles of Association\n${duties}`],
    ["about the repository", `# README\n${duties}`],
    ["about nothing of the kind", "# Our summer camp\nWe went to the river. It will be fun again. You must come."],
    ["but a title", "# Safeguarding Policy"],
    ["empty", ""],
    [
      "a history of the charity",
      "# About the charity\nWe were founded by friends. Our address is in Riverside. Come by.",
    ],
  ])("%s", (_what, text) => {
    expect(isPolicy(text)).toBe(false);
  });

  it("a list of links", () => {
    const links = Array.from({ length: 8 }, (_, index) => linkTo(`policy-${index}.md`));
    const text = "# Safeguarding\nAll helpers should read these.\n\n- Policy one\n- Policy two\n- Policy three";
    expect(isPolicyDocument(documentOf(text, { links }))).toBe(false);
  });
});
