const part = "(?:Mac|Mc|De|Van|Le|La|Di|Al|Fitz)?(?:\\p{Lu}['’])?\\p{Lu}\\p{Ll}{1,20}(?:[-'’]\\p{Lu}\\p{Ll}{1,20})?";
const title = "(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Revd|Reverend|Fr|Father|Cllr|Canon|Pastor|Sir|Sister)";
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}@./-])(?:(?<title>${title})\\.? (?:\\p{Lu}\\.? )?${part}(?: ${part})?|${part}(?: \\p{Lu}\\.?)?(?: (?:de|van|von|la|le|al|bin|ap) )?(?: ?${part}){1,2})(?![\\p{L}\\p{N}@])`,
  "gu",
);

/** Words with a capital that are no part of a person's name: roles, bodies, laws, places, days, openings of sentences. */
const noNames: ReadonlySet<string> = new Set(
  `a about above abuse academy access according accident act action activity address administrator admin admissions adult adults advice advisor adviser advisory after against age agency agreement aid all allegation allegations alliance also an and annual any appendix application appointed april archdeacon are area as assessment assistant association at august authority authorised award bank barring based basic be behaviour being best birth bishop board body bodies borough british build bullying bureau but by call camp captain care carer case catholic centre chair chairman chairperson chairwoman champion charity check checks chief child childcare childline childminder children christian church city class clerk club co coach code college commission commissioner committee community company complaints concern conduct confidential constabulary consent contact cooperative coordinator co-ordinator council councillor county court create created criminal curriculum dame data date day dbs deacon dear december deputy department designated details diocesan diocese director directors disclosure district division do document draft duty each early east education effective elder emergency email employee employees england english ensure equality equal evening event every executive facebook family february federation finance first fire football for form foundation friday from full fun further gateway gdpr general girls good governance governing governor governors government great green group guidance guide hall hand he head headmaster headmistress headteacher health helpline her high his holy home hospital hotline house how hub human if immediate important in incident incorporated independent infant information insert inspector instructor internal international internet is issue it january job july june junior keeping key lado lady last law lead leader leadership leisure level liaison life limited line list local london lord ltd main management manager march may measures medical medicine member members membership methodist minister ministry missing mobile monday month montessori multi music my name named national national neglect new next nhs no north northern not notes november nspcc number nursery october of office officer officers ofsted old on one online operations order organisation other our out out-of-hours overall page panel parent parents parish park parochial part partner partners partnership pastoral patron people person personal personnel phone physical place plan play please police policies policy position post practice practitioner pre pre-school preschool president prevent prevention primary principal principles privacy procedure procedures professional programme project protection provider public pupil pupils quality queen reading record records referral registered registrar regional report reporting representative responsible responsibility review riverside road role room royal rule rules safe safeguarding safer safety saint samaritans saturday scheme school science scotland scottish scout secondary secretary section security see senior september service services session setting sexual she sign signed signature single site social society south special sport sports square staff standards state statement statutory steward street strategic student students summer sunday superintendent supervisor support swimming synod tel telephone teacher team technology tell template term that the their then there these they this thursday time title to together town training travel treasurer trust trustee trustees tuesday under union unit united university urgent use vice vicar village visitor volunteer volunteers wales warden we website wednesday welcome welfare welsh west what when where who whole why with witness work worker working world year yes you young your youth`.split(
    /\s+/u,
  ),
);

/** Whether a text names a person: two words or more with capitals, or one after "Mrs", none of them a word of an office. */
export function hasPersonName(text: string): boolean {
  return namesIn(text).length > 0;
}

/** Whether the text opens with a name of a person. */
export function opensWithPersonName(text: string): boolean {
  return namesIn(text).some(({ from }) =>
    /^(?:\W|(?:the|our|currently|now|called|named) )*$/u.test(text.slice(0, from)),
  );
}

/** Whether the text ends with a name of a person. */
export function endsWithPersonName(text: string): boolean {
  return namesIn(text).some(({ to }) => /^\W{0,3}$/u.test(text.slice(to)));
}

interface Name {
  readonly from: number;
  readonly to: number;
}

function namesIn(text: string): readonly Name[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: name, index, groups }) => {
    const words = name.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? [];
    const bare = groups?.["title"] === undefined ? words : words.slice(1);
    const isOffice = bare.map((word) => noNames.has(word.replace(/['’]s$/u, "")));
    const to = index + name.length;
    if (!isOffice.includes(true)) return [{ from: index, to }];
    // "Officer Mary Reed" and "Mary Reed Trustee": the name is what is left.
    if (isOffice.length < 3 || isOffice.filter(Boolean).length > isOffice.length - 2) return [];
    return isOffice[0] === true || isOffice.at(-1) === true ? [{ from: index, to }] : [];
  });
}
