import { expect, it } from "vitest";
import { stoppableFiles } from "../../src/evidence/stoppable-files.js";
import { fakeFiles, root } from "./fake-files.js";

const path = `${root}/policies/safeguarding.md`;
const looks = [
  ["status", (files: ReturnType<typeof stoppableFiles>) => files.status(path)],
  ["read", (files: ReturnType<typeof stoppableFiles>) => files.read(path, 4)],
  ["list", (files: ReturnType<typeof stoppableFiles>) => files.list(`${root}/policies`)],
  ["realPath", (files: ReturnType<typeof stoppableFiles>) => files.realPath(path)],
  ["alone", (files: ReturnType<typeof stoppableFiles>) => files.alone(path, async () => "done")],
  ["writeAtomic", (files: ReturnType<typeof stoppableFiles>) => files.writeAtomic(path, "new")],
  ["makeFolder", (files: ReturnType<typeof stoppableFiles>) => files.makeFolder(path)],
] as const;

it.each(looks)("%s does what the disk does, until it is stopped", async (_name, look) => {
  const disk = fakeFiles({ "policies/safeguarding.md": "# Policy\n" });
  const stop = new AbortController();
  const files = stoppableFiles(disk, stop.signal);
  const outcome = (work: Promise<unknown>) => work.catch((error: unknown) => String(error));
  expect(await outcome(look(files))).toEqual(await outcome(look(disk)));
  stop.abort();
  await expect(look(files)).rejects.toMatchObject({ code: "ECANCELED" });
});

it("lets others have their turn before each look", async () => {
  const files = stoppableFiles(fakeFiles({ "a.md": "" }), new AbortController().signal);
  const order: string[] = [];
  setImmediate(() => order.push("a key"));
  await files.read(`${root}/a.md`, 1);
  order.push("read");
  expect(order).toEqual(["a key", "read"]);
});
