/** What sites make pages of: a link to the page is a link to its source. */
const sources = [
  ".md",
  ".markdown",
  ".mdx",
  ".rst",
  ".adoc",
  ".html",
  "/index.md",
  "/_index.md",
  "/README.md",
  "/index.html",
];

/** Where the document may stand that a link leads to: at its path, or where a site makes that page from. */
export function placesOf(path: string): readonly string[] {
  const bare = path.replace(/\/$/u, "").replace(/\.html?$/u, "");
  return [path, ...sources.map((ending) => `${bare}${ending}`)];
}
