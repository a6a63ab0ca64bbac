import type { OverlayFile } from "../schema/overlay.gen.js";
import type { Checklist } from "./checklist.js";
import type { Profile } from "./profile.js";

export type { OverlayFile };

/** An edition, the shipped profile, and overlays over them, each after those that it extends. */
export interface Layers {
  readonly edition: Checklist;
  readonly profile: Profile;
  readonly overlays: readonly OverlayFile[];
}

/** What the layers make: one checklist and one profile, whoever asks for what. */
export interface Composed {
  readonly checklist: Checklist;
  readonly profile: Profile;
}

/** Eight hexadecimal digits that tell one wording from another. */
export type Digest = (text: string) => string;
