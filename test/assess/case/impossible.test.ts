import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assess } from '../../../src/assess/case/assess.ts';
import type { CaseFile } from '../../../src/case/file/case-schema.ts';
import { readCase } from '../../../src/case/file/read-case.ts';
import { policiesIn } from '../../support/packs/policies.ts';
import { caseText, folderOf } from '../../support/packs/policy-folder.ts';

const SOUND = readFileSync('test/policy/packs/sound.yaml', 'utf8');
const URGENT = SOUND.replace(
  '{says: This would be the first plan.}',
  '{says: This would be the first plan., urgent: yes}',
);

const fileOf = (answers: string): CaseFile =>
  readCase(caseText('EX-0001', `answers: {asked_for: yes, ${answers}}`)).file as CaseFile;

const BOTH = fileOf('earlier_plans: 0, ground: old_harm');
const book = policiesIn(folderOf(URGENT)).bookFor(BOTH);

test('answers that a pack takes to be impossible together are an error, which names the statement that is broken', () =>
  expect(assess(BOTH, book, '2026-01-05').diagnostics).toEqual([
    expect.objectContaining({
      code: 'impossible_combination',
      severity: 'error',
      says: expect.stringContaining('Old harm needs an earlier plan.'),
    }),
  ]));

test('the rules still say what they say of them, and what is urgent stays so', () => {
  const [question] = assess(BOTH, book, '2026-01-05').questions;
  expect(question).toMatchObject({ state: 'settled', outcome: 'first', possible: ['first'], hangsOn: [] });
  expect(question?.compiled.question.outcomes.first?.urgent).toBe('yes');
});

test('a case in which nothing is impossible goes by the pack itself', () => {
  const { packs, diagnostics } = assess(fileOf('earlier_plans: 0, ground: other'), book, '2026-01-05');
  expect(packs).toEqual(book.packs);
  expect(diagnostics).toEqual([]);
});

test('ten thousand such cases take no more than one: the pack without its assumptions is made once', () => {
  const [first] = assess(BOTH, book, '2026-01-05').packs;
  for (let i = 0; i < 10_000; i++) expect(assess(BOTH, book, '2026-01-05').packs[0]).toBe(first);
});
