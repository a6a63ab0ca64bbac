import { describe, expect, it } from "vitest";
import { layer } from "../../src/engine/layer.js";
import type { OverlayFile } from "../../src/model/overlay.js";
import { type Block, checklistBlocks } from "../../src/reporters/checklist-blocks.js";
import { profile } from "../engine/fixtures.js";
import { adding, formOf, local, national, overlay } from "../engine/overlay-fixture.js";

function blocks(...overlays: readonly OverlayFile[]): readonly Block[] {
  const { checklist } = layer({ edition: national, profile, overlays }, (text) => text);
  return checklistBlocks(checklist, profile);
}

/** The entries under a requirement, as "Term: text". */
function entriesOf(id: string, all: readonly Block[]): readonly string[] {
  const start = all.findIndex((block) => block.kind === "requirement" && block.text.endsWith(`(${id})`));
  const end = all.findIndex(
    (block, index) => index > start && (block.kind === "requirement" || block.kind === "standard"),
  );
  const own = all.slice(start, end === -1 ? undefined : end);
  return own.flatMap((block) => (block.kind === "entry" ? [`${block.term}: ${block.text}`] : []));
}

const { sections } = formOf({ id: "neglect-toolkit", reference: "1.5" }).form;
const anytown = overlay({
  ...adding(local()),
  strengthens: { "board-lead": { force: "must" } },
  form: { scale: "zero-to-three", sections },
});

describe("a checklist with an overlay", () => {
  it("is shown under the overlay's title, and names edition and scale", () => {
    expect(blocks(anytown).slice(0, 4)).toEqual([
      { kind: "title", text: "Anytown return" },
      { kind: "list", term: "Overlays", items: ["Anytown return (anytown)"] },
      { kind: "entry", term: "Scale", text: "zero-to-three" },
      { kind: "entry", term: "Edition", text: "Working Together to Safeguard Children 2023" },
    ]);
  });

  it("with several forms is shown under the edition's title", () => {
    const [title, , ...rest] = blocks(anytown, overlay({ id: "beetown", title: "Beetown return" }));
    expect(title).toEqual({ kind: "title", text: "Working Together to Safeguard Children 2023" });
    expect(rest[0]).toMatchObject({ term: "Edition" });
  });

  it("says of a local requirement who asks it, its number, and the overlay's reference", () => {
    const entries = entriesOf("neglect-toolkit", blocks(anytown));
    expect(entries).toEqual(
      expect.arrayContaining([
        "Asked by: Anytown return",
        "Number in the form: 1.5",
        "Force: Local (local rule)",
        "Reference: Anytown return, chapter 3, paragraph 3.4 (not verified)",
      ]),
    );
  });

  it("says of a national requirement what it is raised to, and no more", () => {
    const entries = entriesOf("board-lead", blocks(anytown));
    expect(entries).toContain("Force: Should (statutory guidance); local rule: must");
    expect(entries.filter((entry) => /^(Asked by|Number)/u.test(entry))).toEqual([]);
  });
});
