import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cpplan } from './support/program/run.ts';

// Whole-program scenarios as text: a command, what it prints, how it ends. To add one, write the first line and run
// the tests with UPDATE_SCENARIOS=1; then read what it wrote.

const FOLDER = 'test/scenarios';

function transcript(command: string): string {
  const words = command.replace(/^\$ cpplan /, '').match(/"[^"]*"|\S+/g) ?? [];
  const { status, out, err } = cpplan(words.map((word) => word.replace(/^"|"$/g, '')));
  return [command, out + (err && `[stderr]\n${err}`), `[exit ${status}]`, ''].join('\n');
}

for (const name of readdirSync(FOLDER)) {
  test(`scenario ${name} runs as it is written down`, () => {
    const path = `${FOLDER}/${name}`;
    const expected = readFileSync(path, 'utf8');
    const actual = transcript(expected.split('\n', 1)[0] as string);
    if (process.env.UPDATE_SCENARIOS) writeFileSync(path, actual);
    else expect(actual).toBe(expected);
  });
}
