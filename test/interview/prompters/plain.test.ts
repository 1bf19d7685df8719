import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { plainPrompter } from '../../../src/interview/prompters/plain-prompter.ts';
import type { Row, Value } from '../../../src/interview/prompters/prompter.ts';

/** Plain questions over a pipe, or at what takes itself for a terminal. */
function seated(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY });
  let shown = '';
  const prompter = plainPrompter({ input, width: 80, write: (text) => void (shown += text) });
  return { prompter, types: (text: string) => void input.write(text), shown: () => shown };
}

const yesNo = [
  { value: 'yes', name: 'yes', letter: 'y' },
  { value: 'no', name: 'no', letter: 'n' },
];

/** Three questions of yes or no that keep what is answered. */
function three() {
  const given = new Map<string, Value>();
  const rows = (): Row[] =>
    ['one', 'two', 'three'].map((key) => ({
      key,
      question: `Question ${key}?`,
      options: yesNo,
      asides: [],
      now: given.get(key) as string | undefined,
      take: (reply) => void ('value' in reply && given.set(key, reply.value)),
    }));
  return { given, form: { title: 'Three', rows, asides: ['back' as const] } };
}

describe('several lines that come at once', () => {
  it('answer several questions over a pipe', async () => {
    const { prompter, types } = seated(false);
    const { given, form } = three();
    types('y\nn\ny\n');
    expect(await prompter.form(form)).toBe('done');
    expect([...given.values()]).toEqual(['yes', 'no', 'yes']);
  });

  it('answer none at a terminal, be they typed ahead or while the question stands', async () => {
    const { prompter, types, shown } = seated(true);
    const { given, form } = three();
    const left = prompter.form(form);
    types('y\nn\ny\n');
    await pause(60);
    expect(given.size).toBe(0);
    expect(shown()).toContain('Several lines came at once, so none of them was taken.');
    for (const line of ['y\n', '\n', 'n\n']) {
      types(line);
      await pause(60);
    }
    expect(await left).toBe('done');
    expect([...given]).toEqual([
      ['one', 'yes'],
      ['three', 'no'],
    ]);
  });

  it('are the lines of a text where a text is asked for', async () => {
    const { prompter, types } = seated(true);
    const text = prompter.text({ key: 'text', question: 'Why?', asides: [] });
    types('It did not last.\nNobody came.\n.\n');
    expect(await text).toEqual({ value: 'It did not last.\nNobody came.' });
  });
});

describe('the way back within one screen', () => {
  it('leads to the question before, whose answer can be kept or changed, and from the first one off the screen', async () => {
    const { prompter, types, shown } = seated(false);
    const { given, form } = three();
    types('y\nn\n<\n<\nn\n\n<\ny\ny\n');
    expect(await prompter.form(form)).toBe('done');
    expect(Object.fromEntries(given)).toEqual({ one: 'no', two: 'yes', three: 'yes' });
    expect(shown()).toContain('Now: no. Enter keeps it.');
    types('<\n');
    expect(await prompter.form({ ...form, isAgain: true })).toBe('back');
  });
});
