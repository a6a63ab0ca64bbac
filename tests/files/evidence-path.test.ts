import { describe, expect, it } from "vitest";
import { checkEvidencePath } from "../../src/files/evidence-path.js";

describe("a path of evidence", () => {
  it.each([
    ["/etc/passwd", '"/etc/passwd" begins at the root of the disk.'],
    ["policies\\a.md", '"policies\\\\a.md" has backslashes.'],
    ["C:/policies/a.md", '"C:/policies/a.md" begins with the letter of a drive.'],
    ["c:a.md", '"c:a.md" begins with the letter of a drive.'],
    ["a\u0000b", '"a\\u0000b" holds a control character.'],
    ["a\u001bb", '"a\\u001bb" holds a control character.'],
    ["https://example.org/a.pdf", '"https://example.org/a.pdf" is an address, not a path.'],
    ["#heading", '"#heading" names no file.'],
  ])("%j has the wrong form", (path, message) => {
    expect(checkEvidencePath(path)).toMatchObject({ code: "path-form", message });
  });

  it.each(["../a.md", "a/../../b.md", "..", "a/b/../../../c", "./../a"])("%j leaves the folder", (path) => {
    expect(checkEvidencePath(path)?.code).toBe("path-outside");
  });

  it.each([
    "a.md",
    "policies/a b.md#heading",
    "a/../b.md",
    "./a.md",
    "..a/b",
    "a..b",
    "a.md#../../x",
    "a.md#C:\\x",
    "politique-de-sécurité.md",
  ])("%j is fine", (path) => {
    expect(checkEvidencePath(path)).toBeNull();
  });
});
