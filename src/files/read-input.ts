import path from "node:path";
import type { Host } from "../host.js";
import { decodeText, fileLimit, readText } from "./read-text.js";

/** What reading a file that the user named needs of the world. */
export type ReadingHost = Pick<Host, "cwd" | "files" | "stdin">;

export interface InputText {
  readonly text: string;
  /** The file as diagnostics name it. */
  readonly shownAs: string;
}

/** The text of a file that the user named; `-` is standard input. Throws UserError when it cannot be read. */
export async function readInput(file: string, host: ReadingHost): Promise<InputText> {
  if (file !== "-")
    return { text: await readText(path.resolve(host.cwd, file), file, host.files, fileLimit), shownAs: file };
  const shownAs = "standard input";
  return { text: decodeText(await host.stdin.readAll(fileLimit), shownAs, fileLimit), shownAs };
}
