import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActionFilter } from "../../src/engine/actions.js";
import { findProblems } from "../../src/schema/validate.js";
import { actionFormats, renderActions } from "../../src/reporters/actions.js";
import type { ListedAction } from "../../src/schema/actions.gen.js";
import { openActions } from "../engine/fixtures.js";
import { listed } from "./fixtures/actions.js";
import { anyText, rawControl } from "./fixtures/any-text.js";
import { hostile } from "./fixtures/hostile.js";

const today = "2026-11-22";

const late: ListedAction = {
  ...listed,
  id: "A4",
  what: "Bring the trustees a figure for three more hours of cover a week",
  requirement: "designated-role-resourced",
  title: "Time and support for the safeguarding lead",
  due: "2026-09-30",
  status: "in-progress",
  overdue: true,
  gaps: ["action-overdue", "action-still-open"],
};
const undated: ListedAction = {
  ...listed,
  id: "A5",
  what: "Ask",
  owner: null,
  due: null,
  gaps: ["action-without-owner"],
};
const done: ListedAction = { ...listed, id: "A6", what: "Write it down", status: "done", completed: "2026-03-03" };
const cancelled: ListedAction = { ...listed, id: "A7", what: "Print it", status: "cancelled" };
const all = [late, listed, undated, done, cancelled];

const render = (
  format: (typeof actionFormats)[number],
  actions: readonly ListedAction[],
  filter: Partial<ActionFilter> = {},
  width = 80,
) =>
  renderActions(
    format,
    {
      list: { schema: "actions/1", today, actions },
      filter: { ...openActions, ...filter },
      calendar: { today, entries: [] },
    },
    { width, colour: false, plain: false },
  );

describe("the terminal's list", () => {
  it("says what presses first, in words, and what is closed last", async () => {
    expect(await render("terminal", all, { all: true })).toBe(`5 actions are planned, open or closed, 1 of them overdue.

Overdue: 1

A4. Bring the trustees a figure for three more hours of cover a week
  OVERDUE since 30 September 2026.
  Owner: Chair. In progress.
  For: Time and support for the safeguarding lead (designated-role-resourced),
    should (statutory guidance)
  Gap: Met, and its action still open

Due: 1

A1. Appoint a trustee
  Due 31 January 2027.
  Owner: Chair. Open.
  For: Board-level lead (board-lead), should (statutory guidance)

Without a day: 1

A5. Ask
  No day is set.
  Owner: nobody is named. Open.
  For: Board-level lead (board-lead), should (statutory guidance)
  Gap: Action without owner

Closed: 2

A6. Write it down
  Done on 3 March 2026.
  Owner: Chair. Done.
  For: Board-level lead (board-lead), should (statutory guidance)

A7. Print it
  Cancelled.
  Owner: Chair. Cancelled.
  For: Board-level lead (board-lead), should (statutory guidance)
`);
  });

  it.each([40, 80, 120])("fits %i columns", async (width) => {
    const text = await render("terminal", [...all, { ...listed, what: hostile }], { all: true }, width);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(text).not.toMatch(rawControl);
  });

  it("at 40 columns is what it is at 80, in more lines", async () => {
    expect(await render("terminal", [late], {}, 40)).toBe(`1 action is open, and it is overdue.

Overdue: 1

A4. Bring the trustees a figure for
three more hours of cover a week
  OVERDUE since 30 September 2026.
  Owner: Chair. In progress.
  For: Time and support for the
    safeguarding lead
    (designated-role-resourced), should
    (statutory guidance)
  Gap: Met, and its action still open
`);
  });

  it("says of which audit each is where there are several", async () => {
    const other = { ...listed, audit: "anytown/audit.yaml", organisation: "Bright Harbour Academies" };
    expect(await render("terminal", [listed, other])).toContain(
      "  Audit: Bright Harbour Academies (anytown/audit.yaml)\n",
    );
    expect(await render("terminal", [listed, listed])).not.toContain("Audit:");
  });
});

describe("the summary", () => {
  it.each<readonly [string, readonly ListedAction[], Partial<ActionFilter>]>([
    ["No action is open.", [], {}],
    ["No action is overdue.", [], { overdue: true }],
    ["No action is due by 22 December 2026.", [], { due: "P30D" }],
    ["No such action is open.", [], { owner: "chair" }],
    ["No such action is open.", [], { requirements: ["board-lead"] }],
    ["No such action is open.", [], { forces: ["must"] }],
    ["1 action is open.", [listed], {}],
    ["1 action is overdue.", [late], { overdue: true }],
    ["2 actions are due by 22 February 2027, 1 of them overdue.", [late, listed], { due: "P3M" }],
    ["2 such actions are open.", [listed, listed], { owner: "chair" }],
  ])("is %j", async (summary, actions, filter) => {
    expect((await render("terminal", actions, filter)).split("\n")[0]).toBe(summary);
  });
});

describe("markdown", () => {
  it("is one table, overdue first", async () => {
    expect(await render("markdown", [undated, late])).toBe(`# Actions

2 actions are open, 1 of them overdue.

| When | Action | Owner | Status | Requirement |
| --- | --- | --- | --- | --- |
| OVERDUE since 30 September 2026 | A4: Bring the trustees a figure for three more hours of cover a week | Chair | In progress; Met, and its action still open | Time and support for the safeguarding lead (designated-role-resourced), should (statutory guidance) |
| No day is set | A5: Ask | Nobody is named | Open; Action without owner | Board-level lead (board-lead), should (statutory guidance) |
`);
  });

  it("of several audits says of which, and of none has no table", async () => {
    const other = { ...listed, audit: "anytown/audit.yaml" };
    expect(await render("markdown", [listed, other])).toContain(" | Requirement | Audit |\n");
    expect(await render("markdown", [])).toBe("# Actions\n\nNo action is open.\n");
  });

  it("a hostile text stays in its cell", async () => {
    const rows = (await render("markdown", [{ ...listed, what: hostile }])).split("\n").slice(6, -1);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.match(/(?<!\\)\|/gu)).toHaveLength(6);
    expect(rows[0]).not.toContain("<script>");
  });
});

describe("csv", () => {
  const rows = async (actions: readonly ListedAction[]) =>
    parse(await render("csv", actions), { bom: true }) as readonly (readonly string[])[];

  it("has a row for each action, in the order of the list", async () => {
    expect(await rows([late, undated])).toEqual([
      "audit,organisation,requirement,title,force,local force,id,what,owner,due,status,overdue,completed,gaps".split(
        ",",
      ),
      [
        "audit.yaml",
        "Riverside Youth Project",
        "designated-role-resourced",
        "Time and support for the safeguarding lead",
        "should",
        "",
        "A4",
        "Bring the trustees a figure for three more hours of cover a week",
        "Chair",
        "2026-09-30",
        "in-progress",
        "yes",
        "",
        "action-overdue; action-still-open",
      ],
      [
        "audit.yaml",
        "Riverside Youth Project",
        "board-lead",
        "Board-level lead",
        "should",
        "",
        "A5",
        "Ask",
        "",
        "",
        "open",
        "no",
        "",
        "action-without-owner",
      ],
    ]);
    expect((await rows([done]))[1]?.[12]).toBe("2026-03-03");
  });

  it("no cell runs as a formula", async () => {
    expect((await rows([{ ...listed, what: "=1+1", owner: "@sum" }]))[1]?.slice(7, 9)).toEqual(["'=1+1", "'@sum"]);
  });
});

describe("json", () => {
  it("is actions/1, valid by its schema, with its keys in order", async () => {
    const text = await render("json", all);
    const value: unknown = JSON.parse(text);
    expect(value).toEqual({ schema: "actions/1", today, actions: all });
    const { parseYaml } = await import("../../src/files/yaml-source.js");
    expect(await findProblems("actions", await parseYaml(text, "actions.json"))).toEqual([]);
  });
});

it("any text stays harmless in every format", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      for (const format of actionFormats) {
        const shown = await render(format, [{ ...listed, what: text, owner: text, organisation: text, title: text }]);
        // What a format is made of: its line ends, a mark at its start, tabs within the quotes of CSV.
        const bare = shown.replace(/^\uFEFF/u, "").replaceAll("\r\n", "\n");
        expect(format === "csv" ? bare.replaceAll("\t", " ") : bare).not.toMatch(rawControl);
      }
    }),
  );
});
