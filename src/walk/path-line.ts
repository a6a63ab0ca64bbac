import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isTabKey,
  isUpKey,
  useEffect,
  useKeypress,
  usePagination,
  useState,
} from "@inquirer/core";
import { layOut, layOutAnswer, type Look, showTyped, useClosing, usePaste } from "./look.js";
import { unpainted } from "./paragraphs.js";
import { tidy } from "./typed-text.js";

export interface PathLineConfig {
  readonly message: string;
  readonly complete: (typed: string) => Promise<readonly string[]>;
  readonly check: (path: string) => Promise<string | null>;
  readonly look: Look;
}

/** What the folder says to what was typed. */
interface Found {
  readonly paths: readonly string[];
  /** What is wrong with the path as typed; null when nothing is, or when there is more to type. */
  readonly problem: string | null;
  /** Index of the highlighted path; -1 for none. */
  readonly active: number;
}

const hint = "Tab fills in, arrow keys choose, Enter takes. Escape goes back.";
const nothingTyped = "Type the first letters, or press Escape to go back.";
const listHeight = 7;

/** A path, with a list of what fits as one types. Resolves to null when the person goes back. */
export const pathLine = createPrompt<string | null, PathLineConfig>((config, done) => {
  const { look } = config;
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<Found>({ paths: [], problem: null, active: -1 });
  const [end, setEnd] = useState<{ readonly answer: string } | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  const isPasted = usePaste();
  useClosing(look);

  useEffect(() => {
    const stale = new AbortController();
    lookUp(typed, config)
      .then((result) => (stale.signal.aborted ? undefined : setFound(result)))
      .catch((error: unknown) => (stale.signal.aborted ? undefined : setFailure({ error })));
    return () => stale.abort();
  }, [typed]);

  const take = async (path: string) => {
    const problem = path === "" ? nothingTyped : await config.check(path);
    if (problem !== null) return setFound({ ...found, problem });
    setEnd({ answer: path });
    done(path);
  };
  useKeypress((key, readline) => {
    const isPaste = isPasted(key);
    const fill = (path: string) => {
      readline.clearLine(0);
      readline.write(path);
      setTyped(path);
    };
    const chosen = found.paths[found.active];
    if (key.name === "escape") {
      setEnd({ answer: "(back)" });
      done(null);
    } else if (isTabKey(key)) fill(chosen ?? found.paths[0] ?? typed);
    else if (isUpKey(key) || isDownKey(key)) {
      fill(typed);
      const next = found.active + (isUpKey(key) ? -1 : 1);
      setFound({ ...found, active: Math.max(-1, Math.min(found.paths.length - 1, next)) });
    } else if (isEnterKey(key)) {
      const path = chosen ?? tidy(typed);
      fill(!isPaste && path.endsWith("/") ? path : typed);
      if (isPaste || path.endsWith("/")) return;
      take(path).catch((error: unknown) => setFailure({ error }));
    } else setTyped(readline.line);
  });

  const view = layOutPath(config.message, found, look);
  const page = usePagination({
    items: found.paths,
    active: Math.max(0, found.active),
    renderItem: ({ item, index }) => renderPath(item, index === found.active, look),
    pageSize: view.pageSize,
    loop: false,
  });
  if (failure !== null) throw failure.error;
  if (end !== null) return layOutAnswer(config.message, end.answer, look);
  const below = found.paths.length === 0 ? view.below : [page, ...view.below];
  return [[...view.message, `> ${showTyped(typed)}`].join("\n"), below.join("\n")];
});

function layOutPath(question: string, found: Found, look: Look) {
  const message = layOut(question, look.palette.strong, look);
  const problem = found.problem === null ? [] : layOut(found.problem, look.palette.problem, look);
  const below = [...problem, ...layOut(hint, look.palette.quiet, look)];
  const room = look.rows() - 3 - message.length - below.length;
  return { message, below, pageSize: Math.max(1, Math.min(listHeight, room)) };
}

function renderPath(path: string, isActive: boolean, look: Look): string {
  return layOut(path, isActive ? look.palette.chosen : unpainted, look, isActive ? "* " : "  ").join("\n");
}

async function lookUp(typed: string, config: PathLineConfig): Promise<Found> {
  const path = tidy(typed);
  const isFolder = path === "" || path.endsWith("/");
  const paths = (await config.complete(path)).filter((found) => !isFolder || found !== path);
  if (isFolder)
    return { paths, problem: paths.length === 0 ? "There is nothing here that can be cited." : null, active: -1 };
  const hasMore = paths.length > 0 && !paths.includes(path);
  return { paths, problem: hasMore ? null : await config.check(path), active: paths.length === 0 ? -1 : 0 };
}
