import { describe, expect, test } from 'vitest';
import { newCaseText } from '../../../src/import/case/new-text.ts';
import { putIntoCase } from '../../../src/import/case/put-all.ts';
import { tell } from '../../../src/import/case/tell.ts';
import type { ChildRecords } from '../../../src/import/records.ts';
import { piece, put, type Said, unmarked } from './kit.ts';

const PLAN = { start: '2025-01-10', latestCategory: 'NEG' };
const ENDED = { start: '2021-02-01', end: '2021-11-08', latestCategory: 'EMO' };
const EPISODE = {
  start: '2024-05-05',
  end: '2024-08-01',
  status: 'C2',
  placement: 'U4',
  reasonNew: 'S',
  reasonEnd: 'E4A',
};

const cin = (said: Said, day = '2025-03-31') => piece('cin', day, said);
const care = (said: Said, day = '2025-03-31') => piece('ssda903', day, said);
const made = (...pieces: readonly ChildRecords[]) =>
  newCaseText('EX-1', undefined, putIntoCase(tell(pieces), undefined).edits);

/** The return of the next year with the same rows, or others. */
const FIRST = { plans: [{ ...PLAN, reviews: ['2025-03-04'] }, ENDED] };

interface Row {
  readonly name: string;
  readonly first: ChildRecords;
  /** What a person types in an editor in the place of what; the source stays as it is. */
  readonly from: string;
  readonly to: string;
  readonly later: ChildRecords;
  readonly code: string;
}

const ROWS: readonly Row[] = [
  {
    name: 'the category of the open plan',
    first: cin(FIRST),
    from: 'category: NEG',
    to: 'category: PHY',
    later: cin(FIRST, '2026-03-31'),
    code: 'category_differs',
  },
  {
    name: 'the category of an earlier plan',
    first: cin(FIRST),
    from: 'category: EMO',
    to: 'category: PHY',
    later: cin(FIRST, '2026-03-31'),
    code: 'category_differs',
  },
  {
    name: 'the end of an earlier plan',
    first: cin(FIRST),
    from: 'ended: 2021-11-08',
    to: 'ended: 2021-11-18',
    later: cin(FIRST, '2026-03-31'),
    code: 'plan_end_differs',
  },
  {
    name: 'the start of the open plan by some days',
    first: cin(FIRST),
    from: 'began: 2025-01-10',
    to: 'began: 2025-01-07',
    later: cin(FIRST, '2026-03-31'),
    code: 'plan_start_differs',
  },
  {
    name: 'the start of the open plan by months',
    first: cin(FIRST),
    from: 'began: 2025-01-10',
    to: 'began: 2024-10-10',
    later: cin(FIRST, '2026-03-31'),
    code: 'open_plan_differs',
  },
  {
    name: 'the start of an earlier plan',
    first: cin(FIRST),
    from: 'began: 2021-02-01',
    to: 'began: 2021-04-01',
    later: cin(FIRST, '2026-03-31'),
    code: 'plan_start_differs',
  },
  {
    name: 'the day of a review conference',
    first: cin(FIRST),
    from: 'date: 2025-03-04',
    to: 'date: 2025-03-11',
    later: cin(FIRST, '2026-03-31'),
    code: 'entry_day_differs',
  },
  {
    name: 'the end of an episode of care',
    first: care({ episodes: [EPISODE] }),
    from: 'ended: 2024-08-01',
    to: 'ended: 2024-08-09',
    later: care({ episodes: [EPISODE] }, '2026-03-31'),
    code: 'care_differs',
  },
  {
    name: 'the legal status',
    first: care({ episodes: [EPISODE] }),
    from: 'legal_status: C2',
    to: 'legal_status: V2',
    later: care({ episodes: [EPISODE] }, '2026-03-31'),
    code: 'care_differs',
  },
  {
    name: 'the strategy discussion',
    first: cin({ enquiries: [{ start: '2025-03-01' }] }),
    from: 'value: 2025-03-01',
    to: 'value: 2025-02-20',
    later: cin({ enquiries: [{ start: '2025-03-01' }] }, '2026-03-31'),
    code: 'strategy_differs',
  },
];

describe.each(ROWS)(
  '$name, corrected in an editor beside the source of an import',
  ({ first, from, to, later, code }) => {
    const text = made(first);
    const own = text.replace(from, to);

    test.each([
      ['the same return', first],
      ['a later return that says what the first one said', later],
    ])('stays, and both sides are shown beside %s', (_, again) => {
      expect(own).not.toBe(text);
      const found = put(own, [again]);
      expect(found.conflicts).toEqual([code]);
      expect(found.text).toContain(to);
      expect(found.items.find(({ kind }) => kind === 'conflict')?.shown).toContain('; the return has ');
      expect(put(found.text, [again])).toMatchObject({ text: found.text, conflicts: [code] });
    });

    test('is followed by a later return where nobody corrected it', () => {
      expect(put(text, [later]).conflicts).toEqual([]);
    });
  },
);

describe('what an import wrote', () => {
  const text = made(cin(FIRST));
  const now = (more: object) => cin({ plans: [{ ...PLAN, ...more }, ENDED] }, '2026-03-31');

  test('follows a later return, and then the one after that', () => {
    const one = put(text, [now({ latestCategory: 'EMO' })]);
    expect(one).toMatchObject({ conflicts: [], file: { current_plan: { category: 'EMO' } } });
    const two = put(one.text, [cin({ plans: [{ ...PLAN, latestCategory: 'PHY', end: '2026-07-01' }] }, '2026-09-30')]);
    expect(two.conflicts).toEqual([]);
    expect(two.file.previous_plans?.plans).toContainEqual(
      expect.objectContaining({ category: 'PHY', ended: '2026-07-01' }),
    );
  });

  test('is still its own where a person has added a note, or comments', () => {
    const noted = text.replace('category: NEG', 'category: NEG # by the census\n  note: Seen in the minutes.');
    expect(put(noted, [now({ latestCategory: 'EMO' })])).toMatchObject({
      conflicts: [],
      file: { current_plan: { category: 'EMO', note: 'Seen in the minutes.' } },
    });
  });

  test('is a person’s where the marks are gone', () => {
    expect(put(unmarked(text), [now({ latestCategory: 'EMO' })]).conflicts).toEqual(['category_differs']);
  });

  test('stays a person’s once corrected, whatever later imports add beside it', () => {
    const own = text.replace('category: NEG', 'category: PHY');
    const one = put(own, [now({ reviews: ['2025-03-04', '2025-10-04'] })]);
    expect(one.file.current_plan).toMatchObject({ category: 'PHY', open_on: '2026-03-31' });
    const two = put(one.text, [cin({ plans: [{ ...PLAN, end: '2026-07-01' }] }, '2026-09-30')]);
    expect(two.file.previous_plans?.plans?.at(-1)).toMatchObject({
      category: 'PHY',
      ended: '2026-07-01',
      source: 'CIN census to 2025-03-31; changed by hand',
    });
    const three = put(two.text, [cin({ plans: [{ ...PLAN, end: '2026-07-01' }] }, '2026-12-31')]);
    expect(three).toMatchObject({ text: two.text, conflicts: ['category_differs'] });
  });
});
