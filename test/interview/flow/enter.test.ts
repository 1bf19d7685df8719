import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { occasionOptions } from '../../../src/interview/ask/occasions.ts';
import { inTurn } from '../../../src/interview/prompters/in-turn.ts';
import { type Aside, asideTyped, type Prompter, type Reply } from '../../../src/interview/prompters/prompter.ts';
import { edited } from '../../../src/yaml/write.ts';
import { caseAt, caseFiles } from '../../support/cases.ts';
import { policies } from '../../support/packs/policies.ts';
import { hold } from '../kit.ts';

/**
 * Somebody who presses Enter on every screen. Where Enter does not lead on, as in a menu in which nothing was chosen, the
 * question is left for later.
 */
function presser(): { prompter: Prompter; screens: string[]; taken: string[] } {
  const screens: string[] = [];
  const taken: string[] = [];
  const left = <T>(): Reply<T> => ({ aside: 'later' });
  const take = <T>(key: string, reply: Reply<T>): Reply<T> => {
    taken.push(key);
    return reply;
  };
  const prompter: Prompter = {
    say: () => undefined,
    choose: async ({ key, options, now }) => {
      screens.push(key);
      // The check of the answers has to be left
      if (key === 'review') return { value: options[0]?.value as never };
      const standing = options.find(({ value }) => now !== undefined && value === now);
      return standing ? take(key, { value: standing.value }) : left();
    },
    line: async ({ key, asides, now, read }) => {
      screens.push(key);
      const aside: Aside | undefined = asideTyped(now ?? '', asides);
      if (aside) return { aside };
      const reply = read(now ?? '');
      return 'value' in reply ? take(key, reply) : left();
    },
    // Enter on a question of a form moves on, and at its end leaves it
    form: (form) =>
      inTurn(form, async ({ key }) => {
        screens.push(key);
        return 'next';
      }),
    text: async ({ key }) => {
      screens.push(key);
      return left();
    },
    tick: async ({ key, ticked }) => {
      screens.push(key);
      return take(key, { value: ticked } as never) && ticked;
    },
    close: () => undefined,
  };
  return { prompter, screens, taken };
}

/** One worked case for each occasion of its packs; those on the looked-after review alone ask little. */
function oneForEach(): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of caseFiles.filter((_, i) => i % 7 === 0)) {
    const file = caseAt(path);
    const own = occasionOptions(policies.bookFor(file)).map(({ value }) => value);
    const next = own.length > 2 && own.find((occasion) => !found.has(occasion));
    if (next) found.set(next, path);
  }
  return found;
}

it('Enter on every screen of the interview of every occasion changes nothing and decides nothing', async () => {
  const seen = new Set<string>();
  const each = oneForEach();
  expect(each.size).toBeGreaterThan(10);
  for (const [occasion, path] of each) {
    const asAt = String(caseAt(path).as_at);
    const without = ['answers', 'records', 'analysis', 'checklists'].map((key) => ({ path: [key], value: undefined }));
    const text = edited(readFileSync(path, 'utf8'), [...without, { path: ['occasions'], value: [occasion] }]);
    const { prompter, screens } = presser();
    const { text: after } = await hold(text, prompter, asAt);
    expect(after, `${path}, ${occasion}`).toBe(text);
    for (const screen of screens) seen.add(screen);
  }
  expect(seen.size).toBeGreaterThan(20);
});
