import { program } from "./ci-files.js";

// What a host runs each month for an audit. What is read at run time (the name of the audit, the file that a review
// writes) reaches a command only as a quoted variable, and a log only through wt-audit, which breaks commands up.

/** Says which audit `.wt-audit.yaml` names, as `init` writes it there: plain, or in double quotes. */
const readAudit = String.raw`audit=$(tr -d '\r' < .wt-audit.yaml |
  sed -n -e 's/^audit: *"\(.*\)".*/\1/p' -e t -e 's/^audit: *\([^#]*[^# ]\).*/\1/p')`;

/** Says in which year the next audit begins; nothing while its time has not come. `REVIEW=true`: it is started early. */
const readYear = `report=$(${program} report -q -f json -- "$audit")
year=$(printf '%s' "$report" | node -p '
  const { audit, today } = JSON.parse(require("fs").readFileSync(0, "utf8"));
  const isWanted = process.env.REVIEW === "true" || audit.period.to < today;
  isWanted ? new Date(Date.parse(audit.period.to) + 86400000).getUTCFullYear() : ""')
if [ -z "$year" ]; then
  echo "The time of the audit is not over: no new one is started."
  exit 0
fi`;

/** Starts the next audit, beside the one that is there, and puts a copy where the host keeps it. */
const startNext = `next=$(dirname -- "$audit")/audit-$year.yaml
mkdir -p safeguarding-year
code=0
${program} review -o "$next" -- "$audit" > safeguarding-year/review.txt 2>&1 || code=$?
cat safeguarding-year/review.txt
if [ "$code" -ne 0 ]; then exit "$code"; fi
cp -- "$next" safeguarding-year/`;

const whatToDo =
  "Put it beside the audit that it follows, name it after audit: in .wt-audit.yaml, commit both, and go through it with wt-audit audit.";

/** A workflow for GitHub Actions that looks after an audit through the year: .github/workflows/safeguarding-year.yml. */
export const githubYearText = `# Looks after the safeguarding audit of this repository through the year, on GitHub. Started by wt-audit init; yours to
# edit. A run fails, and GitHub sends a mail, when there is something to do: an action is overdue, the check fails, or
# the time of the audit is over. Actions that fall due within 30 days are a warning, on the page of the run.
name: Safeguarding year
on:
  schedule:
    - cron: "0 7 1 * *" # at 07:00 UTC on the first of each month
  workflow_dispatch:
    inputs:
      review:
        description: Start the next audit now, before the time of this one is over
        type: boolean
        default: false
permissions:
  contents: read
jobs:
  year:
    name: Safeguarding year
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with:
          persist-credentials: false
      - uses: actions/setup-node@v6
        with:
          node-version: 24
      - name: Actions that are due within 30 days
        run: |
          code=0
          ${program} actions --due P30D -f markdown >> "$GITHUB_STEP_SUMMARY" || code=$?
          if [ "$code" -gt 1 ]; then exit "$code"; fi
          if [ "$code" -eq 1 ]; then
            echo "::warning title=Safeguarding actions::Actions are overdue or due within 30 days: the page of this run lists them."
          fi
      - name: No action is overdue
        if: \${{ !cancelled() }}
        run: |
          code=0
          ${program} actions --overdue || code=$?
          if [ "$code" -eq 1 ]; then
            echo "::error title=Safeguarding actions::Actions are overdue: do them, or set another day with wt-audit actions move."
          fi
          exit "$code"
      - name: The check passes
        if: \${{ !cancelled() }}
        run: |
          mkdir -p safeguarding-year
          ${program} check -f github -f html=safeguarding-year/safeguarding-gaps.html
      - name: The time of the audit is not over
        if: \${{ !cancelled() }}
        env:
          REVIEW: \${{ inputs.review }}
        run: |
          # Which audit it is, as .wt-audit.yaml names it, and in which year the next one begins.
${indent(`${readAudit}\n${readYear}`)}
          # The next audit: every answer of this one comes forward, to be confirmed. What is there is never changed.
${indent(startNext)}
          {
            printf '\\n# The next audit\\n\\naudit-%s.yaml is among the artifacts of this run. ' "$year"
            printf '%s\\n\\n' "${whatToDo}"
            sed 's/^/    /' safeguarding-year/review.txt # four spaces: shown as it is
          } >> "$GITHUB_STEP_SUMMARY"
          if [ "$REVIEW" = true ]; then exit 0; fi
          echo "::error title=Safeguarding audit::The time of the audit is over. The next one is among the artifacts; the page of this run says what to do with it."
          exit 1
      - uses: actions/upload-artifact@v6
        if: \${{ !cancelled() }}
        with:
          name: safeguarding-year
          path: safeguarding-year/
          if-no-files-found: ignore
`;

/** Jobs for GitLab that look after an audit through the year, to stand below that of gitlabJobText. */
export const gitlabYearText = `
# The jobs below look after the audit through the year, in each scheduled pipeline. One fails, and GitLab sends a mail,
# when there is something to do: an action is overdue, or the time of the audit is over.

no safeguarding action is overdue:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
  script:
    - |
      code=0
      ${program} actions --due P30D -f terminal -f markdown=safeguarding-actions.md || code=$?
      if [ "$code" -ne 1 ]; then exit "$code"; fi
      ${program} actions --overdue > /dev/null
      echo "None is overdue yet: this is a warning."
      exit 30
  allow_failure:
    exit_codes: 30 # an action is due within 30 days: the pipeline passes with a warning
  artifacts:
    when: always
    paths:
      - safeguarding-actions.md

the time of the safeguarding audit is not over:
  image: node:22
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
    - if: $CI_PIPELINE_SOURCE == "web" && $REVIEW == "true" # run by hand with this variable: the next audit is started early
  script:
    - |
      # Which audit it is, as .wt-audit.yaml names it, and in which year the next one begins.
${indent(`${readAudit}\n${readYear}`, 6)}
      # The next audit: every answer of this one comes forward, to be confirmed. What is there is never changed.
${indent(startNext, 6)}
      echo "audit-$year.yaml is among the artifacts of this job."
      echo "${whatToDo}"
      if [ "$REVIEW" = true ]; then exit 0; fi
      echo "The time of the audit is over."
      exit 1
  artifacts:
    when: always
    paths:
      - safeguarding-year/
`;

function indent(script: string, by = 10): string {
  return script.replaceAll(/^(?=.)/gmu, " ".repeat(by));
}
