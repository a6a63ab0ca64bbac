import { describe, expect, it } from "vitest";
import { lintLayers } from "../../src/engine/lint-layers.js";
import type { OverlayFile } from "../../src/model/overlay.js";
import { profile, yesNo } from "./fixtures.js";
import { adding, local, national, overlay, trust } from "./overlay-fixture.js";

const context = { editions: ["working-together-2018", "working-together-2023"], asked: new Map(), scales: [] };
const lint = (...overlays: readonly OverlayFile[]) => lintLayers({ edition: national, profile, overlays }, context);
const brief = (...overlays: readonly OverlayFile[]) =>
  lint(...overlays).map(({ code, path, in: { id } }) => [id, code, ...path].join(" "));
const beetown = (over: Partial<OverlayFile> = {}) => overlay({ id: "beetown", title: "Beetown return", ...over });
const chain = (length: number) =>
  Array.from({ length }, (_, n) => overlay({ id: `o-${n}`, extends: n === 0 ? national.id : `o-${n - 1}` }));

describe("what an overlay extends", () => {
  it("is the edition of the audit, or an overlay that comes down to it", () => {
    expect(lint(trust(), overlay(), beetown())).toEqual([]);
    expect(lint()).toEqual([]);
  });

  it("must be there", () => {
    expect(lint(trust())).toMatchObject([
      {
        code: "overlay-missing",
        path: ["extends"],
        message: 'There is no edition and no overlay "anytown".',
        unknown: { id: "anytown", among: [...context.editions, "bright-harbour"] },
      },
    ]);
  });

  it("is told where it goes wrong, and not at each overlay above", () => {
    expect(brief(overlay({ extends: "gone" }), trust())).toEqual(["anytown overlay-missing extends"]);
  });

  it("is not another edition", () => {
    expect(brief(overlay({ extends: "working-together-2018" }), trust())).toEqual(["anytown overlay-edition extends"]);
  });

  it("does not lead back", () => {
    expect(brief(overlay({ extends: "bright-harbour" }), trust(), beetown({ extends: "anytown" }))).toEqual([
      "anytown overlay-circular extends",
      "bright-harbour overlay-circular extends",
    ]);
    expect(lint(overlay({ extends: "anytown" }))).toMatchObject([{ message: '"anytown" extends itself.' }]);
  });

  it("is at most nineteen others", () => {
    expect(lint(...chain(20))).toEqual([]);
    expect(brief(...chain(21))).toEqual(["o-20 overlay-depth extends"]);
  });
});

describe("overlays beside one another", () => {
  it("have ids of their own", () => {
    expect(brief(overlay(), overlay({ remove: ["board-lead"] }))).toEqual(["anytown duplicate-id id"]);
  });

  it("may ask the same in the same words", () => {
    const same = { ...adding(local()), facts: [yesNo("works-at-night")] };
    expect(lint(overlay(same), beetown(same))).toEqual([]);
  });

  it("conflict where they do not: requirements, facts and titles of standards", () => {
    const asks = (question: string, title: string) => ({
      standards: [{ id: "families", title, requirements: [local("neglect-toolkit", { question })] }],
      facts: [yesNo("works-at-night", { title })],
    });
    const [first, second] = [overlay(asks("Is it used?", "Families")), beetown(asks("Is it known?", "Family work"))];
    const found = [
      "beetown overlay-conflict standards 0 title",
      "beetown overlay-conflict standards 0 requirements 0 id",
      "beetown overlay-conflict facts 0 id",
    ];
    expect(brief(first, second)).toEqual(found);
    expect(brief(second, first)).toEqual(found);
  });

  it("say a conflict with what they extend once", () => {
    const question = "Is it used?";
    expect(brief(overlay(adding(local())), trust(adding(local("neglect-toolkit", { question }))))).toEqual([
      "bright-harbour overlay-conflict standards 0 requirements 0 id",
    ]);
  });

  it("do not weaken one another: each is held to what it extends", () => {
    const raised = overlay({ strengthens: { "board-lead": { force: "must" } } });
    expect(lint(raised, beetown({ strengthens: { "board-lead": { force: "should" } } }))).toEqual([]);
  });
});
