import { resolve } from "node:path";
import { wayInto } from "../files/folder-tree.js";
import { findTop } from "../files/repository-top.js";
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
  const top = (await findTop(folder, host.files)) ?? folder;
  // What lies outside keeps its name: no path from here leads to it.
  return (file) => wayInto(top, resolve(folder, file)) ?? file;
}
