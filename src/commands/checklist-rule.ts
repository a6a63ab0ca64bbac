import { type LintCode, lintCodes } from "../engine/lint-codes.js";
import { ExitCode, UserError } from "../errors.js";
import { readLintPage } from "../files/lint-pages.js";
import { didYouMean } from "../files/suggest.js";
import type { Host } from "../host.js";

/** Prints the page of a rule of the linter. Throws UserError when there is no such rule. */
export async function explainRule(named: string, host: Host): Promise<ExitCode> {
  const code = lintCodes.find((known) => known === named);
  if (code === undefined)
    throw new UserError(
      `the linter has no rule ${JSON.stringify(named)}`,
      [],
      didYouMean(named, lintCodes, `Rules: ${lintCodes.join(", ")}.`),
    );
  await host.stdout.write(readLintPage(code));
  return ExitCode.passed;
}

/** Where more is told of a rule. */
export function moreOfRule(code: LintCode): string {
  return `More: wt-audit checklist lint --explain ${code}.`;
}
