/** How the pages, comments and texts begin that this tool writes; enough of their bytes to tell. */
const beginnings: readonly RegExp[] = [
  /<meta name="generator" content="wt-audit[" ]/u,
  /^<!-- wt-audit -->/u,
  /^(?:# )?(?:Safeguarding gap report|What the policies state)\r?\n/u,
  /^(?:# )?What changed: /u,
  /^# [^\r\n]+\r?\n\r?\n\*\*Id:\*\* /u,
];
const enough = 2048;

/** Whether this tool wrote the document: a report repeats what is asked, and would be taken to state it all. */
export function isOwnReport(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, enough));
  return beginnings.some((beginning) => beginning.test(start));
}
