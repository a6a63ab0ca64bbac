import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { openRecord } from "../../src/commands/audit-record.js";
import { UserError } from "../../src/errors.js";
import { parseAudit } from "../../src/files/audit-file.js";
import type { Response } from "../../src/model/audit.js";
import type { AuditChange } from "../../src/model/change.js";
import { emptyAudit } from "./fixture.js";
import { home, memoryWorld, type WorldOptions } from "./memory-world.js";

type World = ReturnType<typeof memoryWorld>;

const response = (requirement: string, more: Response = {}): AuditChange => ({
  kind: "response",
  requirement,
  response: { rating: "met", ...more },
});
const answered = (lines: string) => emptyAudit.replace("responses: {}", `responses:\n${lines}`);
const action = (id: string) => ({ actions: [{ id, what: "Appoint a trustee", status: "open" as const }] });
const today = "2026-11-21";
const open = (world: World, file = "audit.yaml") => openRecord({ file, today }, world.host);
const saved = async (world: World, name = "audit.yaml") => (await parseAudit(world.text(name) ?? "", name)).audit;

/** The record of the empty audit in a world, and what the change rejects with after `meanwhile`; null: nothing. */
async function recorded(
  changes: readonly AuditChange[],
  meanwhile: (world: World) => void,
  options: WorldOptions = {},
) {
  const world = memoryWorld({ "audit.yaml": emptyAudit }, options);
  const record = await open(world);
  meanwhile(world);
  const error = await record.record(changes).then(
    () => null,
    (problem: unknown) => problem,
  );
  if (error !== null && !(error instanceof UserError)) throw error;
  return { world, record, error };
}

describe("when somebody else saved the file meanwhile", () => {
  const theirs = answered("  # Ours at the office.\n  whistleblowing: { rating: not-met, note: Theirs. }\n");

  it("an answer that they left alone is saved into theirs", async () => {
    const { world, record, error } = await recorded([response("board-lead")], (at) => at.write("audit.yaml", theirs));
    expect(error).toBeNull();
    expect((await saved(world)).responses).toEqual({
      whistleblowing: { rating: "not-met", note: "Theirs." },
      "board-lead": { rating: "met" },
    });
    expect(world.text("audit.yaml")).toContain("  # Ours at the office.\n");
    expect(record.audit().responses).toEqual((await saved(world)).responses);
    expect(world.names()).toEqual([`${home}/audit.yaml`]);
  });

  it("the next answer is saved as well", async () => {
    const { world, record } = await recorded([response("board-lead")], (at) => at.write("audit.yaml", theirs));
    await record.record([response("safe-recruitment")]);
    expect(Object.keys((await saved(world)).responses)).toEqual(["whistleblowing", "board-lead", "safe-recruitment"]);
  });

  it.each<readonly [string, AuditChange]>([
    ["a fact", { kind: "fact", id: "provides-health-services", value: false }],
    ["a name", { kind: "organisation", name: "Riverside Trust" }],
    ["an assessor", { kind: "assessor", role: "Chair" }],
  ])("%s that they left alone is saved into theirs", async (_what, change) => {
    const { world, record, error } = await recorded([change], (at) => at.write("audit.yaml", theirs));
    expect(error).toBeNull();
    expect((await saved(world)).responses).toEqual({ whistleblowing: { rating: "not-met", note: "Theirs." } });
    expect(await saved(world)).toEqual(record.audit());
  });

  it.each<readonly [string, string, AuditChange]>([
    ["the same answer", answered("  board-lead: { rating: not-met }\n"), response("board-lead")],
    [
      "the same fact",
      emptyAudit.replace("employs-staff: false", "employs-staff: true"),
      { kind: "fact", id: "employs-staff", value: true },
    ],
    [
      "the same name",
      emptyAudit.replace("Riverside Youth Project", "Riverside"),
      { kind: "organisation", name: "Riverside Trust" },
    ],
    [
      "the reference beside the name",
      emptyAudit.replace("  facts:", "  reference: R1\n  facts:"),
      { kind: "organisation", name: "Riverside Trust" },
    ],
    ["the edition", emptyAudit.replace("working-together-2023", "working-together-2026"), response("board-lead")],
    ["the file so that it is none", `${emptyAudit}note: [`, response("board-lead")],
    [
      "an action with the id of ours",
      answered("  whistleblowing: { rating: not-met, actions: [{ id: A1, what: Write it, status: open }] }\n"),
      response("board-lead", action("A1")),
    ],
  ])("%s changed by them is left as they have it, and ours is rescued", async (_what, text, change) => {
    const { world, error } = await recorded([change], (at) => at.write("audit.yaml", text));
    expect(error?.message).toBe("audit.yaml was not written");
    expect(error?.diagnostics).toMatchObject([
      { code: "file-changed", message: "The file was changed by someone else while you worked on it." },
    ]);
    expect(error?.hint).toBe("Everything you answered, the last answer included, is in audit.yaml.rescued");
    expect(world.text("audit.yaml")).toBe(text);
    expect(world.names()).toEqual([`${home}/audit.yaml`, `${home}/audit.yaml.rescued`]);
    expect(await saved(world, "audit.yaml.rescued")).not.toEqual(
      await saved(memoryWorld({ "audit.yaml": emptyAudit })),
    );
  });

  it("one of several answers changed by them keeps all of ours out of theirs", async () => {
    const { world, error } = await recorded([response("board-lead"), response("whistleblowing")], (at) =>
      at.write("audit.yaml", theirs),
    );
    expect(error?.hint).toBe("Everything you answered, the last answer included, is in audit.yaml.rescued");
    expect(world.text("audit.yaml")).toBe(theirs);
    expect(Object.keys((await saved(world, "audit.yaml.rescued")).responses)).toEqual(["board-lead", "whistleblowing"]);
  });

  it("a byte order mark that they added is no change", async () => {
    const { world, error } = await recorded([response("board-lead")], (at) =>
      at.write("audit.yaml", `\uFEFF${emptyAudit}`),
    );
    expect(error).toBeNull();
    expect((await saved(world)).responses).toEqual({ "board-lead": { rating: "met" } });
  });
});

describe("what cannot be saved", () => {
  const only = (name: string) => (path: string) => (path === `${home}/${name}` ? "ENOSPC" : null);
  const outside = (path: string) => (path.startsWith(home) ? "EROFS" : null);

  it("because the file was removed is rescued, and the file is not brought back", async () => {
    const { world, error } = await recorded([response("board-lead")], (at) => at.remove("audit.yaml"));
    expect(error?.diagnostics).toMatchObject([{ message: "The file was removed while you worked on it." }]);
    expect(error?.hint).toBe("Everything you answered, the last answer included, is in audit.yaml.rescued");
    expect(world.names()).toEqual([`${home}/audit.yaml.rescued`]);
    expect((await saved(world, "audit.yaml.rescued")).responses).toEqual({ "board-lead": { rating: "met" } });
  });

  it("because the disk refuses the file is rescued beside it", async () => {
    const { world, error } = await recorded([response("board-lead")], () => undefined, { refuse: only("audit.yaml") });
    expect(error?.diagnostics).toMatchObject([{ code: "not-written", message: "The disk is full." }]);
    expect(world.text("audit.yaml")).toBe(emptyAudit);
    expect((await saved(world, "audit.yaml.rescued")).responses).toEqual({ "board-lead": { rating: "met" } });
  });

  it("because the disk refuses the folder is rescued to the temporary folder", async () => {
    const { world, error } = await recorded([response("board-lead")], () => undefined, { refuse: outside });
    const [, rescued = ""] = world.names();
    expect(rescued.startsWith(`${tmpdir()}/audit-rescued-`)).toBe(true);
    expect(error?.hint).toBe(`Everything you answered, the last answer included, is in ${rescued}`);
    expect((await saved(world, rescued)).responses).toEqual({ "board-lead": { rating: "met" } });
  });

  it("is told whole when no disk takes it", async () => {
    const { world, error } = await recorded([response("board-lead")], () => undefined, { refuse: () => "ENOSPC" });
    const [first, ...rest] = (error?.hint ?? "").split("\n");
    expect(first).toBe("Copy this before you close the window; it is your whole audit:");
    const { audit } = await parseAudit(rest.join("\n"), "the window");
    expect(audit.responses).toEqual({ "board-lead": { rating: "met" } });
    expect(world.names()).toEqual([`${home}/audit.yaml`]);
  });

  it("is not rescued over what was rescued before", async () => {
    const { world, error } = await recorded([response("board-lead")], (at) => {
      at.remove("audit.yaml");
      at.write("audit.yaml.rescued", "rescued before\n");
    });
    expect(world.text("audit.yaml.rescued")).toBe("rescued before\n");
    const [, rescued = ""] = world.names();
    expect(error?.hint).toBe(`Everything you answered, the last answer included, is in ${rescued}`);
    expect((await saved(world, rescued)).responses).toEqual({ "board-lead": { rating: "met" } });
  });

  it("of a new audit is rescued when somebody else has made the file meanwhile", async () => {
    const world = memoryWorld({});
    const record = await open(world);
    world.write("audit.yaml", emptyAudit);
    await expect(record.record([{ kind: "organisation", name: "Riverside Trust" }])).rejects.toThrow(
      "audit.yaml was not written",
    );
    expect(record.isSaved()).toBe(false);
    expect(world.text("audit.yaml")).toBe(emptyAudit);
    expect((await saved(world, "audit.yaml.rescued")).organisation.name).toBe("Riverside Trust");
  });

  it("because it could not be read again leaves what was there", async () => {
    const long = response("board-lead", { note: "x".repeat(2 * 1024 * 1024) });
    const { world, error } = await recorded([long], () => undefined);
    expect(error?.diagnostics).toMatchObject([{ code: "too-large" }]);
    expect(world.text("audit.yaml")).toBe(emptyAudit);
  });

  it("because it would hold more than is read leaves what was there", async () => {
    const evidence = Array.from({ length: 11_000 }, (_, index) => ({ title: `P${index}`, location: "Shelf" }));
    const { world, error } = await recorded([response("board-lead", { evidence })], () => undefined);
    expect(error?.diagnostics).toMatchObject([{ code: "too-large" }]);
    expect(world.text("audit.yaml")).toBe(emptyAudit);
  });

  it("because of a fault of ours is told as one", async () => {
    const world = memoryWorld({ "audit.yaml": emptyAudit });
    const files = { ...world.host.files, writeAtomic: () => Promise.reject(new TypeError("a bug")) };
    const record = await openRecord({ file: "audit.yaml", today }, { ...world.host, files });
    await expect(record.record([response("board-lead")])).rejects.toThrow(TypeError);
  });
});

describe("a record", () => {
  it("writes a new audit with its first answer, and not before", async () => {
    const world = memoryWorld({});
    const record = await open(world);
    expect([record.isSaved(), world.names()]).toEqual([false, []]);
    await record.record([{ kind: "organisation", name: "Riverside Trust" }]);
    expect([record.isSaved(), world.names()]).toEqual([true, [`${home}/audit.yaml`]]);
    await record.record([response("board-lead")]);
    expect(await saved(world)).toEqual(record.audit());
  });

  it("writes nothing for a change that changes nothing", async () => {
    const { world } = await recorded([{ kind: "fact", id: "charity", value: false }], () => undefined, {
      refuse: () => "ENOSPC",
    });
    expect(world.text("audit.yaml")).toBe(emptyAudit);
  });

  it("is of the edition that was asked for, or none", async () => {
    const world = memoryWorld({ "audit.yaml": emptyAudit });
    await expect(
      openRecord({ file: "audit.yaml", checklist: "working-together-2018", today }, world.host),
    ).rejects.toThrow("audit.yaml is an audit against working-together-2023, not working-together-2018");
  });
});
