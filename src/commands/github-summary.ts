import { resolve } from "node:path";
import { UserError } from "../errors.js";
import type { Host } from "../host.js";
import type { Alerts } from "../model/alert.js";
import { renderSummary } from "../reporters/alert-reporters.js";

/** GitHub shows at most so many bytes of one step. */
const mostShown = 1024 * 1024;

/** Adds the page of a run to the file that GITHUB_STEP_SUMMARY names; nothing where GitHub names none. */
export async function tellOnGithub(alerts: Alerts, host: Host): Promise<void> {
  const file = host.env["GITHUB_STEP_SUMMARY"] ?? "";
  if (file === "") return;
  const path = resolve(host.cwd, file);
  try {
    const before = await readBefore(path, host);
    if (before === null) {
      await host.stderr.write("The summary was not added: what earlier steps wrote is as much as GitHub shows.\n");
      return;
    }
    await host.files.writeAtomic(path, `${before}${await renderSummary(alerts)}`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new UserError(`the summary could not be written to ${file} (${String(error.code)})`);
  }
}

/** What earlier steps left there; null when it is more than is shown, and would be cut. */
async function readBefore(path: string, host: Host): Promise<string | null> {
  try {
    const bytes = await host.files.read(path, mostShown + 1);
    return bytes.length > mostShown ? null : new TextDecoder().decode(bytes);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
