import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { zipOf } from '../../scripts/returns/zip.ts';
import { FileFault } from '../../src/import/read/fault.ts';
import { Zip } from '../../src/import/read/zip.ts';

test('a part that unpacks to more than it says stops at what is left to unpack', () => {
  const bytes = zipOf([
    { name: 'a', bytes: Buffer.alloc(1_000_000) },
    { name: 'b', bytes: Buffer.from('x') },
  ]);
  const at = bytes.indexOf('PK\u0001\u0002', undefined, 'latin1');
  // the directory says that there is one byte
  bytes.writeUInt32LE(1, at + 24);
  const small = new Zip(bytes, 500_000);
  expect(() => small.part('a')).toThrow(FileFault);
  expect(small.part('b')?.toString()).toBe('x');
  expect(new Zip(bytes, 2_000_000).part('a')?.length).toBe(1_000_000);
  expect(deflateRawSync(Buffer.alloc(1_000_000)).length).toBeLessThan(2000);
});
