import * as fc from "fast-check";
import { expect, it } from "vitest";
import { main } from "../../src/cli.js";
import { parseAudit } from "../../src/files/audit-file.js";
import { memoryWorld } from "./memory-world.js";

it.each([
  ["an empty reference", ["--reference", ""]],
  ["a blank reference", ["--reference", "  "]],
])("%s is none, so that the file can be read", async (_what, args) => {
  const world = memoryWorld({});
  expect(await main(["init", "--name", "Riverside", ...args], world.host)).toBe(0);
  const { audit } = await parseAudit(world.text("audit.yaml") ?? "", "audit.yaml");
  expect(audit.organisation).toEqual({ name: "Riverside", facts: {} });
});

it("whatever the name and the reference, the new audit can be read back and has them", async () => {
  const text = fc.string({ unit: "binary", minLength: 1 }).filter((some) => some.trim() !== "");
  await fc.assert(
    fc.asyncProperty(text, text, async (name, reference) => {
      const world = memoryWorld({});
      expect(await main(["init", `--name=${name}`, `--reference=${reference}`], world.host)).toBe(0);
      const { audit } = await parseAudit(world.text("audit.yaml") ?? "", "audit.yaml");
      expect(audit.organisation).toEqual({ name: name.trim(), reference: reference.trim(), facts: {} });
    }),
  );
});
