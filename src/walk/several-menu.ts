import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isSpaceKey,
  isUpKey,
  useKeypress,
  usePagination,
  useState,
} from "@inquirer/core";
import { fit, type MenuItem } from "./keyed-menu.js";
import { hideCursor, layOut, layOutAnswer, type Look, useClosing, usePaste } from "./look.js";
import { unpainted } from "./paragraphs.js";

export interface SeveralMenuConfig {
  readonly message: string;
  readonly items: readonly MenuItem[];
  /** Indexes of what is ticked at first. */
  readonly initial: readonly number[];
  readonly look: Look;
}

const hint = "Space ticks a line. Enter when you have ticked all that apply. Escape goes back, Ctrl and C stop.";
const more = "The arrow keys show more lines.";
const nothingTicked =
  "Nothing is ticked. Space ticks the line with the arrow. To go on without an answer, press Enter again.";

/** A list with boxes to tick. Resolves to the indexes ticked; null when the person goes back. */
export const severalMenu = createPrompt<readonly number[] | null, SeveralMenuConfig>((config, done) => {
  const { items, look } = config;
  const [active, setActive] = useState(config.initial[0] ?? 0);
  const [ticked, setTicked] = useState<readonly number[]>(config.initial);
  const [isWarned, setWarned] = useState(false);
  const [isDone, setDone] = useState(false);
  const isPasted = usePaste();
  useClosing(look);

  useKeypress((key, readline) => {
    readline.clearLine(0);
    if (isPasted(key)) return;
    if (isUpKey(key)) setActive(Math.max(0, active - 1));
    else if (isDownKey(key)) setActive(Math.min(items.length - 1, active + 1));
    else if (isSpaceKey(key)) {
      setTicked(ticked.includes(active) ? ticked.filter((index) => index !== active) : [...ticked, active]);
      setWarned(false);
    } else if (key.name === "escape") {
      setDone(true);
      done(null);
    } else if (isEnterKey(key)) {
      // Many press Enter where Space is meant: nothing ticked has to be meant twice.
      if (ticked.length === 0 && !isWarned) return setWarned(true);
      setDone(true);
      done(ticked.toSorted((one, other) => one - other));
    }
  });

  const message = layOut(config.message, look.palette.strong, look);
  const said = isWarned ? layOut(nothingTicked, look.palette.warning, look) : layOut(hint, look.palette.quiet, look);
  const help = layOut(items[active]?.help ?? "", look.palette.quiet, look);
  const rendered = items.map(({ title }, index) => {
    const lead = `${index === active ? ">" : " "} [${ticked.includes(index) ? "x" : " "}] `;
    return layOut(title, index === active ? look.palette.chosen : unpainted, look, lead);
  });
  const reserve = layOut(more, look.palette.quiet, look);
  const heights = {
    message: message.length,
    list: rendered.flat().length,
    help: help.length,
    hint: said.length + reserve.length,
  };
  const { pageSize, showsHelp, isPaged } = fit(heights, look.rows());
  const page = usePagination({
    items: rendered,
    active,
    renderItem: ({ item }) => item.join("\n"),
    pageSize,
    loop: false,
  });
  const advice = isPaged ? [...reserve, ...said] : said;
  if (isDone) {
    const titles = ticked.toSorted((one, other) => one - other).map((index) => items[index]?.title ?? "");
    return layOutAnswer(config.message, titles.length === 0 ? "none" : titles.join(", "), look);
  }
  return `${[...message, page, "", ...(showsHelp ? help : []), ...advice].join("\n")}${hideCursor}`;
});
