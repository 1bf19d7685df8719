import { describe, expect, test } from 'vitest';
import { type Put, type Sheet, workbookOf } from '../../../scripts/returns/workbook.ts';
import { given, inMemory, line, values } from '../../support/returns.ts';

const day = (text: string): Put => ({ day: text });
const xml = (text: string): Put => ({ xml: text });

const LIST_7: Put[] = [
  'Child Unique ID',
  'Date of Birth',
  'Child Protection Plan Start Date',
  'Initial Category of Abuse',
  'Latest Category of Abuse',
  'Date of the Last Statutory Visit',
  'Was the Child Seen Alone?',
  'Date of latest review conference',
  'Child Protection Plan End Date',
  'Number of Previous Child Protection Plans',
];

/** Lists with a row or two each, as an inspector gets them. */
const LISTS: Sheet[] = [
  {
    name: 'List 5',
    rows: [
      [
        'Child Unique ID',
        'Strategy discussion initiating Section 47 Enquiry Start Date',
        'Was an Initial Child Protection Conference deemed unnecessary?',
        'Date of Initial Child Protection Conference',
      ],
      ['900202 ', day('2025-09-16'), 'b) No', '06/10/2025'],
    ],
  },
  {
    name: 'List 6',
    rows: [
      ['Children in Need – snapshot'],
      [],
      ['Child Unique ID', 'CIN Start Date', 'CIN Closure Date', 'Reason for Closure', 'Case Status'],
      [900401, day('2024-02-01'), undefined, undefined, 'CP/CLA'],
    ],
  },
  {
    name: 'List 7',
    rows: [
      LIST_7,
      [
        900202,
        day('2018-07-20'),
        day('2025-10-06'),
        'Neglect',
        'b) Physical Abuse',
        day('2025-11-10'),
        'a) Yes',
        undefined,
        undefined,
        1,
      ],
    ],
  },
  {
    name: 'List 8',
    rows: [
      [
        'Child Unique ID',
        'Date Started to be Looked After',
        'Start date of current legal status',
        "Child's Legal Status",
        'Date of Latest Statutory Review',
        'Date Ceased to be Looked After',
        'Reason Ceased to be Looked After',
        'Start Date of Most Recent Placement',
        'Placement Type',
      ],
      [
        900401,
        day('2024-09-01'),
        day('2025-02-01'),
        'C2: FCO',
        day('2025-09-29'),
        undefined,
        undefined,
        day('2025-07-01'),
        'K3: Supported accommodation',
      ],
    ],
  },
];

const CHILDREN = [
  {
    id: '900202',
    born: '2018-07-20',
    plans: [{ start: '2025-10-06', initialCategory: 'NEG', latestCategory: 'PHY', plansBefore: 1, reviews: [] }],
    conferences: [{ day: '2025-10-06', kind: 'initial' }],
    enquiries: [{ start: '2025-09-16', conference: '2025-10-06', noConference: false }],
    visits: [{ day: '2025-11-10', under: 'plan', seenAlone: true }],
  },
  {
    id: '900401',
    lookedAfterReviews: ['2025-09-29'],
    episodes: [{ start: '2025-07-01', status: 'C2', placement: 'K3', careBegan: '2024-09-01', presentOnly: true }],
    hints: [
      { code: 'case_status', says: 'The list says that the child is on a child protection plan.' },
      { code: 'case_status', says: 'The list says that the child is looked after.' },
    ],
  },
];

const book = (sheets: Sheet[], options = {}) => inMemory('annex-a.xlsx', workbookOf(sheets, options));

describe('Annex A', () => {
  test('as a workbook: ids as numbers and as texts are one, and a title may stand above a header', () => {
    expect(values(given([book(LISTS)]))).toEqual(CHILDREN);
  });

  test.each([
    ['days counted from 1904', { from1904: true }],
    ['texts in the cells themselves', { inline: true }],
    ['both', { from1904: true, inline: true }],
  ])('with %s', (_, options) => expect(values(given([book(LISTS, options)]))).toEqual(CHILDREN));

  test('as one CSV file a list', () => {
    const cell = (put: Put): string =>
      typeof put === 'object' && 'day' in put ? put.day.split('-').reverse().join('/') : String(put ?? '');
    const files = LISTS.map(({ name, rows }) => {
      const width = Math.max(...rows.map(({ length }) => length));
      return inMemory(
        `${name}.csv`,
        rows.map((row) => Array.from({ length: width }, (_, at) => cell(row[at])).join(',')).join('\n'),
      );
    });
    expect(values(given(files))).toEqual(CHILDREN);
  });

  test('does not read a sheet that is hidden', () => {
    const hidden = LISTS.map((sheet) => ({ ...sheet, state: sheet.name === 'List 7' ? 'hidden' : 'visible' }));
    const old = LISTS.map((sheet) => ({ ...sheet, state: sheet.name === 'List 8' ? 'veryHidden' : 'visible' }));
    expect(given([book(hidden)]).children.flatMap(({ plans }) => plans)).toEqual([]);
    expect(given([book(old)]).children.flatMap(({ episodes }) => episodes)).toEqual([]);
  });
});

describe('a cell of a workbook that cannot be read is never an empty one', () => {
  const plan = (end: Put, start: Put = day('2025-10-06')): Put[] => [
    900202,
    day('2018-07-20'),
    start,
    'Neglect',
    'Neglect',
    undefined,
    undefined,
    undefined,
    end,
  ];
  const read = (row: Put[]) => given([book([{ name: 'List 7', rows: [LIST_7, row] }])]);
  const seen = (row: Put[]) => {
    const { children, problems } = read(row);
    return [
      children[0]?.plans.map(({ start, end }) => `${start.value} to ${end?.value ?? 'open'}`),
      problems.map(({ code }) => code),
    ];
  };

  test.each([
    ['an empty cell', undefined, ['2025-10-06 to open'], []],
    ['an empty text', '', ['2025-10-06 to open'], []],
    ['an empty cell with a style', xml('<c s="1"/>'), ['2025-10-06 to open'], []],
    ['a formula that gave an empty text', xml('<c t="str"><f>IF(1,"","")</f><v></v></c>'), ['2025-10-06 to open'], []],
    ['#N/A', xml('<c t="e"><v>#N/A</v></c>'), [], ['unreadable_cell']],
    ['#REF! of a formula', xml('<c t="e"><f>A1</f><v>#REF!</v></c>'), [], ['unreadable_cell']],
    ['a formula without a result', xml('<c s="1"><f>G5+365</f></c>'), [], ['unreadable_cell']],
    ['a shared formula without a result', xml('<c s="1"><f t="shared" si="0"/></c>'), [], ['unreadable_cell']],
    ['a formula with a result', xml('<c s="1"><f>G5+365</f><v>46000</v></c>'), ['2025-10-06 to 2025-12-09'], []],
    ['a number without the style of a date', 46000, ['2025-10-06 to 2025-12-09'], []],
    ['a number that is no day', 20250306, [], ['not_a_date']],
    ['a day with a fraction', xml('<c s="1"><v>46000.4375</v></c>'), ['2025-10-06 to 2025-12-09'], ['date_with_time']],
    ['a date cell of its own type', xml('<c t="d"><v>2025-12-09</v></c>'), ['2025-10-06 to 2025-12-09'], []],
    [
      'rich text with a reading above it',
      xml('<c t="inlineStr"><is><r><t>09/12</t></r><r><t>/2025</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>'),
      ['2025-10-06 to 2025-12-09'],
      [],
    ],
    ['an end before the start', day('2025-10-05'), [], ['plan_ends_before_start']],
  ] as [string, Put, string[], string[]][])('%s as the end of a plan', (_, put, plans, codes) =>
    expect(seen(plan(put))).toEqual([plans, codes]),
  );

  test('and is named by sheet, row and column', () => {
    expect(read(plan(xml('<c t="e"><v>#N/A</v></c>'))).problems.map(line)).toEqual([
      'annex-a.xlsx:List 7:2:9 (Child Protection Plan End Date): The end of the plan is an error of the workbook, such as #N/A, so it cannot be read. This plan is left out, because it may be open or ended. [unreadable_cell]',
    ]);
  });
});

describe('a word that stands for several codes gives none', () => {
  const care = (status: string, placement: string) => {
    const [head = []] = LISTS[3]?.rows ?? [];
    const row = [
      1,
      day('2024-09-01'),
      day('2024-09-01'),
      status,
      undefined,
      undefined,
      undefined,
      day('2024-09-01'),
      placement,
    ];
    const { children, problems } = given([book([{ name: 'List 8', rows: [head, row] }])]);
    return [
      children[0]?.episodes[0],
      children[0]?.hints.map(({ code }) => code),
      problems.map(({ severity }) => severity),
    ];
  };

  test('and is asked about', () => {
    const [episode, hints, severities] = care('Accommodated under S20', 'Foster placement');
    expect(episode).not.toHaveProperty('status');
    expect(episode).not.toHaveProperty('placement');
    expect(hints).toEqual(['status_group', 'placement_group']);
    expect(severities).toEqual(['warning', 'warning']);
  });
});
