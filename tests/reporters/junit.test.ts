import { parseXml, XmlElement } from "@rgrove/parse-xml";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { Alerts } from "../../src/model/alert.js";
import { renderJunit } from "../../src/reporters/junit.js";
import {
  alert,
  alertsUnderAttack,
  allInOrder,
  check,
  options,
  riversideAlerts,
  sayingEverywhere,
  scoreTooLow,
} from "./fixtures/alerts.js";
import { anyText, rawControl } from "./fixtures/any-text.js";
import { junitSchema } from "./schemas/published.js";

const cases = { riversideAlerts, allInOrder, scoreTooLow, alertsUnderAttack } as const;

function elements(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.flatMap((child) => (child instanceof XmlElement && child.name === name ? [child] : []));
}

function suitesOf(alerts: Alerts): readonly XmlElement[] {
  const { root } = parseXml(renderJunit(alerts, options));
  return root === null ? [] : elements(root, "testsuite");
}

function suite(alerts: Alerts, name: string): XmlElement {
  const found = suitesOf(alerts).find((each) => each.attributes["name"] === name);
  if (found === undefined) throw new Error(`no suite ${name}`);
  return found;
}

/** The name of each test case, and what stands in it. */
function outcomes(parent: XmlElement): readonly (readonly [string | undefined, string, string])[] {
  return elements(parent, "testcase").map((each) => {
    const inner = each.children.find((child) => child instanceof XmlElement);
    return [each.attributes["name"], inner?.name ?? "passed", inner?.text ?? ""];
  });
}

describe("JUnit XML", () => {
  it.each(Object.entries(cases))("holds to the schema of Jenkins: %s", async (_, alerts) => {
    const xml = { fileName: "junit.xml", contents: renderJunit(alerts, options) };
    const { valid, errors } = await validateXML({ xml, schema: junitSchema() });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  it("is judged by a schema that sees what is wrong", async () => {
    const contents = renderJunit(riversideAlerts, options).replace("<testcase ", "<testcase colour='red' ");
    expect((await validateXML({ xml: { fileName: "junit.xml", contents }, schema: junitSchema() })).valid).toBe(false);
  });

  it("has a suite a standard, one for the documents and one for the verdict, with right counts", () => {
    expect(
      suitesOf(riversideAlerts).map(({ attributes: { id, name, tests, failures, errors, skipped, time } }) => {
        return [id, name, tests, failures, errors, skipped, time];
      }),
    ).toEqual([
      ["0", "wt-audit check", "1", "1", "0", "0", "0"],
      ["1", "Leadership and accountability", "3", "1", "0", "1", "0"],
      ["2", "People", "2", "0", "0", "2", "0"],
      ["3", "Policy documents", "2", "1", "0", "0", "0"],
    ]);
  });

  it("fails what fails the check, skips what is waived, passes the rest", () => {
    expect(outcomes(suite(riversideAlerts, "Leadership and accountability"))).toEqual([
      [
        "Board-level lead for safeguarding",
        "failure",
        "Not met (error): The organisation says that this is not in place. Appoint a trustee as safeguarding lead. (safeguarding/audit.yaml:31)",
      ],
      ["Clear line of accountability", "passed", ""],
      [
        "Escalation of professional disagreement",
        "skipped",
        "Waived: Evidence blank (error): The escalation policy holds no content. Cite a document that has content. It is with the partnership. Approved by Chair, until 31 January 2027. (safeguarding/audit.yaml:52)",
      ],
    ]);
  });

  it("skips what is known, and what does not apply with the reason", () => {
    expect(outcomes(suite(riversideAlerts, "People"))).toEqual([
      ["Supervision and support", "skipped", "Known: Not met (error): No rating has been given."],
      ["Secure estate manager", "skipped", "Asked only when: Runs secure accommodation: yes."],
    ]);
  });

  it("tells with the suite what is milder than the gate", () => {
    const [out] = elements(suite(riversideAlerts, "Leadership and accountability"), "system-out");
    expect(out?.text).toBe(
      "Board-level lead for safeguarding: Action overdue (warning): Action A1 was due on 31 October 2026. (safeguarding/audit.yaml:36)",
    );
  });

  it("passes a document with no more than a note, and tells the note with the suite", () => {
    const documents = suite(riversideAlerts, "Policy documents");
    const [out] = elements(documents, "system-out");
    expect(outcomes(documents)[1]).toEqual(["policies/lone-working.docx", "passed", ""]);
    expect(out?.text).toBe(
      "policies/lone-working.docx: Approval not stated (note): Paragraph 12: Nobody is said to have approved it. (policies/lone-working.docx)",
    );
  });

  it("fails one test case once, with all that is wrong", () => {
    const two = [alert({}), alert({ rule: "gap/unheard-of", place: null, hint: null, message: "Second." })];
    const [lead] = elements(
      suite({ ...riversideAlerts, checks: [check("Lead", two)] }, "Leadership and accountability"),
      "testcase",
    );
    const failures = lead === undefined ? [] : elements(lead, "failure");
    expect(failures).toHaveLength(1);
    expect(failures[0]?.attributes).toEqual({
      type: "gap/not-met",
      message: "Not met: The organisation says that this is not in place.",
    });
    expect(failures[0]?.text.split("\n")[1]).toBe("gap/unheard-of (error): Second.");
  });

  it("fails on a warning where the gate is at warnings", () => {
    const strict: Alerts = {
      ...riversideAlerts,
      failOn: "warning",
      checks: [check("Lead", [alert({ severity: "warning" })])],
    };
    expect(suite(strict, "Leadership and accountability").attributes["failures"]).toBe("1");
  });

  it("fails the verdict when the check fails for nothing that an alert tells", () => {
    expect(outcomes(suite(scoreTooLow, "wt-audit check"))).toEqual([
      ["Verdict", "failure", "The assured score is below 80%."],
    ]);
  });

  it("has no failure when the check passes", () => {
    expect(suitesOf(allInOrder).map((each) => each.attributes["failures"])).toEqual(["0", "0"]);
  });

  it("names the day that was judged and no hour of its own", () => {
    expect(suitesOf(riversideAlerts).map((each) => each.attributes["timestamp"])).toEqual(
      Array.from({ length: 4 }, () => "2026-11-21T00:00:00"),
    );
  });

  it("stays one and the same document whatever a text says", () => {
    const shape = (alerts: Alerts) =>
      suitesOf(alerts).map((each) => each.children.map((child) => (child instanceof XmlElement ? child.name : "")));
    const harmless = shape(sayingEverywhere("harmless"));
    fc.assert(
      fc.property(anyText, (text) => {
        expect(shape(sayingEverywhere(text))).toEqual(harmless);
        expect(renderJunit(sayingEverywhere(text), options)).not.toMatch(rawControl);
        expect(renderJunit(sayingEverywhere(text), options)).not.toMatch(/::|##\[/u);
      }),
    );
  });

  it("gives a text back as it was", () => {
    const characters = "ab 0%&<>\"']!#;\n\t\u00E9\u6F22\u{1F600}".match(/./gsu) ?? [];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...characters) }), (text) => {
        const [people] = suitesOf(sayingEverywhere(text)).slice(1);
        const [lead] = people === undefined ? [] : elements(people, "testcase");
        const [failed] = lead === undefined ? [] : elements(lead, "failure");
        expect(lead?.attributes["name"]).toBe(`Case ${text}`);
        expect(failed?.attributes["message"]).toBe(`Not met: ${text}`);
      }),
    );
  });
});
