import { describe, expect, it } from "vitest";
import { isKeptAsPolicy } from "../../src/evidence/read-policies.js";
import { isSiteMachinery } from "../../src/evidence/site-machinery.js";

describe("what makes a site or a program", () => {
  it.each([
    "_layouts/policy.html",
    "site/themes/plain/index.html",
    "public/robots.txt",
    "404.html",
    "LICENSE",
    "src/LICENSE.rst",
    "licence.txt",
    "requirements.txt",
  ])("is not read: %s", (path) => {
    expect(isSiteMachinery(path)).toBe(true);
  });

  it.each([
    "policies/safeguarding.md",
    "_posts/2026-01-01-licence-to-drive.md",
    "layout-of-the-hall.md",
    "docs/theme.md",
  ])("is something else: %s", (path) => {
    expect(isSiteMachinery(path)).toBe(false);
  });
});

describe("a document is kept as a policy", () => {
  it.each([
    ["by its name", "docs/Safeguarding.docx", "/home/riverside"],
    ["by its folder", "policies/trips.md", "/home/riverside"],
    ["by the folder that is read", "trips.md", "/home/riverside/policies"],
  ])("%s", (_how, path, root) => {
    expect(isKeptAsPolicy(path, root)).toBe(true);
  });

  it("and otherwise is not", () => {
    expect(isKeptAsPolicy("rooms/kitchen.md", "/home/policies/riverside")).toBe(false);
  });
});
