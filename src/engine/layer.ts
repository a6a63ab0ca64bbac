import { bindingForce, type Checklist, isStronger, type Requirement, type Standard } from "../model/checklist.js";
import { isLonger } from "../model/day.js";
import type { Composed, Digest, Layers, OverlayFile } from "../model/overlay.js";
import type { Profile } from "../model/profile.js";
import { composeRequirement, normalise } from "./compose-requirement.js";
import { formOf, inSections } from "./layer-form.js";
import { chainOf, inOrder } from "./layer-order.js";

/**
 * The checklist and the profile that an edition and overlays make, whatever order the overlays come in. Nothing that
 * the edition asks goes, or gets weaker. What is unsound about the overlays `lintLayers` tells; here it has no effect.
 */
export function layer({ edition, profile, overlays }: Layers, digest: Digest): Composed {
  if (overlays.length === 0) return { checklist: edition, profile };
  const ordered = inOrder(overlays);
  const standards = strengthenAll(addAll(edition.standards, ordered, digest), ordered);
  return {
    checklist: {
      ...edition,
      notice: joinNotices(edition, ordered),
      overlays: ordered.map(({ id, title }) => ({ id, title })),
      form: formOf(ordered),
      sources: joinSources(edition, ordered),
      standards: inSections(standards, ordered),
    },
    profile: joinFacts(profile, ordered),
  };
}

/** What one overlay and those that it extends make, in its form; null when there is no overlay of that id. */
export function layerFor(id: string, layers: Layers, digest: Digest): Composed | null {
  const chain = chainOf(id, layers.overlays);
  return chain.length === 0 ? null : layer({ ...layers, overlays: chain }, digest);
}

/** What is asked more strictly. */
interface Stricter {
  readonly force?: Requirement["force"];
  readonly "look-for"?: readonly string[];
  readonly review?: string;
}

/** A requirement in its place among the standards; those who ask it again make it stricter. */
interface Asked {
  requirement: Requirement;
}

/** The standards with what the overlays add, each at the end of its standard. What several of them ask is asked once. */
function addAll(national: readonly Standard[], overlays: readonly OverlayFile[], digest: Digest): readonly Standard[] {
  const asked = new Map<string, Asked>();
  const standards = new Map<string, { readonly title: string; readonly asks: Asked[] }>();
  const add = (requirement: Requirement): Asked => {
    const item = { requirement };
    asked.set(requirement.id, item);
    return item;
  };
  for (const { id, title, requirements } of national) standards.set(id, { title, asks: requirements.map(add) });
  for (const overlay of overlays) {
    const { id, title } = overlay;
    for (const added of overlay.standards ?? []) {
      const standard = standards.get(added.id) ?? { title: added.title ?? added.id, asks: [] };
      standards.set(added.id, standard);
      for (const stated of added.requirements) {
        const known = asked.get(stated.id);
        if (known === undefined)
          standard.asks.push(add(composeRequirement(stated, stated.practice, { id, title }, digest)));
        else known.requirement = strengthen(known.requirement, { force: stated.force, ...stated.practice });
      }
    }
  }
  return [...standards].flatMap(([id, { title, asks }], index) => {
    // A local one is empty where another overlay asks all of it under a standard of its own.
    const isEmpty = index >= national.length && asks.length === 0;
    return isEmpty ? [] : [{ id, title, requirements: asks.map(({ requirement }) => requirement) }];
  });
}

function strengthenAll(standards: readonly Standard[], overlays: readonly OverlayFile[]): readonly Standard[] {
  const stricter = new Map<string, readonly Stricter[]>();
  for (const [id, strengthening] of overlays.flatMap(({ strengthens = {} }) => Object.entries(strengthens)))
    if (strengthening !== null) stricter.set(id, [...(stricter.get(id) ?? []), strengthening]);
  return standards.map((standard) => ({
    ...standard,
    requirements: standard.requirements.map((item) => (stricter.get(item.id) ?? []).reduce(strengthen, item)),
  }));
}

/** The strongest force, all that there is to look for, the shortest review. */
function strengthen(requirement: Requirement, { force, "look-for": more = [], review }: Stricter): Requirement {
  const { practice, localForce } = requirement;
  const isRaised = force !== undefined && isStronger(force, bindingForce(requirement));
  const isSooner = review !== undefined && isLonger(practice.review, review);
  return {
    ...requirement,
    localForce: isRaised ? force : localForce,
    practice: {
      ...practice,
      lookFor: [...practice.lookFor, ...newAmong(more, practice.lookFor)],
      review: isSooner ? review : practice.review,
    },
  };
}

/** The texts that are not there already, each once; white space does not tell one from another. */
function newAmong(texts: readonly string[], there: readonly string[]): readonly string[] {
  const seen = new Set(there.map(normalise));
  return texts.filter((text) => !seen.has(normalise(text)) && seen.add(normalise(text)));
}

/** Whose notice it is stands before each that is not the edition's. */
function joinNotices({ notice }: Checklist, overlays: readonly OverlayFile[]): string | null {
  const local = overlays.flatMap((overlay) =>
    overlay.notice === undefined ? [] : [`${overlay.title}: ${overlay.notice}`],
  );
  const all = [...(notice === null ? [] : [notice]), ...local];
  return all.length === 0 ? null : all.join(" ");
}

/** Two overlays may give one id to different sources: both stay. */
function joinSources({ sources }: Checklist, overlays: readonly OverlayFile[]): Checklist["sources"] {
  const local = overlays.flatMap((overlay) =>
    overlay.sources.map((source) => ({ ...source, note: source.note ?? null })),
  );
  const all = [...sources, ...local].map(({ id, title, kind, note }) => ({ id, title, kind, note }));
  return [...new Map(all.map((source) => [JSON.stringify(source), source])).values()];
}

function joinFacts(profile: Profile, overlays: readonly OverlayFile[]): Profile {
  const facts = new Map(profile.facts.map((fact) => [fact.id, fact]));
  for (const fact of overlays.flatMap((overlay) => overlay.facts ?? []))
    if (!facts.has(fact.id)) facts.set(fact.id, fact);
  return { ...profile, facts: [...facts.values()] };
}
