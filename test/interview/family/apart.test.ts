import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Row } from '../../../src/interview/prompters/prompter.ts';
import { bookOf, fileFrom } from '../kit.ts';
import { childText, person, SECOND, sitWith } from './kit.ts';

const NAMES = ['EX-0901', 'EX-0902', 'EX-0903'];
const CHILDREN = NAMES.map((name, i) => childText(name, i === 2 ? '' : SECOND));
const TYPED = ['3/11/2026', '12', 'Sampleshire'];

const SECTIONS = [
  'dates',
  'answers',
  'records',
  'checklists',
  'analysis',
  'previous_plans',
  'current_plan',
  'child',
] as const;

/** What differs between two case files, as `section.key`. */
function changes(before: string, after: string): string[] {
  const [a, b] = [fileFrom(before), fileFrom(after)];
  return SECTIONS.flatMap((section) => {
    const [one, two] = [a[section] ?? {}, b[section] ?? {}] as Record<string, unknown>[];
    const keys = new Set([...Object.keys(one ?? {}), ...Object.keys(two ?? {})]);
    return [...keys]
      .filter((key) => JSON.stringify(one?.[key]) !== JSON.stringify(two?.[key]))
      .map((key) => `${section}.${key}`);
  });
}

const facts = bookOf(CHILDREN[0] as string).scope.facts;
const isCommon = (change: string): boolean => facts.get(change.split('.')[1] ?? '')?.family !== undefined;

test('whatever is answered, a screen of one child changes the file of that child alone, and one of several only common facts', async () => {
  let saves = 0;
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat({ max: 999 })), async (numbers) => {
      const next = (below: number): number => Number(numbers.next().value) % below;
      let at = '';
      let asks = 0;
      const act = (row: Row): string | undefined => {
        asks++;
        if (asks > 250 || next(3) === 0) return undefined;
        if (row.options) return String(row.options[next(row.options.length)]?.value);
        const typed = TYPED.filter((words) => row.read && !('problem' in row.read(words)));
        return typed[0];
      };
      const before = [...CHILDREN];
      const worker = person(act, {
        say: (words) => {
          const screen = /^\s*---\s(EX-\d+|Several children)/.exec(words)?.[1];
          if (screen) at = screen;
        },
        choose: async ({ key, options }) => {
          if (key === 'family')
            return { value: (asks > 250 ? options.at(-1) : options[next(options.length)])?.value as never };
          if (key.endsWith('.doubt')) return { value: options.at(-1)?.value as never };
          return key === 'review' || key.startsWith('conflict')
            ? { value: (key === 'review' ? options[0] : options.at(-1))?.value as never }
            : { aside: 'later' };
        },
        text: async () => ({ value: `What is thought of ${at} and of nobody else in this family, at some length.` }),
      });
      const { texts } = await sitWith(CHILDREN, worker, undefined, (child, text) => {
        saves++;
        const name = NAMES[child] as string;
        const changed = changes(before[child] as string, text);
        if (at === 'Several children') {
          expect(changed.filter((one) => !isCommon(one))).toEqual([]);
        } else expect(name).toBe(at);
        before[child] = text;
      });
      for (const [i, text] of texts.entries())
        for (const other of NAMES.toSpliced(i, 1)) expect(text).not.toContain(other);
    }),
    { numRuns: 6 },
  );
  expect(saves).toBeGreaterThan(100);
});
