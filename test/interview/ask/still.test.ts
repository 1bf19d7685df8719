import { describe, expect, it } from 'vitest';
import { AS_AT, askOne, caseText, keysFor, sceneFor } from '../kit.ts';
import { not, type Says, worker } from '../worker.ts';

const PACKS = '[stoke-on-trent-plan]';
const RECORDED = [
  'child: {born: 2019-02-03}',
  '# From the return',
  'current_plan: {began: 2026-01-12, category: NEG, source: CIN census to 2026-03-31, open_on: 2026-03-31}',
  'looked_after:',
  '  episodes:',
  '    - {began: 2026-02-02, legal_status: C1, placement: U4, open_on: 2026-03-31}',
  '',
].join('\n');

/** What a case file holds once one question on what still holds has been answered. */
async function asked(key: string, replies: readonly (readonly [string, Says])[]) {
  const { prompter, left } = worker(replies);
  const { session, context } = sceneFor(caseText(RECORDED, PACKS), prompter);
  const item = context.items.get(key);
  if (item?.kind !== 'still') throw new Error(`${key} is not asked`);
  await askOne(item, context);
  expect(left).toEqual([]);
  return session;
}

describe('whether a record still holds', () => {
  it('is asked before all else, and what it would show is not asked in its place', () => {
    const keys = keysFor(caseText(`${RECORDED}occasions: [in_care, plan_going]\n`, PACKS));
    expect(keys.slice(0, 2).sort()).toEqual(['still_in_care', 'still_on_plan']);
    for (const key of ['on_plan_now', 'current_plan', 'looked_after_now', 'legal_status', 'lives_with'])
      expect(keys, key).not.toContain(key);
  });

  it('is not asked again in this sitting where nobody knows, nor in other words', () => {
    const keys = keysFor(caseText(`${RECORDED}occasions: [in_care, plan_going]\n`, PACKS), [
      'still_on_plan',
      'still_in_care',
    ]);
    for (const key of ['still_on_plan', 'on_plan_now', 'current_plan', 'looked_after_now', 'legal_status'])
      expect(keys, key).not.toContain(key);
  });

  it('is confirmed on the day by a yes', async () => {
    const { file, text } = await asked('still_on_plan', [['still_on_plan', 'yes']]);
    expect(file.current_plan).toMatchObject({ began: '2026-01-12', open_on: '2026-03-31', confirmed: AS_AT });
    expect(text).toContain('# From the return');
    const keys = keysFor(text);
    expect(keys).not.toContain('still_on_plan');
    expect(keys).not.toContain('current_plan');
  });

  it('makes a plan that has ended the last of the earlier ones, and asks about today', async () => {
    const { file, text } = await asked('still_on_plan', [
      ['still_on_plan', 'ended'],
      ['day', '3/6/26'],
    ]);
    expect(file.current_plan).toBeUndefined();
    expect(file.previous_plans).toEqual({
      plans: [
        {
          began: '2026-01-12',
          category: 'NEG',
          source: 'CIN census to 2026-03-31; changed by hand',
          ended: '2026-06-03',
        },
      ],
    });
    expect(keysFor(text)).toContain('current_plan');
  });

  it('keeps that a plan has ended where the day is not known', async () => {
    const { file } = await asked('still_on_plan', [
      ['still_on_plan', 'ended'],
      ['day', not('not_known')],
    ]);
    expect(file.previous_plans?.plans?.[0]).not.toHaveProperty('ended');
    expect(file.current_plan).toBeUndefined();
  });

  it('ends an episode of care, or begins the next one where the placement has changed', async () => {
    const ended = await asked('still_in_care', [
      ['still_in_care', 'ended'],
      ['day', '1/8/26'],
    ]);
    expect(ended.file.looked_after).toEqual({
      episodes: [{ began: '2026-02-02', legal_status: 'C1', placement: 'U4', ended: '2026-08-01' }],
    });
    const changed = await asked('still_in_care', [
      ['still_in_care', 'changed'],
      ['day', '1/8/26'],
      ['legal_status', 'C2'],
      ['placement', not('not_known')],
    ]);
    expect(changed.file.looked_after).toMatchObject({
      episodes: [{ ended: '2026-08-01' }, { began: '2026-08-01', legal_status: 'C2' }],
    });
  });

  it.each(['still_on_plan', 'still_in_care'])('leaves the file alone where nobody knows (%s)', async (key) => {
    const { text } = await asked(key, [[key, not('not_known')]]);
    expect(text).toBe(caseText(RECORDED, PACKS));
  });
});
