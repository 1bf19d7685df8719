import { describe, expect, it } from 'vitest';
import { askNewCase, type Beginning } from '../../../src/interview/flow/new-case.ts';
import { AS_AT, fileFrom, hold } from '../kit.ts';
import { not, type Says, worker } from '../worker.ts';

const authorities = [{ id: 'stoke-on-trent', title: 'Stoke-on-Trent' }];
const others = [
  { value: 'repeat-plans', name: 'Further plan' },
  { value: 'legal-planning', name: 'Legal planning' },
];
const occasions = () => [
  { value: 'plan_before', name: 'A conference is being asked for' },
  { value: 'in_care', name: 'The child has become looked after' },
  { value: 'not_sure', name: 'Not sure' },
];
const COMMON = { authorities, others, occasions, asAt: AS_AT, width: 80 };
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

type Replies = readonly (readonly [string, Says])[];

async function made(replies: Replies, from?: typeof SIBLING, more: Partial<Beginning> = {}) {
  const { prompter, asked } = worker(replies);
  const text = await askNewCase({ prompter, from, ...COMMON, ...more });
  return { text, file: fileFrom(text), asked };
}

describe('a new case file', () => {
  it('needs fewer than ten questions', async () => {
    const { file, asked } = await made([
      ['new.case', 'EX-0951'],
      ['new.family', 'FAM-9'],
      ['child', 'born'],
      ['child.born', '3 feb 2019'],
      ['new.authority', 'Another authority'],
      ['new.packs', ['repeat-plans']],
      ['occasions', ['plan_before']],
    ]);
    expect(asked.length).toBeLessThan(10);
    expect(file).toEqual({
      version: 1,
      case: 'EX-0951',
      family: 'FAM-9',
      packs: ['repeat-plans'],
      occasions: ['plan_before'],
      child: { born: '2019-02-03' },
    });
  });

  it('from that of a brother takes family, procedures and dates, and nothing that was thought', async () => {
    const { file, text } = await made(
      [
        ['new.case', 'EX-0952'],
        ['occasions', []],
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
      ['child', 'expected'],
      ['child.expected', 'Feb 2027'],
      ['new.authority', 'Another authority'],
      ['new.packs', ['repeat-plans']],
      ['occasions', ['plan_before']],
    ]);
    const { prompter, said } = worker([['previous_plans', 'leaves']]);
    await hold(text, prompter);
    expect(said()).toContain('A child who is not yet born can only have had one in this pregnancy.');
  });

  it('of a folder that names its procedures asks for none, and writes none', async () => {
    const replies: Replies = [
      ['new.case', 'EX-0954'],
      ['occasions', ['in_care']],
    ];
    const { file } = await made(replies, undefined, { folder: { authority: 'stoke-on-trent' } });
    expect(file).toEqual({ version: 1, case: 'EX-0954', occasions: ['in_care'] });
  });

  it('asks again for procedures where none was named', async () => {
    const { file } = await made([
      ['new.case', 'EX-0955'],
      ['new.authority', 'Another authority'],
      ['new.packs', []],
      ['new.authority', 'stoke-on-trent'],
      ['new.packs', []],
      ['occasions', []],
    ]);
    expect(file).toEqual({ version: 1, case: 'EX-0955', authority: 'stoke-on-trent' });
  });

  it('takes what is happening from the command line', async () => {
    const replies: Replies = [
      ['new.case', 'EX-0956'],
      ['new.authority', 'stoke-on-trent'],
      ['new.packs', []],
    ];
    const { file } = await made(replies, undefined, { known: () => ['plan_may_end'] });
    expect(file.occasions).toEqual(['plan_may_end']);
  });

  it('takes no name for a reference', async () => {
    const { prompter } = worker([['new.case', 'Two Words']]);
    await expect(askNewCase({ prompter, ...COMMON })).rejects.toThrow(/such as EX-0001/);
  });
});

describe('the way back in a new case', () => {
  it('leads from each question to the one before, and what was answered stays', async () => {
    const { file, asked } = await made([
      ['new.case', 'EX-0955'],
      ['child', 'born'],
      ['child.born', '3 feb 2019'],
      ['new.authority', not('back')],
      ['new.case', 'EX-0956'],
      ['new.authority', 'Another authority'],
      ['new.packs', not('back')],
      ['new.authority', 'Stoke-on-Trent'],
      ['new.packs', ['legal-planning']],
      ['occasions', not('back')],
      ['new.packs', []],
      ['occasions', ['in_care']],
    ]);
    expect(file).toEqual({
      version: 1,
      case: 'EX-0956',
      authority: 'stoke-on-trent',
      occasions: ['in_care'],
      child: { born: '2019-02-03' },
    });
    expect(asked).toHaveLength(12);
  });
});
