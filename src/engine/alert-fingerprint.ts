/** Names an alert by its rule, its requirement or document, and what of that it is about; null: all of it. */
export type Fingerprint = (rule: string, subject: string, about?: string | null) => string;

/**
 * Names the alerts of one run, so that each is known again in the next: by its rule and what it is about, never by its
 * line, such as `finding/superseded-term:policies/trips.md:LSCB`. The second of a kind at one place is
 * `gap/not-met#2:escalation-policy`.
 */
export function fingerprints(): Fingerprint {
  const counts = new Map<string, number>();
  return (rule, subject, about = null) => {
    const whole = about === null ? subject : `${subject}:${escaped(about)}`;
    const first = `${rule}:${whole}`;
    const count = (counts.get(first) ?? 0) + 1;
    counts.set(first, count);
    // The number stands before the colon: behind it, a file called "policy.md#2" could be taken for a second alert.
    return count === 1 ? first : `${rule}#${count}:${whole}`;
  };
}

/** Without a colon, so that what stands behind the last one is surely this. */
function escaped(about: string): string {
  return about.replaceAll("%", "%25").replaceAll(":", "%3A");
}
