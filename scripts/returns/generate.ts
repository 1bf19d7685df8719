// Invented returns for measuring and for tests: the same numbers give the same bytes.
import { type Dice, random } from './dice.ts';
import { type Put, workbookOf } from './workbook.ts';

const CATEGORIES = ['NEG', 'PHY', 'SAB', 'EMO', 'MUL'];

/** The CIN census, child by child; one child in eight has a plan, some two. */
export function* cinXml(children: number, year = 2026): Iterable<string> {
  yield `<?xml version="1.0" encoding="utf-8"?>\n<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>${year}</Year>`;
  yield `<ReferenceDate>${year}-03-31</ReferenceDate></CollectionDetails></Header>\n<Children>\n`;
  for (let n = 0; n < children; n++) yield childXml(n, year);
  yield '</Children></Message>\n';
}

const tag = (name: string, text: string): string => `<${name}>${text}</${name}>`;

function childXml(n: number, year: number): string {
  const dice = random(1_000_003 + n);
  const [enquiry, plan] = dice.chance(1 / 8) ? planXml(dice, year) : ['', ''];
  const open = dice.chance(0.6);
  const closed = open ? '' : tag('CINclosureDate', dice.day(year - 1, year - 1)) + tag('ReasonForClosure', 'RC7');
  return [
    '<Child><ChildIdentifiers>',
    tag('LAchildID', `EX-${String(n).padStart(7, '0')}`) + tag('UPN', `A${String(dice.below(1e9)).padStart(12, '0')}`),
    tag('PersonBirthDate', dice.day(year - 17, year - 3)) + tag('Sex', 'F'),
    '</ChildIdentifiers><ChildCharacteristics>',
    tag('Ethnicity', 'WBRI') + tag('Disabilities', tag('Disability', 'NONE')),
    '</ChildCharacteristics><CINdetails>',
    tag('CINreferralDate', dice.day(year - 2, year - 2)) +
      tag('ReferralSource', '1A') +
      tag('PrimaryNeedCode', 'N1') +
      closed,
    enquiry + tag('ReferralNFA', '0') + plan,
    '</CINdetails></Child>\n',
  ].join('');
}

/** An enquiry and the plan that it led to. */
function planXml(dice: Dice, year: number): [string, string] {
  const start = dice.day(year - 1, year - 1);
  const ended = dice.chance(0.3) ? tag('CPPendDate', `${year}-02-${10 + dice.below(18)}`) : '';
  const category = dice.pick(CATEGORIES);
  const days = ['S47ActualStartDate', 'InitialCPCtarget', 'DateOfInitialCPC'].map((name) => tag(name, start));
  const codes = [
    tag('InitialCategoryOfAbuse', category),
    tag('LatestCategoryOfAbuse', category),
    tag('NumberOfPreviousCPP', '0'),
  ];
  const review = tag('Reviews', tag('CPPreviewDate', `${year}-01-${10 + dice.below(18)}`));
  return [
    tag('Section47', days.join('') + tag('ICPCnotRequired', '0')),
    tag('ChildProtectionPlans', [tag('CPPstartDate', start), ended, ...codes, review].join('')),
  ];
}

const DAY_FIRST = (day: string): string => day.split('-').reverse().join('/');

/** The episodes of SSDA903, three a child, each in its turn: rows of one child stand far apart. */
export function* episodesCsv(episodes: number): Iterable<string> {
  yield 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';
  const children = Math.ceil(episodes / 3);
  for (let n = 0; n < episodes; n++) {
    const [child, turn] = [n % children, Math.floor(n / children)];
    const dice = random(2_000_003 + child);
    const days = [dice.day(2023, 2023), dice.day(2024, 2024), dice.day(2025, 2025)].map(DAY_FIRST);
    const [start, end] = [days[turn], days[turn + 1]];
    const row = [
      900000 + child,
      start,
      turn === 0 ? 'S' : 'P',
      dice.pick(['C1', 'C2', 'V2']),
      'N1',
      dice.pick(['U1', 'U4', 'K2']),
    ];
    yield `${[...row, 'PR1', end ?? '', 'X1', '', 'EX1 1EX', 'EX1 1EX', 'URN0001'].join(',')}\n`;
  }
}

const LIST_7 = [
  'Child Unique ID',
  'Gender',
  'Date of Birth',
  'Child Protection Plan Start Date',
  'Initial Category of Abuse',
  'Latest Category of Abuse',
  'Date of the Last Statutory Visit',
  'Was the Child Seen Alone?',
  'Date of latest review conference',
  'Child Protection Plan End Date',
  'Number of Previous Child Protection Plans',
  'Allocated Worker',
];

/** A workbook with list 7 of Annex A. */
export function listBook(rows: number): Buffer {
  const body = Array.from({ length: rows }, (_, n): Put[] => {
    const dice = random(3_000_003 + n);
    const [born, start] = [dice.day(2010, 2022), dice.day(2025, 2025)];
    const words = dice.pick(['Neglect', 'b) Physical Abuse', 'EMO']);
    const days: Put[] = [{ day: `2026-01-${10 + dice.below(18)}` }, 'a) Yes', { day: '2026-02-03' }, undefined];
    return [900000 + n, 'a) Female', { day: born }, { day: start }, words, words, ...days, 0, `Worker ${n}`];
  });
  return workbookOf([{ name: 'List 7', rows: [LIST_7, ...body] }]);
}
