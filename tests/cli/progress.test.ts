import { afterAll, describe, expect, it } from "vitest";
import { openProgress } from "../../src/commands/progress.js";
import type { Output } from "../../src/host.js";
import { emptyAudit } from "./fixture.js";
import { soundPolicy, withPolicies } from "./policy-folder.js";
import { runBuilt, runInProcess } from "./run.js";

function terminal(isTerminal: boolean) {
  const written: (string | Uint8Array)[] = [];
  const stderr: Output = { write: async (text) => void written.push(text), isTerminal, columns: 80 };
  return { written, stderr };
}

async function read(count: number, stderr: Output): Promise<void> {
  const progress = openProgress(count, "documents", { stderr });
  for (let done = 0; done < count; done += 1) await progress.step();
  await progress.end();
}

describe("how far a long job is", () => {
  it("is told for each of many, over itself, and taken away at the end", async () => {
    const { written, stderr } = terminal(true);
    await read(21, stderr);
    expect(written).toHaveLength(22);
    expect(written[0]).toBe("\rReading 1 of 21 documents");
    expect(written[20]).toBe("\rReading 21 of 21 documents");
    expect(written[21]).toBe("\r\u001B[K");
  });

  it("is not told of a few", async () => {
    const { written, stderr } = terminal(true);
    await read(20, stderr);
    expect(written).toEqual([]);
  });

  it("is not told where standard error is no terminal", async () => {
    const { written, stderr } = terminal(false);
    await read(100, stderr);
    expect(written).toEqual([]);
  });
});

describe("thirty documents", () => {
  const names = Array.from({ length: 30 }, (_, index) => `policies/policy-${index}.md`);
  const evidence = names.map((path) => `      - { title: Policy, path: ${path} }`).join("\n");
  const audit = emptyAudit.replace(
    "responses: {}",
    `responses:\n  board-lead:\n    rating: met\n    evidence:\n${evidence}`,
  );
  const policies = withPolicies({
    ...Object.fromEntries(names.map((name) => [name, soundPolicy])),
    "audit.yaml": audit,
  });
  const { folder: cwd } = policies;
  const env = { XDG_CACHE_HOME: policies.cache };
  afterAll(policies.remove);

  it.each([["scan", "policies"], ["report"], ["check"], ["review"]])(
    "are counted while %s reads them",
    async (...args) => {
      const { stderr } = await runInProcess(args, { cwd, env, terminal: true });
      expect(stderr).toContain("\rReading 30 of 30 documents\r\u001B[K");
    },
  );

  it.each([["scan", "policies"], ["report"], ["check"], ["review", "-o", "other.yaml"]])(
    "are not counted by %s with -q, with --plain, or in a pipe",
    async (...args) => {
      const quiet = await runInProcess([...args, "-q"], { cwd, env, terminal: true });
      const plain = await runInProcess([...args, "--plain"], { cwd, env, terminal: true });
      const piped = await runBuilt(args, { cwd, env });
      expect([quiet, plain, piped].filter(({ stderr }) => stderr.includes("Reading"))).toEqual([]);
    },
  );
});
