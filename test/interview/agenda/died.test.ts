import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import { deathOf } from '../../../src/report/family/death.ts';
import { bookOf, fileFrom, hold, keysFor } from '../kit.ts';
import { worker } from '../worker.ts';

const AUTHORITIES = ['stoke-on-trent', 'leicester', 'buckinghamshire'] as const;
const HEAD = 'version: 1\ncase: EX-0900\nauthority: ';
const DIED = 'child: {born: 2018-04-12, died: 2026-05-02}\n';
const NONE = 'current_plan: none\n';
const OPEN = 'current_plan: {began: 2025-06-10, category: NEG}\n';
const OPEN_ON = OPEN.replace('}', ', source: CIN census to 2026-03-31, open_on: 2026-03-31}');

const AS_AT = '2026-11-22';
const assessed = (text: string) => assess(fileFrom(text), bookOf(text), AS_AT);

describe.each(AUTHORITIES)('a child who has died, in %s', (authority) => {
  const text = (more: string): string => `${HEAD}${authority}\n${DIED}${more}`;

  it('is asked about with one question: whether there was a plan whose end is to be recorded', () => {
    expect(keysFor(text(''))).toEqual(['current_plan']);
    expect(keysFor(text(''), ['current_plan'])).toEqual(['on_plan_now']);
    for (const plan of [NONE, OPEN, OPEN_ON]) expect(keysFor(text(plan)), plan).toEqual([]);
  });

  it('keeps in view that the end of the plan is to be recorded, whoever wrote the plan', () => {
    const [one, other] = [OPEN, OPEN_ON].map((plan) => assessed(text(plan)));
    expect(one?.diagnostics.map(({ code }) => code)).toContain('plan_after_death');
    expect(other?.diagnostics.map(({ code }) => code)).toEqual(one?.diagnostics.map(({ code }) => code));
    expect(other?.questions.map(({ id, possible }) => [id, possible])).toEqual(
      one?.questions.map(({ id, possible }) => [id, possible]),
    );
  });

  it('who dies after the day of the assessment is asked about as ever', () => {
    expect(keysFor(text(OPEN).replace('2026-05-02', '2026-12-02')).length).toBeGreaterThan(3);
  });

  it('is not asked what is happening, and whether there is a plan in other words', async () => {
    const { prompter, said } = worker([['current_plan', 'leaves']]);
    await hold(text(''), prompter);
    expect(said()).toContain('The child died on 2 May 2026. Only what remains after a death is asked.');
    expect(said()).toContain('Was the child on a child protection plan at the time of death?');
    expect(said()).not.toMatch(/What is happening|plan today/);
  });
});

it('what surely remains to be done after a death is asked for', () => {
  const text = `${HEAD}stoke-on-trent\n${DIED}${OPEN}answers: {conference_quorum: quorate, conference_judgement: ends}\n`;
  expect(keysFor(text)).toContain('end_notified');
});

it('of a child who lives nothing changes', () => {
  const text = `${HEAD}stoke-on-trent\nchild: {born: 2018-04-12}\n${OPEN_ON}`;
  expect(deathOf(assessed(text))).toBeUndefined();
  expect(keysFor(text)[0]).toBe('still_on_plan');
});
