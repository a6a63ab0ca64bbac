import { type Checklist, type Requirement, requirementsOf } from "../model/checklist.js";
import type { Composed, OverlayFile } from "../model/overlay.js";
import type { Fact, Profile } from "../model/profile.js";
import type { FormItem, OverlayRequirement } from "../schema/overlay.gen.js";
import { layer } from "./layer.js";
import type { LintProblem, OtherPlace, Path } from "./lint-problem.js";

/** What an overlay is held to. */
export interface OverlayContext {
  /** The edition that its chain ends in. */
  readonly edition: Checklist;
  /** The facts that are asked without any overlay. */
  readonly profile: Profile;
  /** The overlays that it extends, the edition's neighbour first. */
  readonly chain: readonly OverlayFile[];
  /** Ids of the shipped editions. */
  readonly editions: readonly string[];
  /** By each requirement that a shipped edition ever asked, the id of one that did. */
  readonly asked: ReadonlyMap<string, string>;
  /** Ids of the shipped rating scales. */
  readonly scales: readonly string[];
}

export type OverlayRule = (subject: OverlaySubject) => readonly LintProblem[];

/** An overlay, and what it stands on. */
export interface OverlaySubject {
  readonly overlay: OverlayFile;
  readonly context: OverlayContext;
  readonly stated: readonly StatedRequirement[];
  readonly items: readonly { readonly item: FormItem; readonly path: Path }[];
  /** What the edition and the overlays that it extends make. */
  readonly base: Composed;
  /** The requirements of the base, by id. */
  readonly before: ReadonlyMap<string, Requirement>;
  /** The ids of the requirements of the base, and of its own. */
  readonly known: ReadonlySet<string>;
  /** The same, as a list. */
  readonly among: readonly string[];
  /** The facts of the base, and its own after them. */
  readonly facts: readonly Fact[];
  /** By requirement, where the overlays that it extends state it. */
  readonly origins: ReadonlyMap<string, readonly Origin[]>;
}

interface Origin extends StatedRequirement {
  readonly overlay: string;
}

/** A requirement of an overlay file, and where in it. */
interface StatedRequirement {
  readonly requirement: OverlayRequirement;
  readonly path: Path;
}

export function subjectOf(overlay: OverlayFile, context: OverlayContext): OverlaySubject {
  // Digests tell nothing here.
  const base = layer({ ...context, overlays: context.chain }, () => "");
  const stated = statedIn(overlay);
  const before = new Map(requirementsOf(base.checklist).map((requirement) => [requirement.id, requirement]));
  const known = new Set([...before.keys(), ...stated.map(({ requirement }) => requirement.id)]);
  const asked = new Set(base.profile.facts.map(({ id }) => id));
  return {
    overlay,
    context,
    stated,
    items: itemsIn(overlay),
    base,
    before,
    known,
    among: [...known],
    facts: [...base.profile.facts, ...(overlay.facts ?? []).filter(({ id }) => !asked.has(id))],
    origins: originsIn(context.chain),
  };
}

/** The requirements that an overlay states, in the order of its file. */
export function statedIn(overlay: OverlayFile): readonly StatedRequirement[] {
  return (overlay.standards ?? []).flatMap(({ requirements }, s) =>
    requirements.map((requirement, r) => ({ requirement, path: ["standards", s, "requirements", r] })),
  );
}

function itemsIn({ form }: OverlayFile): OverlaySubject["items"] {
  return (form?.sections ?? []).flatMap(({ requirements }, s) =>
    requirements.map((item, r) => ({ item, path: ["form", "sections", s, "requirements", r] })),
  );
}

/** Where a requirement of the base stands: in an overlay, else in the edition. */
export function placeOf(id: string, { origins, context }: OverlaySubject): OtherPlace {
  const [first] = origins.get(id) ?? [];
  return first === undefined
    ? { edition: context.edition.id, requirement: id }
    : { overlay: first.overlay, path: [...first.path, "id"] };
}

/** Where the force or the review that a requirement of the base has comes from. */
export function originOf(key: "force" | "review", value: string, id: string, subject: OverlaySubject): OtherPlace {
  for (const { id: overlay, strengthens = {} } of subject.context.chain) {
    const strengthening = Object.hasOwn(strengthens, id) ? strengthens[id] : undefined;
    if (strengthening?.[key] === value) return { overlay, path: ["strengthens", id, key] };
  }
  const keys = key === "force" ? [key] : ["practice", key];
  const stated = (subject.origins.get(id) ?? []).find(({ requirement: { force, practice } }) =>
    key === "force" ? force === value : practice.review === value,
  );
  return stated === undefined ? placeOf(id, subject) : { overlay: stated.overlay, path: [...stated.path, ...keys] };
}

/** By requirement, where the overlays of a chain state it. */
function originsIn(chain: readonly OverlayFile[]): OverlaySubject["origins"] {
  const origins = new Map<string, Origin[]>();
  for (const overlay of chain)
    for (const { requirement, path } of statedIn(overlay)) {
      const known = origins.get(requirement.id) ?? [];
      known.push({ overlay: overlay.id, requirement, path });
      origins.set(requirement.id, known);
    }
  return origins;
}
