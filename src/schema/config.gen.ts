/* Generated from config.schema.json by npm run generate; edit the schema instead. */

export type Path = string;

/**
 * How a repository of policies is checked: .wt-audit.yaml.
 */
export interface ConfigFile {
  readonly schema: "config/1";
  /**
   * The audit file, from the folder of this file.
   */
  readonly audit?: string;
  /**
   * Which documents are policies: paths or patterns such as policies/** /*.md.
   *
   * @minItems 1
   */
  readonly policies?: readonly string[];
  /**
   * Which of them are not to be read.
   */
  readonly exclude?: readonly string[];
  /**
   * The edition that policies are read against where no audit names one.
   */
  readonly checklist?: string;
  /**
   * What the organisation is, where no audit says: as under organisation.facts of an audit.
   */
  readonly facts?: {
    readonly [k: string]: boolean | string | readonly string[];
  };
  readonly gate?: ConfigGate;
  readonly waivers?: readonly ConfigWaiver[];
  /**
   * Where the gaps and findings are kept that are known and no longer fail a check.
   */
  readonly baseline?: string;
}
export interface ConfigGate {
  readonly "fail-on"?: "error" | "warning" | "note";
  /**
   * How old an answer may be.
   */
  readonly "max-age"?: string;
  /**
   * The lowest assured score that passes, in percent.
   */
  readonly "min-assured"?: number;
  /**
   * Whether the audit must be against the edition that is in force on the day.
   */
  readonly "in-force"?: boolean;
}
/**
 * A gap of a requirement, or a finding in a file, that somebody decided to live with until a day.
 */
export interface ConfigWaiver {
  readonly requirement?: string;
  /**
   * The kind of gap; of policies without an audit: not-found or needs-a-person.
   */
  readonly gap?: string;
  readonly file?: Path;
  /**
   * The code of the finding.
   */
  readonly finding?: string;
  readonly reason: string;
  /**
   * A role, not a name.
   */
  readonly "approved-by": string;
  /**
   * The last day on which it holds.
   */
  readonly expires: string;
}
