import type { Path } from '../messages/diagnostic.ts';
import { commentFinder } from './comments.ts';
import { readYaml } from './read.ts';

/** The comments of a well-formed text, in order. */
function commentsOf(text: string): string[] {
  const isOutside = commentFinder(text);
  const found: string[] = [];
  for (const match of text.matchAll(/(?<=^|\s)#[^\r\n]*/gm)) if (isOutside(match.index)) found.push(match[0].trimEnd());
  return found;
}

/**
 * A changed text with the comments that the change would have lost: they stand above the value at a path, else at the end.
 * @param path where what they were about has gone
 */
export function keepComments(before: string, after: string, path: Path): string {
  const left = commentsOf(after);
  const lost = commentsOf(before).filter((comment) => {
    const at = left.indexOf(comment);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  if (lost.length === 0) return after;
  const { value, locate } = readYaml(after);
  const lines = after.split('\n');
  const above = locate(path, 'value').line - 1;
  const indent = /^\s*/.exec(lines[above] ?? '')?.[0] ?? '';
  const put = [...lines.slice(0, above), ...lost.map((comment) => indent + comment), ...lines.slice(above)].join('\n');
  const isSame = JSON.stringify(readYaml(put).value) === JSON.stringify(value);
  return isSame ? put : `${after.trimEnd()}\n${lost.join('\n')}\n`;
}
