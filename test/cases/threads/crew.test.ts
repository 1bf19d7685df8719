import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { Crew, type StartThread, type Work } from '../../../src/cases/threads/crew.ts';

/** What a tiny thread does with a part, a list of words: it gives them back, or fails in the way that a word says. */
const TINY = `
const { parentPort, workerData: mark } = require('node:worker_threads');
const held = [];
parentPort.on('message', ({ index, part, failed }) => {
  const said = part.map((word, place) => {
    mark[0] = index;
    mark[1] = place;
    if (failed.includes(place)) return 'failed';
    if (word === 'exit') process.exit(7);
    if (word === 'throw') throw new Error('as asked');
    if (word === 'fill') for (;;) held.push(new Array(100_000).fill(word.length + held.length));
    return word;
  });
  mark[1] = -1;
  parentPort.postMessage({ index, result: { said, by: 'thread' } });
});`;

interface Result {
  readonly said: readonly string[];
  readonly by: 'thread' | 'here';
}

const start: StartThread = async (mark) =>
  new Worker(TINY, { eval: true, workerData: mark, resourceLimits: { maxOldGenerationSizeMb: 16 }, stderr: true });

const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Work on lists of words, with what came of it; here a word takes a while, so that threads get their share. */
function workOn(parts: readonly (readonly string[])[]) {
  const [taken, ended]: [Result[], Error[]] = [[], []];
  const work: Work<readonly string[], Result> = {
    parts,
    here: async (part, failed) => {
      await setTimeout(2);
      return { said: part.map((word, place) => (failed.includes(place) ? 'failed' : word)), by: 'here' };
    },
    take: async (result) => void taken.push(result),
    ended: (error) => void ended.push(error),
  };
  return { work, taken, ended, said: () => taken.map(({ said }) => said) };
}

const numbered = (count: number): string[][] => Array.from({ length: count }, (_, i) => [`${i}`, 'a']);

test.each([0, 1, 3])(
  'with %i threads beside this one, results are taken in the order of their parts',
  async (beside) => {
    const { work, taken, said } = workOn(numbered(60));
    await new Crew(work, start, breathe).run(beside);
    expect(said()).toEqual(numbered(60));
    expect(new Set(taken.map(({ by }) => by)).size).toBe(beside === 0 ? 1 : 2);
  },
);

test('no more parts are outstanding than six a thread, however slowly they are taken', async () => {
  const { work, said } = workOn(numbered(60));
  const seen: number[] = [];
  const crew: Crew<readonly string[], Result> = new Crew(
    {
      ...work,
      take: async (result, part, failed) => {
        await setTimeout(1);
        seen.push(crew.outstanding);
        await work.take(result, part, failed);
      },
    },
    start,
    breathe,
  );
  await crew.run(2);
  expect(said()).toEqual(numbered(60));
  expect(Math.max(...seen)).toBeLessThanOrEqual(18);
  expect(Math.max(...seen)).toBeGreaterThan(1);
});

describe('a thread that fails', () => {
  /** Only threads do the part that fails, so that it is a thread that fails at it. */
  const onlyThere = (work: Work<readonly string[], Result>): Work<readonly string[], Result> => ({
    ...work,
    here: async (part, failed, before) => {
      await setTimeout(20);
      return work.here(part, failed, before);
    },
  });

  test.each(['exit', 'throw', 'fill'])('by %s names the place, and everything else is done', async (word) => {
    const { work, said, ended } = workOn([['0', word, '1'], ...numbered(20)]);
    await new Crew(onlyThere(work), start, breathe).run(2);
    expect(said()).toEqual([['0', 'failed', '1'], ...numbered(20)]);
    expect(ended).toHaveLength(word === 'exit' ? 0 : 1);
  });

  test('again and again ends the run with a sentence', async () => {
    const { work } = workOn(Array.from({ length: 40 }, () => ['exit']));
    await expect(new Crew(onlyThere(work), start, breathe).run(3)).rejects.toThrow('Too many threads failed');
  });

  test('before it has done anything, is done without', async () => {
    const { work, said } = workOn(numbered(10));
    const failing: StartThread = async (mark) => new Worker('process.exit(1)', { eval: true, workerData: mark });
    await new Crew(work, failing, breathe).run(3);
    await new Crew(work, async () => undefined, breathe).run(3);
    expect(said()).toEqual([...numbered(10), ...numbered(10)]);
  });
});

test('a crew that is stopped takes no more, and its threads end', async () => {
  const { work, said } = workOn(numbered(500));
  const threads: Worker[] = [];
  const crew: Crew<readonly string[], Result> = new Crew(
    { ...work, take: (...given) => (said().length === 20 ? Promise.resolve(crew.stop()) : work.take(...given)) },
    async (mark) => {
      const thread = (await start(mark)) as Worker;
      threads.push(thread);
      return thread;
    },
    breathe,
  );
  await crew.run(2);
  expect(said().length).toBeLessThan(40);
  expect(said()).toEqual(numbered(500).slice(0, said().length));
  expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1]);
});

test('a part that takes long is left where it is, once the crew is stopped', async () => {
  const { work, said } = workOn(numbered(3));
  const reached: number[] = [];
  const crew: Crew<readonly string[], Result> = new Crew(
    {
      ...work,
      here: async (part, failed, before) => {
        if (part[0] === '0') return work.here(part, failed, before);
        for (let place = 0; place < 1000; place++) {
          await before(place);
          await setTimeout(20);
          if (reached.push(place) === 2) crew.stop();
        }
        return work.here(part, failed, before);
      },
    },
    start,
    breathe,
  );
  await crew.run(0);
  expect(said()).toEqual([['0', 'a']]);
  expect(reached.length).toBeLessThan(100);
});
