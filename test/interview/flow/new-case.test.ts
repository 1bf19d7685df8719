import { describe, expect, it } from 'vitest';
import { askNewCase } from '../../../src/interview/flow/new-case.ts';
import { AS_AT, fileFrom, hold } from '../kit.ts';
import { not, type Says, worker } from '../worker.ts';

const authorities = [{ id: 'stoke-on-trent', title: 'Stoke-on-Trent', packs: ['stoke-on-trent-plan'] }];
const packs = [
  { value: 'stoke-on-trent-plan', name: 'stoke-on-trent-plan' },
  { value: 'repeat-plans', name: 'repeat-plans' },
  { value: 'legal-planning', name: 'legal-planning' },
];
const SIBLING = fileFrom(`version: 1
case: EX-0950
family: FAM-9
authority: stoke-on-trent
packs: [legal-planning]
dates: {initial_conference: 2026-12-01}
previous_plans: {complete: yes, plans: []}
answers: {team_view: needed}
analysis: {no_legal_planning: {text: Something thought of the brother.}}
`);

async function made(replies: readonly (readonly [string, Says])[], from?: typeof SIBLING) {
  const { prompter, asked } = worker(replies);
  const text = await askNewCase({ prompter, authorities, packs, from, asAt: AS_AT, width: 80 });
  return { text, file: fileFrom(text), asked };
}

describe('a new case file', () => {
  it('needs fewer than ten questions', async () => {
    const { file, asked } = await made([
      ['new.case', 'EX-0951'],
      ['new.authority', not('skip')],
      ['new.packs', ['repeat-plans']],
      ['new.family', 'FAM-9'],
      ['child', 'born'],
      ['child.born', '3 feb 2019'],
    ]);
    expect(asked.length).toBeLessThan(10);
    expect(file).toEqual({
      version: 1,
      case: 'EX-0951',
      family: 'FAM-9',
      packs: ['repeat-plans'],
      child: { born: '2019-02-03' },
    });
  });

  it('from that of a brother takes family, procedures and dates, and nothing that was thought', async () => {
    const { file, text } = await made(
      [
        ['new.case', 'EX-0952'],
        ['new.authority', 'stoke-on-trent'],
        ['new.packs', ['legal-planning']],
        ['new.family', 'FAM-9'],
        ['child', not('skip')],
      ],
      SIBLING,
    );
    expect(file).toEqual({
      version: 1,
      case: 'EX-0952',
      family: 'FAM-9',
      authority: 'stoke-on-trent',
      packs: ['legal-planning'],
      dates: { initial_conference: '2026-12-01' },
    });
    expect(text).not.toContain('EX-0950');
  });

  it('of a child who is not yet born is asked about with that in mind', async () => {
    const { text } = await made([
      ['new.case', 'EX-0953'],
      ['new.authority', not('skip')],
      ['new.packs', ['repeat-plans']],
      ['new.family', not('skip')],
      ['child', 'expected'],
      ['child.expected', 'Feb 2027'],
    ]);
    const { prompter, said } = worker([['previous_plans', 'leaves']]);
    await hold(text, prompter);
    expect(said()).toContain('A child who is not yet born can only have had one in this pregnancy.');
  });

  it('takes no name for a reference', async () => {
    const { prompter } = worker([['new.case', 'Two Words']]);
    await expect(askNewCase({ prompter, authorities, packs, asAt: AS_AT, width: 80 })).rejects.toThrow(
      /such as EX-0001/,
    );
  });
});
