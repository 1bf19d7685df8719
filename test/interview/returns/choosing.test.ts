import { describe, expect, it } from 'vitest';
import { differences } from '../../../src/import/against/differences.ts';
import type { ChildRecords } from '../../../src/import/records.ts';
import { interview } from '../../../src/interview/flow/interview.ts';
import { piece, type Said } from '../../import/case/kit.ts';
import { AS_AT, basisOf, caseText, fileFrom } from '../kit.ts';
import { not, type Says, worker } from '../worker.ts';

const CASE = caseText(
  '# of the team\nchild: {born: 2016-04-05}\nprevious_plans: {plans: [{began: 2025-01-10, ended: 2025-06-01, category: NEG}]}\n',
);
const SAID: Said = {
  born: '2016-05-04',
  plans: [
    { start: '2019-01-10', end: '2019-09-01', latestCategory: 'PHY' },
    { start: '2025-01-10', end: '2025-06-08', latestCategory: 'EMO' },
  ],
};
const [BIRTH, END, CATEGORY, OTHER] = [
  'the date of birth: 2016-04-05, 2016-05-04',
  '2025-06-01, 2025-06-08',
  'NEG, EMO',
  '2019-09-01',
];

/** Holds an interview beside a return until the worker leaves. */
async function beside(
  replies: readonly (readonly [string, Says])[],
  text = CASE,
  pieces: readonly ChildRecords[] = [],
) {
  const { prompter, said, left } = worker([...replies, ['review', 'leaves']]);
  const saved: string[] = [];
  const all = pieces.length > 0 ? pieces : [piece('cin', '2026-03-31', SAID)];
  const child = { pieces: all, sources: all.map(({ source }) => source) };
  const end = await interview({
    basis: basisOf(text),
    text,
    prompter,
    save: (now) => void saved.push(now),
    compare: (file, today) => differences(file, child, today),
  });
  expect(left).toEqual([]);
  return { text: end.text, file: fileFrom(end.text), saved, said: said() };
}

describe('the interview beside a return', () => {
  it('puts both sides before anything else, and Enter leaves both open', async () => {
    const { text, saved, said } = await beside([]);
    expect({ text, saved }).toEqual({ text: CASE, saved: [] });
    expect(said).toContain('The case file: 5 April 2016. CIN census to 31 March 2026: 4 May 2016.');
    expect(said.indexOf('the date of birth. Which')).toBeLessThan(said.indexOf('Is this right?'));
  });

  it('changes nothing where it is not known', async () => {
    expect((await beside([[BIRTH, not('not_known')]])).text).toBe(CASE);
  });

  it('takes the value of the return in one edit that is saved at once, and puts what hung on it', async () => {
    const { file, saved, text } = await beside([
      [BIRTH, 'return'],
      [END, 'return'],
    ]);
    expect(file.child?.born).toEqual({ value: '2016-05-04', source: 'CIN census to 2026-03-31' });
    expect(saved).toHaveLength(2);
    expect(fileFrom(saved[0] as string).previous_plans).toEqual(fileFrom(CASE).previous_plans);
    expect(text).toContain('# of the team');
  });

  it('keeps what the file says, with the day, and does not put it again', async () => {
    const { file, text } = await beside([[BIRTH, 'case_file']]);
    expect(file.differences).toEqual([
      {
        about: 'the date of birth',
        case_file: '2016-04-05',
        return: '2016-05-04',
        source: 'CIN census to 2026-03-31',
        kept: AS_AT,
      },
    ]);
    expect((await beside([], text)).said).not.toContain('the date of birth. Which');
  });

  it('adds a plan that the file does not have', async () => {
    const { file } = await beside([
      [BIRTH, 'case_file'],
      [OTHER, 'return'],
    ]);
    expect(file.previous_plans?.plans?.map(({ began }) => began)).toEqual(['2025-01-10', '2019-01-10']);
  });

  it('says why it is asked', async () => {
    expect((await beside([[BIRTH, not('why')]])).said).toContain('The program never chooses');
  });
});

describe('a choice that is taken back', () => {
  it.each(['return', 'case_file'])('leaves the file as it was: %s', async (side) => {
    const { file, text } = await beside([
      [BIRTH, side],
      ['conference_requested', not('back')],
      [BIRTH, not('skip')],
    ]);
    expect(file).toEqual(fileFrom(CASE));
    expect(text).toContain('# of the team');
  });

  it('can be made the other way', async () => {
    const { file } = await beside([
      [BIRTH, 'return'],
      ['conference_requested', not('back')],
      [BIRTH, 'case_file'],
    ]);
    expect(file.child?.born).toBe('2016-04-05');
    expect(file.differences).toHaveLength(1);
  });

  it('leaves those that were made since as they were chosen', async () => {
    const { file } = await beside([
      [BIRTH, 'case_file'],
      [END, 'return'],
      [CATEGORY, 'case_file'],
      ['conference_requested', not('back')],
      [END, not('skip')],
    ]);
    expect(file.previous_plans?.plans?.[0]).toMatchObject({ ended: '2025-06-01', category: 'NEG' });
    expect(file.differences?.map(({ about }) => about)).toEqual([
      'the date of birth',
      'the category of the plan that began on 2025-01-10',
    ]);
  });

  it('brings a plan back that had moved', async () => {
    const text = caseText('current_plan: {began: 2025-01-10, category: NEG} # as agreed\n');
    const told = [
      piece('cin', '2026-03-31', { plans: [{ start: '2025-01-10', end: '2025-09-01', latestCategory: 'NEG' }] }),
    ];
    const moved = await beside([['ended on 2025-09-01', 'return']], text, told);
    expect(moved.file.previous_plans?.plans).toHaveLength(1);
    const back = await beside(
      [
        ['ended on 2025-09-01', 'return'],
        ['conference_requested', not('back')],
        ['ended on 2025-09-01', not('skip')],
      ],
      text,
      told,
    );
    expect(back.file).toEqual(fileFrom(text));
  });
});
