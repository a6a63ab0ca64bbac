import type { Command } from "commander";
import { ExitCode, UserError } from "../errors.js";
import { shippedIds } from "../files/shipped.js";
import type { Host } from "../host.js";
import { schemaNames } from "../schema/validate.js";

/** What may follow one command: its subcommands, its options, and the words of its first argument. */
interface Entry {
  /** The words that lead to it: "" for the program, "checklist show". */
  readonly path: string;
  readonly words: readonly string[];
  readonly options: readonly string[];
  /** Whether file names complete here. */
  readonly files: boolean;
}

const shells = { bash: renderBash, zsh: renderZsh, fish: renderFish };

export interface CompletionOptions {
  readonly shell: string;
  readonly program: Command;
}

/** Prints a completion script, made from the commands as they are. */
export async function completion({ shell, program }: CompletionOptions, host: Host): Promise<ExitCode> {
  const render = shell === "bash" || shell === "zsh" || shell === "fish" ? shells[shell] : undefined;
  if (render === undefined)
    throw new UserError(`there is no completion for "${shell}"`, [], "Shells: bash, zsh, fish.");
  await host.stdout.write(render(describe(program, "", await argumentWords())));
  return ExitCode.passed;
}

/** The words that a command's first argument may take, where they are known. */
async function argumentWords(): Promise<ReadonlyMap<string, readonly string[]>> {
  return new Map([
    ["schema", schemaNames],
    ["completion", Object.keys(shells)],
    ["checklist show", await shippedIds()],
  ]);
}

function describe(command: Command, path: string, words: ReadonlyMap<string, readonly string[]>): readonly Entry[] {
  const options = [...command.options.map((option) => option.long ?? option.short ?? ""), "--help"];
  const own: Entry = {
    path,
    words: [...command.commands.map((sub) => sub.name()), ...(words.get(path) ?? [])],
    options: [...new Set(options)].filter((option) => option !== ""),
    files: command.registeredArguments.length > 0 && !words.has(path),
  };
  return [own, ...command.commands.flatMap((sub) => describe(sub, `${path} ${sub.name()}`.trim(), words))];
}

function renderBash(entries: readonly Entry[]): string {
  const cases = entries.map(({ path, words, options, files }) => {
    const fallback = files ? ' COMPREPLY+=( $(compgen -f -- "$current") );' : "";
    return `    "${path}") COMPREPLY=( $(compgen -W "${[...words, ...options].join(" ")}" -- "$current") );${fallback} ;;`;
  });
  return `# wt-audit completion for bash: source it, or put it where bash-completion looks.
_wt_audit() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " ${commandWords(entries)} " in *" $word "*) path="\${path:+$path }$word" ;; esac
  done
  case "$path" in
${cases.join("\n")}
  esac
}
complete -o filenames -F _wt_audit wt-audit
`;
}

function renderZsh(entries: readonly Entry[]): string {
  const cases = entries.map(({ path, words, options, files }) => {
    const fallback = files ? "; _files" : "";
    return `    "${path}") compadd -- ${[...words, ...options].join(" ")}${fallback} ;;`;
  });
  return `#compdef wt-audit
# wt-audit completion for zsh: put it in a folder of $fpath as _wt-audit, or source it.
_wt_audit() {
  local path_words="" word
  for word in "\${words[@]:1:$((CURRENT - 2))}"; do
    case " ${commandWords(entries)} " in *" $word "*) path_words="\${path_words:+$path_words }$word" ;; esac
  done
  case "$path_words" in
${cases.join("\n")}
  esac
}
compdef _wt_audit wt-audit
`;
}

function renderFish(entries: readonly Entry[]): string {
  const lines = entries.flatMap(({ path, words, options, files }) => {
    const condition = `-n '__wt_audit_at "${path}"'`;
    return [
      ...(words.length > 0 ? [`complete -c wt-audit ${condition} -f -a '${words.join(" ")}'`] : []),
      ...options.map(
        (option) =>
          `complete -c wt-audit ${condition} ${option.startsWith("--") ? `-l ${option.slice(2)}` : `-s ${option.slice(1)}`}`,
      ),
      ...(files ? [`complete -c wt-audit ${condition} -F`] : []),
    ];
  });
  return `# wt-audit completion for fish: put it in ~/.config/fish/completions/wt-audit.fish
function __wt_audit_at
    set -l known ${commandWords(entries)}
    set -l path
    for word in (commandline -opc)[2..-1]
        contains -- $word $known; and set -a path $word
    end
    test "$path" = "$argv[1]"
end
${lines.join("\n")}
`;
}

/** Every word that is a command or a subcommand. */
function commandWords(entries: readonly Entry[]): string {
  return [...new Set(entries.flatMap((entry) => entry.path.split(" ")))].filter((word) => word !== "").join(" ");
}
