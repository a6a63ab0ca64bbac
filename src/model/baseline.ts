export type {
  BaselineFile as Baseline,
  BaselineFinding,
  BaselineGap,
  BaselineStatement,
} from "../schema/baseline.gen.js";
