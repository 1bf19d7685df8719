import { safe, visible } from '../../messages/safe.ts';
import type { Encoding } from '../read/decode.ts';
import { FileFault } from '../read/fault.ts';
import { TreeWalk } from '../read/tree-rows.ts';
import { type XmlListener, XmlReader } from '../read/xml.ts';
import type { Reading, ReadOptions, ReturnFile } from '../reading.ts';
import { ChildStream } from './child-stream.ts';
import { noted, XML_FORMATS } from './formats.ts';
import { ToldText } from './told-text.ts';

/** Reads an XML return child by child. @throws FileFault */
export function* readXml(file: ReturnFile, encoding: Encoding, options: ReadOptions): Iterable<Reading> {
  const listener = new XmlReturn(file.name, options);
  const reader = new XmlReader(listener);
  listener.reader = reader;
  const texts = new ToldText(file, encoding);
  try {
    for (const text of texts.pieces()) {
      reader.write(text);
      yield* listener.take();
      yield* texts.progress();
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
const LOOSE = safe`There is text between elements. It is not read.`;

class XmlReturn implements XmlListener {
  reader: XmlReader | undefined;
  private stream: ChildStream | undefined;
  private walk: TreeWalk | undefined;
  /** How many open elements lie inside one that is not wanted, that one among them. */
  private unwanted = 0;
  private content = '';
  /** Where the text that is read began. */
  private line = 1;
  private column = 1;
  private saidLoose = false;
  private lastChild = 0;

  constructor(
    private readonly file: string,
    private readonly options: ReadOptions,
  ) {}

  take(): Reading[] {
    return this.stream?.take() ?? [];
  }

  /** @throws FileFault */
  end(): Reading[] {
    return this.stream?.end() ?? [];
  }

  open(name: string): void {
    if (this.unwanted > 0) {
      this.unwanted++;
      return;
    }
    this.flush();
    this.mark();
    this.walk ??= this.begin(name);
    if (this.walk.enter(name, this.line, this.column) === undefined) {
      this.walk.leave();
      this.unwanted = 1;
    }
  }

  /** Notes where the parser stands. */
  private mark(): void {
    const { reader } = this;
    if (!reader) return;
    this.line = reader.line;
    this.column = reader.column;
  }

  private begin(root: string): TreeWalk {
    const format = XML_FORMATS.get(root);
    if (!format) throw new FileFault(safe`unknown_root`, UNKNOWN_ROOT, this.line, this.column, root);
    this.stream = new ChildStream(this.file, format.map, this.options);
    return new TreeWalk(format.tree, this.file);
  }

  text(text: string): void {
    if (this.unwanted === 0) this.content += text;
  }

  close(): void {
    if (this.unwanted > 0) {
      if (--this.unwanted === 0) this.mark();
      return;
    }
    this.flush();
    this.mark();
    if (this.walk?.leave()?.opens === 'child') this.child(this.walk);
  }

  private child(walk: TreeWalk): void {
    this.lastChild = this.line;
    const [rows, first] = [walk.found, walk.found[0]];
    walk.found = [];
    if (first) this.stream?.child(rows, first.place());
  }

  /** What to do with the text before a tag: the value of an element, or loose. */
  private flush(): void {
    if (this.content === '') return;
    const text = this.content.trim();
    this.content = '';
    if (text === '') return;
    const { walk, stream, file, line, column } = this;
    const target = walk?.node?.value;
    if (target?.table === 'return') stream?.about(target.field, text, { file, line, column });
    else if (target) walk?.value(target, text, line, column);
    else if (!this.saidLoose) {
      this.saidLoose = true;
      stream?.say(noted(safe`loose_text`, LOOSE, { file, line, column }));
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
