import type { InlineConfig } from "vitest/node";

/** The reporters of a run; where WT_AUDIT_RESULTS names a folder, its counts go there as well, for .ci/run. */
export function reportersFor(name: string): NonNullable<InlineConfig["reporters"]> {
  const folder = process.env["WT_AUDIT_RESULTS"];
  return folder === undefined ? ["default"] : ["default", ["json", { outputFile: `${folder}/${name}.json` }]];
}
