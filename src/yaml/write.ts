import { type Document, isCollection, isNode, type Node, parseDocument } from 'yaml';
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
  const doc = parseDocument(text.slice(bom.length).replaceAll('\r\n', '\n'));
  for (const edit of edits) apply(doc, edit);
  const written = doc.toString({ lineWidth: 0, flowCollectionPadding: false, blockQuote: 'literal' });
  return bom + written.replaceAll('\n', ends);
}

function apply(doc: Document, { path, value }: Edit): void {
  if (value === undefined) {
    if (doc.hasIn(path)) doc.deleteIn(path);
    return;
  }
  makeWay(doc, path);
  if (typeof value !== 'object') {
    doc.setIn(path, value);
    return;
  }
  const [before, node] = [doc.getIn(path, true), doc.createNode(value)];
  if (isNode(before)) Object.assign(node, commentsOf(before));
  if (isCollection(before) && isCollection(node)) node.flow = before.flow === true;
  doc.setIn(path, node);
}

const commentsOf = ({ comment, commentBefore, spaceBefore }: Node): Partial<Node> => ({
  ...(comment && { comment }),
  ...(commentBefore && { commentBefore }),
  ...(spaceBefore && { spaceBefore }),
});

/** Makes groups or lists of whatever else stands on the way to a path. */
function makeWay(doc: Document, path: Path): void {
  for (let depth = 1; depth < path.length; depth++) {
    const above = path.slice(0, depth);
    if (!isCollection(doc.getIn(above, true))) {
      doc.setIn(above, doc.createNode(typeof path[depth] === 'number' ? [] : {}));
    }
  }
}
