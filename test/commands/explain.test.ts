import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explain } from '../../src/commands/explain.ts';
import { inWorld } from '../support/program/io.ts';

const NO_REQUEST = `version: 1
case: EX-9999
packs: [repeat-plans]
as_at: 2026-10-20
previous_plans:
  complete: yes
  plans: [{authority: Exampleshire, began: 2025-06-02, ended: 2026-06-01, category: NEG}]
answers: {conference_sought: yes}
`;

function noRequest(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'cpplan-')), 'case.yaml');
  writeFileSync(path, NO_REQUEST);
  return path;
}

/** The explanation on one line, so that it does not matter where lines break. */
async function explained(path: string, about: string, asAt?: string): Promise<string> {
  const options = { format: 'text' as const, ...(asAt && { asAt }) };
  const { exit, out, err } = await inWorld((io) => explain(path, about, options, io));
  expect(err).toBe('');
  expect(exit).toBe(0);
  return out.replace(/\s+/g, ' ');
}

test('a time that is counted to today says on which day it passes its threshold, and what follows', async () => {
  const text = await explained('cases/ceasing/stoke-day-before-six-months.yaml', 'too_early');
  expect(text).toContain(
    '16 December 2026: the time on the present plan: at least 6 months -> Too early; or The conference was not quorate',
  );
});

test('once the threshold is passed there is no day left', async () => {
  const text = await explained('cases/ceasing/stoke-six-months-to-the-day.yaml', 'too_early');
  expect(text).not.toContain('changes by itself');
});

test('a day on which the answer to a question stays the same is left out', async () => {
  const path = 'cases/becomes-looked-after/stoke-both-meetings-on-one-day.yaml';
  expect(await explained(path, 'becomes_looked_after')).not.toContain('16 December 2026: the time on the present plan');
});

test('a requirement says on which day it no longer applies', async () => {
  const path = 'cases/becomes-looked-after/stoke-care-order-just-under-six-months.yaml';
  const text = await explained(path, 'early_exception_in_care_stated');
  expect(text).toContain('21 October 2026: the time on the present plan: at least 6 months -> does not apply');
});

test('a gap that is counted to the day of the request does not change by itself', async () => {
  const text = await explained('cases/further-plan/gap-requested-at-eleven-months.yaml', 'under_a_year');
  expect(text).not.toContain('changes by itself');
});

test('a gap without a request grows until the year is over', async () => {
  const text = await explained(noRequest(), 'under_a_year');
  expect(text).toContain('on - 1 June 2027: the time since the last plan ended: at least 12 months -> does not apply');
});

test('what would change leaves out what is over, such as the number of earlier plans', async () => {
  const text = await explained(noRequest(), 'second_plan');
  expect(text).not.toContain('earlier child protection plans: 0 ->');
  expect(text).toContain('an initial conference is sought: no -> This does not arise');
});
