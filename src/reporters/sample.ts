import { ratingInfo } from "../model/audit.js";
import { describeDay } from "../model/day.js";
import type { Sample, SampledRequirement } from "../schema/sample.gen.js";
import { escapeJson, escapeMarkdown } from "./escape.js";
import type { RenderOptions } from "./reporter.js";
import { finish, pageFor } from "./terminal-layout.js";

/** The formats in which a sample can be had; the first is the usual one. */
export const sampleFormats = ["terminal", "markdown", "json"] as const;
export type SampleFormat = (typeof sampleFormats)[number];

const title = "Answers to moderate";

const renderers = {
  terminal: (sample, options) => {
    const page = pageFor(options);
    return finish([
      ...page.heading(title),
      ...page.text(describeSample(sample)),
      ...page.entry("Drawn by", sample.seed),
      ...sample.requirements.flatMap((requirement, index) => {
        const lead = `${index + 1}. `;
        return [
          "",
          ...page.text(`${requirement.title} (${requirement.id})`, { lead, style: page.paint.strong }),
          ...page.text(requirement.question, { indent: lead.length }),
          ...page.text(describeRatings(requirement), { indent: lead.length, style: page.paint.faint }),
        ];
      }),
    ]);
  },
  markdown: (sample) => {
    const items = sample.requirements.map(
      (requirement, index) =>
        `${index + 1}. **${escapeMarkdown(`${requirement.title} (${requirement.id})`)}.** ${escapeMarkdown(`${requirement.question} ${describeRatings(requirement)}`)}`,
    );
    const blocks = [
      `# ${title}`,
      escapeMarkdown(describeSample(sample)),
      `**Drawn by:** ${escapeMarkdown(sample.seed)}`,
      ...(items.length === 0 ? [] : [items.join("\n")]),
    ];
    return `${blocks.join("\n\n")}\n`;
  },
  json: (sample) => `${escapeJson(JSON.stringify(sample, null, 2))}\n`,
} as const satisfies Record<SampleFormat, (sample: Sample, options: RenderOptions) => string>;

export function renderSample(format: SampleFormat, sample: Sample, options: RenderOptions): string {
  return renderers[format](sample, options);
}

/** "Riverside Youth Project, 1 January 2026 to 31 December 2026: 5 of 28 answers." */
function describeSample({ organisation, period, requirements, of }: Sample): string {
  const span = `${describeDay(period.from)} to ${describeDay(period.to)}`;
  return `${organisation}, ${span}: ${requirements.length} of ${of} ${of === 1 ? "answer" : "answers"}.`;
}

function describeRatings({ standard, rating, moderated }: SampledRequirement): string {
  const beside = moderated === null ? "not moderated" : `moderated: ${ratingInfo[moderated].toLowerCase()}`;
  return `${standard}. Self rating: ${ratingInfo[rating].toLowerCase()}; ${beside}.`;
}
