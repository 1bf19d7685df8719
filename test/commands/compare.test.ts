import { expect, test } from 'vitest';
import { type CompareOptions, compare } from '../../src/commands/compare.ts';
import { type Given, inWorld } from '../support/program/io.ts';

const run = (path: string, more: Partial<CompareOptions> = {}): Promise<Given> =>
  inWorld((io) => compare(path, { format: 'json', ...more }, io));

interface Compared {
  readonly authorities: readonly { readonly id: string; readonly unused: readonly string[] }[];
  readonly questions: readonly {
    readonly id: string;
    readonly under: readonly { authority: string; state: string; outcome?: string; hangs_on?: string[] }[];
  }[];
}

async function compared(path: string, more: Partial<CompareOptions> = {}): Promise<Compared> {
  const { exit, out } = await run(path, more);
  expect(exit).toBe(0);
  return JSON.parse(out) as Compared;
}

test('an interim order on a child at home comes out otherwise under each authority', async () => {
  const { questions } = await compared('cases/becomes-looked-after/leicester-order-at-home.yaml');
  const under = questions.find(({ id }) => id === 'becomes_looked_after')?.under;
  expect(under?.map(({ authority, outcome }) => [authority, outcome])).toEqual([
    ['buckinghamshire', 'combined_meeting_decides'],
    ['leicester', 'keep_exceptional'],
    ['stoke-on-trent', 'document_conflicts'],
  ]);
});

test('an authority whose documents do not speak to a question is silent on it', async () => {
  const { questions } = await compared('cases/becomes-looked-after/leicester-order-at-home.yaml');
  const escalation = questions.find(({ id }) => id === 'escalation')?.under;
  expect(escalation?.map(({ authority, state }) => [authority, state])).toEqual([
    ['buckinghamshire', 'undecided'],
    ['leicester', 'silent'],
    ['stoke-on-trent', 'silent'],
  ]);
  expect(escalation?.[0]?.hangs_on).toEqual(['shared_date', 'disagreement', 'iro_disagrees']);
});

test('only the authorities named are compared, and what they do not ask for is listed', async () => {
  const path = 'cases/becomes-looked-after/bucks-consent-may-be-withdrawn.yaml';
  const { authorities } = await compared(path, { authorities: 'stoke-on-trent, buckinghamshire' });
  expect(authorities.map(({ id }) => id)).toEqual(['stoke-on-trent', 'buckinghamshire']);
  expect(authorities[0]?.unused).toContain('shared_date');
  expect(authorities[1]?.unused).toEqual([]);
});

test('packs that the case adds are left aside, and named', async () => {
  const path = 'cases/already-looked-after/leicester-repeat-pack-added.yaml';
  const { out } = await run(path, { format: 'text', authorities: 'leicester' });
  expect(out).toContain('The case file adds repeat-plans');
});

test('an authority without a profile is refused with the ones there are', async () => {
  const { exit, err } = await run('cases/ceasing/stoke-died.yaml', { authorities: 'leicster' });
  expect(exit).toBe(2);
  expect(err).toContain('Did you mean `leicester`?');
});
