import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { reportersFor } from "./results.js";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/package/**"],
    testTimeout: 30_000,
    // Most tests wait for a program that they started: leave no core idle.
    maxWorkers: "100%",
    // Real terminals, processes and clocks on a shared machine: what fails once and then passes is shown as retried.
    retry: process.env["CI"] === undefined ? 0 : 2,
    // No test touches the cache of whoever runs it.
    env: { XDG_CACHE_HOME: join(tmpdir(), `wt-audit-tests-${process.pid}`) },
    reporters: reportersFor("tests"),
    coverage: {
      enabled: process.env["CI"] !== undefined,
      provider: "v8",
      include: ["src/**/*.ts"],
      exclude: ["src/build/**", "src/**/*.gen.ts"],
      reporter: ["text-summary"],
      thresholds: {
        "src/{engine,model,reporters}/**": { lines: 100, functions: 100, branches: 100, statements: 100 },
      },
    },
  },
});
