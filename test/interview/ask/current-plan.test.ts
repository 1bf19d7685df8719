import { describe, expect, it } from 'vitest';
import { askOne, caseText, sceneFor } from '../kit.ts';
import { not, type Says, worker } from '../worker.ts';

const KEPT = [
  ['authority', not('later')],
  ['began', not('later')],
  ['category', not('later')],
] as const;

/** What a case says of the current plan, once it has been asked about. */
async function asked(before: string, replies: readonly (readonly [string, Says])[]) {
  const { prompter, left } = worker(replies);
  const { session, context } = sceneFor(caseText(before, '[stoke-on-trent-plan]'), prompter);
  const item = context.items.get('current_plan');
  if (item?.kind !== 'current_plan') throw new Error('the current plan is not asked about');
  const ended = await askOne(item, context);
  expect(left).toEqual([]);
  return { ended, plan: session.file.current_plan, text: session.text };
}

const RECORDED = 'current_plan: {authority: Exampleshire, began: 2026-02-03, category: NEG}\n';
const PLAN = { authority: 'Exampleshire', began: '2026-02-03', category: 'NEG' };

describe('the plan that the child is on today', () => {
  it('is kept as recorded where the answer is yes once more and nothing else is known', async () => {
    const { ended, plan, text } = await asked(RECORDED, [['current_plan', 'yes'], ...KEPT]);
    expect({ ended, plan }).toEqual({ ended: 'answered', plan: PLAN });
    expect(text).toContain(RECORDED);
  });

  it('keeps what is recorded of it beside what is answered anew', async () => {
    const { plan } = await asked(RECORDED, [
      ['current_plan', 'yes'],
      ['authority', not('later')],
      ['began', '4/2/26'],
      ['category', not('later')],
    ]);
    expect(plan).toEqual({ ...PLAN, began: '2026-02-04' });
  });

  it.each(['', 'current_plan: none\n'])(
    'is there without particulars where nothing but yes is known (%j)',
    async (text) => {
      const { plan } = await asked(text, [['current_plan', 'yes'], ...KEPT]);
      expect(plan).toEqual({});
    },
  );

  it('is of the person from then on, where something that is from a return is changed', async () => {
    const imported = RECORDED.replace('}', ', source: CIN census to 2026-03-31}');
    const { plan } = await asked(imported, [
      ['current_plan', 'yes'],
      ['authority', not('later')],
      ['began', '4/2/26'],
      ['category', not('later')],
    ]);
    expect(plan).toEqual({ ...PLAN, began: '2026-02-04', source: 'CIN census to 2026-03-31; changed by hand' });
  });

  it('is none where the answer is no', async () => {
    const { plan } = await asked(RECORDED, [['current_plan', 'none']]);
    expect(plan).toBe('none');
  });

  it('is left alone on the way back, and where the answer is not known', async () => {
    const { plan, ended } = await asked(RECORDED, [['current_plan', not('back')]]);
    expect({ plan, ended }).toEqual({ plan: PLAN, ended: 'back' });
    expect((await asked(RECORDED, [['current_plan', not('not_known')]])).plan).toEqual(PLAN);
  });
});
