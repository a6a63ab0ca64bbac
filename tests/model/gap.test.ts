import { expect, it } from "vitest";
import { gapInfo, isAtLeast, nextStep, severityOf, severityOrder } from "../../src/model/gap.js";
import type { Force } from "../../src/model/checklist.js";
import type { GapKind, Severity } from "../../src/model/report.js";

/** Design 4.3, written out: must, should, local, practice. */
const table: readonly (readonly [GapKind, Severity, Severity, Severity, Severity])[] = [
  ["unanswered", "error", "error", "warning", "note"],
  ["not-met", "error", "error", "warning", "note"],
  ["partly-met", "error", "warning", "warning", "note"],
  ["not-applicable-without-reason", "error", "error", "warning", "note"],
  ["applicability-unknown", "error", "error", "warning", "note"],
  ["no-evidence", "error", "error", "warning", "note"],
  ["evidence-missing", "error", "error", "warning", "note"],
  ["evidence-blank", "error", "error", "warning", "note"],
  ["evidence-unratified", "error", "warning", "warning", "note"],
  ["evidence-out-of-date", "error", "warning", "warning", "note"],
  ["evidence-changed", "error", "warning", "warning", "note"],
  ["evidence-superseded", "error", "warning", "warning", "note"],
  ["evidence-off-topic", "note", "note", "note", "note"],
  ["evidence-case-data", "error", "error", "warning", "note"],
  ["moderated-lower", "error", "warning", "warning", "note"],
  ["question-changed", "error", "warning", "warning", "note"],
  ["to-confirm", "error", "error", "warning", "note"],
  ["audit-out-of-date", "error", "warning", "warning", "note"],
  ["action-missing", "warning", "warning", "warning", "note"],
  ["action-overdue", "warning", "warning", "warning", "note"],
  ["action-without-owner", "warning", "warning", "warning", "note"],
  ["action-closed-without-evidence", "error", "warning", "warning", "note"],
  ["action-still-open", "warning", "warning", "warning", "note"],
  ["waiver-expired", "error", "warning", "warning", "note"],
];

const forces: readonly Force[] = ["must", "should", "local", "practice"];

it.each(table)(
  "%s is %s for a must, %s for a should, %s for a local rule, %s for good practice",
  (kind, ...severities) => {
    expect(forces.map((force) => severityOf(kind, force))).toEqual(severities);
  },
);

it("the table holds every kind of gap that has wording, and no other", () => {
  expect(Object.keys(gapInfo)).toEqual(table.map(([kind]) => kind));
});

it("no kind of gap is milder for a must than for a should", () => {
  const milder = table.filter(([kind]) => !isAtLeast(severityOf(kind, "must"), severityOf(kind, "should")));
  expect(milder).toEqual([]);
});

it("an error is worse than a warning, and a warning worse than a note", () => {
  expect(severityOrder).toEqual(["error", "warning", "note"]);
});

it.each<readonly [Severity, Severity, boolean]>([
  ["error", "error", true],
  ["error", "warning", true],
  ["error", "note", true],
  ["warning", "error", false],
  ["warning", "warning", true],
  ["warning", "note", true],
  ["note", "error", false],
  ["note", "warning", false],
  ["note", "note", true],
])("whether %s is at least %s: %s", (severity, threshold, answer) => {
  expect(isAtLeast(severity, threshold)).toBe(answer);
});

it("only a rating that falls short takes its next step from the practice note", () => {
  const fromPractice = Object.entries(gapInfo).flatMap(([kind, { next }]) => (next === null ? [kind] : []));
  expect(fromPractice).toEqual(["not-met", "partly-met"]);
});

it("a next step that is a command names the requirement", () => {
  expect(
    (["unanswered", "question-changed", "to-confirm", "audit-out-of-date"] as const).map((kind) =>
      nextStep(kind, "board-lead"),
    ),
  ).toEqual([
    "Answer it in the walk: wt-audit audit --only board-lead.",
    "Answer it again: wt-audit audit --only board-lead --redo.",
    "Confirm or change the answer: wt-audit audit --only board-lead.",
    "Answer it again: wt-audit audit --only board-lead --redo.",
  ]);
});

it("no next step leaves the place of the requirement open", () => {
  const steps = table.map(([kind]) => nextStep(kind, "board-lead"));
  expect(steps.filter((step) => step !== null && /\bID\b/u.test(step))).toEqual([]);
});

it("a kind that takes its next step from the practice note has none", () => {
  expect([nextStep("not-met", "board-lead"), nextStep("partly-met", "board-lead")]).toEqual([null, null]);
});

it("every title is unlike every other, and every next step is a sentence", () => {
  const infos = Object.values(gapInfo);
  expect(new Set(infos.map(({ title }) => title)).size).toBe(24);
  expect(infos.flatMap(({ next }) => next ?? []).filter((next) => !/^[A-Z].*(\.)$/u.test(next))).toEqual([]);
});
