import { version } from "./version.js";

/** A host whose files we know how to write. */
export type CiHost = "github" | "gitlab" | "pre-commit";

/** What the files written for a host run, as a user would type it. */
export const program = `npx --yes wt-audit@${version}`;

/** Whether a file of a host runs the check already. */
export function isCheckedIn(text: string): boolean {
  return /\bwt-audit(?:@[\w.-]{1,40})? check\b|\bid: {0,9}wt-audit-check\b/u.test(text);
}

export interface ConfigParts {
  /** The audit file, from the folder of the config; null: policies alone are checked. */
  readonly audit: string | null;
  /** Patterns of policy documents; empty when none were found. */
  readonly policies: readonly string[];
}

/** The text of a new .wt-audit.yaml. */
export function configText({ audit, policies }: ConfigParts): string {
  return `# How safeguarding is checked in this repository. wt-audit check reads this file; its schema: wt-audit schema config
schema: config/1
${audit === null ? "# audit: audit.yaml # once there is one: wt-audit init" : `audit: ${yamlText(audit)}`}
${policiesText(policies)}
gate:
  fail-on: error # the mildest gap that fails: error, warning or note
${audit === null ? "" : ofAudit}# Gaps that are known and no longer fail: take the mark off, then run wt-audit check --update-baseline, and commit both.
# baseline: .wt-audit-baseline.json
`;
}

const ofAudit = `  max-age: P12M # how old an answer may be
  # min-assured: 80 # the lowest assured score that passes, in percent
  # in-force: true # fail when the audit's edition is not the one in force
`;

function policiesText(policies: readonly string[]): string {
  if (policies.length === 0)
    return `# Policy documents that are read in every check, besides what the audit cites:
# policies:
#   - policies/**`;
  const items = policies.map((pattern) => `  - ${yamlText(pattern)}`);
  return `# Policy documents that are read in every check, besides what the audit cites:\npolicies:\n${items.join("\n")}`;
}

/** Quoted unless it can only be read as text. YAML reads what JSON quotes, but for characters that it does not print. */
function yamlText(text: string): string {
  if (/^[a-z][\w./*-]*[/.][\w./*-]*$/iu.test(text)) return text;
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What the text of a host depends on. */
export interface CiParts {
  /** Whether policies are read, so that a pull request can be held to those that it changes. */
  readonly hasPolicies: boolean;
  /** Whether there is an audit, of whose gaps a page can be made. */
  readonly hasAudit: boolean;
}

/** Whether a config names an audit. */
export function namesAudit(config: string): boolean {
  return /^audit:/mu.test(config);
}

/** Whether a config names policies. */
export function namesPolicies(config: string): boolean {
  return /^policies:/mu.test(config);
}

/** Policies alone are also checked each month here. */
const monthly = `  schedule:
    - cron: "0 6 1 * *" # at 06:00 UTC on the first of each month: review dates pass also when nobody changes a file
`;

const elsewhere = `
# What is run each month, since review dates pass also when nobody changes a file: safeguarding-year.yml.`;

/** A workflow for GitHub Actions: .github/workflows/safeguarding.yml. */
export function githubWorkflowText({ hasPolicies, hasAudit }: CiParts): string {
  const history = `
          fetch-depth: 0 # the whole history, to tell which policies a pull request changes`;
  const since = `
        env:
          SINCE: \${{ github.event.pull_request.base.sha }}`;
  return `# Checks the safeguarding audit of this repository, and its policies, on GitHub. Started by wt-audit init; yours to edit.${hasAudit ? elsewhere : ""}
name: Safeguarding
on:
  push:
  pull_request:
${hasAudit ? "" : monthly}  workflow_dispatch:
permissions:
  contents: read
jobs:
  safeguarding:
    name: Safeguarding audit
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with:
          persist-credentials: false${hasPolicies ? history : ""}
      - uses: actions/setup-node@v6
        with:
          node-version: 24
      - name: Check${hasPolicies ? since : ""}
        run: |
          ${program} check${hasPolicies ? sinceOf("SINCE") : ""} \\
            -f github${hasAudit ? " -f html=safeguarding-gaps.html" : ""} \\
            -f junit=safeguarding-junit.xml -f sarif=safeguarding.sarif
      - uses: actions/upload-artifact@v6
        if: \${{ !cancelled() }}
        with:
          name: safeguarding
          path: |${hasAudit ? "\n            safeguarding-gaps.html" : ""}
            safeguarding-junit.xml
            safeguarding.sarif
      # To list the gaps under Security, where code scanning is on (free for public repositories): take the marks off
      # below, and add "security-events: write" to the permissions above.
      # - uses: github/codeql-action/upload-sarif@v4
      #   if: \${{ !cancelled() }}
      #   with:
      #     sarif_file: safeguarding.sarif
`;
}

/** A job for GitLab: .gitlab-ci.yml, or a file that it includes. */
export function gitlabJobText({ hasPolicies, hasAudit }: CiParts): string {
  const history = `
  variables:
    GIT_DEPTH: "0" # the whole history, to tell which policies a merge request changes`;
  return `# Checks the safeguarding audit of this repository, and its policies, on GitLab. Started by wt-audit init; yours to edit.
# Review dates pass also when nobody changes a file: add a monthly pipeline under Build > Pipeline schedules.
safeguarding:
  image: node:22${hasPolicies ? history : ""}
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_PIPELINE_SOURCE == "schedule"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - >-
      ${program} check${hasPolicies ? sinceOf("CI_MERGE_REQUEST_DIFF_BASE_SHA") : ""}
      -f terminal${hasAudit ? " -f html=safeguarding-gaps.html" : ""}
      -f junit=safeguarding-junit.xml -f gitlab=safeguarding-codequality.json
  artifacts:
    when: always${hasAudit ? "\n    paths:\n      - safeguarding-gaps.html" : ""}
    reports:
      junit: safeguarding-junit.xml
      codequality: safeguarding-codequality.json
`;
}

/** The option for a variable of the shell that may hold a revision. */
function sinceOf(variable: string): string {
  return ` \${${variable}:+--changed-since "$${variable}"}`;
}

/** The hook alone, to be put under `repos:` of a configuration of pre-commit that is there. */
export const preCommitHookText = `  - repo: local
    hooks:
      - id: wt-audit-check
        name: safeguarding audit
        entry: wt-audit check
        language: node
        additional_dependencies: ["wt-audit@${version}"]
        pass_filenames: false
        always_run: true # a document that was removed is not among the files that hooks are told of
`;

/** A configuration of pre-commit: .pre-commit-config.yaml. */
export const preCommitConfigText = `# Checks the safeguarding audit of this repository, and its policies, before each commit (pre-commit.com). Started by
# wt-audit init; yours to edit.
repos:
${preCommitHookText}`;
