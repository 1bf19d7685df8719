import { describe, expect, test } from 'vitest';
import { isOpen } from '../../../src/assess/case/assessment.ts';
import { tasksOf } from '../../../src/assess/case/tasks.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { assessedFile } from '../../support/cases.ts';

const PLAN = '{began: 2026-01-12, category: NEG, open_on: 2026-03-31%}';
const CARE = '{episodes: [{began: 2026-02-02, legal_status: C1, placement: U4, open_on: 2026-03-31%}]}';

/** A text, assessed by the packs that it names. */
function assessedText(text: string) {
  const { file, diagnostics } = readCase(text);
  if (!file) throw new Error(diagnostics.map(({ says }) => says).join('\n'));
  return assessedFile(file);
}

/** A case with a plan and with care of which a record of 31 March 2026 tells. */
function seen(asAt: string, { more = '', rest = '' } = {}) {
  const records = `current_plan: ${PLAN.replace('%', more)}\nlooked_after: ${CARE.replace('%', more)}\n`;
  const text = `version: 1\ncase: EX-0900\nauthority: stoke-on-trent\nas_at: ${asAt}\n${records}${rest}`;
  return assessedText(text);
}

const known = (of: ReturnType<typeof seen>, fact: string) => of.sheet.states.get(fact)?.known;

describe('a plan and care that were open on the day of a record', () => {
  test.each(['2026-03-01', '2026-03-31'])('are open on %s, a day up to it', (asAt) => {
    for (const fact of ['on_plan_now', 'looked_after_now']) expect(known(seen(asAt), fact)).toMatchObject({ mask: 1 });
    expect(seen(asAt).diagnostics.map(({ code }) => code)).not.toContain('not_confirmed');
  });

  test('are neither open nor ended on a later day, and are to be confirmed', () => {
    const later = seen('2026-04-01');
    for (const fact of ['on_plan_now', 'looked_after_now', 'legal_status', 'lives_with'])
      expect(known(later, fact), fact).toBeUndefined();
    expect(known(later, 'has_been_looked_after')).toMatchObject({ mask: 1 });
    const { diagnostics } = later;
    expect(diagnostics.filter(({ code }) => code === 'not_confirmed').map(({ path }) => path.join('.'))).toEqual([
      'current_plan',
      'looked_after.episodes.0',
    ]);
  });

  test('are open again once somebody has confirmed it', () => {
    const confirmed = seen('2026-11-20', { more: ', confirmed: 2026-11-18' });
    for (const fact of ['on_plan_now', 'looked_after_now']) expect(known(confirmed, fact)).toMatchObject({ mask: 1 });
  });

  test('settle no outcome that they do not settle either way', () => {
    const open = seen('2026-11-20');
    const ways = ['', ', confirmed: 2026-11-18'].map((more) => seen('2026-11-20', { more }));
    const ended = assessedText(
      'version: 1\ncase: EX-0900\nauthority: stoke-on-trent\nas_at: 2026-11-20\ncurrent_plan: none\nlooked_after: {complete: yes, episodes: [{began: 2026-02-02, ended: 2026-06-01, legal_status: C1, placement: U4}]}\n',
    );
    for (const [i, question] of open.questions.entries()) {
      for (const way of [...ways, ended])
        for (const end of way.questions[i]?.possible ?? []) expect(question.possible, question.id).toContain(end);
    }
  });

  test('keep every duty in view, with its day, that holds if they go on', () => {
    const open = seen('2026-11-20');
    const confirmed = seen('2026-11-20', { more: ', confirmed: 2026-11-18' });
    const names = (of: typeof open) =>
      of.findings.filter(isOpen).map(({ rule, state, due }) => `${rule} ${state} ${due?.to}`);
    expect(names(confirmed).filter((name) => !names(open).includes(name))).toEqual([]);
    expect(names(open).filter((name) => name.includes('past_due')).length).toBeGreaterThan(0);
    expect(open.ifStillOpen.size).toBeGreaterThan(20);
    expect(confirmed.ifStillOpen.size).toBe(0);
    const day = (of: typeof open) => tasksOf(of).flatMap(({ rank, due }) => (rank === 'past_due' ? [due?.to] : []));
    expect(day(open)).toEqual(day(confirmed));
  });

  test('may make one earlier plan more', () => {
    const rest = 'previous_plans: {complete: yes, plans: [{began: 2022-01-10, ended: 2022-12-01}]}\n';
    const [open, confirmed] = [
      seen('2026-11-20', { rest }),
      seen('2026-11-20', { rest, more: ', confirmed: 2026-11-18' }),
    ];
    expect(known(confirmed, 'earlier_plans')).toMatchObject({ span: { lo: 2, hi: 2 } });
    expect(known(open, 'earlier_plans')).toMatchObject({ span: { lo: 2, hi: 4 } });
    expect(known(confirmed, 'last_plan_ended')).toMatchObject({ days: { from: '2022-12-01', to: '2022-12-01' } });
    expect(known(open, 'last_plan_ended')).toMatchObject({ days: { from: '2022-12-01', to: '2026-11-20' } });
  });

  test('are not asked about once the child has died', () => {
    const died = seen('2026-11-20', { rest: 'child: {died: 2026-09-30}\n' });
    expect(died.diagnostics.map(({ code }) => code)).not.toContain('not_confirmed');
    expect(died.ifStillOpen.size).toBe(0);
  });

  test('cannot be open on a day before they began', () => {
    const text = 'version: 1\ncase: EX-0900\npacks: [repeat-plans]\nas_at: 2026-11-20\n';
    const early = assessedText(`${text}current_plan: {began: 2026-01-12, open_on: 2025-03-31}\n`);
    expect(early.diagnostics.map(({ code }) => code)).toContain('open_before_start');
  });
});
