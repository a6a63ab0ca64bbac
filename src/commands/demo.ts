import { fileURLToPath } from "node:url";
import { ExitCode } from "../errors.js";
import type { Host } from "../host.js";
import { formats, renderReport } from "../reporters/reporters.js";
import { judgeOptions } from "./judge.js";
import { type OutputOptions, wantedFormats, writeWanted } from "./output.js";
import { readReport } from "./read-report.js";

/** The day by which the example's dates were written, so that its report never changes. */
export const demoDay = "2026-11-21";

const example = fileURLToPath(new URL("../../checklists/examples/riverside-youth/", import.meta.url));

export interface DemoOptions extends OutputOptions {
  readonly today?: string;
}

/** The gap report of the made-up charity that ships with the tool. */
export async function demo(options: DemoOptions, host: Host): Promise<ExitCode> {
  const wanted = wantedFormats(options.format, formats);
  const today = options.today ?? (host.env["SOURCE_DATE_EPOCH"] === undefined ? demoDay : host.today());
  const { report, inputs } = await readReport("audit.yaml", judgeOptions({ today }, host), { ...host, cwd: example });
  await writeWanted(wanted, (format, render) => renderReport(format, report, render), { ...options, inputs }, host);
  if (options.quiet !== true && host.stderr.isTerminal) await host.stderr.write(madeUp);
  return ExitCode.passed;
}

const madeUp = "This charity is made up. To audit your own organisation, in the folder of its policies: wt-audit\n";
