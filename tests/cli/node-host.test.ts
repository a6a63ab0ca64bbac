import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { emptyAudit, withFolder } from "./fixture.js";
import { runBuilt } from "./run.js";

const bin = fileURLToPath(new URL("../../bin/wt-audit.js", import.meta.url));

let made: ReturnType<typeof withFolder>;
beforeEach(() => {
  made = withFolder({ "audit.yaml": emptyAudit });
});
afterEach(() => made.remove());

/** The built program in a shell, as "$0" "$1"; the exit code is its own, not that of a reader. */
function shell(script: string) {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script, process.execPath, bin], {
    cwd: made.folder,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return { status, stdout, stderr };
}

describe("SOURCE_DATE_EPOCH", () => {
  const dayOf = async (command: string, epoch: string) => {
    const { code, stdout, stderr } = await runBuilt([command, "-f", "json"], {
      cwd: made.folder,
      env: { SOURCE_DATE_EPOCH: epoch },
    });
    return code === 0 ? JSON.parse(stdout).today : { code, stdout, stderr };
  };

  it.each([
    ["0", "1970-01-01"],
    ["1798761599", "2026-12-31"],
    ["1798761600", "2027-01-01"],
    ["253402300799", "9999-12-31"],
  ])("%s is %s, for the report and for the example", async (epoch, day) => {
    expect([await dayOf("report", epoch), await dayOf("demo", epoch)]).toEqual([day, day]);
  });

  it.each(["", "today", "1e9", "-1", "1.5", " 1", "0x10", "253402300800", "9999999999999"])(
    "%j is refused",
    async (epoch) => {
      const refused = {
        code: 2,
        stdout: "",
        stderr: `wt-audit: SOURCE_DATE_EPOCH is no number of seconds: ${JSON.stringify(epoch)}\nUnset it, or use --today YYYY-MM-DD.\n`,
      };
      expect([await dayOf("report", epoch), await dayOf("demo", epoch)]).toEqual([refused, refused]);
    },
  );

  it("does not matter beside --today", async () => {
    const { code, stdout } = await runBuilt(["report", "-f", "json", "--today", "2026-11-21"], {
      cwd: made.folder,
      env: { SOURCE_DATE_EPOCH: "never" },
    });
    expect([code, JSON.parse(stdout).today]).toEqual([0, "2026-11-21"]);
  });

  it("leaves the example on its own day when it is not set", async () => {
    const { stdout } = await runBuilt(["demo", "-f", "json"], { cwd: made.folder });
    expect(JSON.parse(stdout).today).toBe("2026-11-21");
  });
});

describe.skipIf(!existsSync("/dev/full"))("a full disk", () => {
  it.each(["--help", "--version", "demo -f json", "check --today 2026-11-21", "schema audit", "completion bash"])(
    "is no success: %s",
    (args) => {
      expect(shell(`"$0" "$1" ${args} >/dev/full`)).toEqual({
        status: 2,
        stdout: "",
        stderr: "wt-audit: the output could not be written (ENOSPC)\nIs the disk full?\n",
      });
    },
  );

  it("is exit 2 though the message cannot be written either", () => {
    expect(shell(`"$0" "$1" demo >/dev/full 2>/dev/full`)).toEqual({ status: 2, stdout: "", stderr: "" });
    expect(shell(`"$0" "$1" check nowhere.yaml 2>/dev/full`)).toEqual({ status: 2, stdout: "", stderr: "" });
  });
});

describe("a reader that goes away", () => {
  it.each([
    ["demo -f html", 0],
    ["--help", 0],
    ["schema report", 0],
    ["check -f json --today 2026-11-21", 1],
  ])("is no fault: %s", (args, status) => {
    expect(shell(`"$0" "$1" ${args} 2>errors | true; code="\${PIPESTATUS[0]}"; cat errors; exit "$code"`).status).toBe(
      status,
    );
    expect(shell("cat errors").stdout).not.toMatch(/could not be written|fault of ours/u);
  });

  it("gets what it read", () => {
    expect(shell(`"$0" "$1" demo -f html | head -c 20; exit "\${PIPESTATUS[0]}"`)).toEqual({
      status: 0,
      stderr: "",
      stdout: "<!doctype html>\n<htm",
    });
  });

  it("gets all of a large report, however slowly it reads", () => {
    const { stdout } = shell(`"$0" "$1" demo -f json | (sleep 0.5; cat)`);
    expect(JSON.parse(stdout).schema).toBe("report/1");
  });

  it("of the messages is no fault either", () => {
    expect(shell(`"$0" "$1" init new --name Riverside 2> >(exec true)`)).toMatchObject({ status: 0 });
  });
});
