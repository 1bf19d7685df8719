import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decoded, encodingOf } from '../../../src/import/read/decode.ts';
import { inMemory } from '../../support/returns.ts';

const nameOf = (bytes: Buffer): string => {
  const { name, mark, assumed } = encodingOf(inMemory('a.csv', bytes), bytes);
  return `${name}${mark > 0 ? ', marked' : ''}${assumed ? ', assumed' : ''}`;
};
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('the bytes of a file decide how they are read', () => {
  test.each([
    ['plain letters', Buffer.from('CHILD,DOB'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\ufeffCHILD'), 'utf-8, marked'],
    ['UTF-8 without one', Buffer.from('O’Example'), 'utf-8'],
    ['UTF-16 with a mark', Buffer.from('\ufeffCHILD', 'utf16le'), 'utf-16le, marked'],
    ['UTF-16 the other way round', utf16be('\ufeffCHILD'), 'utf-16be, marked'],
    ['UTF-16 without a mark', Buffer.from('CHILD,DOB', 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way round, without a mark', utf16be('CHILD,DOB'), 'utf-16be'],
    ['Windows-1252', Buffer.from('O\x92Example', 'latin1'), 'windows-1252, assumed'],
    ['Windows-1252 far into the file', Buffer.from(`${'x'.repeat(70_000)}\xe9 `, 'latin1'), 'windows-1252, assumed'],
    ['a character that is cut off', Buffer.from('O’').subarray(0, 3), 'windows-1252, assumed'],
  ])('%s', (_, bytes, name) => expect(nameOf(bytes)).toBe(name));
});

describe('an apostrophe of Windows-1252', () => {
  const bytes = Buffer.from('O\x92Example', 'latin1');

  test('is an apostrophe', () => {
    expect([...decoded([bytes], { name: 'windows-1252', mark: 0 })].join('')).toBe('O’Example');
  });

  test('would be a control character, decoded in one go', () => {
    // once this fails, Node has been mended, and no stream is needed any more
    expect(new TextDecoder('windows-1252').decode(bytes)).toBe('O\u0092Example');
  });
});

test('a text is the same in whatever pieces its bytes come', () => {
  const bytes = Buffer.from('é’😀'.repeat(20));
  fc.assert(
    fc.property(fc.array(fc.nat(bytes.length), { maxLength: 6 }), (places) => {
      const cuts = [0, ...places.sort((a, b) => a - b), bytes.length];
      const pieces = cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end));
      expect([...decoded(pieces, { name: 'utf-8', mark: 0 })].join('')).toBe(bytes.toString());
      const file = { name: 'a', size: bytes.length, pieces: () => pieces };
      expect(encodingOf(file, bytes).name).toBe('utf-8');
    }),
    { numRuns: 100 },
  );
});
