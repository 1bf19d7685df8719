import { describe, expect, it } from 'vitest';
import { askNewFamily, type FamilyBeginning } from '../../../src/interview/family/new-family.ts';
import { AS_AT, fileFrom } from '../kit.ts';
import { not, type Says, worker } from '../worker.ts';

const BEGINNING = {
  authorities: [{ id: 'stoke-on-trent', title: 'Stoke-on-Trent' }],
  others: [{ value: 'repeat-plans', name: 'Further plan' }],
  occasions: () => [
    { value: 'plan_before', name: 'A conference is being asked for' },
    { value: 'in_care', name: 'The child has become looked after' },
    { value: 'not_sure', name: 'Not sure' },
  ],
  asAt: AS_AT,
  width: 80,
  refused: (reference: string) => (reference === 'EX-0999' ? 'There is a file with this name already.' : undefined),
};

const made = async (replies: readonly (readonly [string, Says])[], more: Partial<FamilyBeginning> = {}) => {
  const { prompter } = worker(replies);
  const children = await askNewFamily({ prompter, ...BEGINNING, ...more });
  return children.map(({ name, text }) => ({ name, file: fileFrom(text), text }));
};

const TWO: readonly (readonly [string, Says])[] = [
  ['new.family', 'FAM-9'],
  ['new.count', '2'],
  ['new.child.1', 'EX-0951'],
  ['new.child.1.child', 'born'],
  ['new.child.1.child.born', '3 feb 2019'],
  ['new.child.2', 'EX-0952'],
  ['new.child.2.child', 'expected'],
  ['new.child.2.child.expected', 'feb 2027'],
];

describe('case files for a new family', () => {
  it('hold each child alone, and what is happening for that child', async () => {
    const children = await made([
      ...TWO,
      ['new.authority', 'Stoke-on-Trent'],
      ['new.packs', []],
      ['plan_before.for', 'all'],
      ['in_care.for', 'some'],
      ['in_care.for.EX-0952', 'yes'],
    ]);
    const common = { version: 1, family: 'FAM-9', authority: 'stoke-on-trent' };
    expect(children.map(({ file }) => file)).toEqual([
      { ...common, case: 'EX-0951', occasions: ['plan_before'], child: { born: '2019-02-03' } },
      { ...common, case: 'EX-0952', occasions: ['plan_before', 'in_care'], child: { expected: '2027-02' } },
    ]);
    expect(children[0]?.text).not.toContain('EX-0952');
    expect(children[1]?.text).not.toContain('EX-0951');
  });

  it('go by the procedures of the folder, and nothing is happening where nobody says so', async () => {
    const children = await made(TWO, { folder: { authority: 'stoke-on-trent' } });
    expect(children.map(({ file }) => [file.authority, file.occasions])).toEqual(Array(2).fill([undefined, undefined]));
  });

  it('lead back from what is happening to the procedures, and from there to the children', async () => {
    const children = await made([
      ...TWO,
      ['new.authority', not('back')],
      ['new.child.2', 'EX-0953'],
      ['new.authority', 'Another authority'],
      ['new.packs', ['repeat-plans']],
      ['plan_before.for', not('back')],
      ['new.packs', ['repeat-plans']],
      ['plan_before.for', 'all'],
    ]);
    expect(children.map(({ name, file }) => [name, file.packs, file.occasions])).toEqual([
      ['EX-0951', ['repeat-plans'], ['plan_before']],
      ['EX-0953', ['repeat-plans'], ['plan_before']],
    ]);
  });

  it.each([
    ['a reference that another child has, in whatever letters', 'ex-0951', 'Another child has this reference.'],
    ['one whose file is there', 'EX-0999', 'There is a file with this name already.'],
    ['a name', 'Name Surname', 'Letters, digits, dots'],
  ])('refuse %s', async (_, typed, says) => {
    const replies = TWO.map(([key, reply]) => [key, key === 'new.child.2' ? typed : reply] as const);
    await expect(made(replies)).rejects.toThrow(says);
  });
});
