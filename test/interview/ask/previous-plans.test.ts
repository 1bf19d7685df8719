import { expect, it } from 'vitest';
import type { Row } from '../../../src/interview/prompters/prompter.ts';
import { person } from '../family/kit.ts';
import { askOne, caseText, sceneFor } from '../kit.ts';

/** The questions about earlier plans that are put, in order. */
async function put(act: (row: Row) => string | undefined): Promise<string[]> {
  const questions: string[] = [];
  const prompter = person((row) => {
    questions.push(row.question);
    return act(row);
  });
  const { context } = sceneFor(caseText(''), prompter);
  const item = context.items.get('previous_plans');
  if (!item) throw new Error('the earlier plans are not asked about');
  await askOne(item, context);
  return questions;
}

const isAll = (question: string): boolean => /all the earlier plans|the only earlier plan/.test(question);

it('whether these are all the earlier plans is asked once there is one, and not before', async () => {
  const adds = (row: Row): string | undefined => (row.key === 'previous_plans' ? 'add' : undefined);
  expect((await put(adds)).filter(isAll)).toEqual([]);
  const enters = (row: Row): string | undefined => adds(row) ?? (row.key.endsWith('.began') ? '3/2/2024' : undefined);
  expect((await put(enters)).filter(isAll)).toEqual(['Is this the only earlier plan?']);
});
