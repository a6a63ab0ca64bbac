import { UserError } from "./errors.js";
import { nodeFileSystem } from "./files/node-file-system.js";
import type { Host, Input, Output } from "./host.js";
import type { Day } from "./model/day.js";

/** The outside world of a Node process. Its streams are opened when they are first used: each costs a start-up. */
export function createHost(process: NodeJS.Process): Host {
  return {
    cwd: process.cwd(),
    env: process.env,
    today: () => localDay(process.env["SOURCE_DATE_EPOCH"]),
    stdin: inputFrom(() => process.stdin),
    stdout: outputTo(() => process.stdout),
    stderr: outputTo(() => process.stderr),
    files: nodeFileSystem,
    openPrompter: async ({ plain, colour }) => {
      const streams = { input: process.stdin, output: process.stderr, signals: process };
      // A dumb terminal cannot redraw a line.
      if (plain || process.env["TERM"] === "dumb") {
        return (await import("./walk/plain-prompter.js")).createPlainPrompter(streams);
      }
      return (await import("./walk/inquirer-prompter.js")).createInquirerPrompter({ ...streams, colour });
    },
  };
}

/** The day that SOURCE_DATE_EPOCH (seconds, reproducible-builds convention) names, else the local one. */
function localDay(epoch: string | undefined): Day {
  if (epoch !== undefined) return dayOfEpoch(epoch);
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** Throws UserError for anything but seconds up to the year 9999. */
function dayOfEpoch(epoch: string): Day {
  const seconds = Number(epoch);
  if (!/^\d{1,12}$/u.test(epoch) || seconds > 253_402_300_799) {
    throw new UserError(
      `SOURCE_DATE_EPOCH is no number of seconds: ${JSON.stringify(epoch)}`,
      [],
      "Unset it, or use --today YYYY-MM-DD.",
    );
  }
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function outputTo(stream: () => NodeJS.WriteStream): Output {
  return {
    write: async (text) => {
      if (text.length > 0) await send(text, stream());
    },
    get isTerminal() {
      return stream().isTTY === true;
    },
    get columns() {
      return stream().isTTY === true && stream().columns > 0 ? stream().columns : null;
    },
  };
}

function send(text: string | Uint8Array, stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve, reject) => {
    // The write tells of its own failure; without a listener the stream would throw it a second time.
    const ignore = (): void => undefined;
    stream.once("error", ignore);
    stream.write(text, (error) => {
      if (isFault(error)) reject(undelivered(error));
      else resolve();
      if (error == null) stream.off("error", ignore);
    });
  });
}

/** A reader that has gone away (`| head`) is no fault: what it did not want is dropped. */
function isFault(error: NodeJS.ErrnoException | null | undefined): error is NodeJS.ErrnoException {
  return error != null && error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED";
}

function undelivered(error: NodeJS.ErrnoException): UserError {
  return new UserError(`the output could not be written (${error.code ?? error.message})`, [], "Is the disk full?");
}

function inputFrom(stream: () => NodeJS.ReadStream): Input {
  return {
    get isTerminal() {
      return stream().isTTY === true;
    },
    readAll: async (limit) => {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of stream()) {
        const bytes = Buffer.from(chunk);
        chunks.push(bytes);
        size += bytes.length;
        if (size > limit) break;
      }
      return Buffer.concat(chunks);
    },
  };
}
