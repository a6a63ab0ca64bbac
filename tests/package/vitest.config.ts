import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { reportersFor } from "../results.js";

/** Packs the tool and runs it on every Node that we promise: slow, and it needs the package registry. */
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["tests/package/**/*.test.ts"],
    testTimeout: 60_000,
    // Packing builds, and all build in the same folder.
    fileParallelism: false,
    reporters: reportersFor("package"),
  },
});
