import { expect, it } from 'vitest';
import { inTurn } from '../../../src/interview/prompters/in-turn.ts';
import { type Prompter, Stopped } from '../../../src/interview/prompters/prompter.ts';
import { hold } from '../kit.ts';
import { chance } from '../matter.ts';

const AUTHORITIES = ['buckinghamshire', 'leicester', 'stoke-on-trent'];
const DAYS = ['3/2/2024', '12/5/2025', '1/9/2026', '20/11/2026', '4/12/2026'];
/** Lists that are not entered one by one here. */
const CLOSED = ['none', 'no', 'all', 'count', 'keep', 'done', 'today'];
/** Longest sitting, in questions: a person who is asked more has left. */
const MOST = 80;

/** Whether all 500 interviews are held, which takes minutes; else as many as ten seconds have room for. */
const EVERY = process.env.CPPLAN_EVERY !== undefined;

/** Somebody who answers by chance, and now and then leaves a question for later. */
function anybody(random: () => number): { prompter: Prompter; said: string[] } {
  const said: string[] = [];
  let asked = 0;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const next = (): void => {
    if (asked++ > MOST) throw new Stopped();
  };
  const prompter: Prompter = {
    say: (text) => void said.push(text),
    choose: async ({ options, asides }) => {
      next();
      if (random() < 0.15 && asides.includes('not_known')) return { aside: 'not_known' };
      const closing = options.find(({ value }) => CLOSED.includes(String(value)));
      const isList = options.some(({ value }) => String(value) === 'add' || String(value) === 'some');
      return { value: isList && closing ? closing.value : pick(options).value };
    },
    line: async ({ read }) => {
      next();
      const reply = [pick(DAYS), '3', 'words'].map(read).find((one) => 'value' in one);
      return reply && 'value' in reply ? { value: reply.value } : { aside: 'later' };
    },
    form: (form) =>
      inTurn(form, async (row) => {
        next();
        if (random() < 0.15) return row.asides.includes('not_known') ? { aside: 'not_known' } : 'next';
        const closing = row.options?.find(({ value }) => CLOSED.includes(String(value)));
        const isList = row.options?.some(({ value }) => ['add', 'some'].includes(String(value)));
        if (row.options) return { value: (isList && closing ? closing : pick(row.options)).value };
        const read = [pick(DAYS), '3', 'words'].map((typed) => row.read?.(typed)).find((one) => one && 'value' in one);
        return read && 'value' in read ? { value: read.value } : 'next';
      }),
    text: async () => {
      next();
      return { aside: 'later' };
    },
    tick: async ({ options, key }) => {
      next();
      return key.endsWith('.accounts')
        ? options.slice(0, 2).map(({ value }) => value)
        : options.filter(() => random() < 0.3).map(({ value }) => value);
    },
    close: () => undefined,
  };
  return { prompter, said };
}

interface Count {
  readonly left: number;
  readonly opened: number;
}

/** The number of questions left, as the headings tell it. */
const countsIn = (said: readonly string[]): Count[] =>
  said.flatMap((lines) => {
    const text = lines.replace(/\s+/g, ' ');
    if (!/^ --- .*(more after this|last question)/.test(text)) return [];
    return [
      {
        left: Number(/(\d+) more after/.exec(text)?.[1] ?? 0),
        opened: Number(/opens (\d+) more/.exec(text)?.[1] ?? 0),
      },
    ];
  });

it('what is left to ask never rises by more than the last answer opened', async () => {
  const began = performance.now();
  let [sittings, rises, answers] = [0, 0, 0];
  while (sittings < 500 && (EVERY || performance.now() - began < 10_000)) {
    const random = chance(++sittings);
    const authority = AUTHORITIES[sittings % AUTHORITIES.length];
    const start = `version: 1\ncase: EX-0980\nauthority: ${authority}\n${random() < 0.3 ? 'packs: [repeat-plans]\n' : ''}`;
    const { prompter, said } = anybody(random);
    await hold(start, prompter);
    for (const [i, { left, opened }] of countsIn(said).entries()) {
      const before = countsIn(said)[i - 1];
      if (!before) continue;
      answers++;
      expect(left, `sitting ${sittings}, question ${i}: ${before.left}, then ${left}`).toBeLessThanOrEqual(
        before.left + opened,
      );
      if (left > before.left) rises++;
    }
  }
  expect(answers).toBeGreaterThan(20);
  expect(rises).toBeGreaterThan(0);
}, 900_000);
