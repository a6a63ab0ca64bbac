import type { Plugin } from "rolldown";

/**
 * Leaves out of the packages what is never used and yet costs time at every start. js-yaml makes the schemas and
 * patterns by which it writes YAML, which we never ask of it; it does not say itself that these calls do nothing else.
 * commander can start programs for commands that stand in files of their own; ours do not, and what starts programs
 * brings the network with it.
 */
export function leanPackages(): Plugin {
  return {
    name: "lean-packages",
    transform: (code, id) => {
      if (/\/node_modules\/js-yaml\//u.test(id))
        return code.replaceAll(madeAtStart, "$1/* @__PURE__ */ (() => ($2))();");
      if (id.endsWith("/node_modules/commander/lib/command.js"))
        return code.replace("require('node:child_process')", "{}");
      return null;
    },
  };
}

/** A variable of a module that a call, a template or an object makes: on one line, or until a line that closes it. */
const madeAtStart = /^(var \w+ = )((?:new )?\w+(?:\.\w+)?\((?:.*\)|[^]*?\n[\]}]+\))|`.*`|\{\n[^]*?\n\});$/gmu;
