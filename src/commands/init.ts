import { resolve } from "node:path";
import { ExitCode, UserError } from "../errors.js";
import type { CiHost } from "../files/ci-files.js";
import { wayFrom, wayInto } from "../files/folder-tree.js";
import { newAuditText } from "../files/new-audit.js";
import { makeFolder } from "../files/place.js";
import { saveNewFile } from "../files/save-file.js";
import type { Host } from "../host.js";
import type { Day } from "../model/day.js";
import { newAudit, type NewAuditOptions } from "./new-audit.js";

export interface InitOptions {
  readonly folder: string;
  readonly name?: string;
  readonly reference?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly checklist?: string;
  /** Paths of overlays to audit against as well. */
  readonly overlay?: readonly string[];
  /** Whose files are written too, so that the audit is checked there. */
  readonly ci?: CiHost;
  readonly today?: Day;
  readonly quiet?: boolean;
}

/** Starts an audit file, never over one that is there; and, with `ci`, what checks it. */
export async function init(options: InitOptions, host: Host): Promise<ExitCode> {
  const say = async (line: string) => {
    if (options.quiet !== true) await host.stderr.write(`${line}\n`);
  };
  const { folder, ci } = options;
  if (ci !== undefined) {
    const { initCi } = await import("./init-ci.js");
    await initCi(
      {
        folder,
        ci,
        say,
        hasName: (options.name?.trim() ?? "") !== "",
        startAudit: (shown) => startAudit(options, shown, host),
      },
      host,
    );
    return ExitCode.passed;
  }
  const shown = folder === "." ? "audit.yaml" : `${folder.replace(/[\\/]+$/u, "")}/audit.yaml`;
  await say(await startAudit(options, shown, host));
  await say(`Next: wt-audit audit${shown === "audit.yaml" ? "" : ` ${shown}`}`);
  return ExitCode.passed;
}

/** Writes a new audit into the folder, and says so. Throws UserError when there is one, or no name for it. */
async function startAudit(options: InitOptions, shown: string, host: Host): Promise<string> {
  const today = options.today ?? host.today();
  const name = options.name?.trim() ?? "";
  if (name === "")
    throw new UserError(
      "the audit needs the name of your organisation",
      [],
      'Give it: wt-audit init --name "Riverside Youth Project"',
    );
  const folder = resolve(host.cwd, options.folder);
  const over = await overlaysFor(options, folder, host);
  const audit = await newAudit({ ...options, ...over, name, today });
  await makeFolder(folder, options.folder, host.files);
  await saveNewFile(resolve(folder, "audit.yaml"), shown, newAuditText(audit), host.files);
  const overlays = audit.overlays ?? [];
  return `Wrote ${shown} for ${audit.checklist}${overlays.length === 0 ? "" : `, with ${overlays.join(", ")}`}.`;
}

/** The overlays as the audit names them, found sound, and the edition that they are for. */
async function overlaysFor(
  { overlay = [], checklist }: InitOptions,
  folder: string,
  host: Host,
): Promise<Pick<NewAuditOptions, "overlays" | "checklist">> {
  if (overlay.length === 0) return {};
  const overlays = [...new Set(overlay)].map((file) => {
    const way = wayInto(folder, resolve(host.cwd, file));
    if (way !== null && way !== "") return way;
    throw new UserError(
      `the overlay ${file} does not lie in the folder of the audit`,
      [],
      "Copy it beside the audit file, or below it: an audit reads nothing outside its folder.",
    );
  });
  const { openOverlays } = await import("./open-overlays.js");
  const shownIn = `${wayFrom(host.cwd, folder)}/`.replace(/^\/$/u, "");
  const { composed } = await openOverlays(overlays, checklist ?? null, { folder, shownIn }, host);
  return { overlays, checklist: composed.checklist.id };
}
