import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { given, inMemory, line, values } from '../../support/returns.ts';

const CHILD = {
  la_child_id: 'EX-1001',
  purge: false,
  child_details: { first_name: 'Plantedname', date_of_birth: '2017-05-09', postcode: 'ZZ9 9ZZ' },
  social_care_episodes: [
    {
      closure_date: '2025-06-30',
      closure_reason: 'RC7',
      section_47_assessments: [{ start_date: '2024-01-14', icpc_date: '2024-02-03', end_date: null }],
      child_protection_plans: [
        { child_protection_plan_id: 'P-1', start_date: '2024-02-03', end_date: '2025-05-18', purge: false },
        { child_protection_plan_id: 'P-2', start_date: '2025-08-25', end_date: '' },
        { child_protection_plan_id: 'P-3', start_date: '2025-09-01', purge: true },
      ],
      child_looked_after_placements: [
        { start_date: '2025-10-12', start_reason: 'S', placement_type: 'K3' },
        { start_date: '2025-10-12', start_reason: 'S', placement_type: 'K3' },
      ],
    },
  ],
};
const PURGED = { la_child_id: 'EX-1002', purge: true };

const CHILDREN = [
  {
    id: 'EX-1001',
    born: '2017-05-09',
    plans: [
      { id: 'P-1', start: '2024-02-03', end: '2025-05-18', reviews: [] },
      { id: 'P-2', start: '2025-08-25', reviews: [] },
    ],
    conferences: [{ day: '2024-02-03', kind: 'initial' }],
    enquiries: [{ start: '2024-01-14', conference: '2024-02-03' }],
    episodes: [{ start: '2025-10-12', placement: 'K3', reasonNew: 'S' }],
    purged: [{ what: 'plan', start: '2025-09-01' }],
    hints: [
      { code: 'case_closed', says: 'The case closed for another reason.', day: '2025-06-30' },
      {
        code: 'earlier_may_be_missing',
        says: 'This data holds the cases of some years only. Earlier plans may be missing.',
      },
    ],
  },
  { id: 'EX-1002', purged: [{ what: 'child' }] },
];

const read = (text: string) => given([inMemory('data.json', text)]);
const quoted = (child: object): string => `"${JSON.stringify(child).replace(/"/g, '""')}"`;

describe('daily data of the Department for Education', () => {
  test.each([
    ['a list under its key', JSON.stringify({ la_code: 999, Children: [CHILD, PURGED] }, null, 2), CHILDREN],
    ['one child under the key', JSON.stringify({ la_code: 999, Children: CHILD }), CHILDREN.slice(0, 1)],
    ['a bare list', JSON.stringify([CHILD, PURGED]), CHILDREN],
    ['a bare child', JSON.stringify(CHILD, null, '\t'), CHILDREN.slice(0, 1)],
    ['rows of a table', `id,json_payload\r\n1,${quoted(CHILD)}\r\n2,${quoted(PURGED)}\r\n`, CHILDREN],
  ])('as %s', (_, text, children) => expect(values(read(text))).toEqual(children));

  test('in whatever pieces its bytes come', () => {
    const bytes = Buffer.from(JSON.stringify({ la_code: 1, note: '{"[', Children: [CHILD, PURGED] }));
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 5 }), (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), bytes.length];
        const pieces = cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end));
        expect(values(given([{ name: 'a', size: bytes.length, pieces: () => pieces }]))).toEqual(CHILDREN);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['other JSON', '{"features":[{"a":1}]}', 'unknown_json'],
    ['no children', '{"la_code":1,"Children":[]}', 'no_children'],
    ['a text that is cut off', JSON.stringify([CHILD]).slice(0, -1), 'json_cut'],
    ['brackets that do not match', '[{"la_child_id":"1"]', 'json_broken'],
    ['20,000 levels', '['.repeat(20_000), 'json_too_deep'],
    ['20,000 levels in a child', `[{"la_child_id":${'['.repeat(20_000)}`, 'json_too_deep'],
  ])('is refused where it is %s', (_, text, code) => {
    const { problems, files } = read(text);
    expect(problems.map(({ code, refuses }) => [code, refuses])).toEqual([[code, 'file']]);
    expect(files.map(({ used }) => used)).toEqual([false]);
  });

  test('with something that must be forgotten: nothing in it is read', () => {
    const details = { date_of_birth: '2017-05-09', purge: true };
    const [episode] = CHILD.social_care_episodes;
    const forgotten = { ...CHILD, child_details: details, social_care_episodes: [{ ...episode, purge: true }] };
    expect(values(read(JSON.stringify([forgotten])))).toEqual([{ id: 'EX-1001', purged: [{ what: 'referral' }] }]);
    expect(values(read(JSON.stringify([{ ...CHILD, purge: true }])))).toEqual([
      { id: 'EX-1001', purged: [{ what: 'child' }] },
    ]);
  });

  test('with a child that is broken: the others are read', () => {
    const { children, problems, files } = read(`[{"la_child_id": nonsense},\n${JSON.stringify(CHILD)}]`);
    expect(children.map(({ id }) => id)).toEqual(['EX-1001']);
    expect(files.map(({ rows, skipped }) => [rows, skipped])).toEqual([[2, 1]]);
    expect(problems.map(line)).toEqual([
      'data.json:1:2: This child is not written as JSON can be read. Nothing of this child is read. [child_broken]',
    ]);
  });
});
