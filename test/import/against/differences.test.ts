import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { against } from '../../../src/import/against/against.ts';
import { type Difference, differences, type Side } from '../../../src/import/against/differences.ts';
import { completedText } from '../../../src/import/case/new-text.ts';
import type { ChildRecords } from '../../../src/import/records.ts';
import { edited } from '../../../src/yaml/write.ts';
import { caseOf, imported, piece, type Said } from '../case/kit.ts';

const TODAY = '2026-11-26';
const HEAD = 'version: 1\ncase: EX-1\n';
const cin = (said: Said, day = '2026-03-31') => piece('cin', day, said);
const care = (said: Said) => piece('ssda903', '2026-03-31', said);

const put = (text: string, pieces: readonly ChildRecords[]): Difference[] => {
  const sources = pieces.map(({ source }) => source);
  return differences(caseOf(text), { pieces, sources }, TODAY);
};

/** The case file once a person has taken one side of every difference, and what was put. */
function decided(text: string, side: Side, ...pieces: readonly ChildRecords[]) {
  let now = HEAD + text;
  const asked: Difference[] = [];
  for (;;) {
    const next = put(now, pieces).find((one) => one.edits[side]);
    if (!next || asked.length > 20) return { text: now.slice(HEAD.length), file: caseOf(now), asked };
    asked.push(next);
    now = edited(now, next.edits[side] ?? []);
  }
}

const PLAN = { start: '2025-01-10', latestCategory: 'NEG' };
const EPISODE = { start: '2024-05-05', status: 'C2', placement: 'U4', reasonNew: 'S' };

interface Row {
  readonly name: string;
  readonly text: string;
  readonly told: ChildRecords;
  /** What the question is about. */
  readonly about: RegExp;
  /** Both sides, as they are shown. */
  readonly shows: readonly string[];
  /** What the case file has once the return is followed. */
  readonly becomes: object;
}

const FAMILY: readonly Row[] = [
  {
    name: 'the date of birth',
    text: 'child: {born: 2016-04-05}\n',
    told: cin({ born: '2016-05-04' }),
    about: /the date of birth/,
    shows: ['5 April 2016', '4 May 2016'],
    becomes: { child: { born: { value: '2016-05-04', source: 'CIN census to 2026-03-31' } } },
  },
  {
    name: 'the expected date of birth',
    text: 'child: {expected: {value: 2026-09-01, note: by the midwife}}\n',
    told: cin({ expected: '2026-09-21' }),
    about: /the expected date of birth/,
    shows: ['1 September 2026', '21 September 2026'],
    becomes: { child: { expected: { value: '2026-09-21', note: 'by the midwife' } } },
  },
  {
    name: 'the date of death',
    text: 'child: {born: 2016-05-04, died: 2026-02-03}\n',
    told: cin({ born: '2016-05-04', died: '2026-02-08' }),
    about: /the date of death/,
    shows: ['3 February 2026', '8 February 2026'],
    becomes: { child: { died: { value: '2026-02-08', source: 'CIN census to 2026-03-31' } } },
  },
  {
    name: 'the start of the plan today',
    text: 'current_plan: {began: 2025-01-14, category: NEG}\n',
    told: cin({ plans: [PLAN] }),
    about: /the start of the plan that began on 14 January 2025/,
    shows: ['10 January 2025'],
    becomes: { current_plan: { began: '2025-01-10', source: 'CIN census to 2026-03-31' } },
  },
  {
    name: 'the start of an earlier plan with the same end',
    text: 'previous_plans: {plans: [{began: 2025-02-14, ended: 2025-11-03, category: NEG}]}\n',
    told: cin({ plans: [{ ...PLAN, end: '2025-11-03' }] }),
    about: /the start of the plan/,
    shows: ['14 February 2025', '10 January 2025'],
    becomes: { previous_plans: { plans: [{ began: '2025-01-10', ended: '2025-11-03' }] } },
  },
  {
    name: 'a plan that overlaps with an earlier one',
    text: 'previous_plans: {plans: [{began: 2025-03-14, ended: 2025-12-03}]}\n',
    told: cin({ plans: [{ ...PLAN, end: '2025-11-03' }] }),
    about: /a plan that began on 10 January 2025/,
    shows: ['14 March 2025', '3 November 2025'],
    becomes: { previous_plans: { plans: [{ began: '2025-03-14' }, { began: '2025-01-10' }] } },
  },
  {
    name: 'the end of an earlier plan',
    text: 'previous_plans: {plans: [{began: 2025-01-10, ended: 2025-06-01, category: NEG, source: minutes}]}\n',
    told: cin({ plans: [{ ...PLAN, end: '2025-06-08' }] }),
    about: /the end of the plan that began on 10 January 2025/,
    shows: ['1 June 2025', '8 June 2025'],
    becomes: {
      previous_plans: { plans: [{ ended: '2025-06-08', source: 'minutes; end from CIN census to 2026-03-31' }] },
    },
  },
  {
    name: 'the category of the plan today',
    text: 'current_plan: {began: 2025-01-10, category: EMO} # as the chair said\n',
    told: cin({ plans: [PLAN] }),
    about: /the category of the plan/,
    shows: ['emotional (EMO)', 'neglect (NEG)'],
    becomes: { current_plan: { category: 'NEG', source: 'CIN census to 2026-03-31' } },
  },
  {
    name: 'a plan that the file does not have and says is none',
    text: 'current_plan: none\n',
    told: cin({ plans: [PLAN] }),
    about: /the plan today/,
    shows: ['none', '31 March 2026: 10 January 2025, open'],
    becomes: { current_plan: { began: '2025-01-10', open_on: '2026-03-31' } },
  },
  {
    name: 'an earlier plan beside a list that is whole',
    text: 'previous_plans: {count: 1, plans: [{began: 2019-01-10, ended: 2019-06-01}]}\n',
    told: cin({ plans: [{ ...PLAN, end: '2025-06-08' }] }),
    about: /a plan that began on 10 January 2025/,
    shows: ['1 listed'],
    becomes: { previous_plans: { count: 2, plans: [{}, { began: '2025-01-10' }] } },
  },
  {
    name: 'a plan that the file does not have',
    text: 'child: {born: 2016-05-04}\n',
    told: cin({ born: '2016-05-04', plans: [{ ...PLAN, end: '2025-06-08' }] }),
    about: /has a plan that began on 10 January 2025/,
    shows: ['10 January 2025 to 8 June 2025'],
    becomes: { previous_plans: { plans: [{ began: '2025-01-10', ended: '2025-06-08' }] } },
  },
  {
    name: 'a plan of a person that has ended elsewhere',
    text: 'current_plan: {began: 2025-01-10, category: NEG}\n',
    told: cin({ plans: [{ ...PLAN, end: '2025-09-01' }] }),
    about: /whether the plan that began on 10 January 2025 has ended/,
    shows: ['open', 'ended on 1 September 2025'],
    becomes: { previous_plans: { plans: [{ began: '2025-01-10', ended: '2025-09-01' }] } },
  },
  {
    name: 'an imported plan that has ended since',
    text: 'current_plan: {began: 2025-01-10, category: NEG, source: CIN census to 2025-03-31, open_on: 2025-03-31}\n',
    told: cin({ plans: [{ ...PLAN, end: '2025-09-01' }] }),
    about: /whether the plan that began on 10 January 2025 has ended/,
    shows: ['open on 31 March 2025', 'ended on 1 September 2025'],
    becomes: { previous_plans: { plans: [{ began: '2025-01-10', ended: '2025-09-01' }] } },
  },
  {
    name: 'a plan that is open elsewhere',
    text: 'previous_plans: {plans: [{began: 2025-01-10, ended: 2025-06-01, category: NEG}]}\n',
    told: cin({ plans: [PLAN] }),
    about: /whether the plan that began on 10 January 2025 has ended/,
    shows: ['1 June 2025', '31 March 2026: open'],
    becomes: { current_plan: { began: '2025-01-10', open_on: '2026-03-31' } },
  },
  {
    name: 'the day of a review conference',
    text: 'current_plan: {began: 2025-01-10, category: NEG}\nmeetings: {list: [{kind: review_conference, date: 2025-04-02}]}\n',
    told: cin({ plans: [{ ...PLAN, reviews: ['2025-04-04'] }] }),
    about: /the day of the review conference on 2 April 2025/,
    shows: ['4 April 2025'],
    becomes: { meetings: { list: [{ kind: 'review_conference', date: '2025-04-04' }] } },
  },
  {
    name: 'the day of the initial conference',
    text: 'meetings: {list: [{kind: initial_conference, date: 2025-01-03}]}\n',
    told: cin({ conferences: ['2025-01-10'] }),
    about: /the day of the initial conference on 3 January 2025/,
    shows: ['10 January 2025'],
    becomes: { meetings: { list: [{ date: '2025-01-10' }] } },
  },
  {
    name: 'a looked-after review that was not held',
    text: 'meetings: {list: [{kind: looked_after_review, date: 2025-01-03, held: no}]}\n',
    told: care({ careReviews: ['2025-01-03'] }),
    about: /whether the looked-after review on 3 January 2025 was held/,
    shows: ['not held'],
    becomes: { meetings: { list: [{ date: '2025-01-03' }] } },
  },
  {
    name: 'reviews beside a list that is whole',
    text: 'meetings: {complete: yes, list: [{kind: looked_after_review, date: 2025-09-03}]}\n',
    told: care({ careReviews: ['2025-01-03'] }),
    about: /the looked-after review on 3 January 2025/,
    shows: ['complete'],
    becomes: { meetings: { list: [{ date: '2025-09-03' }, { date: '2025-01-03' }] } },
  },
  {
    name: 'reviews that the file does not have',
    text: 'child: {born: 2016-05-04}\n',
    told: care({ careReviews: ['2025-01-03', '2025-06-03'] }),
    about: /more conferences or reviews/,
    shows: ['the looked-after review on 3 January 2025', 'the looked-after review on 3 June 2025'],
    becomes: { meetings: { list: [{ date: '2025-01-03' }, { date: '2025-06-03' }] } },
  },
  {
    name: 'the legal status',
    text: 'looked_after: {episodes: [{began: 2024-05-05, legal_status: V2, placement: U4}]}\n',
    told: care({ episodes: [EPISODE] }),
    about: /the legal status in the episode of care that began on 5 May 2024/,
    shows: ['V2', 'C2'],
    becomes: { looked_after: { episodes: [{ legal_status: 'C2', source: 'SSDA903 to 2026-03-31' }] } },
  },
  {
    name: 'the placement',
    text: 'looked_after: {episodes: [{began: 2024-05-05, legal_status: C2, placement: P1}]}\n',
    told: care({ episodes: [EPISODE] }),
    about: /the placement in the episode of care/,
    shows: ['P1', 'U4'],
    becomes: { looked_after: { episodes: [{ placement: 'U4' }] } },
  },
  {
    name: 'the end of care',
    text: 'looked_after: {episodes: [{began: 2024-05-05, ended: 2024-07-01, legal_status: C2, placement: U4}]}\n',
    told: care({ episodes: [{ ...EPISODE, end: '2024-07-09', reasonEnd: 'E4A' }] }),
    about: /the end of the episode of care/,
    shows: ['1 July 2024', '9 July 2024'],
    becomes: { looked_after: { episodes: [{ ended: '2024-07-09' }] } },
  },
  {
    name: 'care where the file says that there was none',
    text: 'looked_after: none\n',
    told: care({ episodes: [EPISODE] }),
    about: /whether the child was ever looked after/,
    shows: ['none'],
    becomes: { looked_after: { episodes: [{ began: '2024-05-05', legal_status: 'C2' }] } },
  },
  {
    name: 'whether the child was seen',
    text: 'visits: {list: [{date: 2026-01-03, under: plan, seen: no}]}\n',
    told: cin({ visits: [{ day: '2026-01-03', under: 'plan', seen: true }] }),
    about: /whether the child was seen on 3 January 2026/,
    shows: ['no', 'yes'],
    becomes: { visits: { list: [{ seen: true }] } },
  },
  {
    name: 'the strategy discussion',
    text: 'dates: {strategy_discussion: 2026-02-20}\n',
    told: cin({ enquiries: [{ start: '2026-03-01' }] }),
    about: /the day of the strategy discussion/,
    shows: ['20 February 2026', '1 March 2026'],
    becomes: { dates: { strategy_discussion: { value: '2026-03-01', source: 'CIN census to 2026-03-31' } } },
  },
];

/** The same return of the next year. */
const nextYear = (told: ChildRecords): ChildRecords => {
  const { kind } = told.source;
  const label = told.source.label.replace('2026', '2027') as typeof told.source.label;
  return { ...told, source: { kind, dataDate: '2026-11-20', label } };
};

/** What a person sees as their own: all but the record of what they decided, and how long something is known to go on. */
const own = ({ differences: _, as_imported: __, ...file }: CaseFile): string =>
  JSON.stringify(file, (key, value) => (['source', 'open_on', 'confirmed'].includes(key) ? undefined : value));

describe.each(FAMILY)('$name', ({ text, told, about, shows, becomes }) => {
  test('is put with both sides and where they are from', () => {
    const [first] = put(HEAD + text, [told]);
    expect(first?.question).toMatch(about);
    for (const side of shows) expect([first?.question, ...(first?.beside ?? [])].join('\n')).toContain(side);
    expect(first?.beside.join('\n')).toContain(told.place.file);
  });

  test('is what check --against finds, too', () => {
    expect(against(caseOf(HEAD + text), [told], [told.source]).length).toBeGreaterThan(0);
  });

  test('takes the value of the return with its source, and then nothing is left', () => {
    const { file, text: now } = decided(text, 'return', told);
    expect(file).toMatchObject(becomes);
    expect(now).toContain(told.source.label);
    // A plan of the case file that stays beside another one is still in no return
    expect(put(HEAD + now, [told]).filter(({ edits }) => edits.return)).toEqual([]);
    expect(imported(now, told).conflicts).toEqual([]);
  });

  test('keeps what the file says, and is not put again, this month or the next', () => {
    const { file, text: now, asked } = decided(text, 'case_file', told);
    expect(own(file)).toBe(own(caseOf(HEAD + text)));
    expect(file.differences?.length).toBeGreaterThanOrEqual(asked.length);
    for (const again of [told, nextYear(told)]) {
      expect(put(HEAD + now, [again])).toEqual([]);
      const found = imported(now, again);
      expect(found.conflicts).toEqual([]);
      expect(own(found.file)).toBe(own(file));
      const said = against(file, [again], [again.source]);
      expect(said.filter(({ severity }) => severity !== 'note')).toEqual([]);
      expect(said.map(({ code }) => code)).toContain('kept_beside_return');
    }
  });
});

describe('a difference on which somebody has decided', () => {
  const text = 'child: {born: 2016-05-04, died: 2026-02-03}\n';
  const died = (day: string) => cin({ born: '2016-05-04', died: day });

  test('is put again once the return says something new, or the file does', () => {
    const { text: now } = decided(text, 'case_file', died('2026-02-08'));
    expect(put(HEAD + now, [died('2026-02-09')])).toHaveLength(1);
    expect(put(HEAD + now.replace('died: 2026-02-03', 'died: 2026-02-04'), [died('2026-02-08')])).toHaveLength(1);
  });

  test('may be that both are right', () => {
    const meetings = 'meetings: {list: [{kind: review_conference, date: 2025-04-02}]}\n';
    const told = cin({ plans: [{ ...PLAN, reviews: ['2025-04-04'] }] });
    const { file, text: now } = decided(meetings, 'both', told);
    expect(file.meetings?.list.map(({ date }) => date)).toEqual(['2025-04-02', '2025-04-04']);
    expect(put(HEAD + now, [told]).map(({ question }) => question)).toEqual([expect.stringMatching(/has a plan/)]);
  });
});

describe('a child or a plan that is not in the return', () => {
  const text = 'current_plan: {began: 2025-01-10, category: NEG}\n';
  const source = cin({}).source;

  test.each([
    ['a child', []],
    ['a plan', [cin({ born: '2016-05-04' })]],
  ])('%s: only a person can say that the file is right', (_, pieces) => {
    const compare = (of: string) =>
      differences(caseOf(HEAD + of), { pieces, sources: [source] }, TODAY).filter(({ question }) =>
        /no row/.test(question),
      );
    const [first, ...more] = compare(text);
    expect(more).toEqual([]);
    expect(first?.options.map(({ side }) => side)).toEqual(['case_file']);
    const kept = edited(text, first?.edits.case_file ?? []);
    expect(compare(kept)).toEqual([]);
    expect(against(caseOf(HEAD + kept), pieces, [source]).map(({ code }) => code)).toContain('kept_beside_return');
  });
});

describe('what is not known', () => {
  test.each([
    ['less precise dates that can be the same', 'child: {born: 2016}\ncurrent_plan: {began: 2025-01, category: NEG}\n'],
    ['the same', 'child: {born: 2016-05-04}\ncurrent_plan: {began: 2025-01-10, category: NEG}\n'],
  ])('is no difference: %s', (_, text) => {
    expect(put(HEAD + text, [cin({ born: '2016-05-04', plans: [PLAN] })])).toEqual([]);
  });

  test('in the return is no difference', () => {
    const text = 'child: {born: 2016-05-04}\ncurrent_plan: {began: 2025-01-10, category: NEG}\n';
    expect(put(HEAD + text, [cin({ plans: [{ start: '2025-01-10' }] })])).toEqual([]);
  });

  test('in the case file is offered, and can be refused for good', () => {
    const text = 'current_plan: {began: 2025-01-10}\n';
    const told = cin({ plans: [PLAN] });
    expect(put(HEAD + text, [told])).toMatchObject([{ question: expect.stringContaining('more about a plan') }]);
    expect(decided(text, 'return', told).file.current_plan).toMatchObject({ category: 'NEG' });
    const refused = decided(text, 'case_file', told);
    expect(refused.file.current_plan).not.toHaveProperty('category');
    expect(imported(refused.text, told).file.current_plan).not.toHaveProperty('category');
  });
});

test('comments and layout outlive a choice', () => {
  const text = '# of the team\nchild:\n  born: 2016-04-05 # from the letter\n';
  const told = cin({ born: '2016-05-04' });
  const before = HEAD + text;
  for (const side of ['return', 'case_file'] as const) {
    const [one] = put(before, [told]);
    const now = completedText(before, caseOf(before), one?.edits[side] ?? []);
    expect(now).toContain('# of the team');
    expect(now).toContain('# from the letter');
  }
});
