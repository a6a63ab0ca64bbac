import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readShippedChecklist } from "../../dist/files/shipped.js";

const policies = [
  "safeguarding",
  "safer-recruitment",
  "whistleblowing",
  "allegations",
  "information-sharing",
  "supervision",
];
const paragraph =
  "Every worker and volunteer knows who leads on safeguarding, and tells them of a worry on the same day.";

/** Writes an audit of 60 responses, some 23 KB, with the documents it cites; returns the file's path. */
export async function writeLargeAudit(folder) {
  await mkdir(join(folder, "policies"), { recursive: true });
  for (const name of policies) {
    const text = `# ${name}\n\nApproved by the trustees, reviewed every year.\n\n${`${paragraph}\n\n`.repeat(30)}`;
    await writeFile(join(folder, "policies", `${name}.md`), text);
  }
  const checklist = await readShippedChecklist("working-together-2026");
  const requirements = checklist.standards.flatMap((standard) => standard.requirements).slice(0, 60);
  const responses = requirements.map(responseText).join("");
  const path = join(folder, "audit.yaml");
  await writeFile(path, header + responses);
  return path;
}

const examples = new URL("../../checklists/examples/overlays/", import.meta.url);

/** The same audit with three overlays, each extending the one before: a partnership's, a trust's and a school's. */
export async function writeLayeredAudit(folder, audit) {
  for (const name of ["anytown-2026.yaml", "bright-harbour-2026.yaml"])
    await copyFile(new URL(name, examples), join(folder, name));
  await writeFile(
    join(folder, "harbour-school-2026.yaml"),
    `schema: overlay/1
id: harbour-school-2026
title: Harbour School, self-review 2026
extends: bright-harbour-2026
sources: [{ id: school-plan, title: The school's development plan, kind: local-document }]
strengthens:
  whistleblowing: { look-for: [The number of the trust's line hangs in the staff room.], review: P6M }
  mandatory-induction: { look-for: [Supply teachers are shown who leads before their first lesson.] }
`,
  );
  const overlays = "overlays: [anytown-2026.yaml, bright-harbour-2026.yaml, harbour-school-2026.yaml]\n";
  const text = await readFile(audit, "utf8");
  const path = join(folder, "layered.yaml");
  await writeFile(path, text.replace("organisation:\n", `${overlays}organisation:\n`));
  return path;
}

/** The audits of the years before, with the same answers, oldest first; returns the files' paths. */
export async function writeEarlierAudits(folder, audit, years) {
  const text = await readFile(audit, "utf8");
  const paths = years.map((year) => join(folder, `audit-${year}.yaml`));
  for (const [index, year] of years.entries())
    await writeFile(paths[index], text.replaceAll("2026-", `${year}-`).replaceAll("2027-", `${Number(year) + 1}-`));
  return paths;
}

const header = `schema: audit/1
checklist: working-together-2026
organisation:
  name: Riverside Council
  facts:
    sector: [local-authority, adult-social-care, housing, health-provider, health-commissioner, general-practice, police]
    employs-staff: true
    has-volunteers: true
period: { from: 2026-01-01, to: 2026-12-31 }
assessors: [{ role: Designated safeguarding lead }]
responses:
`;

function responseText({ id, digest }, index) {
  const policy = policies[index % policies.length];
  return `  ${id}:
    rating: ${index % 5 === 0 ? "partly-met" : "met"}
    evidence:
      - title: ${policy} policy
        path: policies/${policy}.md
        reviewed: 2026-03-01
        review-due: 2027-03-01
    note: Read again with the head of service; staff could say what it asks of them.
    assessed: { on: 2026-11-02, by: Designated safeguarding lead }
    question: ${digest}
`;
}
