import { describe, expect, test } from 'vitest';
import { assessed, caseAt } from '../support/cases.ts';
import { outcomeOf, under } from '../support/packs/authority.ts';
import { policies } from '../support/packs/policies.ts';

const AUTHORITIES = ['leicester', 'stoke-on-trent', 'buckinghamshire'] as const;

describe('the same child, looked after under an interim care order and living at home', () => {
  const paths = ['leicester', 'stoke', 'bucks'].map((name) => `cases/becomes-looked-after/${name}-order-at-home.yaml`);

  test('stands in three case files that say the same but for the authority', () => {
    const [first, ...others] = paths
      .map(caseAt)
      .map(({ case: _, about: __, authority: ___, expect: ____, ...same }) => same);
    for (const other of others) expect(other).toEqual(first);
  });

  test('meets three different answers', () => {
    const outcomes = paths.map((path) => outcomeOf(assessed(path), 'becomes_looked_after'));
    expect(outcomes).toEqual(['keep_exceptional', 'document_conflicts', 'combined_meeting_decides']);
  });
});

describe('what an authority does not speak to', () => {
  test.each([
    ['leicester', 'plan_delivery', 'current_plan: {began: 2026-03-10}'],
    ['buckinghamshire', 'plan_delivery', 'current_plan: {began: 2026-03-10}'],
    ['stoke-on-trent', 'other_order', 'current_plan: {began: 2026-03-10}\nanswers: {other_order: supervision}'],
    ['buckinghamshire', 'other_order', 'current_plan: {began: 2026-03-10}\nanswers: {other_order: supervision}'],
    ['buckinghamshire', 'removal_or_return', 'answers: {removal: removed}'],
    ['leicester', 'removal_or_return', 'answers: {removal: returned_by_court}'],
    ['stoke-on-trent', 'removal_or_return', 'answers: {removal: proposed}'],
    ...AUTHORITIES.map((authority) => [
      authority,
      'further_plan',
      'current_plan: none\nprevious_plans: {count: 1}\nanswers: {conference_sought: yes}',
    ]),
  ])('%s on %s: it says that it is silent', (authority, question, body) => {
    const found = under(authority ?? '', '2026-10-20', body ?? '').questions.find(({ id }) => id === question);
    expect(found?.state).toBe('silent');
  });
});

describe('short breaks', () => {
  test.each(AUTHORITIES)('do not make a child become looked after in %s', (authority) => {
    for (const status of ['V3', 'V4']) {
      const episode = `looked_after: {complete: yes, episodes: [{began: 2026-09-07, legal_status: ${status}}]}`;
      const assessment = under(authority, '2026-10-20', `current_plan: {began: 2026-03-10}\n${episode}`);
      expect(outcomeOf(assessment, 'becomes_looked_after')).toBe('not_in_play');
      expect(outcomeOf(assessment, 'first_review')).toBe('not_in_play');
    }
  });
});

test('every role that a pack names has a title of the authority, or the usual one', () => {
  const usual = policies.vocabulary().vocabulary.roles;
  for (const name of policies.names()) {
    const { pack } = policies.pack(name);
    const roles = Object.values(pack.requirements).flatMap(({ who }) => [who].flat());
    for (const role of roles) expect([name, role, pack.roles?.[role] ?? usual[role]]).not.toContain(undefined);
  }
});
