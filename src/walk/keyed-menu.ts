import { createPrompt, isDownKey, isEnterKey, isUpKey, useKeypress, usePagination, useState } from "@inquirer/core";
import { hideCursor, layOut, layOutAnswer, type Look, useClosing, usePaste } from "./look.js";
import { unpainted } from "./paragraphs.js";

export interface MenuItem {
  /** What picks it; empty when nothing but the arrow keys does. */
  readonly label: string;
  readonly title: string;
  readonly help: string;
}

export interface KeyedMenuConfig {
  readonly message: string;
  readonly items: readonly MenuItem[];
  readonly initial: number;
  readonly look: Look;
}

const hints = {
  whole: "Press a letter, or use the arrow keys and Enter.",
  paged: "More lines: use the arrow keys, then Enter.",
} as const;

/** A menu whose lines are picked by their key at once, or with the arrow keys and Enter. Resolves to the index. */
export const keyedMenu = createPrompt<number, KeyedMenuConfig>((config, done) => {
  const { items, look } = config;
  const [active, setActive] = useState(config.initial);
  const [picked, setPicked] = useState(-1);
  const isPasted = usePaste();
  useClosing(look);

  const pick = (index: number) => {
    setPicked(index);
    done(index);
  };
  useKeypress((key, readline) => {
    const typed = readline.line.toLowerCase();
    readline.clearLine(0);
    if (isPasted(key)) return;
    if (isEnterKey(key)) return pick(active);
    if (isUpKey(key)) return setActive(Math.max(0, active - 1));
    if (isDownKey(key)) return setActive(Math.min(items.length - 1, active + 1));
    const wanted = key.name === "escape" ? "b" : typed;
    const index = wanted === "" ? -1 : items.findIndex(({ label }) => label === wanted);
    if (index !== -1) pick(index);
  });

  const message = layOut(config.message, look.palette.strong, look);
  const help = layOut(items[active]?.help ?? "", look.palette.quiet, look);
  const rendered = items.map((item, index) => renderItem(item, index === active, look));
  const hint = layOut(hints.whole, look.palette.quiet, look);
  const heights = { message: message.length, list: rendered.flat().length, help: help.length, hint: hint.length };
  const { pageSize, showsHelp, isPaged } = fit(heights, look.rows());
  const page = usePagination({
    items: rendered,
    active,
    renderItem: ({ item }) => item.join("\n"),
    pageSize,
    loop: false,
  });
  if (picked !== -1) return layOutAnswer(config.message, items[picked]?.title ?? "", look);
  const advice = isPaged ? layOut(hints.paged, look.palette.quiet, look) : hint;
  const lines = [...message, page, "", ...(showsHelp ? help : []), ...advice];
  return `${lines.join("\n")}${hideCursor}`;
});

function renderItem(item: MenuItem, isActive: boolean, look: Look): readonly string[] {
  const lead = `${isActive ? ">" : " "} ${item.label.padEnd(2)} `;
  return layOut(item.title, isActive ? look.palette.chosen : unpainted, look, lead);
}

interface Heights {
  readonly message: number;
  readonly list: number;
  readonly help: number;
  readonly hint: number;
}

/** A prompt taller than the terminal cannot be redrawn: the help gives way first, then the list goes by pages. */
export function fit({ message, list, help, hint }: Heights, rows: number) {
  const gapAndCursor = 2;
  const room = Math.max(3, rows - message - hint - gapAndCursor);
  const showsHelp = help > 0 && room - help >= Math.min(list, 5);
  const pageSize = Math.min(list, showsHelp ? room - help : room);
  return { pageSize, showsHelp, isPaged: pageSize < list };
}
