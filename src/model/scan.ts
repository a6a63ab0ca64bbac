export type { FindingCode, Scan, ScanDocument, ScanFinding, ScanPassage, ScanRequirement } from "../schema/scan.gen.js";
