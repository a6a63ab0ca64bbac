import { usualGate, usualMaxAge } from "../model/gate.js";
import type { Host } from "../host.js";
import type { Severity } from "../model/report.js";
import type { JudgeOptions } from "./read-report.js";

/** What the options of a command say of how an audit is to be judged. */
export interface JudgingOptions {
  readonly failOn?: Severity;
  readonly maxAge?: string;
  /** Percent; absent: any score passes. */
  readonly minAssured?: number;
  /** The edition that the audit must be against, superseded or not. */
  readonly checklist?: string;
  /** Whether it must be against the edition in force on the day. */
  readonly inForce?: boolean;
  readonly today?: string;
  /** Id of the overlay of the audit whose return is wanted. */
  readonly for?: string;
}

/** What a config says of it. */
export interface ConfiguredGate {
  readonly "fail-on"?: Severity;
  readonly "max-age"?: string;
  readonly "min-assured"?: number;
  readonly "in-force"?: boolean;
}

/** The options, and what the config says where they say nothing. */
export function withConfig<Options extends JudgingOptions>(options: Options, gate: ConfiguredGate): Options {
  const configured: JudgingOptions = {
    ...(gate["fail-on"] === undefined ? {} : { failOn: gate["fail-on"] }),
    ...(gate["max-age"] === undefined ? {} : { maxAge: gate["max-age"] }),
    ...(gate["min-assured"] === undefined ? {} : { minAssured: gate["min-assured"] }),
    ...(gate["in-force"] === undefined ? {} : { inForce: gate["in-force"] }),
  };
  return { ...configured, ...options };
}

/** How an audit is to be judged, the usual way where nothing is said. */
export function judgeOptions(
  { failOn, maxAge, minAssured, checklist, inForce, today, for: form }: JudgingOptions,
  host: Host,
): JudgeOptions {
  return {
    today: today ?? host.today(),
    maxAge: maxAge ?? usualMaxAge,
    checklist: checklist ?? null,
    form: form ?? null,
    gate: {
      failOn: failOn ?? usualGate.failOn,
      minAssured: minAssured === undefined ? usualGate.minAssured : minAssured / 100,
      anyEdition: checklist !== undefined,
      inForce: inForce === true,
    },
  };
}
