import { describe, expect, test } from 'vitest';
import { clauseTable, isAccounted } from '../../../src/policy/pack/clauses.ts';
import { policies } from '../../support/packs/policies.ts';

const numbers = (prefix: string, list: string): string[] => list.split(' ').map((n) => `${prefix}-${n}`);

/** Every normative clause of each document, by the ids of this project. */
const CLAUSES: Readonly<Record<string, readonly string[]>> = {
  'legal-planning': numbers('LP', '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18'),
  'repeat-plans': numbers(
    'RP',
    '0.1 0.2 1.1 1.2 1.3 2.1 2.2 2.3 3.1 3.2 3.3 3.4 3.5 3.6 4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 5.1 5.2 5.3 5.4 6.1 6.2 7.1',
  ),
  'leicester-dual-status': numbers(
    'LD',
    '1.1 1.2 1.3 1.4 1.5 2.1 2.2 2.3 3.1 3.2 4.1 4.2 4.3 4.4 4.5 5.1 5.2 5.3 5.4 5.5 6.1 6.2 6.3 7.0 7.1 7.2 7.3 7.4 7.5 7.6',
  ),
  'stoke-on-trent-plan': numbers(
    'ST',
    '01.1 01.2 01.3 01.4 01.5 01.6 01.7 02.1 02.2 02.3 03.1 03.2 03.2a 03.3 03.4 03.5 03.6 03.6a 03.7 03.8 04.1 04.1a 04.1b 05.1 05.2 05.3 05.4 05.5 05.6 05.7 05.7a 05.8 05.8a 05.9 05.10 05.11 06.1 06.2 06.3 06.4 06.5 06.6 06.7 07.1 07.2 07.3a 07.3b 07.3c 07.3d 07.3e 07.3f 07.4 07.5 07.6 08.1 08.2 08.3 08.4 08.5 08.6 08.7 08.8 08.9',
  ),
  'bucks-cp-to-cla': numbers('BK', '1 2 3 4 5 6a 6b 6c 6d 6e 6f 6g 7 8 9 10 11 12'),
  'national-timescales': numbers('NAT', '33.1 33.2 28.4 28.5 W.1 W.2 W.3 F L'),
};

test('every pack that ships has its list of clauses', () => {
  expect(policies.names()).toEqual(Object.keys(CLAUSES).sort());
});

describe.each(Object.entries(CLAUSES))('%s', (name, clauses) => {
  const table = clauseTable(policies.pack(name).pack);

  test('lists every clause of its document once', () => {
    expect(table.map(({ id }) => id).sort()).toEqual([...clauses].sort());
  });

  test('carries out every clause, or says why it is left to people', () => {
    expect(table.filter((row) => !isAccounted(row)).map(({ id }) => id)).toEqual([]);
  });

  test('does not call a clause background that it carries out', () => {
    const carried = table.filter(
      ({ clause, rules, requirements }) => clause.context && rules.length + requirements.length > 0,
    );
    expect(carried.map(({ id }) => id)).toEqual([]);
  });
});

test('the table says what a clause became', () => {
  const row = clauseTable(policies.pack('stoke-on-trent-plan').pack).find(({ id }) => id === 'ST-07.3c');
  expect(row?.rules).toContainEqual(
    expect.objectContaining({ id: 'transfer_not_held', question: 'ceasing', outcome: 'transfer_conference_first' }),
  );
  expect(row?.requirements).toEqual([
    expect.objectContaining({ id: 'transfer_in_time', kind: 'deadline' }),
    expect.objectContaining({ id: 'end_before_transfer_taken_up', kind: 'action' }),
  ]);
});
