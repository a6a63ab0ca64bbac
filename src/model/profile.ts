import type { Choice, Fact, ProfileFile } from "../schema/profile.gen.js";

export type { Choice, Fact };
export type Profile = ProfileFile;
