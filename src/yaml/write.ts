import { Document, isCollection, parseDocument } from 'yaml';
import type { Path } from '../diagnostic.ts';

/** One change to a YAML text: the value that is to stand at a path; `undefined` takes away what stands there. */
export interface Edit {
  readonly path: Path;
  readonly value: unknown;
}

/** The text with some values set or taken away; comments, the order of keys and the line ends are kept. */
export function edited(text: string, edits: readonly Edit[]): string {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const ends = text.includes('\r\n') ? '\r\n' : '\n';
  const doc = parseDocument(text.slice(bom.length).replaceAll('\r\n', '\n'), { keepSourceTokens: false });
  for (const edit of edits) apply(doc, edit);
  const written = doc.toString({ lineWidth: 0, flowCollectionPadding: false, singleQuote: false });
  return bom + written.replaceAll('\n', ends);
}

function apply(doc: Document, { path, value }: Edit): void {
  if (value === undefined) {
    doc.deleteIn(path);
    return;
  }
  makeWay(doc, path);
  const before = doc.getIn(path, true);
  const node = doc.createNode(value);
  if (isCollection(before) && isCollection(node)) node.flow = before.flow === true;
  doc.setIn(path, node);
}

/** Replaces plain values that stand where the path needs a group of keys. */
function makeWay(doc: Document, path: Path): void {
  for (let depth = 1; depth < path.length; depth++) {
    const above = path.slice(0, depth);
    if (doc.hasIn(above) && !isCollection(doc.getIn(above, true))) {
      doc.setIn(above, doc.createNode(typeof path[depth] === 'number' ? [] : {}));
    }
  }
}
