import { createPrompt, isEnterKey, isTabKey, useEffect, useKeypress, useState } from "@inquirer/core";
import { layOut, layOutAnswer, type Look, showTyped, useClosing, usePaste } from "./look.js";
import { tidy } from "./typed-text.js";

export interface TextLineConfig {
  readonly message: string;
  /** Stands on the line at first, to be kept or edited. */
  readonly initial: string;
  readonly check: (text: string) => string | null;
  readonly look: Look;
}

/** One line of text. Resolves to null when the person goes back. */
export const textLine = createPrompt<string | null, TextLineConfig>((config, done) => {
  const { look } = config;
  const [value, setValue] = useState("");
  const [problem, setProblem] = useState("");
  const [end, setEnd] = useState<"open" | "given" | "left">("open");
  const isPasted = usePaste();
  useClosing(look);

  useEffect((readline) => {
    if (config.initial === "") return;
    readline.write(config.initial);
    setValue(config.initial);
  }, []);

  useKeypress((key, readline) => {
    const isPaste = isPasted(key);
    if (isTabKey(key) || (isPaste && isEnterKey(key))) {
      // The line of the reader is gone after Enter; a tab stands in it: both become a space.
      const text = `${value} `;
      readline.clearLine(0);
      readline.write(text);
      setValue(text);
    } else if (isEnterKey(key)) {
      const text = tidy(value);
      const wrong = config.check(text);
      if (wrong === null) {
        setEnd("given");
        done(text);
      } else {
        readline.write(value);
        setProblem(wrong);
      }
    } else if (key.name === "escape") {
      setEnd("left");
      done(null);
    } else {
      setValue(readline.line);
      setProblem("");
    }
  });

  if (end !== "open") {
    const answer = end === "left" ? "(back)" : tidy(value);
    return layOutAnswer(config.message, answer, look);
  }
  const message = layOut(config.message, look.palette.strong, look);
  const hint =
    config.initial === ""
      ? "Enter goes on. Escape goes back."
      : "Enter keeps it; you can change it first. Escape goes back.";
  const bottom = problem === "" ? layOut(hint, look.palette.quiet, look) : layOut(problem, look.palette.problem, look);
  return [[...message, `> ${showTyped(value)}`].join("\n"), bottom.join("\n")];
});
