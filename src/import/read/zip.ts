import { inflateRawSync } from 'node:zlib';
import { safe } from '../../messages/safe.ts';
import { FileFault } from './fault.ts';

/** The most that a file may unpack to, all its parts together. */
const MOST_UNPACKED = 512 * 1024 * 1024;

const BROKEN = safe`This workbook is cut off or damaged. Save it again as .xlsx.`;
const BOMB = safe`This workbook unpacks to more than 512 MB, so it is not read.`;
const LOCKED = safe`This workbook is locked with a password. Save it as .xlsx without one.`;

const broken = (): FileFault => new FileFault(safe`workbook_broken`, BROKEN);

interface Entry {
  readonly method: number;
  readonly locked: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/** The parts of a zip file; each is unpacked when it is asked for. */
export class Zip {
  private readonly entries = new Map<string, Entry>();

  /** @param left how much may still be unpacked. @throws FileFault where it is not whole */
  constructor(
    private readonly bytes: Buffer,
    private left = MOST_UNPACKED,
  ) {
    try {
      this.readDirectory();
    } catch (error) {
      throw error instanceof RangeError ? broken() : error;
    }
  }

  has = (name: string): boolean => this.entries.has(name.toLowerCase());

  /** The bytes of a part. @throws FileFault where it is damaged, locked or too large; undefined where there is none */
  part(name: string): Buffer | undefined {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return undefined;
    if (entry.locked) throw new FileFault(safe`workbook_locked`, LOCKED);
    if (entry.unpacked > this.left) throw new FileFault(safe`workbook_too_large`, BOMB);
    const part = this.unpack(entry);
    this.left -= part.length;
    return part;
  }

  /** A part that unpacks to more than the directory says is damaged, or means harm. */
  private unpack({ method, packed, unpacked, at }: Entry): Buffer {
    try {
      const start = at + 30 + this.bytes.readUInt16LE(at + 26) + this.bytes.readUInt16LE(at + 28);
      const bytes = this.bytes.subarray(start, start + packed);
      if (bytes.length < packed) throw broken();
      if (method === 0) return bytes;
      if (method !== 8) throw broken();
      return inflateRawSync(bytes, { maxOutputLength: Math.max(1, unpacked) });
    } catch (error) {
      throw error instanceof FileFault ? error : broken();
    }
  }

  /** Reads the directory at the end of the file. @throws RangeError where it points outside the file */
  private readDirectory(): void {
    const { bytes } = this;
    const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
    if (end < 0) throw broken();
    let at = bytes.readUInt32LE(end + 16);
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
      if (bytes.readUInt32LE(at) !== 0x02014b50) throw broken();
      const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
        number,
        number,
        number,
      ];
      this.entries.set(bytes.toString('utf8', at + 46, at + 46 + name).toLowerCase(), {
        method: bytes.readUInt16LE(at + 10),
        locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
        packed: bytes.readUInt32LE(at + 20),
        unpacked: bytes.readUInt32LE(at + 24),
        at: bytes.readUInt32LE(at + 42),
      });
      at += 46 + name + extra + comment;
    }
  }
}
