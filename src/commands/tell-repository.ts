import { join } from "node:path";
import { describeWaiver } from "../engine/waivers.js";
import { configName } from "../files/find-config.js";
import { diagnose } from "../files/diagnostics.js";
import { wayFrom } from "../files/folder-tree.js";
import type { Host } from "../host.js";
import type { ReportWaiver } from "../model/report.js";
import { escapeTerminal } from "../reporters/escape.js";
import { diagnosticLines } from "../reporters/problem.js";
import type { CheckOptions } from "./conclude.js";
import type { Repository } from "./repository.js";

type Telling = Pick<CheckOptions, "quiet" | "config">;

/** Says which config is used when it was found in a folder above: all paths count from there. */
export async function tellWhere({ loaded }: Repository, options: Telling, host: Host): Promise<void> {
  if (loaded === null || options.config !== undefined || loaded.folder === host.cwd) return;
  await tell(
    [`Using ${wayFrom(host.cwd, join(loaded.folder, configName))}; paths count from its folder.`],
    options,
    host,
  );
}

/** Names the files among the policies that are not read. */
export async function tellUnread({ documents }: Repository, options: Telling, host: Host): Promise<void> {
  await tell(
    (documents?.left ?? []).map(({ file, reason }) => `Not read: ${file}. ${reason}`),
    options,
    host,
  );
}

/** Names the waivers that are for nothing. */
export async function tellUnused(waivers: readonly ReportWaiver[], options: Telling, host: Host): Promise<void> {
  const lines = waivers
    .filter(({ state }) => state === "unused")
    .flatMap((waiver) => {
      const message = `The waiver of ${describeWaiver(waiver)} is not used: there is no such gap or finding.`;
      const problem = diagnose(
        "unused-waiver",
        waiver.location?.file ?? configName,
        waiver.location,
        message,
        "Take it out.",
      );
      return diagnosticLines({ ...problem, severity: "warning" });
    });
  if (options.quiet !== true && lines.length > 0) await host.stderr.write(`${lines.join("\n")}\n`);
}

async function tell(sentences: readonly string[], { quiet }: Telling, host: Host): Promise<void> {
  if (quiet !== true && sentences.length > 0) await host.stderr.write(`${sentences.map(escapeTerminal).join("\n")}\n`);
}
