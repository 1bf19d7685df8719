import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { agenda } from '../../../src/interview/agenda/agenda.ts';
import { look } from '../../../src/interview/agenda/case-view.ts';
import { catalogue } from '../../../src/interview/agenda/catalogue.ts';
import { bookOf } from '../../support/cases.ts';
import { caseOf, expectedText } from './kit.ts';

const AS_AT = '2026-11-20';

/** What is still to be asked of a case, whatever is happening. */
function asked(file: CaseFile, before: readonly string[] = []): string[] {
  const book = bookOf(file);
  return agenda(catalogue(book), look(file, book, AS_AT), new Set(before)).map(({ key }) => key);
}

/** The same case once a person has said that what was open still is, or as they would have typed it themselves. */
function goingOn(file: CaseFile, as: 'confirmed' | 'typed'): CaseFile {
  const now = <T extends { open_on?: unknown }>({ open_on: day, ...rest }: T): T =>
    (day === undefined ? rest : as === 'typed' ? rest : { ...rest, open_on: day, confirmed: AS_AT }) as T;
  const { current_plan: plan, looked_after: care } = file;
  return {
    ...file,
    ...(typeof plan === 'object' && { current_plan: now(plan) }),
    ...(typeof care === 'object' && { looked_after: { ...care, episodes: care.episodes.map(now) } }),
  };
}

/** What an import holds of these children, by what the interview calls it. */
const IMPORTED: Readonly<Record<string, readonly string[]>> = {
  'EX-9101': ['child', 'current_plan', 'on_plan_now', 'current_plan_began', 'category_now'],
  'EX-9104': ['child', 'current_plan', 'on_plan_now', 'looked_after_now', 'legal_status', 'lives_with', 'placement'],
  'EX-9105': ['child', 'current_plan', 'on_plan_now', 'current_plan_began'],
};

describe.each(Object.keys(IMPORTED))('the interview about %s', (ref) => {
  const file = caseOf(expectedText(ref));

  test('asks first if what was open still is, and nothing that was imported', () => {
    const keys = asked(file);
    const still = keys.filter((key) => key.startsWith('still_'));
    expect(keys.slice(0, still.length)).toEqual(still);
    expect(still).toEqual(ref === 'EX-9104' ? ['still_on_plan', 'still_in_care'] : ['still_on_plan']);
    expect(keys.filter((key) => IMPORTED[ref]?.includes(key))).toEqual([]);
  });

  test('then asks what it asks where the same facts were typed by hand, and leaves nothing out', () => {
    // Where a plan was typed, it is put once more with its dates, and then what hangs on them
    expect(asked(goingOn(file, 'confirmed'))).toEqual(asked(goingOn(file, 'typed'), ['current_plan']));
  });
});
