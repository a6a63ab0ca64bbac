import type { Gap, Report, ReportAction, ReportRequirement } from "../model/report.js";
import { escapeCsv } from "./escape.js";
import type { Reporter } from "./reporter.js";

interface Row {
  readonly standard: string;
  readonly requirement: ReportRequirement;
  /** Null in the one row of a requirement without gaps. */
  readonly gap: Gap | null;
}

/** The columns in their order, and what stands in each. */
const columns = {
  standard: ({ standard }: Row) => standard,
  requirement: ({ requirement }: Row) => requirement.id,
  "local reference": ({ requirement }: Row) => requirement.localReference ?? "",
  title: ({ requirement }: Row) => requirement.title,
  force: ({ requirement }: Row) => requirement.force,
  "local force": ({ requirement }: Row) => requirement.localForce ?? "",
  overlay: ({ requirement }: Row) => requirement.overlay?.title ?? "",
  chapter: ({ requirement }: Row) => String(requirement.reference.chapter ?? ""),
  paragraph: ({ requirement }: Row) => requirement.reference.paragraph ?? "",
  verified: ({ requirement }: Row) => yesOrNo(requirement.reference.verified),
  applicability: ({ requirement }: Row) => requirement.applicability.status,
  reason: ({ requirement }: Row) => requirement.reason ?? requirement.applicability.reason,
  rating: ({ requirement }: Row) => requirement.rating ?? "",
  score: ({ requirement: { score } }: Row) => (score === null ? "" : String(score.value)),
  "score exact": ({ requirement: { score } }: Row) => (score === null ? "" : yesOrNo(score.exact)),
  moderated: ({ requirement }: Row) => requirement.moderated ?? "",
  assurance: ({ requirement }: Row) => requirement.assurance,
  assured: ({ requirement }: Row) => yesOrNo(requirement.assured),
  gap: ({ gap }: Row) => gap?.kind ?? "",
  severity: ({ gap }: Row) => gap?.severity ?? "",
  message: ({ gap }: Row) => gap?.message ?? "",
  remedy: ({ gap }: Row) => gap?.remedy ?? "",
  waived: ({ gap }: Row) => (gap === null ? "" : yesOrNo(gap.waived)),
  known: ({ gap }: Row) => (gap === null ? "" : yesOrNo(gap.known)),
  action: ({ gap }: Row) => joinActions(gap, (action) => `${action.id}: ${action.what}`),
  "action owner": ({ gap }: Row) => joinActions(gap, (action) => action.owner),
  "action due": ({ gap }: Row) => joinActions(gap, (action) => action.due),
  "action status": ({ gap }: Row) => joinActions(gap, (action) => action.status),
  file: ({ gap }: Row) => gap?.location?.file ?? "",
  line: ({ gap }: Row) => String(gap?.location?.line ?? ""),
} as const satisfies Record<string, (row: Row) => string>;

/** Without it Excel takes the file for Windows-1252, and a pound sign for two characters. */
const byteOrderMark = "\uFEFF";

/** One row a requirement and gap, for a spreadsheet: RFC 4180, UTF-8 with a byte order mark, a header row. */
export const renderCsv: Reporter = (report) => tabulate(columns, rowsOf(report));

/** The rows under a header row of the columns' names, as a spreadsheet takes them. */
export function tabulate<Of>(cells: Readonly<Record<string, (row: Of) => string>>, rows: readonly Of[]): string {
  const body = rows.map((row) => Object.values(cells).map((cell) => cell(row)));
  const lines = [Object.keys(cells), ...body].map((line) => `${line.map(escapeCsv).join(",")}\r\n`);
  return `${byteOrderMark}${lines.join("")}`;
}

function rowsOf({ standards, gaps }: Report): readonly Row[] {
  return standards.flatMap((standard) =>
    standard.requirements.flatMap((requirement): readonly Row[] => {
      const found = gaps.filter((gap) => gap.requirement === requirement.id);
      const row = { standard: standard.title, requirement };
      return found.length === 0 ? [{ ...row, gap: null }] : found.map((gap) => ({ ...row, gap }));
    }),
  );
}

/** "Chair; Trustees": in the order of the actions, an empty place for what is not given. */
function joinActions(gap: Gap | null, valueOf: (action: ReportAction) => string | null): string {
  return (gap?.actions ?? []).map((action) => valueOf(action) ?? "").join("; ");
}

export function yesOrNo(value: boolean): string {
  return value ? "yes" : "no";
}
