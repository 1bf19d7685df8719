import { expect, test } from 'vitest';
import { zipOf } from '../../scripts/returns/zip.ts';
import { FileFault } from '../../src/import/read/fault.ts';
import { Zip } from '../../src/import/read/zip.ts';

const bytes = zipOf([
  { name: 'a', bytes: Buffer.alloc(1_000_000) },
  { name: 'b', bytes: Buffer.from('x') },
]);

test('all parts of a workbook together unpack to no more than is allowed', () => {
  expect(new Zip(bytes, 1_000_001).part('b')?.toString()).toBe('x');
  const small = new Zip(bytes, 1_000_000);
  expect(small.part('a')?.length).toBe(1_000_000);
  expect(() => small.part('b')).toThrow(FileFault);
});

test('a part that unpacks to more than the directory says is not unpacked further', () => {
  const liar = Buffer.from(bytes);
  liar.writeUInt32LE(1, liar.indexOf('PK\u0001\u0002', undefined, 'latin1') + 24);
  expect(() => new Zip(liar).part('a')).toThrow(FileFault);
  expect(new Zip(liar).part('b')?.toString()).toBe('x');
});
