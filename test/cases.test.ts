import { describe, expect, test } from 'vitest';
import { compare } from '../src/assess/worked/expectations.ts';
import { readCase } from '../src/case/file/read-case.ts';
import { readText } from '../src/files/read-text.ts';
import { place } from '../src/messages/diagnostic.ts';
import { assessed, caseAt, caseFiles } from './support/cases.ts';
import { notShown } from './support/packs/coverage.ts';
import { policies } from './support/packs/policies.ts';

const HEAD = '# yaml-language-server: $schema=../../schemas/case.schema.json\n';

describe.each(caseFiles)('%s', (path) => {
  test('begins with its schema, and says what it shows and on which day it is looked at', () => {
    const file = caseAt(path);
    expect(readText(path).startsWith(HEAD), `${path}:1:1: the first line is to read ${HEAD}`).toBe(true);
    expect(file.about, `${path}: give a worked case an \`about\``).toBeTruthy();
    expect(file.as_at, `${path}: give a worked case an \`as_at\``).toBeTruthy();
  });

  test('gives what it expects', () => {
    const { locate } = readCase(readText(path)).source;
    const wrong = compare(caseAt(path).expect, assessed(path)).map(({ path: at, says }) => {
      const { line, column } = locate(at);
      return `${path}:${line}:${column}: ${says}`;
    });
    expect(wrong.join('\n')).toBe('');
  });

  test('has no diagnostics but those that it expects', () => {
    const { locate } = readCase(readText(path)).source;
    const expected = caseAt(path).expect?.diagnostics ?? [];
    const others = assessed(path).diagnostics.filter(({ code }) => !expected.includes(code));
    const lines = others.map((remark) => {
      const { line, column, says, code } = place(remark, locate);
      return `${path}:${line}:${column}: ${says} [${code}]`;
    });
    expect(lines.join('\n')).toBe('');
  });
});

test('no two worked cases share a reference', () => {
  const references = caseFiles.map((path) => caseAt(path).case);
  expect(references.filter((reference, i) => references.indexOf(reference) !== i)).toEqual([]);
});

describe('whatever a pack can say is said in a worked case', () => {
  const looked = caseFiles.map((path) => ({ case: path, assessment: assessed(path) }));
  test.each(policies.names())('%s', (name) => {
    const missing = notShown(policies.pack(name), looked);
    expect(missing.map((what) => `No worked case under cases/ shows ${what}.`)).toEqual([]);
  });
});
