import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { load } from "js-yaml";

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly "working-directory"?: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface ActionRun {
  readonly succeeded: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly summary: string;
  /** The actions that were called, such as actions/setup-node@v6. */
  readonly called: readonly string[];
}

export interface ActionOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly env?: Readonly<Record<string, string>>;
}

export function readAction(folder: string): Action {
  return load(readFileSync(join(folder, "action.yml"), "utf8")) as Action;
}

type Outputs = Record<string, Record<string, string>>;

/** Runs a composite action as GitHub's runner does: one shell a step, files for outputs and summary, stop at a failure. */
export function runAction(folder: string, { inputs = {}, workspace, env = {} }: ActionOptions): ActionRun {
  const action = readAction(folder);
  const given = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
  const known = { inputs: { ...given, ...inputs }, steps: {} as Outputs };
  const temporary = mkdtempSync(join(tmpdir(), "wt-audit-runner-"));
  const files = { output: join(temporary, "output"), summary: join(temporary, "summary.md") };
  writeFileSync(files.summary, "");
  const called: string[] = [];
  let [log, succeeded] = ["", true];
  try {
    for (const step of action.runs.steps) {
      if (!succeeded || !isWanted(step.if, known)) continue;
      if (step.uses !== undefined) called.push(step.uses);
      if (step.run === undefined) continue;
      writeFileSync(files.output, "");
      const script = join(temporary, "script.sh");
      writeFileSync(script, step.run);
      if (step.shell !== "bash") throw new Error(`a step of a composite action must name its shell: ${step.shell}`);
      const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, fillIn(value, known)]);
      const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
        cwd: resolve(workspace, fillIn(step["working-directory"] ?? ".", known)),
        encoding: "utf8",
        env: {
          PATH: process.env["PATH"],
          HOME: process.env["HOME"],
          CI: "true",
          GITHUB_ACTIONS: "true",
          GITHUB_WORKSPACE: workspace,
          GITHUB_ACTION_PATH: folder,
          GITHUB_OUTPUT: files.output,
          GITHUB_STEP_SUMMARY: files.summary,
          RUNNER_TEMP: temporary,
          ...env,
          ...Object.fromEntries(own),
        },
      });
      log += stdout + stderr;
      succeeded = status === 0;
      if (step.id !== undefined) known.steps[step.id] = readOutputs(readFileSync(files.output, "utf8"));
    }
    const outputs = Object.entries(action.outputs).map(([name, { value }]) => [name, fillIn(value, known)]);
    return {
      succeeded,
      outputs: Object.fromEntries(outputs),
      log,
      summary: readFileSync(files.summary, "utf8"),
      called,
    };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

interface Known {
  readonly inputs: Readonly<Record<string, string>>;
  readonly steps: Outputs;
}

/** The text with its expressions replaced; a name that is not known is empty, as it is there. */
function fillIn(text: string, known: Known): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/gu, (_all, expression: string) => valueOf(expression, known));
}

function valueOf(expression: string, { inputs, steps }: Known): string {
  const input = /^inputs\.([\w-]+)$/u.exec(expression);
  if (input !== null) return inputs[input[1] ?? ""] ?? "";
  const output = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/u.exec(expression);
  if (output !== null) return steps[output[1] ?? ""]?.[output[2] ?? ""] ?? "";
  throw new Error(`an expression that these tests do not know: ${expression}`);
}

function isWanted(condition: string | undefined, known: Known): boolean {
  if (condition === undefined) return true;
  const [, left = "", right = ""] = /^\$\{\{ (\S+) != '([^']*)' \}\}$/u.exec(condition) ?? [];
  return valueOf(left, known) !== right;
}

/** NAME=value lines, and NAME<<MARK ... MARK for values of several lines. */
function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/u);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const [, name, mark] = /^([^=<]+)<<(.+)$/u.exec(line) ?? [];
    if (name !== undefined) {
      const end = lines.indexOf(mark ?? "", index);
      outputs[name] = lines.slice(index + 1, end).join("\n");
      index = end;
    } else if (line.includes("=")) outputs[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
    else if (line !== "") throw new Error(`the runner refuses this line of outputs: ${line}`);
  }
  return outputs;
}
