import { expect, it } from "vitest";
import { blocksOf, read } from "./read.js";

const html = (text: string) => blocksOf(text, "html");

it("a page gives its title and what its meta tags say", async () => {
  const { title, fields, blocks } = await read(
    '<html><head><title>Our\npolicy &amp; more</title>\n<meta name="review" content="2027-03-01"><meta charset=x></head><body>Text',
    "html",
  );
  expect([title, fields, blocks]).toEqual([
    "Our policy & more",
    [
      { key: "title", value: "Our policy & more", line: 1 },
      { key: "review", value: "2027-03-01", line: 3 },
    ],
    [{ kind: "paragraph", level: 0, text: "Text", line: 3 }],
  ]);
});

it("headings, paragraphs and bare text are blocks", async () => {
  expect(await html("<h2>Head\n<b>ing</b></h2>bare<div>in a\ndiv <p>para</div>after")).toEqual([
    "1 heading 2: Head\ning",
    "2 paragraph: bare",
    "2 paragraph: in a\ndiv",
    "3 paragraph: para",
    "3 paragraph: after",
  ]);
});

it("items stand as deep as their lists", async () => {
  expect(await html("<ul><li>One<ul><li>Two<li>Three</ul>after</li><li><p>Four</p><p>Five</p></ul>")).toEqual([
    "1 item 1: One",
    "1 item 2: Two",
    "1 item 2: Three",
    "1 paragraph: after",
    "1 item 1: Four",
    "1 paragraph: Five",
  ]);
});

it("rows have their cells joined, whether tags are closed or not", async () => {
  expect(await html("<table><tr><th>A<th>B<tr><td><p>x</p></td>\n<td>y<br>z</table>")).toEqual([
    "1 row: A | B",
    "1 row: x\n | y z",
  ]);
});

it("a table that only lays a page out leaves its headings be", async () => {
  expect(await html("<table><tr><td>Menu<td><h1>Policy</h1><p>Text</table>")).toEqual([
    "1 row: Menu",
    "1 heading 1: Policy",
    "1 paragraph: Text",
  ]);
});

it("a short definition is a row, a long one two paragraphs", async () => {
  const long = "Tell the lead at once, and if the lead is away tell the deputy of the lead.";
  expect(await html(`<dl><dt>Review<dd>March 2027<dt>Worry<dd>${long}</dl>`)).toEqual([
    "1 row: Review | March 2027",
    "1 paragraph: Worry",
    `1 paragraph: ${long}`,
  ]);
});

it.each([
  "<p hidden>no</p>",
  '<p aria-hidden="true">no</p>',
  '<p style="color:red; display: none">no</p>',
  "<script>no</script>",
  "<style>no</style>",
  "<template><p>no</p></template>",
  "<nav><ul><li>no</ul></nav>",
  "<del>no</del>",
  "<p><s>no</s></p>",
  "<!-- no -->",
  "<svg><title>no</title><text>no</text></svg>",
  "<pre><code>no</code></pre>",
])("%s does not show", async (hidden) => {
  expect(await html(`<p>One</p>${hidden}<p>two</p>`)).toEqual(["1 paragraph: One", "1 paragraph: two"]);
});

it("a line end that is written as an entity is none", async () => {
  expect(await html("<p>a&#10;b</p>")).toEqual(["1 paragraph: a b"]);
});

it("a line end behind a bare & counts once", async () => {
  expect(await html("<p>a &\nb</p>\n<p>c</p>")).toEqual(["1 paragraph: a &\nb", "3 paragraph: c"]);
});

it("a field that nobody filled in stays", async () => {
  expect(await html("<p>Lead: <name of lead></p>")).toEqual(["1 paragraph: Lead: <name of lead>"]);
});

it("links are told with their text", async () => {
  expect((await read('<p>x\n<a href=" a.html ">our\n<b>page</b></a><a name="n">n</a>', "html")).links).toEqual([
    { target: "a.html", text: "our page", line: 2 },
  ]);
});
