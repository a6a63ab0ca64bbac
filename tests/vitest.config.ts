import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 30_000,
    coverage: {
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
