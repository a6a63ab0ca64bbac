import { nodeFileSystem } from "./files/node-file-system.js";
import type { Host, Input, Output } from "./host.js";
import type { Day } from "./model/day.js";

/** The outside world of a Node process. */
export function createHost(process: NodeJS.Process): Host {
  return {
    cwd: process.cwd(),
    env: process.env,
    today: () => localDay(process.env["SOURCE_DATE_EPOCH"]),
    stdin: inputFrom(process.stdin),
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    files: nodeFileSystem,
    openPrompter: async ({ plain, colour }) => {
      const streams = { input: process.stdin, output: process.stderr, signals: process };
      // A dumb terminal cannot redraw a line.
      if (plain || process.env["TERM"] === "dumb")
        return (await import("./walk/plain-prompter.js")).createPlainPrompter(streams);
      return (await import("./walk/inquirer-prompter.js")).createInquirerPrompter({ ...streams, colour });
    },
  };
}

/** The day that SOURCE_DATE_EPOCH (seconds, reproducible-builds convention) names, else the local one. */
function localDay(epoch: string | undefined): Day {
  if (epoch !== undefined && /^\d{1,11}$/u.test(epoch))
    return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

function outputTo(stream: NodeJS.WriteStream): Output {
  // A reader that has gone away (`| head`) is no fault: what it did not want is dropped.
  stream.on("error", () => undefined);
  return {
    write: (text) => new Promise((resolve) => void stream.write(text, () => resolve())),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true && stream.columns > 0 ? stream.columns : null,
  };
}

function inputFrom(stream: NodeJS.ReadStream): Input {
  return {
    isTerminal: stream.isTTY === true,
    readAll: async (limit) => {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of stream) {
        const bytes = Buffer.from(chunk);
        chunks.push(bytes);
        size += bytes.length;
        if (size > limit) break;
      }
      return Buffer.concat(chunks);
    },
  };
}
