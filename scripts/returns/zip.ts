import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip file. */
export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A zip file as a spreadsheet program writes it: each part deflated, and a directory at the end. */
export function zipOf(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of parts) {
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    pieces.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, Buffer.from(name), packed);
    directory.push(entryOf(name, common, at));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  return Buffer.concat([...pieces, ...directory, endOf(parts.length, Buffer.concat(directory).length, at)]);
}

function entryOf(name: string, common: Buffer, at: number): Buffer {
  const head = Buffer.alloc(46);
  head.write('PK\u0001\u0002', 'latin1');
  head.writeUInt16LE(20, 4);
  common.copy(head, 6);
  head.writeUInt32LE(at, 42);
  return Buffer.concat([head, Buffer.from(name)]);
}

function endOf(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}
