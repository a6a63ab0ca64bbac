// A repository of policies made from realistic parts: the same every time.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const topics = [
  "Safeguarding",
  "Safer recruitment",
  "Whistleblowing",
  "Behaviour",
  "Trips and visits",
  "First aid",
  "Online safety",
  "Complaints",
  "Data protection",
  "Health and safety",
  "Medicines",
  "Equality",
];
const roles = [
  "designated safeguarding lead",
  "deputy manager",
  "chair of trustees",
  "club welfare officer",
  "volunteer co-ordinator",
  "headteacher",
];
const actions = [
  "keeps a written record of",
  "reports to the board on",
  "tells parents about",
  "reviews every term",
  "trains new volunteers in",
  "decides with the local authority about",
  "answers questions on",
];
const things = [
  "concerns about a child",
  "the checks made before anyone starts",
  "who may collect a child",
  "photographs taken at events",
  "allergies and medicines",
  "the use of telephones on site",
  "visitors and contractors",
  "what young people told us they want",
  "supervision meetings",
  "referrals to other agencies",
];
const closings = [
  "within one working day.",
  "at the next meeting, and minutes it.",
  "before the session begins.",
  "in the locked cabinet of the office.",
  "unless a child would be put at risk by it.",
  "as the local safeguarding partners ask.",
];

/** Writes so many policies of about 10 KB into folders of fifty below `folder`; returns their bytes together. */
export async function writePolicies(folder, count) {
  const pick = createPick(20_261_121);
  let bytes = 0;
  for (let number = 0; number < count; number += 1) {
    const place = join(folder, `policies-${String(Math.floor(number / 50)).padStart(3, "0")}`);
    if (number % 50 === 0) await mkdir(place, { recursive: true });
    const text = policy(number, pick);
    bytes += text.length;
    await writeFile(join(place, `policy-${String(number).padStart(4, "0")}.md`), text);
  }
  return bytes;
}

function policy(number, pick) {
  const topic = pick(topics);
  const parts = [
    `---\ntitle: ${topic} policy ${number}\nreviewed: 2026-0${1 + (number % 9)}-15\nreview_period: 1y\napproved_by: Trustees\n---\n\n# ${topic}\n`,
  ];
  for (let length = 0; length < 9_700; length += parts.at(-1).length) parts.push(section(pick));
  return parts.join("\n");
}

function section(pick) {
  const list = Array.from({ length: 5 }, () => `* The ${pick(roles)} ${pick(actions)} ${pick(things)}`);
  const rows = Array.from({ length: 3 }, () => `| ${pick(roles)} | ${pick(things)} | yearly |`);
  return `## ${pick(topics)} and ${pick(things)}\n\n${sentences(pick, 5)}\n\nOur ${pick(roles)} will:\n\n${list.join("\n")}\n\n${sentences(pick, 4)}\n\n| Who | What | How often |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}

function sentences(pick, count) {
  return Array.from(
    { length: count },
    () => `The ${pick(roles)} ${pick(actions)} ${pick(things)} and ${pick(things)} ${pick(closings)}`,
  ).join("\n");
}

/** A linear congruential generator: chance that repeats. */
function createPick(seed) {
  let state = seed;
  return (list) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)];
  };
}
