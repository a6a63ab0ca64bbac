/**
 * Names the alerts of one run, so that each is known again in the next: by its rule and what it is about, never by its
 * line. The second of a kind at one place is `gap/not-met#2:escalation-policy`.
 */
export function fingerprints(): (rule: string, about: string) => string {
  const counts = new Map<string, number>();
  return (rule, about) => {
    const first = `${rule}:${about}`;
    const count = (counts.get(first) ?? 0) + 1;
    counts.set(first, count);
    // The number stands before the colon: behind it, a file called "policy.md#2" could be taken for a second alert.
    return count === 1 ? first : `${rule}#${count}:${about}`;
  };
}
