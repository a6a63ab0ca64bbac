import { UserError } from "../errors.js";
import { parseAudit } from "../files/audit-file.js";
import { isThere } from "../files/place.js";
import { fileLimit, readText } from "../files/read-text.js";
import type { Host } from "../host.js";
import type { Audit } from "../model/audit.js";
import { describePeriod } from "../model/period.js";
import type { Opened } from "./read-report.js";

/** A file, absolute and as it was given. */
export interface Place {
  readonly path: string;
  readonly shown: string;
}

/** The audit whose next period is begun. */
export interface Before extends Place {
  readonly opened: Opened;
  /** Digest of the bytes of its file. */
  readonly sha256: string;
}

/**
 * The audit that stands at the place, when it was started from this very state of the one before; null when nothing is
 * there. Throws UserError when anything else is: it is never written over.
 */
export async function findStarted(place: Place, before: Before, host: Host): Promise<Audit | null> {
  if (!(await isThere(place.path, host.files))) return null;
  const audit = await readThere(place, before, host);
  if (audit.previous?.sha256 === before.sha256) return audit;
  const goOn = `To go on with it: wt-audit audit ${place.shown}. To start anew, name another file with -o.`;
  if (isOfEarlierState(audit, before.opened.audit))
    throw new UserError(
      `${place.shown} was started from an earlier state of ${before.shown}, which has changed since, and is not written over`,
      [],
      goOn,
    );
  throw new UserError(
    `${place.shown} is there already, was not started from ${before.shown}, and is not written over`,
    [],
    goOn,
  );
}

async function readThere({ path, shown }: Place, before: Before, host: Host): Promise<Audit> {
  try {
    return (await parseAudit(await readText(path, shown, host.files, fileLimit), shown)).audit;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `${shown} is there already and cannot be read as an audit, so nobody can tell whether it was started from ${before.shown}; it is not written over`,
      error.diagnostics,
      "Mend it, or name another file with -o.",
    );
  }
}

function isOfEarlierState({ previous, organisation }: Audit, before: Audit): boolean {
  return (
    organisation.name === before.organisation.name &&
    previous?.period.from === before.period.from &&
    previous.period.to === before.period.to
  );
}

export interface Asked {
  readonly checklist?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Throws UserError when the audit was started otherwise than is asked for now. */
export function checkAsked({ checklist, period }: Audit, shown: string, asked: Asked): void {
  const isSame =
    (asked.checklist ?? checklist) === checklist &&
    (asked.from ?? period.from) === period.from &&
    (asked.to ?? period.to) === period.to;
  if (isSame) return;
  throw new UserError(
    `${shown} was started already, against ${checklist} and for ${describePeriod(period)}`,
    [],
    "Leave --checklist, --from and --to out, or name another file with -o.",
  );
}
