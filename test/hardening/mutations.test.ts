import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readText } from '../../src/files/read-text.ts';
import { caseFiles } from '../support/cases.ts';
import { folderWith } from '../support/folder.ts';
import { faultIn, program } from '../support/program/in-process.ts';

/** 400 in every run; `CPPLAN_MUTATIONS=10000 npx vitest run test/hardening/mutations.test.ts` for more. */
const RUNS = Number(process.env.CPPLAN_MUTATIONS ?? 400);

const MARK = 'kanarien vogel';
const FORMS = ['sarif', 'junit', 'github', 'gitlab', 'csv', 'markdown', 'text', 'json'];
const JSON_FORMS = ['sarif', 'gitlab', 'json'];

/** The worked cases with a word of their own in every text of a person. */
const MARKED = caseFiles.map((path) =>
  readText(path)
    .replace(/^( {4,})(\S.*[a-z]\.?)$/gm, (line, indent, words) =>
      /^[\w-]+:|^- |[{}]/.test(words) ? line : `${indent}${MARK} ${words}`,
    )
    .replace(/\b(text|note|source|post|reason|about|ended_by): (?![>|])([^{},\n]+)/g, `$1: ${MARK}`),
);

const SCALARS = [
  '0',
  '-1',
  '1e400',
  '.inf',
  '2026-02-30',
  '0000-01-01',
  '~',
  "''",
  '[]',
  '{}',
  'yes',
  'open',
  `"${MARK}"`,
  '&a x',
  '*a',
  '!!x y',
  '__proto__',
  'constructor',
];
const KEYS = ['__proto__', 'constructor', '<<', '', 'value', 'unknown', 'plans', 'version'];

type Change = (text: string) => string | Buffer;

const place = fc.double({ min: 0, max: 0.999, noNaN: true });
const at = <T>(list: readonly T[], where: number): number => Math.floor(where * list.length);

const bytes = fc.tuple(place, fc.uint8Array({ maxLength: 4 }), fc.nat(6)).map(
  ([where, put, gone]): Change =>
    (text) => {
      const all = Buffer.from(text);
      const start = Math.floor(where * all.length);
      return Buffer.concat([all.subarray(0, start), put, all.subarray(start + gone)]);
    },
);

const lines = fc.tuple(place, place, fc.constantFrom('drop', 'double', 'swap', 'indent', 'tab')).map(
  ([a, b, how]): Change =>
    (text) => {
      const all = text.split('\n');
      const [i, j] = [at(all, a), at(all, b)];
      const [one = '', other = ''] = [all[i], all[j]];
      if (how === 'drop') all.splice(i, 1);
      if (how === 'double') all.splice(j, 0, one);
      if (how === 'swap') [all[i], all[j]] = [other, one];
      if (how === 'indent') all[i] = ` ${one}`;
      if (how === 'tab') all[i] = `\t${one}`;
      return all.join('\n');
    },
);

/** One of the places that a form finds, with something else in its stead. */
const replacing =
  (form: RegExp, where: number, by: string): Change =>
  (text) => {
    const found = [...text.matchAll(form)];
    const match = found[at(found, where)];
    return match ? `${text.slice(0, match.index)}${by}${text.slice(match.index + match[0].length)}` : text;
  };

const words = fc
  .tuple(place, fc.string({ unit: 'binary', maxLength: 8 }))
  .map(([where, by]) => replacing(/\S+/g, where, by));
const keys = fc
  .tuple(place, fc.constantFrom(...KEYS))
  .map(([where, by]) => replacing(/(?<=^ *(?:- )?)[\w.]+(?=:)/gm, where, by));
const values = fc
  .tuple(place, fc.constantFrom(...SCALARS))
  .map(([where, by]) => replacing(/(?<=^ *(?:- )?[\w.]+: ).+$/gm, where, by));

const mutated = fc
  .tuple(fc.constantFrom(...MARKED), fc.oneof(bytes, lines, words, keys, values))
  .map(([text, change]) => change(text));

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test(`${RUNS} changes of the worked cases end in 0, 1 or 2, in JSON where it was asked for, and show no word of the file`, {
  timeout: 60_000 + RUNS * 100,
}, async () => {
  const path = join(folderWith({}), 'a.yaml');
  await fc.assert(
    fc.asyncProperty(mutated, fc.constantFrom(...FORMS), async (content, form) => {
      writeFileSync(path, content);
      const given = await program(['check', path, '--format', form, '--show', 'note', '--as-at', '2026-11-22']);
      expect(faultIn(given)).toBeUndefined();
      if (JSON_FORMS.includes(form)) expect(isJson(given.out)).toBe(true);
      expect(given.out + given.err).not.toContain(MARK);
    }),
    { numRuns: RUNS },
  );
});

test('the marks are there to be looked for', () => {
  expect(MARKED.filter((text) => text.includes(MARK)).length).toBeGreaterThan(MARKED.length * 0.9);
});
