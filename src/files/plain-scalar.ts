/** The values of the core schema of YAML 1.2; a date stays text. */
const words = new Map<string, boolean | null>([
  ["", null],
  ["~", null],
  ["null", null],
  ["Null", null],
  ["NULL", null],
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["False", false],
  ["FALSE", false],
]);

const numberPattern = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)$/;
const infinityPattern = /^[-+]?\.(?:inf|Inf|INF)$/;
const notANumberPattern = /^\.(?:nan|NaN|NAN)$/;

/** What an unquoted scalar stands for. Numbers too large to hold are Infinity, which no schema of ours accepts. */
export function readPlainScalar(text: string): string | number | boolean | null {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (numberPattern.test(text)) return Number(text);
  if (infinityPattern.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return notANumberPattern.test(text) ? Number.NaN : text;
}
