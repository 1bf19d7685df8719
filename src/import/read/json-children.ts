import { safe } from '../../messages/safe.ts';
import { FileFault } from './fault.ts';

/** The text of one child in a JSON file, and where it begins. */
export interface ChildText {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** The longest child read, in characters. */
const LONGEST = 16_000_000;
/** No payload nests deeper than eight levels. */
const DEEPEST = 64;

const CUT = safe`This file ends before it is complete. Export it again.`;
const DEEP = safe`This file nests its values more than ${DEEPEST} deep, which no return does.`;
const LONG = safe`One child in this file takes more than 16 MB, which no return does.`;
const BROKEN = safe`This is not JSON from here on. Export the file again.`;

/**
 * The children of a JSON text, one by one: those of a list, of the list (or the one object) under a key, or the one
 * that the text is. @throws FileFault where it is cut off, broken or too deep
 */
export function* childrenIn(texts: Iterable<string>, listKey: string): Iterable<ChildText> {
  const splitter = new Splitter(listKey);
  for (const text of texts) {
    splitter.write(text);
    yield* splitter.take();
  }
  splitter.end();
  yield* splitter.take();
}

class Splitter {
  private ready: ChildText[] = [];
  /** The brackets that are open. */
  private readonly open: string[] = [];
  private inString = false;
  private escaped = false;
  private string = '';
  private key = '';
  /** Open brackets when a child begins; the whole text is one until a list is seen. */
  private childDepth = -1;
  private child = '';
  private start = { line: 1, column: 1 };
  private line = 1;
  private column = 0;
  private begun = false;
  private hasList = false;

  constructor(private readonly listKey: string) {}

  take(): ChildText[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }

  /** @throws FileFault */
  end(): void {
    if (this.open.length > 0 || !this.begun || this.inString)
      throw new FileFault(safe`json_cut`, CUT, this.line, this.column);
  }

  write(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const sign = text[at] as string;
      this.column++;
      if (sign === '\n') [this.line, this.column] = [this.line + 1, 0];
      if (this.inString) this.inside(sign);
      else if (sign === '"') [this.inString, this.string] = [true, ''];
      else if (sign === ':') this.key = this.string;
      else if (sign === '{' || sign === '[') from = this.opened(sign) ? at : from;
      else if (sign === '}' || sign === ']') {
        if (this.closed(sign)) this.finish(text.slice(from, at + 1));
      }
    }
    if (this.childDepth >= 0) this.child += text.slice(from);
    if (this.child.length > LONGEST) throw new FileFault(safe`json_too_long`, LONG, this.start.line, this.start.column);
  }

  private inside(sign: string): void {
    if (this.escaped) this.escaped = false;
    else if (sign === '\\') this.escaped = true;
    else if (sign === '"') this.inString = false;
    // only keys at the top are looked at
    else if (this.open.length === 1 && this.string.length < 64) this.string += sign;
  }

  /** Whether a child begins here. */
  private opened(sign: string): boolean {
    const depth = this.open.length;
    this.begun = true;
    this.open.push(sign);
    if (this.open.length > DEEPEST) throw new FileFault(safe`json_too_deep`, DEEP, this.line, this.column);
    if (depth === 1 && this.open[0] === '{' && this.key === this.listKey) {
      [this.hasList, this.childDepth, this.child] = [true, -1, ''];
      return sign === '{' && this.begin(depth);
    }
    if (sign !== '{') return false;
    const isListed = this.open.slice(0, depth).join('') === (this.hasList ? '{[' : '[');
    return this.childDepth < 0 && (isListed || (depth === 0 && !this.hasList)) ? this.begin(depth) : false;
  }

  private begin(depth: number): true {
    [this.childDepth, this.child] = [depth, ''];
    this.start = { line: this.line, column: this.column };
    return true;
  }

  /** Whether the child ends here. */
  private closed(sign: string): boolean {
    const opened = this.open.pop();
    if (opened !== (sign === '}' ? '{' : '[')) throw new FileFault(safe`json_broken`, BROKEN, this.line, this.column);
    return this.open.length === this.childDepth;
  }

  private finish(rest: string): void {
    this.ready.push({ text: this.child + rest, ...this.start });
    [this.childDepth, this.child] = [-1, ''];
  }
}
