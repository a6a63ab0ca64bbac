/** Colours a text that is already escaped. Styles are never nested, so that a wrapped line keeps its own. */
export type Style = (text: string) => string;

/** What a style says; it never says it alone, the words do too. */
export interface Paint {
  readonly strong: Style;
  readonly faint: Style;
  readonly good: Style;
  readonly caution: Style;
  readonly bad: Style;
  readonly place: Style;
  /** Struck through, for words that are no longer there. */
  readonly gone: Style;
}

const ESC = "\u001B";

const coloured: Paint = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  good: sgr(32, 39),
  caution: sgr(33, 39),
  bad: sgr(31, 39),
  place: sgr(36, 39),
  gone: (text) => sgr(9, 29)(sgr(31, 39)(text)),
};

const uncoloured: Paint = { strong: asIs, faint: asIs, good: asIs, caution: asIs, bad: asIs, place: asIs, gone: asIs };

export function paintFor(colour: boolean): Paint {
  return colour ? coloured : uncoloured;
}

function sgr(open: number, close: number): Style {
  return (text) => (text === "" ? "" : `${ESC}[${open}m${text}${ESC}[${close}m`);
}

function asIs(text: string): string {
  return text;
}
