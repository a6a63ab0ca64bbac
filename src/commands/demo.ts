import { fileURLToPath } from "node:url";
import { ExitCode } from "../errors.js";
import type { Host } from "../host.js";
import { formats, renderReport } from "../reporters/reporters.js";
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
  const judge = {
    today: options.today ?? demoDay,
    maxAge: "P12M",
    gate: { failOn: "error", minAssured: null },
  } as const;
  const found = await readReport("audit.yaml", judge, { ...host, cwd: example });
  await writeWanted(wanted, (format, render) => renderReport(format, found, render), options, host);
  return ExitCode.passed;
}
