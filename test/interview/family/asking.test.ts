import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { formSummary, formText } from '../../../src/interview/prompters/form-text.ts';
import { plainPrompter } from '../../../src/interview/prompters/plain-prompter.ts';
import type { Form, Row } from '../../../src/interview/prompters/prompter.ts';
import { byKey, childText, person, SECOND, sitWith } from './kit.ts';

const A = childText('EX-0901', SECOND);
const B = childText('EX-0902', SECOND);

const IN_CARE = (id: string, more: string): string =>
  childText(id, `${SECOND}${more}`, 'authority: stoke-on-trent').replace('plan_before', 'in_care');

/** That it is known of this child whether the care and the plan belong together. */
const TOLD = 'answers: {looked_after_now: yes, plan_ended_in_care: yes}\n';

/** The common questions that were put, each with the children that it was put for. */
async function commonOf(texts: readonly string[], replies: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const put: string[] = [];
  await sitWith(
    texts,
    person((row) => {
      if (row.key.endsWith('.for')) put.push(`${row.key.split('.')[1]} ${row.beside?.at(-1)}`);
      return byKey(replies)(row);
    }),
  );
  return put;
}

describe('a common question', () => {
  it('waits where only an answer about the child alone tells whether it arises', async () => {
    const put = await commonOf([IN_CARE('EX-0901', ''), IN_CARE('EX-0902', '')]);
    expect(put.filter((one) => one.startsWith('ending_conference'))).toEqual([]);
  });

  it('is put only for the children for whom it arises', async () => {
    const put = await commonOf([IN_CARE('EX-0901', ''), IN_CARE('EX-0902', TOLD), IN_CARE('EX-0903', TOLD)]);
    const quorum = put.filter((one) => one.startsWith('conference_quorum'));
    expect([...new Set(quorum)]).toEqual(['conference_quorum The children: EX-0902 and EX-0903.']);
  });

  it('leaves the screen once an answer above has settled that it does not arise', async () => {
    const made = (held: string) => commonOf([A, B], { 'lpm_held.for': 'all', 'records.lpm_held': held });
    const asksWhat = (put: readonly string[]): boolean => put.some((key) => key.startsWith('lpm_decision'));
    expect([asksWhat(await made('yes')), asksWhat(await made('no'))]).toEqual([true, false]);
  });
});

/** The screen of common questions as it stands once some are ticked and answered. */
async function screenAfter(act: (row: Row) => string | undefined): Promise<Form> {
  let shown: Form | undefined;
  const worker = person(act);
  const form = async (one: Form) => {
    const left = await worker.form(one);
    if (one.title.startsWith('Asked once')) shown ??= one;
    return left;
  };
  await sitWith([A, B], { ...worker, form });
  return shown as Form;
}

const TICKED = { 'gaps_left.for': 'some', 'gaps_left.for.EX-0901': 'yes', 'gaps_left.for.EX-0902': 'no' };

describe('the children that an answer is for', () => {
  it('are chosen in boxes that do not read as the answer', async () => {
    const form = await screenAfter(byKey({ ...TICKED }));
    const at = form.rows().findIndex(({ key }) => key.endsWith('gaps_left.for.EX-0902'));
    const { above, below } = formText(form, { at }, '', 80);
    const text = `${above}\n${below}`.replace(/\s+/g, ' ');
    expect(text).toContain('For which children do you answer this?');
    expect(text).toContain('[x] EX-0901');
    expect(text).toContain('[ ] EX-0902');
    expect(text).toContain('y: tick this child, n: leave this child out');
    expect(text).toContain('The answer for EX-0901');
    expect(text).not.toMatch(/\[(yes|no )\] EX-/);
  });

  it('are chosen without a yes or a no in plain lines', async () => {
    const form = await screenAfter(byKey({ 'gaps_left.for': 'some' }));
    const rows = form.rows().filter(({ key }) => /gaps_left\.for\./.test(key));
    const input = new PassThrough();
    let written = '';
    const plain = plainPrompter({ input, write: (text) => void (written += text), width: 80 });
    input.end('y\nn\n');
    await plain.form({
      title: 'x',
      asides: [],
      isAgain: true,
      rows: () => form.rows().filter(({ key }) => rows.some((row) => row.key === key)),
    });
    plain.close();
    expect(written).toContain('= ticked');
    expect(written).toContain('= left out');
    expect(written).not.toMatch(/= (yes|no)/);
  });

  it('count as no answer: only what is said for them counts', async () => {
    const counted = async (replies: Readonly<Record<string, string>>): Promise<string> =>
      /(\d+) of \d+ answered/.exec(formSummary(await screenAfter(byKey(replies)), 200))?.[0] ?? '';
    const none = await counted({});
    expect(none).toMatch(/^0 of/);
    expect(await counted(TICKED)).toBe(none);
    expect(await counted({ 'gaps_left.for': 'none' })).toBe(none);
    expect(await counted({ ...TICKED, 'answers.service_gaps_left': 'no' })).toBe(none.replace('0 of', '1 of'));
  });
});

it('a child who is ticked after the answer gets it, and one whose tick is taken away loses it', async () => {
  const worker = person(byKey({ ...TICKED, 'answers.service_gaps_left': 'yes' }));
  const form = async (one: Form) => {
    const left = await worker.form(one);
    for (const [child, tick] of Object.entries({ 'EX-0902': 'yes', 'EX-0901': 'no' })) {
      const box = one.rows().find(({ key }) => key.endsWith(`gaps_left.for.${child}`));
      box?.take({ value: tick });
    }
    return left;
  };
  const { files } = await sitWith([A, B], { ...worker, form });
  expect(files.map(({ answers }) => answers?.service_gaps_left)).toEqual([undefined, 'yes']);
});

it('the check of the answers of one child says that it leads back to the list of children', async () => {
  const names: string[] = [];
  const picks = ['EX-0901: '];
  await sitWith(
    [A, B],
    person(byKey({ 'answers.risks_compared': 'same' }), {
      choose: async ({ key, options }) => {
        if (key === 'review') names.push(options[0]?.name ?? '');
        const pick = key === 'family' ? picks.shift() : undefined;
        const found = options.find(({ name }) => pick && name.startsWith(pick));
        return { value: (key === 'review' ? options[0] : (found ?? options.at(-1)))?.value as never };
      },
    }),
  );
  expect(names).toEqual(['Yes: go back to the list of children']);
});
