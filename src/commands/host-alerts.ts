import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { isThere } from "../files/place.js";
import type { Host } from "../host.js";
import type { Alerts } from "../model/alert.js";

/** Alerts as the host of a repository shows them: places count from its top folder, whatever folder was checked. */
export async function alertsFor(alerts: Alerts, folder: string, host: Host): Promise<Alerts> {
  const path = await pathsFrom(folder, host);
  return {
    ...alerts,
    checks: alerts.checks.map((check) => ({
      ...check,
      alerts: check.alerts.map((alert) =>
        alert.place === null ? alert : { ...alert, place: { ...alert.place, file: path(alert.place.file) } },
      ),
    })),
  };
}

/** How a path that counts from the folder is written from the top of its repository, or from the folder without one. */
export async function pathsFrom(folder: string, host: Host): Promise<(file: string) => string> {
  const top = (await findTop(folder, host)) ?? folder;
  return (file) => {
    const way = relative(top, resolve(folder, file));
    // What lies outside keeps its name: no path from here leads to it.
    return isAbsolute(way) || way.startsWith(`..${sep}`) ? file : way.split(sep).join("/");
  };
}

async function findTop(folder: string, host: Host): Promise<string | null> {
  for (let at = folder; ; at = dirname(at)) {
    if (await isThere(join(at, ".git"), host.files)) return at;
    if (dirname(at) === at) return null;
  }
}
