import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/interview/agenda/item.ts';
import { askOne, caseText, fileFrom, sceneFor } from '../kit.ts';
import { not, type Says, worker } from '../worker.ts';

const LEGAL = '[repeat-plans, legal-planning]';

/** The section of a case file after one question was answered once more, and what was said. */
async function changed(rest: string, key: string, replies: readonly (readonly [string, Says])[]) {
  const { prompter, said } = worker(replies);
  const { session, context } = sceneFor(caseText(rest, LEGAL), prompter);
  await askOne(context.items.get(key) as Item, context);
  return { file: fileFrom(session.text), said: said() };
}

describe('an answer that takes the place of another', () => {
  const HELD =
    'records: {lpm_held: {value: yes, date: 2026-11-03, source: minutes, by: legal_planning_chair, note: A remark., confidential: yes}}\n';

  it('keeps the remark and who may see it, and says what belonged to the answer before', async () => {
    const { file, said } = await changed(HELD, 'lpm_held', [['records.lpm_held', 'no']]);
    expect(file.records?.lpm_held).toEqual({ value: 'no', note: 'A remark.', confidential: true });
    expect(said).toContain('Of the answer before, its day, where it was from, who said it went with it.');
  });

  it('keeps them where it is not known any more', async () => {
    const { file, said } = await changed(HELD, 'lpm_held', [['records.lpm_held', not('not_known')]]);
    expect(file.records?.lpm_held).toEqual({ unknown: 'not_known', note: 'A remark.', confidential: true });
    expect(said).toContain('Of the answer before');
  });

  it('is the same answer: nothing changes, and nothing is said', async () => {
    const { file, said } = await changed(HELD, 'lpm_held', [['records.lpm_held', 'yes']]);
    expect(file).toEqual(fileFrom(caseText(HELD, LEGAL)));
    expect(said).not.toContain('Of the answer before');
  });

  it('corrects a date, and keeps everything beside it', async () => {
    const { file, said } = await changed(
      'dates: {initial_conference: {value: 2026-12-01, source: letter, confidential: yes}}\n',
      'initial_conference',
      [['dates.initial_conference', '2/12/2026']],
    );
    expect(file.dates?.initial_conference).toEqual({ value: '2026-12-02', source: 'letter', confidential: true });
    expect(said).not.toContain('Of the answer before');
  });

  it('of one point of a list, or of the whole list, keeps the remark for the family', async () => {
    const list = 'checklists: {family_knows: {the_plan: {value: no, note: By the summer.}}}\n';
    const items = (file: Awaited<ReturnType<typeof changed>>['file']) =>
      Object.values(file.checklists?.family_knows ?? {});
    const whole = await changed(list, 'family_knows', [['checklists.family_knows', 'all']]);
    expect(items(whole.file)).toContainEqual({ value: 'yes', note: 'By the summer.' });
    const open = await changed(list, 'family_knows', [['checklists.family_knows', not('not_known')]]);
    expect(items(open.file)).toContainEqual({ value: 'no', note: 'By the summer.' });
    expect(items(open.file)).toContainEqual({ unknown: 'not_known' });
  });
});
