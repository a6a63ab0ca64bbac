export type { BaselineFile as Baseline, BaselineFinding, BaselineGap } from "../schema/baseline.gen.js";
