import { describe, expect, test } from 'vitest';
import { imported, piece } from './kit.ts';

const SOURCE = 'source: CIN census to 2025-03-31';
const OPEN = `current_plan: {began: 2025-01-10, category: NEG, ${SOURCE}, open_on: 2025-03-31}\n`;
const plan = (more: object = {}) => ({ start: '2025-01-10', latestCategory: 'NEG', ...more });
const cin = (year: number, ...plans: object[]) => piece('cin', `${year}-03-31`, { plans: plans as never });

describe('a plan that an earlier import wrote', () => {
  test('is open on the later day', () => {
    const { file, conflicts } = imported(OPEN, cin(2026, plan()));
    expect(file.current_plan).toMatchObject({ open_on: '2026-03-31', source: 'CIN census to 2026-03-31' });
    expect(conflicts).toEqual([]);
  });

  test('is an earlier plan once it has ended', () => {
    const { file } = imported(OPEN, cin(2026, plan({ end: '2025-09-04', latestCategory: 'EMO' })));
    expect(file.current_plan).toBeUndefined();
    expect(file.previous_plans).toEqual({
      plans: [{ began: '2025-01-10', ended: '2025-09-04', category: 'EMO', source: 'CIN census to 2026-03-31' }],
    });
  });

  test.each([
    [
      'a block',
      `# before the plan\ncurrent_plan:\n  # the file is in the archive\n  began: 2025-01-10 # as in the minutes\n  category: NEG\n  ${SOURCE}\n  open_on: 2025-03-31\n`,
    ],
    ['one line', `${OPEN.trimEnd()} # the file is in the archive\n# as in the minutes\n`],
    [
      'a block beside earlier plans',
      `previous_plans:\n  plans:\n    - began: 2019-03-01 # the first\n      ended: 2019-12-01\ncurrent_plan:\n  began: 2025-01-10 # as in the minutes\n  # the file is in the archive\n  ${SOURCE}\n  open_on: 2025-03-31\n`,
    ],
    [
      'flow beside earlier plans',
      `previous_plans: {plans: [{began: 2019-03-01, ended: 2019-12-01}]} # the first\n${OPEN.trimEnd()} # the file is in the archive, as in the minutes\n`,
    ],
  ])('takes every comment along where it has ended and is written as %s', (_, before) => {
    const { text, file } = imported(before, cin(2026, plan({ end: '2025-09-04' })));
    expect(file.current_plan).toBeUndefined();
    const comments = (of: string): string[] => [...of.matchAll(/#.*/g)].map(([one]) => one).sort();
    expect(comments(text)).toEqual(comments(before));
    expect(imported(text, cin(2026, plan({ end: '2025-09-04' }))).text).toBe(text);
  });

  test('shows the category that gives way, or stays, where it has ended', () => {
    const ended = cin(2026, plan({ end: '2025-09-04', latestCategory: 'EMO' }));
    const shownOf = ({ items }: ReturnType<typeof imported>) => items.map(({ kind, shown }) => `${kind}: ${shown}`);
    expect(shownOf(imported(OPEN, ended))).toContainEqual(expect.stringMatching(/^change: It was `NEG`; it is `EMO`/));
    const own = imported(OPEN.replace('to 2025-03-31', 'to 2025-03-31; changed by hand'), ended);
    expect(own.file.previous_plans?.plans?.[0]?.category).toBe('NEG');
    expect(shownOf(own)).toContainEqual(
      expect.stringMatching(/^conflict: The case file has `NEG`; the return has `EMO`/),
    );
    expect(imported(own.text, ended).conflicts).toEqual(own.conflicts);
  });

  test('stays, to be asked about, where a later return does not have it', () => {
    const before = OPEN;
    expect(imported(before, piece('cin', '2026-03-31', { born: '2016-05-04' })).file.current_plan).toEqual(
      imported(before).file.current_plan,
    );
  });

  test('has an end that is not known once another plan is open', () => {
    const { file, conflicts } = imported(OPEN, cin(2026, plan({ start: '2025-11-20' })));
    expect(file.current_plan).toMatchObject({ began: '2025-11-20', open_on: '2026-03-31' });
    expect(file.previous_plans?.plans).toEqual([
      { began: '2025-01-10', category: 'NEG', source: 'CIN census to 2025-03-31' },
    ]);
    expect(conflicts).toEqual([]);
  });

  test('is not changed by an older return, which adds what it knows of the past', () => {
    const older = cin(2024, plan({ start: '2023-02-01' }), plan({ start: '2021-05-05', end: '2022-01-01' }));
    const { file } = imported(OPEN, older);
    expect(file.current_plan).toMatchObject({ began: '2025-01-10', open_on: '2025-03-31' });
    expect(file.previous_plans?.plans?.map(({ began, ended }) => [began, ended])).toEqual([
      ['2021-05-05', '2022-01-01'],
      ['2023-02-01', undefined],
    ]);
  });

  test('stays confirmed, until a return has an end after that day', () => {
    const confirmed = OPEN.replace('}', ', confirmed: 2025-08-01}');
    expect(imported(confirmed, cin(2026, plan())).text).toBe(confirmed);
    const early = imported(confirmed, cin(2026, plan({ end: '2025-06-01' })));
    expect(early).toMatchObject({ text: confirmed, conflicts: ['plan_ended_in_return'] });
    expect(imported(confirmed, cin(2026, plan({ end: '2025-09-01' }))).file.current_plan).toBeUndefined();
  });

  test('keeps what a person changed in it', () => {
    const own = OPEN.replace('to 2025-03-31', 'to 2025-03-31; changed by hand');
    const { file, conflicts } = imported(own, cin(2026, plan({ latestCategory: 'EMO' })));
    expect(file.current_plan).toMatchObject({ category: 'NEG', open_on: '2026-03-31' });
    expect(conflicts).toEqual(['category_differs']);
  });

  test('is in conflict where the same return has another value: somebody has changed one of the two', () => {
    const { text, conflicts } = imported(OPEN, cin(2025, plan({ latestCategory: 'EMO' })));
    expect({ text, conflicts }).toEqual({ text: OPEN, conflicts: ['category_differs'] });
  });
});

describe('what a person wrote', () => {
  test.each([
    ['another start of the open plan', 'current_plan: {began: 2025-03-01}\n', 'open_plan_differs'],
    ['that there is no plan', 'current_plan: none\n', 'open_plan_differs'],
    [
      'the end of that plan',
      'previous_plans: {plans: [{began: 2025-01-10, ended: 2025-06-01, category: NEG}]}\n',
      'plan_open_in_return',
    ],
  ])('stays, with both sides: %s', (_, text, code) => {
    const found = imported(text, cin(2026, plan()));
    expect({ text: found.text, conflicts: found.conflicts }).toEqual({ text, conflicts: [code] });
  });

  test('that all plans are listed, or how many there were, is not overruled', () => {
    for (const whole of ['complete: yes', 'count: 1']) {
      const text = `previous_plans: {${whole}, plans: [{began: 2019-01-10, ended: 2019-06-01}]}\n`;
      const found = imported(text, cin(2026, plan({ end: '2025-09-01' })));
      expect({ text: found.text, conflicts: found.conflicts }).toEqual({ text, conflicts: ['plan_not_in_case'] });
    }
  });

  test('a less precise date is the same date', () => {
    const text = 'child: {born: 2016}\nprevious_plans: {plans: [{began: 2025-01, ended: 2025, category: NEG}]}\n';
    const found = imported(
      text,
      piece('cin', '2026-03-31', { born: '2016-05-04', plans: [plan({ end: '2025-09-01' })] }),
    );
    expect({ text: found.text, conflicts: found.conflicts }).toEqual({ text, conflicts: [] });
  });

  test('another date of birth stops the child', () => {
    const text = 'child: {born: 2015-05-04} # by the certificate\n';
    const found = imported(text, piece('cin', '2026-03-31', { born: '2016-05-04', plans: [plan()] }));
    expect({ text: found.text, conflicts: found.conflicts }).toEqual({ text, conflicts: ['birth_date_differs'] });
  });

  test('that there was no care is not overruled', () => {
    const care = piece('ssda903', '2026-03-31', { episodes: [{ start: '2025-05-05', status: 'C2', reasonNew: 'S' }] });
    expect(imported('looked_after: none\n', care)).toMatchObject({
      text: 'looked_after: none\n',
      conflicts: ['care_in_return'],
    });
  });

  test('an answer on earlier plans stays', () => {
    const text = 'answers: {earlier_plans: 3}\n';
    const counted = cin(2026, plan({ start: '2020-01-10', end: '2020-09-01' }), plan({ plansBefore: 4 }));
    expect(imported(text, counted).file.answers).toEqual({ earlier_plans: 3 });
  });

  test.each([
    [0, 'A return counts no earlier plans.'],
    [2, 'A return counts earlier plans of which no dates are known.'],
  ])('a count of %i that stands alone is put as it is', (plansBefore, says) => {
    const { items, file } = imported('', cin(2026, plan({ plansBefore })));
    expect(items.map((one) => one.says)).toEqual([expect.stringContaining(says)]);
    expect(file.answers).toBeUndefined();
  });
});

describe('sources of the same day that differ', () => {
  test('give no category, and no end, and say so', () => {
    const annex = (more: object) => piece('annex_a', '2026-03-31', { plans: [plan(more)] });
    const found = imported('', cin(2026, plan({ latestCategory: 'EMO' })), annex({}));
    expect(found.conflicts).toEqual(['sources_differ']);
    expect(found.file.current_plan).not.toHaveProperty('category');
    const ended = imported('', cin(2026, plan({ end: '2025-09-01' })), annex({ end: '2025-10-01' }));
    expect(ended.conflicts).toEqual(['sources_differ']);
    expect(ended.file.previous_plans?.plans?.[0]?.ended).toBe('2025');
    const open = imported('', cin(2026, plan({ end: '2025-09-01' })), annex({}));
    expect(open.conflicts).toEqual(['sources_differ']);
    expect(open.file.current_plan).toMatchObject({ open_on: '2026-03-31' });
  });

  test('two plans that are open at once are both left out', () => {
    const { file, conflicts } = imported('', cin(2026, plan(), plan({ start: '2025-06-01' })));
    expect(conflicts).toEqual(['two_open_plans']);
    expect(file).not.toHaveProperty('current_plan');
    expect(file).not.toHaveProperty('previous_plans');
  });

  test('starts some days apart are one plan, as precisely as all agree, and a question', () => {
    const { file, codes } = imported(
      '',
      cin(2026, plan()),
      piece('annex_a', '2026-03-31', { plans: [plan({ start: '2025-01-14' })] }),
    );
    expect(file.current_plan).toMatchObject({ began: '2025-01' });
    expect(codes).toEqual(['two_plans_may_be_one']);
  });

  test('two dates of birth are perhaps two children: nothing is imported', () => {
    const found = imported(
      '',
      piece('cin', '2025-03-31', { born: '2016-05-04' }),
      piece('cin', '2026-03-31', { born: '2016-04-05', plans: [plan()] }),
    );
    expect(found).toMatchObject({ text: '', conflicts: ['birth_dates_differ'] });
  });
});

describe('episodes of care', () => {
  const care = (year: number, ...episodes: object[]) =>
    piece('ssda903', `${year}-03-31`, { episodes: episodes as never });
  const first = { start: '2024-05-05', status: 'C1', placement: 'U4', reasonNew: 'S' };

  test('follow a later return', () => {
    const { text } = imported('', care(2025, first));
    const now = imported(
      text,
      care(
        2026,
        { ...first, end: '2025-06-01', reasonEnd: 'X1' },
        { start: '2025-06-01', status: 'C2', placement: 'P1', reasonNew: 'B' },
      ),
    );
    expect(now.conflicts).toEqual([]);
    expect(now.file.looked_after).toMatchObject({
      episodes: [
        { began: '2024-05-05', ended: '2025-06-01', source: 'SSDA903 to 2026-03-31' },
        { began: '2025-06-01', legal_status: 'C2', open_on: '2026-03-31' },
      ],
    });
  });

  test.each([
    [
      'care that began before the return',
      { ...first, reasonNew: 'P' },
      [{ ended: '2024-05-05' }, { began: '2024-05-05' }],
    ],
    [
      'no row before where only short breaks are told',
      { ...first, reasonNew: 'P', status: 'V4' },
      [{ began: '2024-05-05', legal_status: 'V4' }],
    ],
    [
      'care that went on after the last row',
      { ...first, end: '2024-08-01', reasonEnd: 'X1' },
      [{ ended: '2024-08-01' }, { began: '2024-08-01', open_on: '2024-08-01' }],
    ],
    ['no row after where care ended', { ...first, end: '2024-08-01', reasonEnd: 'E4A' }, [{ ended: '2024-08-01' }]],
  ])('show %s', (_, episode, expected) => {
    const { looked_after: kept } = imported('', care(2026, episode)).file;
    const episodes = typeof kept === 'object' ? kept.episodes : [];
    expect(episodes).toHaveLength(expected.length);
    expect(episodes).toMatchObject(expected);
  });

  test('are the same as those of a person with less precise dates', () => {
    const text = 'looked_after: {episodes: [{began: 2024-05, ended: 2024, legal_status: C1, placement: U4}]}\n';
    const found = imported(text, care(2026, { ...first, end: '2024-08-01', reasonEnd: 'E4A' }));
    expect({ text: found.text, conflicts: found.conflicts }).toEqual({ text, conflicts: [] });
  });

  test('are taken as they were on the day of the data', () => {
    const { file, codes } = imported(
      '',
      care(2026, { ...first, end: '2026-05-01' }, { ...first, start: '2026-05-01' }),
    );
    expect(file.looked_after).toMatchObject({ episodes: [{ began: '2024-05-05', open_on: '2026-03-31' }] });
    expect(codes).toEqual(['episode_after_data']);
  });

  test('of a person are kept as a whole where one of them differs', () => {
    const text =
      'looked_after: {episodes: [{began: 2024-05-05, ended: 2024-06-01, legal_status: V2, placement: U4}]}\n';
    const found = imported(
      text,
      care(2026, { ...first, end: '2024-08-01', reasonEnd: 'E4A' }, { ...first, start: '2025-05-05' }),
    );
    expect(found.text).toBe(text);
    expect(new Set(found.conflicts)).toEqual(new Set(['care_differs']));
  });
});

describe('the strategy discussion', () => {
  const enquiry = (start: string, more: object = {}) => ({ start, ...more });
  const told = (...enquiries: object[]) => piece('cin', '2026-03-31', { enquiries: enquiries as never, plans: [] });

  test('is that of the enquiry that led to the open plan', () => {
    const all = [enquiry('2024-12-20', { conference: '2025-01-10', target: '2025-01-14' }), enquiry('2025-08-01')];
    const { file } = imported('', piece('cin', '2026-03-31', { enquiries: all, plans: [plan()] }));
    expect(file.dates).toEqual({ strategy_discussion: { value: '2024-12-20', source: 'CIN census to 2026-03-31' } });
    expect(file.targets).toMatchObject([{ for: 'initial_conference', date: '2025-01-14' }]);
  });

  test.each([
    ['the latest that may still lead to a conference', [enquiry('2025-02-01'), enquiry('2026-03-01')], '2026-03-01'],
    ['none where no conference was needed', [enquiry('2026-03-01', { noConference: true })], undefined],
    ['none where it has led to a conference', [enquiry('2026-03-01', { conference: '2026-03-20' })], undefined],
  ])('is %s', (_, enquiries, day) => {
    const { file } = imported('', told(...enquiries));
    expect(file.dates?.strategy_discussion).toEqual(day && { value: day, source: 'CIN census to 2026-03-31' });
  });
});
