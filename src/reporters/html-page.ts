import { type Markup, markup } from "./markup.js";

/** What a page is made of; texts are raw. */
export interface PageParts {
  readonly title: string;
  readonly generator: string;
  /** The link over the contents, for who reads with a keyboard. */
  readonly skip: string;
  readonly banner: Markup;
  /** Items of a list of links. */
  readonly contents: Markup;
  readonly main: Markup;
  readonly footer: string;
  readonly style: Markup;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page that is one file and needs nothing else: no script, no font, no picture, no network. */
export function pageMarkup({ title, generator, skip, banner, contents, main, footer, style }: PageParts): Markup {
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${generator}">
<title>${title}</title>
<style>
${style}
</style>
</head>
<body>
<a class="skip" href="#main">${skip}</a>
<header class="banner">
${banner}
</header>
<nav aria-label="Contents">
<ul>
${contents}</ul>
</nav>
<main id="main" tabindex="-1">
${main}</main>
<footer>
<p>${footer}</p>
</footer>
</body>
</html>`;
}
