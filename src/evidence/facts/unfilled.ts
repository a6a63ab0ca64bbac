/** Whether a value is a blank that nobody filled in: nothing, a line to write on, a field of a template, "TBC". */
export function isUnfilled(value: string): boolean {
  const bare = value.trim();
  if (!/[\p{L}\p{N}]/u.test(bare)) return true;
  if (/_{3,}|\.{4,}|…{2,}|-{4,}/u.test(bare) && (bare.match(/\p{L}{2,}/gu)?.length ?? 0) <= 3) return true;
  if (/^[[<{(].*[\]>})]$/su.test(bare) && !/^\(.*\d.*\)$/su.test(bare)) return true;
  return /^\W*(?:t\.?b\.?[acd]\b|to be (?:confirmed|completed|agreed|decided|advised|inserted|announced)|n\/?a\b|none\b|x{3,}|pending|insert\b|enter\b|dd ?[/.-] ?mm|date here|name here|your |\?+)/iu.test(
    bare,
  );
}
