import * as fc from "fast-check";
import MarkdownIt from "markdown-it";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import type { Alerts } from "../../src/model/alert.js";
import { alertFormats, isAlertFormat, renderAlerts, renderSummary } from "../../src/reporters/alert-reporters.js";
import { escapeComment } from "../../src/reporters/escape.js";
import { githubSummary, renderComment } from "../../src/reporters/comment.js";
import {
  alert,
  alertsUnderAttack,
  allInOrder,
  check,
  many,
  options,
  riversideAlerts,
  sayingEverywhere,
  scoreTooLow,
} from "./fixtures/alerts.js";
import { anyText, rawControl } from "./fixtures/any-text.js";
import { hostile } from "./fixtures/hostile.js";

const comment = (alerts: Alerts): string => renderComment(alerts, options);

type Node = DefaultTreeAdapterMap["node"];

function nodesIn(node: Node): readonly Node[] {
  return "childNodes" in node ? node.childNodes.flatMap((child) => [child, ...nodesIn(child)]) : [];
}

/** The page as a host that allows HTML shows it. */
function shown(markdown: string): readonly Node[] {
  return nodesIn(parseFragment(new MarkdownIt({ html: true, linkify: true }).render(markdown)));
}

function tagsIn(markdown: string): readonly string[] {
  return shown(markdown).flatMap((node) => ("tagName" in node ? [node.tagName] : []));
}

function textIn(markdown: string): string {
  return shown(markdown)
    .map((node) => ("value" in node ? node.value : ""))
    .join("");
}

describe("a comment for a pull request", () => {
  it("reads as approved", () => {
    expect(comment(riversideAlerts)).toBe(`<!-- wt-audit -->

## wt-audit check: FAILED

- 2 gaps and findings at or above error.

### New: 2 errors

- **Not met**: Board-level lead for safeguarding (safeguarding/audit.yaml:31). The organisation says that this is not in place. Appoint a trustee as safeguarding lead.
- **Review overdue**: policies/safer recruitment.md:4. Its review was due on 1 March 2026. Review the document.

<details><summary>New: 1 warning</summary>

- **Action overdue**: Board-level lead for safeguarding (safeguarding/audit.yaml:36). Action A1 was due on 31 October 2026.

</details>

<details><summary>New: 1 note</summary>

- **Approval not stated**: policies/lone-working.docx. Paragraph 12: Nobody is said to have approved it.

</details>

<details><summary>Waived: 1 error</summary>

- **Evidence blank**: Escalation of professional disagreement (safeguarding/audit.yaml:52). The escalation policy holds no content. It is with the partnership. Approved by Chair, until 31 January 2027.

</details>

- Known, and in the baseline: 1 error.

<details><summary>In figures</summary>

- Requirements: 4 apply, 1 does not.
- Declared 40%, assured 20%.

</details>
`);
  });

  it("opens with the mark by which it is found again", () => {
    expect(
      comment(allInOrder).startsWith("<!-- wt-audit -->\n\n## wt-audit check: PASSED\n\n- Nothing new was found.\n"),
    ).toBe(true);
  });

  it("says why a check fails that fails for no alert's sake", () => {
    expect(comment(scoreTooLow)).toContain("FAILED\n\n- The assured score is below 80%.\n- Nothing new was found.");
  });

  it("names no place for what has none", () => {
    const alerts = { ...riversideAlerts, checks: [check("Lead", [alert({ place: null, hint: null })])] };
    expect(comment(alerts)).toContain(
      "- **Not met**: Board-level lead for safeguarding. The organisation says that this is not in place.\n",
    );
  });

  it("stays below 60,000 characters, and says how many more there are", () => {
    const long = comment(many(2_000));
    expect(long.length).toBeLessThan(60_000);
    expect(long).toMatch(
      /### New: 2000 errors\n\n- [\s\S]*\n- and 1\d{3} more\n\n<details><summary>New: 2000 warnings/u,
    );
    expect(long.match(/^- and \d+ more$/gmu)).toHaveLength(3);
  });

  it("stays below 60,000 characters when every text is as long as a book", () => {
    const book = "@\u202E\u{1F600}".repeat(100_000);
    const alerts = { ...many(50, book), reasons: Array.from({ length: 300 }, () => book), summary: [book, book] };
    expect(comment(alerts).length).toBeLessThan(60_000);
    expect(new TextEncoder().encode(githubSummary(alerts)).length).toBeLessThan(1024 * 1024);
  });

  it("cuts a long text short between two characters", () => {
    const alerts = { ...scoreTooLow, reasons: [`${"a".repeat(399)}\u{1F600}b`, "c".repeat(400)] };
    expect(comment(alerts)).toContain(`- ${"a".repeat(399)}\u2026\n- ${"c".repeat(400)}\n`);
  });

  it("makes no tag, link or picture of a hostile text", () => {
    expect(new Set(tagsIn(comment(alertsUnderAttack)))).toEqual(
      new Set(["h2", "h3", "ul", "li", "strong", "details", "summary"]),
    );
    expect(textIn(comment(alertsUnderAttack))).toContain(
      "<script>alert('x')</script> **bold** @\u200Bboard #\u200B12 |",
    );
    expect(comment(alertsUnderAttack)).not.toContain(hostile);
  });

  it("has the same tags, no address and no mention, whatever a text says", () => {
    const harmless = tagsIn(comment(sayingEverywhere("harmless")));
    fc.assert(
      fc.property(anyText, (text) => {
        const markdown = comment(sayingEverywhere(text));
        expect(tagsIn(markdown)).toEqual(harmless);
        expect(shown(markdown).some((node) => "attrs" in node && node.attrs.length > 0)).toBe(false);
        expect(shown(markdown).filter((node) => node.nodeName === "#comment")).toHaveLength(1);
        expect(textIn(markdown)).not.toMatch(/@(?!\u200B)|[#!$%&~^](?=\d)|[~%!](?=\w)/u);
        expect(markdown).not.toMatch(rawControl);
      }),
    );
  });
});

describe("a text in a comment", () => {
  it.each([
    ["!12", "!&#8203;12"],
    ["$12", "\\$&#8203;12"],
    ["%12", "%&#8203;12"],
    ["~bug", "\\~&#8203;bug"],
    ["&12", "&amp;&#8203;12"],
    ["@board", "@&#8203;board"],
    ["80% of it! Now.", "80% of it! Now."],
  ])("links nothing on GitLab: %j is %j", (raw, escaped) => {
    expect(escapeComment(raw)).toBe(escaped);
  });
});

describe("the summary of a run on GitHub", () => {
  it("is the comment without its mark", () => {
    expect(`<!-- wt-audit -->\n\n${githubSummary(riversideAlerts)}`).toBe(comment(riversideAlerts));
  });

  it("tells more than a comment can, and stays below 1 MiB", () => {
    const summary = githubSummary(many(5_000));
    expect(summary.length).toBeGreaterThan(200_000);
    expect(summary.length).toBeLessThan(350_000);
  });

  it("is had without its reporter's name", async () => {
    expect(await renderSummary(riversideAlerts)).toBe(githubSummary(riversideAlerts));
  });
});

describe("every format of alerts", () => {
  it("is told from the formats of a report", () => {
    expect(["junit", "sarif", "github", "gitlab", "markdown", "html", "JUnit", ""].map(isAlertFormat)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it.each(alertFormats)("gives the same for the same alerts, and ends its last line: %s", async (format) => {
    const text = await renderAlerts(format, riversideAlerts, options);
    expect(text).toBe(await renderAlerts(format, structuredClone(riversideAlerts), options));
    expect(text.endsWith("\n")).toBe(true);
  });

  it.each(alertFormats)("shows no raw control of a hostile text: %s", async (format) => {
    expect(await renderAlerts(format, alertsUnderAttack, options)).not.toMatch(rawControl);
  });
});
