import type { Audit } from "../model/audit.js";
import type { Day } from "../model/day.js";

/**
 * The day as it stood on which an older audit is shown: the last of its period or, where an answer, a moderation or a
 * review in it is of a later day, that day; never after today. Judged today, all it cites would be out of date; judged
 * before it was finished, its own days would not have come.
 */
export function dayToShow(audit: Audit, today: Day): Day {
  const answers = Object.values(audit.responses).flatMap(({ assessed, moderated, evidence = [] }) => [
    assessed?.on,
    moderated?.on,
    ...evidence.map(({ reviewed }) => reviewed),
  ]);
  const last = answers.reduce<Day>(
    (latest, day) => (day !== undefined && day > latest ? day : latest),
    audit.period.to,
  );
  return last > today ? today : last;
}
