export type {
  Gap,
  GapKind,
  Interval,
  Location,
  Report,
  ReportAction,
  ReportEvidence,
  ReportRequirement,
  ReportStandard,
  Severity,
  Summary,
  Verdict,
} from "../schema/report.gen.js";
