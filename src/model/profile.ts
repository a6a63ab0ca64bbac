import type { Fact, ProfileFile } from "../schema/profile.gen.js";

export type { Fact };
export type Profile = ProfileFile;
