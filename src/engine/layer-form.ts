import type { Form, Requirement, Standard } from "../model/checklist.js";
import type { OverlayFile } from "../model/overlay.js";
import type { FormItem, OverlayForm } from "../schema/overlay.gen.js";
import { chainOf, outermost } from "./layer-order.js";

/** How the form of the one overlay that no other extends shows the checklist; null where there are several such. */
export function formOf(overlays: readonly OverlayFile[]): Form | null {
  const overlay = outermost(overlays);
  if (overlay === null) return null;
  const shown = shownForm(overlays);
  const items = itemsOf(shown);
  const given = <Value>(valueOf: (item: FormItem) => Value | undefined): { readonly [id: string]: Value } =>
    Object.fromEntries(
      [...items.values()].flatMap((item) => {
        const value = valueOf(item);
        return value === undefined ? [] : [[item.id, value] as const];
      }),
    );
  return {
    id: overlay.id,
    title: overlay.title,
    scale: shown?.scale ?? null,
    references: given(({ reference }) => reference),
    weights: given(({ weight }) => weight),
  };
}

/**
 * The standards in the sections of the form, in its order and under its titles. What no section names follows under its
 * own standard, or at the end of the section that has the id of that standard. Nothing goes missing.
 */
export function inSections(standards: readonly Standard[], overlays: readonly OverlayFile[]): readonly Standard[] {
  const shown = shownForm(overlays);
  if (shown?.sections === undefined) return standards;
  const items = itemsOf(shown);
  const asked = new Map(standards.flatMap(({ requirements }) => requirements.map((item) => [item.id, item] as const)));
  const rest = new Map(
    standards.map((standard) => [standard.id, standard.requirements.filter(({ id }) => !items.has(id))]),
  );
  const sections = shown.sections.map(({ id, title, requirements }): Standard => {
    const named = requirements.filter((item) => items.get(item.id) === item);
    const following = rest.get(id) ?? [];
    rest.delete(id);
    return { id, title, requirements: [...named.flatMap((item) => titled(item, asked)), ...following] };
  });
  const following = standards.map(({ id, title }) => ({ id, title, requirements: rest.get(id) ?? [] }));
  return [...sections, ...following].filter(({ requirements }) => requirements.length > 0);
}

/** The form of that overlay, or of the nearest that it extends; null when none has one. */
function shownForm(overlays: readonly OverlayFile[]): OverlayForm | null {
  const overlay = outermost(overlays);
  const chain = overlay === null ? [] : chainOf(overlay.id, overlays);
  return chain.findLast(({ form }) => form !== undefined)?.form ?? null;
}

/** By requirement, the first item that names it. */
function itemsOf(form: OverlayForm | null): ReadonlyMap<string, FormItem> {
  const items = new Map<string, FormItem>();
  for (const item of (form?.sections ?? []).flatMap((section) => section.requirements))
    if (!items.has(item.id)) items.set(item.id, item);
  return items;
}

function titled({ id, title }: FormItem, asked: ReadonlyMap<string, Requirement>): readonly Requirement[] {
  const requirement = asked.get(id);
  return requirement === undefined ? [] : [{ ...requirement, title: title ?? requirement.title }];
}
