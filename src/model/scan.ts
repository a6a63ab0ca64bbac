export type {
  FindingCode,
  Scan,
  ScanDocument,
  ScanFinding,
  ScanPassage,
  ScanRequirement,
  LeftFile,
} from "../schema/scan.gen.js";
