import { describe, expect, test } from 'vitest';
import { readCase } from '../../../src/case/file/read-case.ts';
import { readFacts } from '../../../src/case/sheet/read-facts.ts';
import { policies } from '../../support/packs/policies.ts';

const book = policies.book(['stoke-on-trent-plan']);

/** When a child was last seen alone, by a list of visits. */
function seenAlone(list: string, { whole = 'yes', more = '' } = {}) {
  const visits = `visits: {complete: ${whole}, list: [${list}]}`;
  const { file } = readCase(`version: 1\ncase: EX-1\npacks: [stoke-on-trent-plan]\n${visits}\n${more}`);
  if (!file) throw new Error('this is no case file');
  const { states, diagnostics, isAbsent } = readFacts(file, book.scope, '2026-11-20');
  const known = states.get('seen_alone_on')?.known;
  return { days: known?.kind === 'days' ? known.days : undefined, isNone: isAbsent('seen_alone_on'), diagnostics };
}

const ALONE = '{date: 2026-09-01, seen_alone: yes}';

describe('the day on which a child was last seen alone', () => {
  test.each([
    ['is the last one of a whole list', `${ALONE}, {date: 2026-10-01, seen: yes, seen_alone: no}`, 'yes', '2026-09-01'],
    ['may be later where the list may lack some', ALONE, 'no', '2026-11-20'],
    ['may be later where a later visit does not say', `${ALONE}, {date: 2026-10-01, seen: yes}`, 'yes', '2026-11-20'],
    ['is not that of a visit to come', `${ALONE}, {date: 2026-12-01, seen_alone: yes}`, 'yes', '2026-09-01'],
  ])('%s', (_, list, whole, to) => {
    expect(seenAlone(list, { whole }).days).toEqual({ from: '2026-09-01', to });
  });

  test('is not there where the child was seen alone on no visit of a whole list', () => {
    expect(seenAlone('{date: 2026-10-01, seen_alone: no}')).toMatchObject({ days: undefined, isNone: true });
    expect(seenAlone('{date: 2026-10-01, seen_alone: no}', { whole: 'no' }).isNone).toBe(false);
  });

  test('can be answered as later than what may not be a whole list', () => {
    const more = 'dates: {seen_alone_on: 2026-11-03}\n';
    const { days, diagnostics } = seenAlone(ALONE, { whole: 'no', more });
    expect(days).toEqual({ from: '2026-11-03', to: '2026-11-03' });
    expect(diagnostics).toEqual([]);
  });
});
