import type { ComparisonReporter } from "./comparison-reporters.js";
import { type ComparisonPage, type ComparisonSection, comparisonPage } from "./comparison-sections.js";
import { pageStyle, policy } from "./html-style.js";
import { figuresMarkup } from "./html-trend.js";
import { type Markup, markup, nothing } from "./markup.js";

/** What changed, as one file that needs nothing else: no script, no font, no picture, no network. */
export const renderComparisonHtml: ComparisonReporter = (comparison) =>
  `${documentMarkup(comparisonPage(comparison)).html}\n`;
