import fc from 'fast-check';
import { expect, test } from 'vitest';
import { episodesCsv } from '../../scripts/returns/generate.ts';
import { given, inMemory, values } from '../support/returns.ts';

const [head = '', ...rows] = [...episodesCsv(24)].join('').trim().split('\n');
const reviews = rows.slice(0, 9).map((row, n) => `${row.split(',')[0]},0${1 + n}/02/2026`);

test('in whatever order rows and files come, and in however many files, the records are the same', () => {
  const whole = values(
    given([inMemory('a.csv', [head, ...rows].join('\n')), inMemory('b.csv', ['CHILD,REVIEW', ...reviews].join('\n'))]),
  );
  expect(whole).toHaveLength(8);
  const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length });
  const files = fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 3 });
  fc.assert(
    fc.property(shuffled, files, fc.nat(rows.length), (order, names, cut) => {
      const contents: Record<string, string> = {
        a: [head, ...order.slice(0, cut)].join('\n'),
        b: [head, ...order.slice(cut), ...order.slice(0, 1)].join('\n'),
        c: ['CHILD,REVIEW', ...reviews.toReversed()].join('\n'),
      };
      expect(values(given(names.map((name) => inMemory(name, contents[name] ?? ''))))).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

test('rows that differ on one day are the same records in whatever order they come', () => {
  const tables = {
    plans: [
      'cppl_person_id,cppl_cp_plan_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date,cppl_cp_plan_latest_category',
      '1,A,2025-01-06,,NEG',
      '1,B,2025-01-06,,EMO',
      '1,C,2023-01-06,2023-09-06,EMO',
    ],
    reviews: [
      'cppr_person_id,cppr_cp_plan_id,cppr_cp_review_date,cppr_cp_review_quorate',
      '1,A,2025-04-06,Y',
      '1,B,2025-04-06,N',
      '1,B,2025-07-06,N',
    ],
    conferences: [
      'icpc_person_id,icpc_icpc_date,icpc_icpc_transfer_in',
      '1,2025-01-06,Y',
      '1,2025-01-06,N',
      '1,2023-01-06,N',
    ],
    visits: [
      'cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen',
      '1,2025-02-06,Y',
      '1,2025-02-06,N',
      '1,2025-02-06,',
    ],
    care: [
      'clae_person_id,clae_cla_episode_start_date,clae_cla_episode_ceased_date,clae_cla_episode_start_reason',
      '1,2025-02-06,2025-03-06,S',
      '1,2025-02-06,2025-04-06,S',
      '1,2025-02-06,2025-03-06,L',
    ],
    status: [
      'lega_person_id,lega_legal_status,lega_legal_status_start_date,lega_legal_status_end_date',
      '1,C1,2025-02-06,',
      '1,C2,2025-02-06,',
    ],
  };
  const read = (order: (rows: string[]) => string[]) =>
    values(
      given(
        Object.values(tables).map(([header = '', ...body], n) =>
          inMemory(`${n}.csv`, [header, ...order(body)].join('\n')),
        ),
      ),
    );
  const whole = read((body) => body);
  expect(whole).toMatchObject([
    {
      plans: [
        { start: '2023-01-06' },
        { start: '2025-01-06', reviews: [{ day: '2025-04-06' }, { day: '2025-07-06', quorate: false }] },
      ],
      conferences: [
        { day: '2023-01-06', kind: 'initial' },
        { day: '2025-01-06', kind: 'not_sure', transferIn: true },
      ],
    },
  ]);
  expect(JSON.stringify(whole)).not.toContain('status":');
  expect(read((body) => body.toReversed())).toEqual(whole);
  expect(read(([a = '', ...body]) => [...body, a])).toEqual(whole);
});
