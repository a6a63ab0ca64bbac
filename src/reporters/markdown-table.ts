const rules = { left: ":---", right: "---:" } as const;

/** A table of cells that are escaped already. */
export function table(
  head: readonly string[],
  sides: readonly (keyof typeof rules)[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [head, sides.map((side) => rules[side]), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
