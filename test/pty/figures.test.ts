import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { interview } from '../../src/interview/flow/interview.ts';
import type { Turn } from '../../src/interview/prompters/in-turn.ts';
import type { Row } from '../../src/interview/prompters/prompter.ts';
import { scriptedPrompter } from '../../src/interview/prompters/scripted-prompter.ts';
import { edited } from '../../src/yaml/write.ts';
import { basisOf, FOLDER, fileFrom } from '../interview/kit.ts';
import { folderWith } from '../support/folder.ts';
import { notingKeys, OWN, pressed, type Stroke } from './driver.ts';
import { ENTER, line, pick, type Seat, SPACE, sit } from './terminal.ts';

/** What a worker asks for, whose procedures apply, and the worked case with the answers; what it leaves open is answered too. */
interface Wanted {
  readonly name: string;
  readonly path: string;
  readonly occasion: string;
  /** Questions that do not arise in this case, and are left. */
  readonly leaves?: readonly string[];
  /** As many screens may it take, and as many words may stand on them. */
  readonly most: { readonly screens: number; readonly words: number };
}

const WANTED: readonly Wanted[] = [
  {
    name: 'A second plan, from nothing',
    path: 'cases/further-plan/second-plan-ready.yaml',
    occasion: 'plan_before',
    most: { screens: 28, words: 3100 },
  },
  {
    name: 'A third plan, from nothing',
    path: 'cases/further-plan/third-plan-awaiting-head-of-service.yaml',
    occasion: 'plan_before',
    most: { screens: 30, words: 2700 },
  },
  {
    name: 'Leicester: the child becomes looked after',
    path: 'cases/becomes-looked-after/leicester-letter-sent.yaml',
    occasion: 'in_care',
    most: { screens: 14, words: 1550 },
  },
  {
    name: 'Buckinghamshire: the child becomes looked after',
    path: 'cases/becomes-looked-after/bucks-plan-kept.yaml',
    occasion: 'in_care',
    // The officer disagrees in this case, as is on record
    leaves: ['answers.disagreement'],
    most: { screens: 18, words: 1800 },
  },
  {
    name: 'Stoke-on-Trent: can this plan end?',
    path: 'cases/ceasing/stoke-plan-ends.yaml',
    occasion: 'plan_may_end',
    most: { screens: 20, words: 1500 },
  },
];

const PARTS = ['previous_plans', 'current_plan', 'dates', 'answers', 'analysis', 'checklists', 'records'];

/** The case with nothing but its heading and what is happening. */
const begun = (text: string, occasion: string): string =>
  edited(text, [
    ...PARTS.map((part) => ({ path: [part], value: undefined })),
    { path: ['occasions'], value: [occasion] },
    // This was asked for when the case file was begun
    ...(/^child:/m.test(text) ? [] : [{ path: ['child', 'born'], value: '2019-02-03' }]),
  ]);

/** What a worker answers who answers everything: as the worked case does, else that a thing is done, or not so. */
function everything(row: Row, asAt: string): Turn {
  const { options, key } = row;
  if (key.endsWith('.by') || key.endsWith('.who')) return { value: options?.[0]?.value ?? '' };
  if (key.includes('.covers.')) return { value: 'yes' };
  if (options) {
    const isDone = key.startsWith('records.') || key.startsWith('checklists.');
    const letter = isDone ? 'y' : 'n';
    return { value: (options.find((option) => option.letter === letter) ?? options[0])?.value ?? '' };
  }
  if (key === 'child') return { value: 'born' };
  if (key === 'child.born') return { value: '2019-02-03' };
  if (key.endsWith('.authority')) return { value: 'Exampleshire' };
  const read = [asAt, '3'].map((typed) => row.read?.(typed)).find((one) => one && 'value' in one);
  return read && 'value' in read ? { value: read.value } : 'next';
}

/** Plays the keys at a terminal; gives the words that stood on its screens. */
async function played(seat: Seat, strokes: readonly Stroke[]): Promise<number> {
  const seen = new Set<string>();
  let words = 0;
  const look = (): void => {
    for (const shown of seat.screen().split('\n').map(bare)) {
      if (!seen.has(shown) && !isOwn(shown)) words += shown.split(/\s+/).filter(Boolean).length;
      seen.add(shown);
    }
  };
  for (const { sees, keys } of strokes) {
    await seat.asks(sees);
    look();
    seat.types(keys);
  }
  return words;
}

/** Whether a line is a worker's own text. */
const isOwn = (shown: string): boolean => shown.length > 20 && OWN.includes(shown.slice(0, 20));

/** A line without the place, the box and the answer of a question. */
const bare = (shown: string): string => shown.replace(/^[> ]+(?:\[...\] )?/, '').replace(/ = .*$/, '');

/** The few things that a new case file begins with. */
const beginning = (): Stroke[] => {
  const stroke = (sees: string, keys: string, isScreen: boolean): Stroke => ({ sees, keys, own: 0, isScreen });
  return [
    stroke('The reference of the case', line('EX-0001'), true),
    stroke('A reference that the case files', ENTER, false),
    stroke('Is the child born?', 'y', false),
    stroke('When was the child born?', line('030219'), false),
    stroke('Go on', ENTER, false),
    stroke("Which authority's procedures apply?", pick(4), true),
    stroke('Do you also go by procedures', `${SPACE}${ENTER}`, true),
    stroke('What is happening?', `${SPACE}${ENTER}`, true),
  ];
};

test.each(WANTED)('$name', { timeout: 120_000 }, async ({ name, path, occasion, leaves = [], most }) => {
  const text = readFileSync(path, 'utf8');
  const file = fileFrom(text);
  const asAt = String(file.as_at);
  const start = begun(text, occasion);
  const script = scriptedPrompter({ ...file, occasions: [occasion] });
  const { prompter, strokes } = notingKeys((ask) => {
    const turn = script.turn(ask as Row);
    return turn === 'next' && 'take' in ask && !leaves.includes(ask.key) ? everything(ask, asAt) : turn;
  });
  const basis = { ...basisOf(start, asAt), book: FOLDER.bookFor(file) };
  const { text: wanted } = await interview({ basis, text: start, prompter, save: () => undefined });

  const folder = folderWith({ 'case.yaml': start });
  const seat = sit(['screen', join(folder, 'case.yaml'), '--as-at', asAt], { rows: 60 });
  const own = await played(seat, strokes);
  await seat.ends();
  expect(readFileSync(join(folder, 'case.yaml'), 'utf8')).toBe(wanted);

  const first = beginning();
  const fresh = sit(['new', join(folder, 'new.yaml')], { rows: 60 });
  const before = await played(fresh, first);
  expect(await fresh.ends()).toBe(0);

  const all = [...first, ...strokes];
  const figures = {
    screens: all.filter(({ isScreen }) => isScreen).length,
    keys: all.reduce((sum, { keys, own: words }) => sum + pressed(keys) - words, 0),
    words: before + own,
  };
  expect(figures.screens).toBeLessThanOrEqual(most.screens);
  // The name of the folder stands on some screens: the words are not the same each time
  expect(figures.words).toBeLessThanOrEqual(most.words);
  await expect(`${name}: ${figures.screens} screens, ${figures.keys} keys\n`).toMatchFileSnapshot(
    `figures/${path.split('/').at(-1)?.replace('.yaml', '.txt')}`,
  );
});
