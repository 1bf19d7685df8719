import { safe, visible } from '../../messages/safe.ts';
import { decoded, type Encoding } from '../read/decode.ts';
import { FileFault } from '../read/fault.ts';
import { TreeWalk } from '../read/tree-rows.ts';
import { type XmlListener, XmlReader } from '../read/xml.ts';
import type { Reading, ReadOptions, ReturnFile } from '../reading.ts';
import type { Place } from '../records.ts';
import { ChildStream } from './child-stream.ts';
import { noted, XML_FORMATS } from './formats.ts';

/** Reads an XML return child by child. @throws FileFault */
export function* readXml(file: ReturnFile, encoding: Encoding, options: ReadOptions): Iterable<Reading> {
  const listener = new XmlReturn(file.name, options);
  const reader = new XmlReader(listener);
  listener.reader = reader;
  let done = 0;
  try {
    for (const text of decoded(file.pieces(encoding.mark), encoding)) {
      reader.write(text);
      yield* listener.take();
      done += text.length;
      yield { type: 'progress', file: file.name, done: Math.min(done, file.size), of: file.size };
    }
    reader.end();
    yield* listener.end();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    yield* listener.take();
    throw listener.located(error);
  }
}

const UNKNOWN_ROOT = safe`This is XML, but its outermost element is not that of a return that is read.`;
const LOOSE = safe`There is text between elements. It is passed over.`;

class XmlReturn implements XmlListener {
  reader: XmlReader | undefined;
  private stream: ChildStream | undefined;
  private walk: TreeWalk | undefined;
  /** How many open elements lie inside one that is not wanted, that one among them. */
  private unwanted = 0;
  private content = '';
  /** Where the value that is read began, and where the last element ended. */
  private spot: Place;
  private after: Place;
  private saidLoose = false;
  private lastChild = 0;

  constructor(
    private readonly file: string,
    private readonly options: ReadOptions,
  ) {
    this.spot = this.after = this.here();
  }

  take(): Reading[] {
    return this.stream?.take() ?? [];
  }

  /** @throws FileFault */
  end(): Reading[] {
    return this.stream?.end() ?? [];
  }

  private here(): Place {
    return { file: this.file, line: this.reader?.line ?? 1, column: this.reader?.column ?? 1 };
  }

  open(name: string): void {
    this.flush();
    if (this.unwanted > 0 || (this.walk && !this.walk.node?.inside.has(name))) {
      this.unwanted++;
      return;
    }
    this.walk ??= this.begin(name);
    this.spot = this.here();
    this.walk.enter(name, this.spot.line, this.spot.column);
  }

  private begin(root: string): TreeWalk {
    const format = XML_FORMATS.get(root);
    const { line, column } = this.here();
    if (!format) throw new FileFault(safe`unknown_root`, UNKNOWN_ROOT, line, column, root);
    this.stream = new ChildStream(this.file, format.map, this.options);
    return new TreeWalk(format.tree, this.file);
  }

  text(text: string): void {
    if (this.unwanted === 0) this.content += text;
  }

  close(): void {
    if (this.unwanted > 0) {
      this.unwanted--;
      this.after = this.here();
      return;
    }
    this.flush();
    this.after = this.here();
    if (this.walk?.leave()?.opens !== 'child') return;
    this.lastChild = this.here().line;
    const rows = this.walk.found;
    this.walk.found = [];
    this.stream?.child(rows, rows[0]?.place() ?? this.here());
  }

  /** What to do with the text before a tag: the value of an element, or loose. */
  private flush(): void {
    const { content, walk, spot } = this;
    if (content === '') return;
    this.content = '';
    const text = content.trim();
    if (text === '') return;
    const target = walk?.node?.value;
    if (target?.table === 'return') this.stream?.about(target.field, text, spot);
    else if (target) walk?.value(target, text, spot.line, spot.column);
    else if (!this.saidLoose) {
      this.saidLoose = true;
      this.stream?.say(noted(safe`loose_text`, LOOSE, this.after));
    }
  }

  /** A fault with the last child that was whole, because the parser may have read on far behind it. */
  located(fault: FileFault): FileFault {
    const { stream, lastChild } = this;
    const shown = fault.shown && visible(fault.shown.slice(0, 40));
    const whole = stream?.children ?? 0;
    const says =
      whole > 0 ? safe`${fault.says} The last whole child is number ${whole}, up to line ${lastChild}.` : fault.says;
    return new FileFault(fault.code, says, fault.line, fault.column, shown);
  }
}
